"""How alike two criteria are: by their words, with numbers, comparators and denials kept apart from the rest."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

_TOKEN = re.compile(r"[a-z]+(?:'[a-z]+)?|[0-9]+(?:[.,][0-9]+)*|[≥≤<>=±%/]|(?<=[a-z0-9(])[+-](?![a-z0-9])")
# Words on which a criterion turns: two items that differ in one of them are two criteria.
_TURNS = frozenset(
    "no not without never none nor neither except unless non absence negative positive male female men women left right type "
    "grade stage class cohort part arm phase group before after during prior increase decrease high low upper lower above "
    "below minimum maximum first second third last most least more less both either one two three".split()
)
# Words that may differ between two ways of saying the same.
_LOOSE = frozenset(
    "a an the of any or and with for to in at by on from as is are was were be been has have had having who that which this "
    "these those their his her its they it will must should may can such other known documented current currently previous "
    "previously patient patients participant participants subject subjects study trial".split()
)
LEAST_WORDS = 5
LEAST_LETTERS = 25


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[str, ...]:
    """The words, numbers and comparators of a text, in order and in lower case."""
    return tuple(_TOKEN.findall(text.lower()))


@lru_cache(maxsize=4096)
def word_set(text: str) -> frozenset[str]:
    """The different ones of a text's tokens."""
    return frozenset(tokens(text))


def is_long_enough(text: str) -> bool:
    """Whether a text is long enough for its repetition to mean something."""
    return len(tokens(text)) >= LEAST_WORDS and len(text) >= LEAST_LETTERS


def are_nearly_equal(one: str, other: str) -> bool:
    """Whether two texts say the same in nearly the same words.

    Four of five words are common to both (whatever their order), and what is not common are words of little weight or
    other forms of one word: never a number, a comparator, a denial, or one drug for another.
    """
    first, second = tokens(one), tokens(other)
    if min(len(first), len(second)) < 0.8 * max(len(first), len(second)):
        return False
    some, others = word_set(one), word_set(other)
    if 2 * len(some & others) < 0.7 * (len(some) + len(others)):
        return False
    common = Counter(first) & Counter(second)
    if 2 * common.total() < 0.8 * (len(first) + len(second)):
        return False
    left, right = (sorted((Counter(each) - common).elements()) for each in (first, second))
    heavy = [[word for word in each if word not in _LOOSE] for each in (left, right)]
    if any(word in _TURNS or not word.isalpha() for word in (*left, *right)):
        return False
    return len(heavy[0]) == len(heavy[1]) and all(_is_form(a, b) for a, b in zip(*heavy, strict=True))


def _is_form(one: str, other: str) -> bool:
    """Whether two words are singular and plural of one, or differ in their ending only."""
    return one.rstrip("s") == other.rstrip("s") or (len(one) > 6 and one[:-2] == other[:-2])


def inside(short: str, long: str) -> tuple[int, int] | None:
    """Where the words of one text stand one after another in another: half-open offsets; None if they do not."""
    wanted = tokens(short)
    found = list(_TOKEN.finditer(long.lower()))
    words = [each[0] for each in found]
    size = len(wanted)
    for at in range(len(words) - size + 1):
        if words[at] == wanted[0] and tuple(words[at : at + size]) == wanted:
            return found[at].start(), found[at + size - 1].end()
    return None
