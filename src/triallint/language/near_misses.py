"""Slips that no dictionary knows: a rare word one letter away from a common one.

Not being in a dictionary proves nothing in medicine. A word is taken for a slip when it is rare in 45 million words of registry
text, is not in SCOWL, and is one letter away (optimal string alignment) from a word that is a hundred times as common; never
when that would turn hyper- into hypo-, or add or take a negative prefix, an ending or a spelling of the other side of the ocean.
A common word without its first letter is one too, if that is no word, and so is a plural in -ys. ``data/frequent_words.txt``,
``data/known_words.txt``, ``data/clipped_words.txt`` and ``data/compounds.txt`` are made by tools/build_known_words.py.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import cache, lru_cache
from pathlib import Path

SHORTEST = 6
"""Letters of a word that is looked at."""
LEAST = 60
"""How often the word that was meant stands in the text that was counted."""

PART = 4
"""Letters of each of two words that were joined."""

_DATA = Path(__file__).parent / "data"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_PLAIN = r"[a-z]{6,24}"
_ENDINGS = "sdnyera"
_NEGATIVE = ("in", "un", "non", "dis", "anti", "im")
_SPELLINGS = (
    ("ae", "e"),
    ("oe", "e"),
    ("is", "iz"),
    ("our", "or"),
    ("lys", "lyz"),
    ("ll", "l"),
    ("ph", "f"),
    ("ys", "yz"),
    ("ogue", "og"),
)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def is_plain(word: str) -> bool:
    """Whether a word is of six small letters or more, and nothing else."""
    return _compiled(_PLAIN).fullmatch(word) is not None


@cache
def _frequent() -> dict[str, bool]:
    """The common words; whether each is common enough for a slip that was never counted."""
    words = (_DATA / "frequent_words.txt").read_text("ascii").split()
    return {word.removesuffix("-"): not word.endswith("-") for word in words}


@cache
def _known() -> frozenset[str]:
    return frozenset((_DATA / "known_words.txt").read_text("ascii").split())


@cache
def _clipped() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word in (_DATA / "clipped_words.txt").read_text("ascii").split():
        found[word[1:]] = (*found.get(word[1:], ()), word)
    return found


def unfamiliar(words: frozenset[str]) -> frozenset[str]:
    """Of some words in small letters those that are neither common nor known: few of a text."""
    return words.difference(_frequent(), _known())


@lru_cache(maxsize=50_000)
def meant(word: str) -> tuple[str, ...]:
    """The words that a word in small letters may be a slip of; none when it is a word, or too unlike all of them."""
    if word in _clipped():
        return _clipped()[word]
    if word.endswith("ys") and word[-3:-2] not in "aeiou" and is_common(word[:-1]):
        return (f"{word[:-2]}ies",)
    if not is_plain(word) or word in _frequent() or word in _known():
        return ()
    return tuple(sorted(each for each in neighbours(word, _frequent()) if _frequent()[each] and len(each) >= SHORTEST))


def is_common(word: str) -> bool:
    """Whether a word in small letters stands often in registry text."""
    return word in _frequent()


@lru_cache(maxsize=50_000)
def two_words(word: str) -> tuple[str, str] | None:
    """The two common words that a word in small letters is made of, of which nobody makes one; None where there are none."""
    if len(word) < 2 * PART or is_common(word) or word in _compounds():
        return None
    ways = [(word[:at], word[at:]) for at in range(PART, len(word) - PART + 1) if is_common(word[:at]) and is_common(word[at:])]
    return ways[0] if len(ways) == 1 else None


@cache
def _compounds() -> frozenset[str]:
    return frozenset((_DATA / "compounds.txt").read_text("ascii").split())


def neighbours(word: str, among: Container[str]) -> set[str]:
    """Of some words those one letter away, with the same first letter, that are neither another form nor spelling of it."""
    near = {other for other in edits(word) if other in among}
    return {other for other in near if not _is_form(*sorted((word, other), key=len)) and not _is_spelling(word, other)}


def edits(word: str) -> Iterator[str]:
    """The spellings one letter away from a word, its first letter kept: one left out, changed, added or two exchanged."""
    for at in range(1, len(word) + 1):
        before, after = word[:at], word[at:]
        if after:
            yield before + after[1:]
            yield from (before + letter + after[1:] for letter in _LETTERS if letter != after[0])
        if len(after) > 1 and after[0] != after[1]:
            yield before + after[1] + after[0] + after[2:]
        yield from (before + letter + after for letter in _LETTERS)


def _is_form(short: str, long: str) -> bool:
    """Whether two words differ in an ending, in their last letter, or in a prefix that turns the meaning."""
    if short[:-1] == long[:-1] or (long[:-1] == short and long[-1] in _ENDINGS) or short[:-1] == long[:-2]:
        return True
    if ("hyper" in long) != ("hyper" in short) or ("hypo" in long) != ("hypo" in short):
        return True
    return any(long == prefix + short or (long.startswith(prefix) and not short.startswith(prefix)) for prefix in _NEGATIVE)


def _is_spelling(one: str, other: str) -> bool:
    return any(one.replace(british, american) == other.replace(british, american) for british, american in _SPELLINGS)
