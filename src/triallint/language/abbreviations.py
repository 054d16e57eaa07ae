"""What clinical abbreviations stand for, and what they do not: a fixed table, no guessing by initials.

``data/abbreviations.csv``: the abbreviation as written, the long forms that it stands for (the first is the usual one),
long forms that it does not stand for, and records in which such a pair was read.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from triallint.page import TrialPage
from triallint.passage import Passage, Pattern

_TABLE = Path(__file__).parent / "data" / "abbreviations.csv"
_REACH = 120  # characters before a bracket in which a long form may begin
_BEFORE = re.compile(r"(?<![\w-])([A-Za-z][\w-]*?)s? ?$")
_BRITISH = re.compile(r"ae|oe|is(?=ation|ed\b)|(?<=o)u(?=rs?\b)")
_AMERICAN = {"ae": "e", "oe": "e", "is": "iz", "u": ""}

Words = tuple[str, ...]


class Abbreviation(NamedTuple):
    """One row of the table."""

    name: str
    accepted: tuple[str, ...]
    contradicting: tuple[str, ...]


class Contradiction(NamedTuple):
    """A long form and an abbreviation that stand side by side and do not belong together.

    ``whole`` and ``long`` are offsets in the passage: of both together, and of the long form. ``other`` is the
    abbreviation that the long form does belong to, "" if none.
    """

    passage: Passage
    abbreviation: Abbreviation
    whole: tuple[int, int]
    long: tuple[int, int]
    other: str


@cache
def table() -> dict[str, Abbreviation]:
    """The abbreviations by name."""
    with _TABLE.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        next(rows)
        return {row[0]: Abbreviation(row[0], _forms(row[1]), _forms(row[2])) for row in rows}


def _forms(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(";")) if cell else ()


@cache
def _pattern() -> Pattern:
    """An abbreviation in brackets, or what stands in brackets after a capital or digit that may end an abbreviation."""
    names = "|".join(sorted(map(re.escape, table()), key=len, reverse=True))
    after = "|".join(rf"(?<=[A-Z0-9]{each}\()" for each in ("", "s", " ", "s "))
    return Pattern(rf"\((?: ?(?P<name>{names})s? ?|(?:{after})(?P<long>[^()\[\]]{{4,80}}))\)", case=True)


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
        first = max(0, hit.start - _REACH)
        before = hit.passage.text[first : hit.start]
        if not hit["name"]:
            given, form = _BEFORE.search(before), words(hit["long"])
            if given and given[1] in table() and _contradicts(form, given[1]):
                start = first + given.start(1)
                yield Contradiction(hit.passage, table()[given[1]], (start, hit.end), hit.bounds("long"), _owner(form))
        elif long := _last_form(before, hit["name"]):
            place = first + long[0], first + len(before.rstrip())
            yield Contradiction(hit.passage, table()[hit["name"]], (place[0], hit.end), place, _owner(long[1]))


def _owner(form: Words) -> str:
    owners = _owners()[form]
    return next((each for each in owners if words(table()[each].accepted[0]) == form), next(iter(owners), ""))


def _last_form(before: str, name: str) -> tuple[int, Words] | None:
    """Where the longest form of the table that the text ends with begins, and its words, if it contradicts the name."""
    found = list(re.finditer(r"[^\s-]+", before))[-10:]
    tail = tuple(_word(each[0]) for each in found)
    for at in range(len(tail)):
        if tail[at:] in _owners():
            return (found[at].start(), tail[at:]) if _contradicts(tail[at:], name) else None
    return None


def _contradicts(form: Words, name: str) -> bool:
    """Whether a form of the table is neither the abbreviation's own nor the end of one that is, nor ends with one."""
    if form not in _owners():
        return False
    own = [words(each) for each in table()[name].accepted]
    return not any(form[-len(each) :] == each or each[-len(form) :] == form for each in own)
