"""Words of doctors and offices that have an everyday word of the same meaning.

The table is the project's own, after PEMAT item 3, the CDC's Everyday Words and the Federal Plain Language Guidelines; each
row says which, or that it is editorial judgement.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple


class Found(NamedTuple):
    """A word and the everyday one; offsets are half-open code points of the text."""

    word: str
    plain: str
    start: int
    end: int


@cache
def _table() -> dict[str, tuple[str, str, frozenset[str]]]:
    """Each form of a word: the everyday word, the form that stands for all of its row, and words beside which it is a term."""
    lines = (Path(__file__).parent / "data/plain_words.csv").read_text("utf-8").splitlines()
    rows = [(row["words"].split("|"), row["plain"], frozenset(row["not_with"].split("|"))) for row in csv.DictReader(lines)]
    return {form: (plain, forms[0], terms) for forms, plain, terms in rows for form in forms}


@cache
def _expression() -> re.Pattern[str]:
    forms = sorted(_table(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(each.replace(' ', chr(92) + 's+') for each in forms)})\b(?!-|'s choice)")


@cache
def first_words() -> frozenset[str]:
    """The first words of all forms: a text without any of them need not be searched."""
    return frozenset(each.partition(" ")[0] for each in _table())


def found(text: str) -> Iterator[Found]:
    """The words of the table in a text, in order; none that the text itself explains or that is part of a name."""
    low = text.lower()
    for match in _expression().finditer(low):
        plain, word, terms = _table()[" ".join(match[0].split())]
        start, end = match.span()
        beside = {*low[max(0, start - 30) : start].split()[-1:], *low[end : end + 30].split()[:1]}
        is_name = text[start].isupper() and start > 0
        is_joined = start > 0 and text[start - 1] == "-"
        if not is_name and not is_joined and plain not in low and terms.isdisjoint(each.strip(",.;()") for each in beside):
            yield Found(word, plain, start, end)
