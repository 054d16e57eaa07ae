from __future__ import annotations

import pytest

from triallint.language import plain_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ask your physicians prior  to a visit.", ["physician", "prior to"]),
        ("the Renal Unit and a cardio-renal clinic", []),
        ("pulmonary hypertension and portal hypertension", []),
        ("a heart attack (myocardial infarction)", []),
        ("treatment of physician's choice", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    found = list(plain_words.found(text))
    assert [each.word for each in found] == words
    assert all(text[each.start : each.end].lower().startswith(each.word[:5]) for each in found)
