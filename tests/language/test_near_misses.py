"""Slips, and words that only look like slips."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triallint.language.near_misses import is_plain, meant


@pytest.mark.parametrize(
    ("word", "right"),
    [("investgator", "investigator"), ("patholgical", "pathological"), ("tretament", "treatment"), ("midium", "medium")],
)
def test_a_slip(word: str, right: str) -> None:
    assert meant(word) == (right,)


@pytest.mark.parametrize(
    "word", "iseligible nongenital hypeglycemic colour anaemia avapritinib investigators rescored adhere".split()
)
def test_no_slip(word: str) -> None:
    assert meant(word) == ()


@given(st.text(max_size=30))
def test_anything_is_taken(text: str) -> None:
    assert meant(text) == () or is_plain(text)
