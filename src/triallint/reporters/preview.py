"""What a repair would change: the text before and after it, as ``-`` and ``+`` lines."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.reporters.printable import clipped, window
from triallint.result import Line, Place, Repair

_MOST_LINES = 8  # of a repair; the rest is counted


def preview(repair: Repair, place: Place, room: int) -> Iterator[tuple[str, str]]:
    """Pairs of a sign and a line: the line of the finding with all edits made, or the edited texts alone."""
    pairs = _in_line(repair, place, room) or list(_alone(repair, room))
    yield from pairs[:_MOST_LINES]
    if len(pairs) > _MOST_LINES:
        yield "...", f"{len(pairs) - _MOST_LINES:,} more lines"


def _in_line(repair: Repair, place: Place, room: int) -> list[tuple[str, str]]:
    """The first line of the place before and after; nothing when an edit lies outside of it."""
    line = place.lines[0] if place.lines else Line(0, "")
    base = place.start.offset - place.start.column + 1 + line.cut
    edits = sorted((each.start - base, each.end - base, each.old, each.text) for each in repair.edits)
    parts: list[str] = []
    done = 0
    for start, end, old, text in edits:
        if not done <= start <= end <= len(line.text) or line.text[start:end] != old or "\n" in text:
            return []
        parts += (line.text[done:start], text)
        done = end
    if not edits:
        return []
    new = "".join((*parts, line.text[done:]))
    ways = (("-", line.text, done), ("+", new, done + len(new) - len(line.text)))
    begin = edits[0][0]
    least = max(window(text, begin, end, room, line.cut).left for _, text, end in ways)  # both begin at one place
    return [(sign, window(text, begin, end, room, line.cut, least).text) for sign, text, end in ways]


def _alone(repair: Repair, room: int) -> Iterator[tuple[str, str]]:
    """What each edit takes away and what it puts there."""
    for each in repair.edits:
        for sign, text in (("-", each.old), ("+", each.text)):
            if text:
                yield from ((sign, clipped(line, room)) for line in _lines(text))


def _lines(text: str) -> Iterator[str]:
    return (line.removesuffix("\r") for line in text.removesuffix("\n").split("\n"))
