from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triallint.language import hedging


@pytest.mark.parametrize(
    ("sentence", "asked", "allowed", "denied"),
    [
        ("We test whether it is safe.", True, False, False),
        ("The aim is to see if it is safe.", True, False, False),
        ("Is it is safe?", True, False, False),
        ("It may well be that it is safe.", False, True, False),
        ("Nobody has shown that it does not hurt or is safe.", False, False, True),
        ("It is safe or not.", False, False, True),
        ("It is not cheap, but it is safe.", False, False, False),
        ("It is safe.", False, False, False),
    ],
)
def test_what_governs_a_clause(sentence: str, asked: bool, allowed: bool, denied: bool) -> None:
    at = sentence.rindex("is safe")
    found = hedging.is_asked(sentence, at), hedging.is_allowed(sentence, at), hedging.is_denied(sentence, at)
    assert found == (asked, allowed, denied)
    assert hedging.is_governed(sentence, at) is any(found)


@given(st.text(), st.integers(0, 80))
def test_any_text(sentence: str, at: int) -> None:
    assert 0 <= hedging.clause_start(sentence, min(at, len(sentence))) <= len(sentence)
    hedging.is_governed(sentence, min(at, len(sentence)))
