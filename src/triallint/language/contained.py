"""Pairs of criteria of one list of which one contains the other word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from triallint.language import siblings
from triallint.language.likeness import inside, tokens, word_set
from triallint.page import Criterion, TrialPage

_LEAST = 6
_DENIED = re.compile(r"\b(?:no|not|without|absence of|except|unless|other than|excluding|negative)\b", re.I)
_LEAD_IN = re.compile(r"(?::|following|diagnosis of|defined as|such as|including|as follows)\s*$", re.I)
_EXCEPTION = re.compile(
    r"\b(?:except|unless|other than|excluding|with the exception"
    r"|(?:may|can|could|will|would) (?:still )?be (?:considered|accepted|included|eligible|enrolled|enroled|allowed|permitted)"
    r"|(?:is|are) (?:allowed|permitted|eligible|acceptable))\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two criteria of one list, in reading order; ``rest`` is what the longer one says beyond the shorter."""

    earlier: Criterion
    later: Criterion
    short: Criterion
    rest: str

    @property
    def makes_exception(self) -> bool:
        """Whether the longer one allows something that the shorter one does not."""
        return _EXCEPTION.search(self.rest) is not None

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
    for items in siblings.lists(page):
        sized = sorted((len(tokens(each.text)), at) for at, each in enumerate(items))
        words = [word_set(each.text) for each in items]
        for rank, (size, at) in enumerate(sized):
            short = items[at]
            if size < _LEAST or short.children or _LEAD_IN.search(short.text):
                continue
            for longer, other in sized[rank + 1 :]:
                if longer > size and words[at] <= words[other]:
                    rest = _rest(short.text, items[other].text)
                    if rest is not None:
                        yield _pair(items, at, other, rest)


def _rest(short: str, long: str) -> str | None:
    found = inside(short, long)
    if found is None or _DENIED.search(long[: found[0]]):
        return None
    return long[: found[0]] + " " + long[found[1] :]


def _pair(items: list[Criterion], at: int, other: int, rest: str) -> Pair:
    return Pair(items[min(at, other)], items[max(at, other)], items[at], rest)
