"""What clinical abbreviations stand for, and what they do not: a fixed table, no guessing by initials.

``data/abbreviations.csv``: the abbreviation as written, the long forms that it stands for (the first is the usual one),
and long forms seen in records that it does not stand for.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from triallint.page import TrialPage
from triallint.passage import Hit, Pattern

_TABLE = Path(__file__).parent / "data" / "abbreviations.csv"
_REACH = 120  # characters before a bracket in which a long form may begin
_BRITISH = re.compile(r"ae|oe|is(?=ation|ed\b)|(?<=o)u(?=rs?\b)")
_AMERICAN = {"ae": "e", "oe": "e", "is": "iz", "u": ""}

Words = tuple[str, ...]


class Abbreviation(NamedTuple):
    """One row of the table."""

    name: str
    accepted: tuple[str, ...]
    contradicting: tuple[str, ...]


class Contradiction(NamedTuple):
    """A long form and an abbreviation that stand for each other and do not belong together.

    ``start`` to ``end`` is the whole of it in the passage, ``long_start`` to ``long_end`` the long form. ``other`` is the
    abbreviation that the long form does belong to, if any.
    """

    hit: Hit
    abbreviation: Abbreviation
    start: int
    end: int
    long_start: int
    long_end: int
    other: str


@cache
def table() -> dict[str, Abbreviation]:
    """The abbreviations by name."""
    with _TABLE.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        next(rows)
        return {name: Abbreviation(name, *(tuple(each.split(";")) if each else () for each in rest)) for name, *rest in rows}


@cache
def _pattern() -> Pattern:
    names = "|".join(sorted(map(re.escape, table()), key=len, reverse=True))
    return Pattern(
        rf"(?P<open>[(\[]) ?(?P<name>{names})s? ?[)\]]|\b(?P<given>{names})s? ?[(\[](?P<long>[^()\[\]]{{4,80}})[)\]]", case=True
    )


@cache
def _owners() -> dict[Words, list[str]]:
    """Every long form of the table, as words, with the abbreviations that it is the long form of."""
    owners: dict[Words, list[str]] = {}
    for each in table().values():
        for form in each.accepted:
            owners.setdefault(words(form), []).append(each.name)
        for form in each.contradicting:
            owners.setdefault(words(form), [])
    return owners


@cache
def words(text: str) -> Words:
    """The words of a long form: hyphens, capitals, plurals and British spelling are all one."""
    return tuple(_word(each) for each in re.split(r"[\s-]+", text.strip()) if each)


def _word(text: str) -> str:
    plain = text.lower().strip("\"'*").removesuffix("'s")
    return _BRITISH.sub(lambda found: _AMERICAN[found[0]], plain).removesuffix("s")


def contradictions(page: TrialPage) -> Iterator[Contradiction]:
    """Long forms beside an abbreviation that stands for something else, ``long form (ABC)`` or ``ABC (long form)``."""
    for hit in page.find(_pattern()):
        start, end = hit.start, hit.end
        if hit["open"]:
            first = max(0, start - _REACH)
            long = _last_form(hit.passage.text[first:start], hit["name"])
            if long:
                long_start = first + long[0]
                yield Contradiction(hit, table()[hit["name"]], long_start, end, long_start, start - long[1], _owner(long[2]))
        elif _contradicts(form := words(hit["long"]), hit["given"]):
            yield Contradiction(hit, table()[hit["given"]], start, end, *hit.bounds("long"), _owner(form))


def _owner(form: Words) -> str:
    return next(iter(_owners()[form]), "")


def _last_form(before: str, name: str) -> tuple[int, int, Words] | None:
    """The longest form of the table that the text ends with, when it contradicts the name: its start, the white space
    after it, and its words."""
    found = list(re.finditer(r"[^\s-]+", before))
    tail = tuple(_word(each[0]) for each in found[-10:])
    for count in range(len(tail), 0, -1):
        form = tail[-count:]
        if form in _owners():
            if not _contradicts(form, name):
                return None
            return found[-count].start(), len(before) - len(before.rstrip()), form
    return None


def _contradicts(form: Words, name: str) -> bool:
    """Whether a form of the table is neither the abbreviation's own nor the end of one that is, nor ends with one."""
    if form not in _owners():
        return False
    own = [words(each) for each in table()[name].accepted]
    return not any(form[-len(each) :] == each or each[-len(form) :] == form for each in own)
