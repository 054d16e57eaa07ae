"""Our readability scores are textstat's, offline; stock textstat runs in a process of its own, with our data."""

import importlib.util
import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triallint.language import readability
from triallint.language.data.syllables import FILE, pronunciations
from triallint.language.readability import Counts, counts, grade, masked, prose_counts, sentence_drivers, word_drivers

ROOT = Path(__file__).resolve().parents[2]

BLURB = (
    "This study is testing a new CAR-T cell therapy to see if it can help children and adults with a tough kidney "
    "condition that doesn't respond to regular treatments."
)
STUDIES = [
    "This trial investigates the safety and efficacy of anti-CD19 CAR-T cell therapy for patients suffering from "
    "Multi-Drug Resistant Steroid Resistant Nephrotic Syndrome (MDR-SRNS).",
    "Given the lack of effective treatments for this condition, which can lead to kidney failure, the study aims to "
    "explore a novel approach using genetically modified T cells to target and eliminate disease-related cells.",
    "Participants will include children and adults aged 2 and older who have not responded to standard treatments.",
    "The study is designed to provide critical data on the potential of CAR-T therapy in treating this challenging "
    "autoimmune disease.",
]
ITEMS = [
    "Kidney biopsy was performed and the type was minimal lesion nephropathy (MCD) or glomerulosclerosis (FSGS).",
    "eGFR≥30ML/min/1.73m2 and total bilirubin (TBIL) ≤2.0×upper limit of normal, i.e. below 34 µmol/L.",
    "The dose of tacrolimus or cyclophosphamide was 2.5 mg, e.g. twice a day!",
    "Patients with chronic disease were excluded (if the benefits, as told by Dr. Li, outweighed the risks).",
]
TEXTS = [
    BLURB,
    " ".join(STUDIES),
    *STUDIES,
    " ".join(ITEMS),
    *ITEMS,
    "Not a fit: Patients with other autoimmune diseases requiring long-term systemic treatments may not benefit.",
    "Potential benefit: If successful, this therapy could offer a new option, potentially improving quality of life.",
    "1. Review the criteria with your physician.\n2. Visit the official page.\n3. Contact the study coordinator.",
    "* 1\\. Age ≥2 years old, gender unlimited;\n* 2.Diagnosed with SRNS;\n* 3\\. Renal biopsy was performed;",
    "PhasePHASE1\nStudy typeInterventional\nEnrollment18 (estimated)\nAges2 Years and up\nSexAll",
    "Last reviewed 2026-05-15. Information on this page is for educational purposes and is not medical advice.",
    "You may be able to join if you are 18 or older. You must not be pregnant. We will pay for your bus ride.",
    "We want to find out if a pill helps kids breathe better. It's free! Will you join us? Ask your doctor today.",
    "Hypertriglyceridemia, hepatosplenomegaly and immunosuppression complicate pharmacokinetic interpretation.",
    "The patient's doctors' notes weren't lost; they'll be found, I'd say. Don't worry: we've copies, they're safe.",
    "PATIENT'S CONSENT FORM. THE PARTICIPANTS' RIGHTS AREN'T LIMITED BY THE SPONSOR'S POLICY.",
    "‘Quoted’ ’t hello “words” – an en dash — an em dash … an ellipsis.",
    "Dose (mg/kg): 0.5, 1.0, 2.5 & 5.0; q.d., b.i.d. or p.o. vs. placebo, approx. 3.5 h before meals.",
    "HbA1c < 7% and LDL-C > 2.6 mmol/L; SpO2≥92%; BMI 18.5-24.9 kg/m²; T-cell count 10^9/L; 1,25(OH)2D.",
    "CAR-T MDR-SRNS KDIGO FSGS GVHD HBsAg HBcAb TBIL LVEF eGFR mRNA iPSC CD19 IL-6R PD-L1",
    "Tacrolimus mycophenolate mofetil cyclosporine rituximab taitacept tocilizumab pembrolizumab dupilumab.",
    "hmm hmm hmm. shh, mm ths fs.",
    "Antidisestablishmentarianism antidisestablishmentarianism1 antidisestablishmentarianisms supercalifragilistic.",
    "co2 ab1 ab2 a1 aa2 x_y _ __ 5'ted '\"s '.t re-entry 'tis 'twas o'clock rock'n'roll y'all",
    "İstanbul İ'd İİ. ΑΣ'Σ ΟΔΟΣ. Straße naïve cafe\u0301 Ångström Köşgeroğlu.",
    "中文 句子。 没有 英文。 Three more words here.",
    "a\x1cb c\x1fd e\u2028line two \u00a0nbsp\u00a0here \u200bzero\u200bwidth \ufeffbom \U0001f600 ok then.",
    "Word word word word word word no stop at all",
    "One. Two two. Three three three. Four four four four! Five? ... Six six six six six six.",
    "A.",
    "'t",
    "...",
    ".",
    " \n\t ",
    "",
    "Yes",
    "A b c. D e f.",
    "e.g. i.e. etc. Dr. No. 5 vs. U.S.",
    "Idea area being science fever nausea radio diarrhea areola hyena theatre idiom trial.",
    "Does it hurt? It can. Some people feel sick. Most feel fine the next day. Tell us if you do not.",
    "This is a randomised, double-blind, placebo-controlled, parallel-group, multicentre phase III superiority trial.",
    "To evaluate the long-term safety, tolerability, pharmacodynamics and immunogenicity of repeated administration.",
    "We compare two ways of giving the vaccine: one in the arm, one in the nose. Both are approved for adults.",
]
SAMPLES = [
    STUDIES,
    ITEMS,
    [BLURB, *STUDIES, *ITEMS],
    [BLURB],
    ["Is 0.5 mg e.g. enough?", "See it on www.example.org...", " Yes we can!! ", "(Use “2.5 mg.”)"],
]
SCORES = {
    "flesch_kincaid_grade": readability.flesch_kincaid_grade,
    "flesch_reading_ease": readability.flesch_reading_ease,
    "smog_index": readability.smog_index,
    "gunning_fog": readability.gunning_fog,
    "coleman_liau_index": readability.coleman_liau_index,
    "automated_readability_index": readability.automated_readability_index,
    "dale_chall_readability_score": readability.dale_chall,
}
COUNTED = {
    "lexicon_count": lambda c: c.words,
    "sentence_count": lambda c: c.sentences,
    "syllable_count": lambda c: c.syllables,
    "polysyllabcount": lambda c: c.polysyllables,
    "letter_count": lambda c: c.letters,
    "char_count": lambda c: c.characters,
    "difficult_words": lambda c: c.difficult(2),
}
STOCK = """
import json, sys, time, textstat
scores, counted, texts = json.load(sys.stdin)
textstat.syllable_count("warm up")
begin = time.process_time()
rows = [{name: getattr(textstat, name)(text) for name in scores} for text in texts]
seconds = time.process_time() - begin
for row, text in zip(rows, texts):
    row.update((name, getattr(textstat, name)(text)) for name in counted)
    row["difficult_words"] = textstat.difficult_words(text, 2, unique=False)
json.dump([rows, seconds], sys.stdout)
"""
NO_NETWORK = """
import socket, sys
tried = []
def refuse(*arguments, **named):
    tried.append(arguments)
    raise OSError("the network is closed")
socket.socket.connect = socket.socket.connect_ex = socket.create_connection = socket.getaddrinfo = refuse
"""


def random_texts(number: int) -> list[str]:
    """Make texts of dictionary words, some of them altered so that they are in no dictionary; always the same."""
    chance = random.Random(5)
    known = list(pronunciations())
    endings = ["", "", "", "", ",", ".", ".", "!", "itis", "-Word", "'s", "1", "(x)"]
    return [
        " ".join(chance.choice(known).title() + chance.choice(endings) for _ in range(chance.randrange(5, 120)))
        for _ in range(number)
    ]


def python(code: str, *, stdin: str = "", **environment: str) -> str:
    """Run code in a process of its own, with no dictionaries but those named; give what it prints."""
    variables = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "NLTK_DATA": os.devnull, **environment}
    done = subprocess.run(
        [sys.executable, "-c", code], input=stdin, capture_output=True, text=True, encoding="utf-8", env=variables
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return list(dict.fromkeys([*TEXTS, *map(masked, SAMPLES), *random_texts(30)]))


@pytest.fixture(scope="module")
def stock(texts: list[str], tmp_path_factory: pytest.TempPathFactory) -> tuple[list[dict[str, float]], float]:
    """Give stock textstat's answers for the texts, made with an NLTK data folder that is written from our data."""
    folder = tmp_path_factory.mktemp("nltk_data")
    (folder / "corpora" / "cmudict").mkdir(parents=True)
    with (folder / "corpora" / "cmudict" / "cmudict").open("w") as lines:
        # A word without a vowel needs some phone, or it would not be an entry.
        lines.writelines(f"{word.upper()} 1 {' '.join(said[0]) or 'M'}\n" for word, said in pronunciations().items())
    asked = json.dumps([list(SCORES), list(COUNTED), texts])
    rows, seconds = json.loads(python(NO_NETWORK + STOCK, stdin=asked, NLTK_DATA=str(folder)))
    return rows, seconds


def test_there_are_many_texts(texts: list[str]) -> None:
    assert len(texts) >= 60


def test_scores_equal_stock_textstat(texts: list[str], stock: tuple[list[dict[str, float]], float]) -> None:
    for text, row in zip(texts, stock[0], strict=True):
        counted = counts(text)
        for name, score in SCORES.items():
            assert score(counted) == pytest.approx(row[name], abs=1e-9, rel=0), (name, text)


def test_counts_equal_stock_textstat(texts: list[str], stock: tuple[list[dict[str, float]], float]) -> None:
    for text, row in zip(texts, stock[0], strict=True):
        counted = counts(text)
        assert {name: count(counted) for name, count in COUNTED.items()} == {name: row[name] for name in COUNTED}, text


def test_masked_prose_equals_stock_textstat(texts: list[str], stock: tuple[list[dict[str, float]], float]) -> None:
    for sentences in SAMPLES:
        row = stock[0][texts.index(masked(sentences))]
        assert grade(sentences) == pytest.approx(row["flesch_kincaid_grade"], abs=1e-9, rel=0)
        assert prose_counts(sentences).sentences == len(sentences) == row["sentence_count"]
        assert readability.smog_index(prose_counts(sentences)) == pytest.approx(row["smog_index"], abs=1e-9, rel=0)
        assert readability.gunning_fog(prose_counts(sentences)) == pytest.approx(row["gunning_fog"], abs=1e-9, rel=0)


def test_speed_is_shown(texts: list[str], stock: tuple[list[dict[str, float]], float]) -> None:
    fresh = [f"{text} Once more." for text in texts]  # textstat keeps its answers to the last 128 texts
    begin = time.process_time()
    for text in fresh:
        counted = counts(text)
        for score in SCORES.values():
            score(counted)
    ours = time.process_time() - begin
    sys.stdout.write(f"\n{len(texts)} texts, {len(SCORES)} scores: ours {ours:.4f} s, stock {stock[1]:.4f} s\n")


def test_the_seed_page_has_the_grades_that_were_measured() -> None:
    assert readability.flesch_kincaid_grade(counts(BLURB)) == pytest.approx(13.2, abs=0.05)
    assert readability.smog_index(counts(BLURB)) == pytest.approx(13.0, abs=0.05)
    assert readability.gunning_fog(counts(BLURB)) == pytest.approx(15.7, abs=0.05)
    assert readability.flesch_kincaid_grade(counts(" ".join(STUDIES))) == pytest.approx(14.7, abs=0.05)


# What is imported, and what is not


def test_importing_the_module_imports_no_dictionary() -> None:
    code = """
import sys, triallint.language.readability as r
print([name for name in ("textstat", "nltk", "cmudict", "pyphen") if name in sys.modules], r.version())
print("textstat" in sys.modules)
"""
    first, second = python(code).splitlines()
    assert first.startswith("[] 0.7.")
    assert second == "False"


def test_scores_ask_no_network_and_load_no_nltk() -> None:
    code = f"""{NO_NETWORK}
import triallint.language.readability as r
text = "The tacrolimus level of participants is checked. They may stop at any time."
print([round(score(r.counts(text)), 3) for score in (r.flesch_kincaid_grade, r.gunning_fog, r.dale_chall)])
print(tried, "nltk" in sys.modules, "cmudict" in sys.modules)
"""
    counted = counts("The tacrolimus level of participants is checked. They may stop at any time.")
    scores = [readability.flesch_kincaid_grade, readability.gunning_fog, readability.dale_chall]
    assert python(code).splitlines() == [str([round(score(counted), 3) for score in scores]), "[] False False"]


@pytest.mark.parametrize("first", ["nltk", "textstat"])
def test_a_program_that_has_loaded_them_keeps_its_own(first: str) -> None:
    pytest.importorskip(first)
    code = f"""{NO_NETWORK}
import {first} as own
import triallint.language.readability as r
print(r.syllables("idea"), sys.modules["{first}"] is own, tried)
import textstat
print(textstat.syllable_count("idea area"), textstat.flesch_reading_ease("Die Katze sitzt auf dem Tisch.") > 0, tried)
textstat.set_lang("de")
print(textstat.syllable_count("idea"))
"""
    assert python(code).splitlines() == ["3 True []", "6 True []", "1"]


def test_nltk_can_be_imported_afterwards() -> None:
    pytest.importorskip("nltk")
    code = "import triallint.language.readability as r; r.syllables('idea'); import nltk; print(hasattr(nltk, 'data'))"
    assert python(code).strip() == "True"


def asks_nothing(text: str, lang: str) -> int:
    return len(text + lang)


def asks_in_vain(text: str, lang: str) -> int:
    return 1 if get_cmudict(lang) else len(text)


def get_cmudict(lang: str) -> dict[str, list[list[str]]]:
    return {lang: []}


@pytest.mark.parametrize("function", [asks_nothing, asks_in_vain])
def test_an_unknown_textstat_is_refused_by_name(function: Any) -> None:
    with pytest.raises(readability.UnsupportedTextstatError, match=r"textstat 0\.7\.\d+ does not fit .*count_syll"):
        readability._give_dictionary(SimpleNamespace(count_syllables=function))


def test_a_textstat_built_otherwise_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == "textstat"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "textstat", ModuleType("textstat"))
    with pytest.raises(readability.UnsupportedTextstatError, match=r"textstat 0\.7\.\d+ does not fit"):
        readability._textstat.__wrapped__()


# The syllable data


@pytest.fixture(scope="module")
def builder() -> Any:
    specification = importlib.util.spec_from_file_location("build_syllables", ROOT / "tools" / "build_syllables.py")
    assert specification
    assert specification.loader
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def data() -> dict[str, int]:
    """Read the data the plain way."""
    lines = FILE.read_text("ascii").splitlines()
    return {line[:3].strip() + rest[:-1]: int(rest[-1], 16) for line in lines for rest in line[3:].split()}


def test_the_light_mapping_equals_the_data_for_every_word(data: dict[str, int]) -> None:
    light = pronunciations()
    assert {word: sum(phone[-1].isdigit() for phone in light[word][0]) for word in data} == data
    assert list(light) == list(data)
    assert len(light) == len(data) > 120_000


def test_the_light_mapping_has_no_other_words(data: dict[str, int]) -> None:
    light = pronunciations()
    chance = random.Random(7)
    for word in chance.sample(sorted(data), 5000):
        cut = chance.randrange(len(word) + 1)
        near = [word[:cut], word[cut:], word[:cut] + "-" + word[cut:], word + "s", word + str(data[word])]
        for other in [*near, word.upper(), word + " a1", word + "\n", "é" + word, word + "?"]:
            assert (other in light) == (other in data), other
    assert not [odd for odd in ("", " ", "  ", "\n", "1", "'", "\ud800", "asp irin2", "a 1") if odd in light]


def test_the_builder_makes_the_data_that_ships(builder: Any, data: dict[str, int]) -> None:
    assert builder.table(data).encode("ascii") == FILE.read_bytes()
    assert FILE.stat().st_size <= 1_300_000


def test_the_builder_reads_cmudict(builder: Any) -> None:
    lines = [
        ";;; a comment",
        "aspirin AE1 S P R IH0 N",
        "aspirin(2) AE1 S P ER0 IH0 N",
        "aalborg AO1 L B AO0 R G # place, danish",
        "hmm HH M",
        "o'clock AH0 K L AA1 K",
        "adults' AH0 D AH1 L T S",
        "a.m. EY2 EH1 M",
        "that's DH AE1 T S",
    ]
    assert builder.syllables(lines) == {"aspirin": 2, "aalborg": 2, "hmm": 0, "that's": 1}


def test_words_are_forgotten_in_time() -> None:
    readability.syllables("idea")
    remembered = readability._textstat().hyphenated
    remembered.update((f"word{number}", []) for number in range(readability.REMEMBERED + 1))
    readability.syllables("an-unheard-of-word")
    assert len(remembered) <= 2


# Prose that is already split, and what drives its grade


def test_masking_changes_the_number_of_sentences_only() -> None:
    sentences = ["Take 2.5 mg, e.g. at noon!", "Ask Dr. Li."]
    assert masked(sentences) == "Take 2,5 mg, e,g, at noon. Ask Dr, Li."
    split, joined = prose_counts(sentences), counts(" ".join(sentences))
    assert (split.words, split.syllables, split.letters) == (joined.words, joined.syllables, joined.letters)
    assert (split.sentences, joined.sentences) == (2, 1)


def test_short_sentences_count_and_marks_alone_do_not() -> None:
    assert prose_counts(["Yes.", "No pain.", " — ", "", "..."]).sentences == 2
    assert masked([" — ", ""]) == ""
    assert grade([]) == grade([" — "]) == 0.0


WORDS = st.sampled_from("a the trial idea participants 2.5 e.g. hmm — CAR-T".split())
PROSE = st.lists(st.lists(WORDS, max_size=9), max_size=9)


@given(PROSE)
def test_a_sentence_drives_what_the_grade_loses_without_it(prose: list[list[str]]) -> None:
    sentences = [" ".join(words) for words in prose]
    drivers = sentence_drivers(sentences)
    assert [driver.grade_points for driver in drivers] == sorted((d.grade_points for d in drivers), reverse=True)
    assert {d.start for d in drivers} == {at for at, sentence in enumerate(sentences) if prose_counts([sentence]).words}
    for driver in drivers:
        others = sentences[: driver.start] + sentences[driver.end :]
        assert sentences[driver.start : driver.end] == [driver.text]
        assert driver.grade_points == pytest.approx(grade(sentences) - grade(others), abs=1e-9)


@given(PROSE)
def test_words_drive_all_that_syllables_add(prose: list[list[str]]) -> None:
    text = "\n".join(" ".join(words) for words in prose).replace("hmm", "him")
    counted, drivers = counts(text), word_drivers(text)
    total = 11.8 * (counted.syllables - counted.words) / counted.words if counted.words else 0.0
    assert sum(driver.grade_points for driver in drivers) == pytest.approx(total)
    assert all(text[driver.start : driver.end] == driver.text for driver in drivers)
    assert [driver.grade_points for driver in drivers] == sorted((d.grade_points for d in drivers), reverse=True)


def test_the_words_that_drive_the_seed_page() -> None:
    drivers = word_drivers(" ".join(STUDIES))
    assert [(driver.text, driver.times) for driver in drivers[:2]] == [("therapy", 2), ("Resistant", 2)]
    assert drivers[0].grade_points == pytest.approx(11.8 * 2 * 2 / counts(" ".join(STUDIES)).words)
    assert "(MDR-SRNS)." not in {driver.text for driver in drivers}


def test_the_sentence_that_drives_the_seed_page() -> None:
    assert sentence_drivers(STUDIES)[0].text.startswith("Given the lack of effective treatments")


def test_the_only_sentence_has_the_whole_grade() -> None:
    assert [driver.grade_points for driver in sentence_drivers([BLURB])] == [grade([BLURB])]


def test_counts_are_values() -> None:
    assert counts(BLURB) == counts(BLURB)
    assert isinstance(counts(BLURB), Counts)
    assert BLURB not in repr(counts(BLURB))
