from __future__ import annotations

import pytest

from triallint.language import mirrors


def claims(text: str) -> list[tuple[str, str, str]]:
    words, limits = mirrors.subjects(text.lower(), text.lower())
    return [(about, said, text[start:end]) for about, said, start, end in mirrors.claims(text, words, limits)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Positive urine pregnancy test", ("a pregnancy test", "yes", "Positive urine pregnancy test")),
        ("a pregnancy test that is negative", ("a pregnancy test", "no", "pregnancy test that is negative")),
        ("* Women who are pregnant", ("pregnancy", "yes", "Women who are pregnant")),
        ("must not be pregnant", ("pregnancy", "no", "not be pregnant")),
        ("Unwilling to use contraception", ("contraception", "no", "Unwilling to use contraception")),
        ("Current smoker", ("smoking", "yes", "Current smoker")),
        ("healthy non-smokers", ("smoking", "no", "non-smokers")),
        ("Known HIV infection", ("HIV", "yes", "HIV infection")),
        ("LVEF (by ultrasound) greater than or equal to 50.0 %", ("LVEF of 50", "over", None)),
        ("Platelet count < 100,000/mm3", ("platelets of 100000", "under", "Platelet count < 100,000")),
        ("haemoglobin below 10,5", ("hemoglobin of 10.5", "under", "haemoglobin below 10,5")),
    ],
)
def test_claims(text: str, expected: tuple[str, str, str | None]) -> None:
    about, said, place = claims(text)[0]
    assert (about, said) == expected[:2]
    assert expected[2] in (None, place)


@pytest.mark.parametrize(
    "text", ["Wish to become pregnant", "smoking history of 10 pack-years", "a false-positive HIV test", "eGFR", "HIV vaccine"]
)
def test_no_claims(text: str) -> None:
    assert not claims(text)


def test_subjects_are_those_of_both_lists() -> None:
    assert mirrors.subjects("hiv, lvef", "smoking") == (frozenset(), False)
    assert mirrors.subjects("hiv, lvef", "hiv, egfr") == (frozenset({"hiv"}), True)
