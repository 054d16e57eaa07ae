r"""Text of unknown origin made fit for a terminal, and how many columns it takes there.

A page may hold characters that colour, clear or retitle the terminal that shows them, or reorder what stands around them.
Controls (C0, C1, DEL), format characters (bidi controls, zero-width space and joiners, soft hyphen, byte order mark), line
and paragraph separators, lone surrogates, private-use and unassigned characters are shown as Python writes them: ``\x1b``,
``\u202e``, ``\n``. A tab is shown as four spaces. Everything else stands for itself.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

CUT = "..."
_TAB = "    "
_VARIATION_SELECTORS = "\ufe0e\ufe0f"  # text or emoji form: terminals differ in how wide that makes a character


def visible(text: str) -> str:
    """The text in one line, without a character that a terminal would obey."""
    return text if text.isprintable() else "".join(_shown(each) for each in text)


def clipped(text: str, width: int) -> str:
    """As visible, and cut to so many columns."""
    return window(text, 0, 0, width).text


@lru_cache(maxsize=4096)
def _shown(char: str) -> str:
    if char == "\t":
        return _TAB
    if char.isprintable() or unicodedata.category(char) == "Zs":
        return char
    return char.encode("unicode_escape").decode("ascii")


@lru_cache(maxsize=4096)
def _cell(char: str) -> tuple[str, int]:
    """What is printed for a character, and how many columns that takes."""
    shown = _shown(char)
    if shown != char:
        return shown, len(shown)
    if char in _VARIATION_SELECTORS:
        return "", 0
    if unicodedata.category(char) in ("Mn", "Me") or "\u1160" <= char <= "\u11ff":  # and Korean vowels and finals
        return char, 0
    return char, 2 if unicodedata.east_asian_width(char) in "WF" else 1


@dataclass(frozen=True, slots=True)
class Window:
    """The part of a line that is printed. ``edges`` are the columns at which the line's characters begin, were it whole."""

    text: str
    left: int
    right: int
    lead: int
    edges: Sequence[int]

    def column(self, offset: int) -> int:
        """The 0-based column at which a character of the line stands; of one that is cut off, the nearest there is."""
        return self.lead + self.edges[min(max(offset, self.left), self.right)] - self.edges[self.left]


def window(text: str, start: int, end: int, room: int, cut: int = 0, least: int = 0) -> Window:
    """A line made to fit into ``room`` columns, around its characters ``start`` to ``end``.

    ``cut`` is how many characters of the line are missing before the text already; of the text, the first ``least``
    characters are left out in any case.
    """
    pieces: Sequence[str] = text
    edges: Sequence[int] = range(len(text) + 1)
    if not (text.isascii() and text.isprintable()):
        cells = [_cell(each) for each in text]
        pieces = [shown for shown, _ in cells]
        edges = [0, *accumulate(width for _, width in cells)]
    left, right = least, len(text)
    if edges[-1] + len(CUT) * (cut > 0) > room:
        left = max(least, _left(edges, start, end, room, cut))
        right = _right(edges, left, room - len(CUT) * (left > 0 or cut > 0))
    before = CUT if left or cut else ""
    after = CUT if right < len(text) else ""
    return Window(f"{before}{''.join(pieces[left:right])}{after}", left, right, len(before), edges)


def _left(edges: Sequence[int], start: int, end: int, room: int, cut: int) -> int:
    """The first character to print: some context before the start, more of it where the line ends soon."""
    marked = edges[end] - edges[start]
    context = min(room // 3, max(10, room - 2 * len(CUT) - marked))
    column = min(edges[start] - context, edges[-1] + len(CUT) - room)
    if column <= (0 if cut else len(CUT)):
        return 0
    left = bisect_left(edges, column)
    while left < start and edges[left] == edges[left + 1]:  # a combining mark does not come without its letter
        left += 1
    return left


def _right(edges: Sequence[int], left: int, room: int) -> int:
    if edges[-1] - edges[left] <= room:
        return len(edges) - 1
    return bisect_right(edges, edges[left] + room - len(CUT)) - 1
