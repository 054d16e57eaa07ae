"""Addresses, file names and formulas are told from prose that lacks a space."""

import pytest

from triallint.language import tokens


@pytest.mark.parametrize(
    "word",
    [
        "https://clinicaltrials.gov/study/NCT01234567",
        "ClinicalTrials.Gov.",
        "www.Trial.Com",
        "Jane.Doe@uni.edu;John.Doe@uni.edu",
        "Protocol.Pdf",
        "(Vue.Js)",
        "is_null.Value",
        "x=1,and",
    ],
)
def test_addresses(word: str) -> None:
    assert tokens.is_address(word)


@pytest.mark.parametrize(
    "word", ["inclusion.Patients", "heart,kidney", "drug;or", "100%.The", "St.Mary's", "committee.Any", "Co.China"]
)
def test_prose_is_no_address(word: str) -> None:
    assert not tokens.is_address(word)
    assert not tokens.is_formula(word)


@pytest.mark.parametrize(
    "word", ["46,XX", "(47,XXY)", "46,XY,del(5q)", "inv(3)(q21),del(12p),", "Cmax,ss", "AUC0-24,ss", "t1/2,ss"]
)
def test_formulas(word: str) -> None:
    assert tokens.is_formula(word)


def test_token() -> None:
    text = "see\nwww.a.org, then"
    assert text[slice(*tokens.token(text, 7))] == "www.a.org,"
    assert tokens.token("one", 0) == (0, 3)
