"""A place shown in its source: the line with its number, and marks under the exact characters."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.reporters.look import Look
from triallint.reporters.printable import CUT, window
from triallint.result import Line, Place

_WIDEST = 200  # columns; more of a line does not help a reader, and no result carries more


def frame(place: Place, look: Look, digits: int, mark: str, style: str) -> Iterator[str]:
    """The lines of a place; of a place of many lines the first and the last.

    ``digits`` is the room for line numbers, ``mark`` the character to underline with.
    """
    room = room_for(look, digits + 3)
    margin = look.paint(f"{'':{digits}} |", "margin")
    before = 0
    for line, start, end, around, words in _marked(place):
        if before and line.number > before + 1:
            yield look.paint(CUT, "margin")
        shown = window(line.text, min(around, end), end, room, line.cut)
        first, last = shown.column(start), shown.column(end)
        if first == last and start < end:  # combining marks alone: they sit on the character before
            first = max(0, first - 1)
        marks = look.paint(mark * max(1, last - first), style)
        yield f"{look.paint(f'{line.number:>{digits}} |', 'margin')} {shown.text}".rstrip()
        yield f"{margin} {' ' * first}{marks}{words}"
        before = line.number


def digits_of(*places: Place) -> int:
    """How many digits the largest line number of these places has."""
    return max((len(str(line.number)) for place in places for line in place.lines), default=1)


def room_for(look: Look, margin: int) -> int:
    """The columns left beside a margin."""
    return max(20, min(look.width, _WIDEST) - margin)


def _marked(place: Place) -> Iterator[tuple[Line, int, int, int, str]]:
    """Each line to show, which of its text's characters to mark, what to show of a long one, and words to add."""
    if not place.lines:
        return
    first, last = place.lines[0], place.lines[-1]
    start = min(max(0, place.start.column - 1 - first.cut), len(first.text))
    end = len(last.text)
    if place.end.line == last.number:
        end = min(max(0, place.end.column - 1 - last.cut), end)
    if len(place.lines) == 1:
        yield first, start, max(start, end), start, ""
        return
    indent = 0 if last.cut else len(last.text) - len(last.text.lstrip())
    yield first, start, len(first.text), start, " from here"
    yield last, min(indent, end), end, max(0, end - 1), " to here"
