"""How alike two criteria are: by their words, with numbers, comparators and denials kept apart from the rest."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

_TOKEN = re.compile(r"[^\W_]+|[<>]=?|[≥≤=±%/+]")
# Words on which a criterion turns: two items that differ in one of them are two criteria.
_TURNS = frozenset(
    "no not non without never none nor neither except unless absence negative positive male female men women left right type "
    "grade stage class cohort part arm phase group before after during increase decrease high low upper lower above "
    "below minimum maximum first second third last most least more less both either one two three".split()
)
# Words that say the same: the first stands for all of its line.
_SAME = {
    word: words.split()[0]
    for words in (
        "patient patients participant participants subject subjects individual individuals person persons people",
        "prior previous previously past earlier",
        "investigator investigators researcher researchers physician physicians doctor",
        "medication medications drug drugs medicine medicines",
        "adequate acceptable appropriate",
        "ability able",
        "inability unable",
        "illness illnesses disease diseases condition conditions",
        "pregnant pregnancy",
        "lactating breastfeeding nursing lactation",
        "enrollment enrolment inclusion entry",
        "participate participation participating",
        "sign provide give",
        "which that who",
        "signature signed written",
    )
    for word in words.split()
}
# Words that may differ between two ways of saying the same.
_LOOSE = frozenset(
    "a an the of any or and with for to in at by on from as is are was were be been has have had having which this these "
    "those their his her its they it s will must should may can such other known documented current currently patient study "
    "trial".split()
)
LEAST_WORDS = 5
LEAST_LETTERS = 25


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[str, ...]:
    """The words, numbers and comparators of a text, in order and in lower case."""
    found = _TOKEN.findall(text.lower())
    if ">=" in found or "<=" in found:
        return tuple("≥" if each == ">=" else "≤" if each == "<=" else each for each in found)
    return tuple(found)


def is_long_enough(text: str) -> bool:
    """Whether a text is long enough for its repetition to mean something."""
    return len(text) >= LEAST_LETTERS and len(tokens(text)) >= LEAST_WORDS


def gist(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What a text turns on, in its order, and its other words of weight, without their endings and sorted.

    Two texts with one gist say the same, if they share most of their words (see share).
    """
    turns, rest = [], []
    for word in tokens(text):
        same = _SAME.get(word, word)
        if same in _TURNS or not same.isalpha():
            turns.append(same)
        elif same not in _LOOSE:
            rest.append(_stem(same))
    return tuple(turns), tuple(sorted(rest))


def _stem(word: str) -> str:
    word = word.rstrip("s")
    return word[:-2] if len(word) > 6 else word


def share(one: str, other: str) -> float:
    """How much of the words of two texts is common to both, 0 to 1."""
    first, second = Counter(tokens(one)), Counter(tokens(other))
    return 2 * (first & second).total() / max(1, first.total() + second.total())


def inside(short: str, long: str) -> tuple[int, int] | None:
    """Where the words of one text stand one after another in another: half-open offsets; None if they do not."""
    wanted, words = tokens(short), tokens(long)
    size = len(wanted)
    for at in range(len(words) - size + 1):
        if words[at] == wanted[0] and words[at : at + size] == wanted:
            found = list(_TOKEN.finditer(long.lower()))
            return found[at].start(), found[at + size - 1].end()
    return None
