"""What a page tells readers about who fits: the sentences on those who do and on those who do not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from triallint.language import narrative, sentences
from triallint.page import TrialPage
from triallint.passage import Passage

_LABEL = 60  # characters before a sentence in which its label stands
_NO = (
    r"(?i)\b(?:not a (?:good )?fit|not (?:be )?(?:right|suitable|eligible)"
    r"|who (?:can ?not|can't|should not|may not|must not))\b[^.;]{0,40}$"
)
_PERMITTED = (
    r"(?i)\b(?:may|can|could|might|will) (?:still |also )?be (?:considered|included|enrolled|eligible|allowed|accepted"
    r"|permitted)\b"
    r"|\b(?:is|are) (?:still |also )?(?:eligible|allowed|permitted|acceptable)\b"
)
# Words that many criteria share without saying the same.
_COMMON = frozenset(
    "a an the of or and to in for with who have has had been be is are was were not no any other at least than more less "
    "patients patient participants people subjects individuals adults children aged age years year old older months within "
    "diagnosed diagnosis history study trial".split()
)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def told(page: TrialPage) -> Iterator[tuple[bool, Passage]]:
    """The sentences of the section on who fits, each with whether it speaks of those who do."""
    for part in page.once(narrative.parts):
        for sentence in part.sentences:
            if sentence.field == "fit":
                yield not _compiled(_NO).search(_label(sentence) or part.heading), sentence


def _label(sentence: Passage) -> str:
    """What a sentence is labelled with, before it or as its beginning: "Not a fit"; "" where there is no label."""
    before = sentence.origin.text[max(0, sentence.start - _LABEL) : sentence.start].rpartition("\n")[2].rpartition(". ")[2]
    head, colon, _ = sentence.text[:_LABEL].partition(":")
    return head if colon else before.rstrip(" :") if before.rstrip().endswith(":") else ""


def permits(text: str, start: int, end: int) -> bool:
    """Whether the sentence of ``text`` around the offsets lets the people it speaks of in, in so many words."""
    for first, last in sentences.split(text):
        if first < end and start < last:
            return _compiled(_PERMITTED).search(text, max(first, start), last) is not None
    return False


def words(text: str) -> list[tuple[str, int, int]]:
    """The words of a text in lower case, without a plural's s, each with its offsets; a hyphen parts words."""
    return [
        (each[0][:-1] if len(each[0]) > 3 and each[0].endswith("s") and not each[0].endswith("ss") else each[0], *each.span())
        for each in _compiled(r"[a-z0-9]+").finditer(text.lower())
    ]


def shared(one: str, other: str, least: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The longest run of at least ``least`` words that two texts share, as offsets in each; two of them must be telling."""
    here, there = words(one), words(other)
    places: dict[str, list[int]] = {}
    for at, (word, _, _) in enumerate(there):
        places.setdefault(word, []).append(at)
    best: tuple[int, int, int] = (0, 0, 0)
    runs: dict[int, int] = {}
    for at, (word, _, _) in enumerate(here):
        runs = {to: runs.get(to - 1, 0) + 1 for to in places.get(word, ())}
        for to, length in runs.items():
            telling = [each for each, _, _ in here[at - length + 1 : at + 1] if each not in _COMMON]
            if length >= max(least, best[0] + 1) and len(telling) >= 2:
                best = (length, at, to)
    length, at, to = best
    if not length:
        return None
    return (here[at - length + 1][1], here[at][2]), (there[to - length + 1][1], there[to][2])
