"""Sentences and words of medical English: hand-written cases, and what must hold for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triallint.language.sentences import split, words

# "¦" stands where a sentence begins.
SENTENCES = [
    # plain
    "Participants attend six visits. ¦Each visit takes about two hours.",
    "Can I take part? ¦Yes! ¦Ask your doctor.",
    "This trial is recruiting",
    "The drug is given once. ¦200 patients will take part.",
    "Blood is drawn at visit 1. ¦5 mL is enough.",
    "Your team will explain the risks.  ¦Please ask questions.",
    # decimals, percentages, units
    "The dose is 2.5 mg twice a day.",
    "eGFR ≥30 mL/min/1.73 m2 is required. ¦Serum potassium must be ≤5.0 mmol/L.",
    "HbA1c between 6.5% and 10.0% at screening.",
    "A cream with 0.5% of the drug was used. ¦It did not help.",
    "Platelets at least 1.0 x 10^9/L and bilirubin no more than 1.5 times the limit.",
    "It was stored at -20 °C. ¦Samples were thawed at 4 °C.",
    "Take 0.25 mg for 4 weeks, then 0.5 mg. ¦The highest dose is 1.0 mg.",
    # abbreviations within a sentence
    "Use birth control, e.g. Depo-Provera or an implant, during the study.",
    "Some drugs (e.g., ketoconazole) are not allowed.",
    "Adults, i.e. People over 18, may join.",
    "We compare drug A vs. Placebo over 12 weeks.",
    "The study is led by Dr. Smith at our clinic.",
    "Prof. Maria Rossi and Mrs. Jones answer questions. ¦Call them.",
    "Each visit takes approx. 45 minutes.",
    "Results are shown in Fig. 2 and Table 1. ¦They were confirmed.",
    "See protocol No. 5 for details.",
    "Approval was given (No. NCT00000000 of the ethics board).",
    "You may bring books, games, etc. to your visits.",
    "They were seen at St. Jude Hospital in Memphis.",
    "Patients on approx. ≥20 mg of prednisone are excluded.",
    "This was described by Miller et al. 2019 and confirmed.",
    "It was made by Acme Inc. Boston and sold widely.",
    "Neither the vit. D level nor calcium changed.",
    # abbreviations that end one
    "You may bring books, games, etc. ¦Lunch is provided.",
    "Is the drug approved? ¦No. ¦It is experimental.",
    "This was described by Miller et al. ¦The effect was small.",
    "Take one tablet b.i.d. ¦Store it in the fridge.",
    "The drug is given p.o. once a day at 8 a.m. before food.",
    "The first dose is at 8 a.m. ¦Stay until noon.",
    "The trial takes place in the U.S. ¦The drug is not sold there.",
    "The U.S. Food and Drug Administration has not approved it.",
    "Veterans in the U.S. may call the clinic.",
    # initials and single letters
    "The work of J. Smith and John F. Kennedy is cited.",
    "It excludes people with hepatitis B. ¦Known HIV infection is allowed.",
    "You may have hepatitis B or C. ¦Active infection is not allowed.",
    "They were given vitamin D. ¦Calcium was added.",
    "Half will be in Arm B. ¦Dosing starts on day 1.",
    "Infection with E. coli or S. aureus within 30 days.",
    # lists and labels
    "1. Age 18 years or older. ¦2. Signed informed consent.",
    "a. Pregnant women. ¦b. Nursing women.",
    "Inclusion criteria: 1. Adults with asthma; 2. Non-smokers.",
    "IV. Known allergy to the drug.",
    "1.2. Secondary outcome measures are listed here.",
    r"3\. Life expectancy of at least 12 weeks.",
    "Key points. ¦• Ask your doctor. ¦• Bring your records.",
    "Bring these:\n¦• your card\n¦• your list of drugs",
    "First paragraph without a stop\n\n¦Second paragraph",
    "One line of a wrapped\nsentence goes on. ¦The next one\nfollows.",
    # brackets and quotes
    "Patients took the drug (5 mg. Twice daily) for two weeks.",
    "They fast overnight (no food. No drinks.) before the test. ¦Water is fine.",
    "It works. ¦(See Fig. 2. ¦Results are early.) ¦More trials follow.",
    'She said "Take it now." ¦Then she left.',
    "“Am I eligible?” ¦“Ask the team.”",
    '"Is it safe?" she asked.',
    "Chemotherapy (cisplatin, carboplatin, etc.) Allowed drugs are listed below.",
    "Report any fever [38.5 °C or more]. ¦[Call us day and night.]",
    "Prior therapy is allowed (stage III only). ¦Surgery is not.",
    "a) weigh yourself. ¦b) Note the value. ¦(Use kg. ¦Not pounds.)",
    # ellipses and odd stops
    "We wait ... and then measure again.",
    "Rest, sleep, exercise... all matter.",
    "Wait … Aspirin is next.",
    "Nausea, vomiting . . . Headache may follow.",
    "Side effects were mild... ¦They went away.",
    "What?! ¦Nobody told me.",
    # what may begin a sentence
    "Kidney function is checked. ¦eGFR must be above 30.",
    "The vaccine is new. ¦mRNA is its active part.",
    "Limits apply. ¦≥18 years of age is one.",
    "Some drugs are not allowed. ¦β-blockers are.",
    "Visit clinicaltrials.gov or www.example.org. ¦You will find more.",
    "The medicine is sold as Drug.X and not.as this one. ¦Ångström units are used.",
    "no capital follows here. so nothing ends. ¦But here it does.",
]


def marked(text: str) -> tuple[str, list[str]]:
    """Take the marks out; give the text and the sentences that they separate."""
    return text.replace("¦", ""), [part.strip() for part in text.split("¦")]


@pytest.mark.parametrize("case", SENTENCES)
def test_sentences_end_where_a_reader_ends_them(case: str) -> None:
    text, expected = marked(case)
    assert [text[start:end] for start, end in split(text)] == expected


def test_there_are_many_cases() -> None:
    assert len(SENTENCES) >= 40


@pytest.mark.parametrize("text", ["", " ", "\n\t \u00a0"])
def test_nothing_in_nothing(text: str) -> None:
    assert split(text) == []
    assert words(text) == []


CHARACTERS = "abZ.!?…()[]\"'“” \n\t-•1²中é\u0301\U0001f600"
PIECES = st.sampled_from([*CHARACTERS, *"|. |e.g. |Dr. |2.5|U.S. |The |\n\n|\r\n".split("|")])
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=80).map("".join))


@given(TEXTS)
def test_sentences_are_ordered_apart_and_hold_every_character_but_spaces(text: str) -> None:
    spans = split(text)
    end_before = 0
    for start, end in spans:
        assert end_before <= start < end <= len(text)
        assert text[end_before:start].strip() == ""
        assert text[start:end] == text[start:end].strip()
        end_before = end
    assert text[end_before:].strip() == ""


@given(TEXTS)
def test_words_are_ordered_apart_and_hold_every_letter(text: str) -> None:
    end_before = 0
    for start, end in words(text):
        assert end_before <= start < end <= len(text)
        assert not any(character.isalnum() for character in text[end_before:start])
        end_before = end
    assert not any(character.isalnum() for character in text[end_before:])


@given(st.sampled_from(SENTENCES), st.sampled_from(SENTENCES))
def test_what_follows_a_blank_line_does_not_matter(one: str, other: str) -> None:
    (first, expected), (second, more) = marked(one), marked(other)
    text = f"{first}\n\n{second}"
    assert [text[start:end] for start, end in split(text)] == expected + more


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Steroid-resistant disease", ["Steroid-resistant", "disease"]),
        ("the patient's doctors' notes", ["the", "patient's", "doctors", "notes"]),
        ("don’t skip", ["don’t", "skip"]),
        ("2.5 mg or 1,000 IU", ["2.5", "mg", "or", "1,000", "IU"]),
        ("b.i.d. in the U.S.", ["b.i.d", "in", "the", "U.S"]),
        ("and/or", ["and", "or"]),
        ("18–65 years", ["18", "65", "years"]),
        ("eGFR ≥30 mL/min/1.73 m²", ["eGFR", "30", "mL", "min", "1.73", "m²"]),
        ("ends.Begins, a,b", ["ends", "Begins", "a", "b"]),
        ("non‑small‑cell snake_case --- - 'quoted'", ["non‑small‑cell", "snake", "case", "quoted"]),
        ("cafe\u0301 naïve", ["cafe\u0301", "naïve"]),
    ],
)
def test_words_are_what_a_reader_counts(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in words(text)] == expected


@pytest.mark.parametrize("unit", "(|(. |A. |a.b.|. |.|(A. |1. |x-|-|e.g. X |\u0301|'".split("|"))
def test_long_odd_texts_are_read_to_the_end(unit: str) -> None:
    text = unit * 50_000
    spans = split(text)
    assert spans[-1][1] == len(text.rstrip())
    assert all(end <= len(text) for _, end in words(text))
