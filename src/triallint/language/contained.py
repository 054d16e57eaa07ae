"""Pairs of criteria of one list of which one contains the other word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from triallint.language import siblings
from triallint.language.likeness import inside, tokens
from triallint.page import Criterion, TrialPage

_LEAST = 4  # words; fewer stand in many a longer criterion
_NOTE = ("(", "*")  # how a note on the criterion above begins
_DENIED = re.compile(r"\b(?:no|not|non|without|absence of|except|unless|other than|excluding|negative)\b", re.I)
# Where a clause can begin, and what can follow it: the shorter item is a clause of its own in the longer one.
_BEGINS = re.compile(r"(?:^|[.;:)\]]|\bthat have|\bwho have|\bwith a?|\bhave a?)\s*$", re.I)
_ENDS = re.compile(
    r"\s*(?:$|[.,;:(\[*]|[-–—]\s|(?:if|unless|except|excluding|other than|within|prior to|in the (?:last|past)|defined as)\b)",
    re.I,
)
# Texts of several parts of a study, and lists that were flattened to one line: their parts may repeat each other.
_SEVERAL = re.compile(r"\b(?i:cohorts?|parts?|arms?|groups?|phase|visits?|stage|criteria)\b|(?:^|[\s.(])\(?2[.)]\s?[A-Z]")
_LEAD_IN = re.compile(r"(?::|following|diagnosis of|defined as|such as|including|as follows)\s*$", re.I)
# An exception follows the shared words at once, or its sentence allows something in so many words.
_EXCEPTION = re.compile(
    r"\W{0,4}(?:(?:if|unless|except|excluding|other than|with the exception|however|but)\b"
    r"|[^.;]{0,150}\b(?:(?:may|can|could|will|would)\s+(?:still\s+)?be\s+(?:considered|accepted|included|eligible|enroll?ed|allowed|permitted)"
    r"|(?:is|are)\s+(?:allowed|permitted|eligible|acceptable))\b)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two criteria of one list, in reading order; ``rest`` is what the longer one goes on with after the shorter one's words."""

    earlier: Criterion
    later: Criterion
    short: Criterion
    rest: str

    @property
    def makes_exception(self) -> bool:
        """Whether the longer one allows something that the shorter one does not."""
        return _EXCEPTION.match(self.rest) is not None

    @property
    def words(self) -> int:
        """How many words the two share."""
        return len(tokens(self.short.text))

    @property
    def relation(self) -> str:
        """What the later one is to the earlier one."""
        return "stands in one above already" if self.later is self.short else "contains one above word for word"

    @property
    def word_for_earlier(self) -> str:
        """What the earlier one is to the later one."""
        return "the longer one" if self.later is self.short else "the shorter one"


def contained(page: TrialPage) -> tuple[Pair, ...]:
    """All such pairs of a page."""
    return page.once(_pairs)


def _pairs(page: TrialPage) -> tuple[Pair, ...]:
    return tuple(_found(page))


def _found(page: TrialPage) -> Iterator[Pair]:
    for items in siblings.alike(page):
        sized = sorted((len(tokens(each.text)), at) for at, each in enumerate(items))
        words = [frozenset(tokens(each.text)) for each in items]
        for rank, (size, at) in enumerate(sized):
            short = items[at]
            if size < _LEAST or short.children or short.text.startswith(_NOTE):
                continue
            for longer, other in sized[rank + 1 :]:
                if longer > size and words[at] <= words[other]:
                    rest = _rest(short.text, items[other].text)
                    if rest is not None:
                        yield _pair(items, at, other, rest)


def _rest(short: str, long: str) -> str | None:
    """What the longer text goes on with after the shorter; None where it does not hold it as a clause of its own."""
    found = None if _LEAD_IN.search(short, max(0, len(short) - 20)) else inside(short, long)
    if found is None:
        return None
    before, after = long[: found[0]], long[found[1] :]
    if not _BEGINS.search(before) or _DENIED.search(before) or not _ENDS.match(after) or _SEVERAL.search(f"{before} {after}"):
        return None
    return after


def _pair(items: list[Criterion], at: int, other: int, rest: str) -> Pair:
    return Pair(items[min(at, other)], items[max(at, other)], items[at], rest)
