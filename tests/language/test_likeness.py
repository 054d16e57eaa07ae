from __future__ import annotations

import pytest

from triallint.language import likeness


def test_tokens_keep_numbers_comparators_and_letters_of_any_script() -> None:
    assert likeness.tokens("HbA1c >= 7.5 %; IFN-α, patient's") == ("hba1c", "≥", "7", "5", "%", "ifn", "α", "patient", "s")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Known allergy to any of the study drugs", "A known allergy to any of the study drug"),
        ("Prior treatment with rituximab in any patient", "Previous treatment of any participant with rituximab"),
        ("Participants with other comorbidities are included.", "Patients with other comorbidities are included"),
    ],
)
def test_the_same_in_other_words_has_one_gist(one: str, other: str) -> None:
    assert likeness.gist(one) == likeness.gist(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("HbA1c < 7 % at screening", "HbA1c > 7 % at screening"),
        ("Diagnosis of AML by WHO criteria", "Diagnosis of ALL by WHO criteria"),
        ("Use of a CYP3A4 inhibitor", "Use of a CYP3A4 inducer"),
        ("Study 2a: took part in 2b", "Study 2b: took part in 2a"),
        ("Treated with IFN-α", "Treated with IFN-β"),
        ("Male participants of 18 years", "Female participants of 18 years"),
        ("Heart failure before surgery", "Heart failure after surgery"),
        ("History of stroke", "No history of stroke"),
        ("History of stroke", "History of severe stroke"),
    ],
)
def test_what_a_criterion_turns_on_tells_two_apart(one: str, other: str) -> None:
    assert likeness.gist(one) != likeness.gist(other)


def test_inside_gives_the_place_in_the_longer_text() -> None:
    long = "Adults; dialysis within 3  months (if possible)"
    start, end = likeness.inside("Dialysis within 3 months.", long) or (0, 0)
    assert long[start:end] == "dialysis within 3  months"
    assert likeness.inside("within 3 months of dialysis", long) is None
    assert likeness.inside("dialysis within 3 months if possible or not at all", long) is None


def test_share() -> None:
    assert likeness.share("a b c d", "a b c d") == 1
    assert likeness.share("a b c d", "a b e f") == 0.5
    assert likeness.share("", "") == 0
