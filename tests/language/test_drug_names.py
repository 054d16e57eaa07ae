"""Drugs one letter off."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from triallint.language.drug_names import is_one_off, misspelt, names


def test_slips() -> None:
    assert dict(misspelt(["beliumab", "taitacept", "doxetaxel", "rivroxaban"])) == {
        "beliumab": "belimumab",
        "taitacept": "telitacicept",
        "doxetaxel": "docetaxel",
        "rivroxaban": "rivaroxaban",
    }


def test_known_and_new_names_are_left_alone() -> None:
    assert not list(misspelt([*names(), "avapritinib", "mosunetuzumab", "database", "cystatin"]))


@given(st.text(alphabet="abc", min_size=1, max_size=8), st.integers(0, 7))
def test_a_letter_taken_out(word: str, at: int) -> None:
    shorter = word[: at % len(word)] + word[at % len(word) + 1 :]
    assert is_one_off(shorter, word)
    assert not is_one_off(word, word)
