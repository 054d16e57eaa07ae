"""Where decoded text comes from: marks that lead from each of its characters back to the source."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from triallint.source import Source, Span

Mark = tuple[int, int, int]
"""(text offset, source start, source end): from that text offset to the next mark's, the text comes from there."""

_FOLDED = {
    **dict.fromkeys("\u2018\u2019\u201b\u02bc", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    **dict.fromkeys("\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "),
}
_FOLDABLE = re.compile(f"[{''.join(_FOLDED)}]")


def folded(text: str) -> str:
    """The text, character for character, with dashes, quotes and spaces in their ASCII forms."""
    return text if text.isascii() else _FOLDABLE.sub(lambda found: _FOLDED[found[0]], text)


@dataclass(frozen=True, slots=True)
class Piece:
    """One literal run of the source, or one decoded unit (``&ge;``, ``\\u2265``, ``\\<``, a run of white space)."""

    text: str
    span: Span


class Origin:
    """Where a text comes from: its source, the whole decoded text, its marks, and how text is written in that place.

    ``marks`` may be a function, so that a value of a large record is located only when something is found in it.
    ``escape`` writes plain text in the format of the place, or gives None when it cannot be written there.
    """

    __slots__ = ("_marks", "escape", "source", "text")

    def __init__(
        self,
        source: Source,
        text: str,
        marks: list[Mark] | Callable[[], list[Mark]],
        escape: Callable[[str], str | None] = str,
    ) -> None:
        self.source = source
        self.text = text
        self.escape = escape
        self._marks = marks

    @property
    def marks(self) -> list[Mark]:
        """The marks in order of their text offsets; the first is at 0."""
        if callable(self._marks):
            self._marks = self._marks()
        return self._marks


def lowered(text: str) -> str:
    """The text in lower case, character for character: the one letter with a longer lower-case form becomes a plain i."""
    return text.replace("\u0130", "I").lower() if not text.isascii() else text.lower()
