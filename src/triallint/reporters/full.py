"""All there is to say about a finding, for a person: its place in the source, why it matters, what to do, and the repair.

Every line says in words what it is, so that the report can be read aloud from top to bottom.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO

from triallint.reporters import summary
from triallint.reporters.concise import headline, where
from triallint.reporters.frame import digits_of, frame, room_for
from triallint.reporters.look import Look
from triallint.reporters.preview import preview
from triallint.reporters.printable import clipped, visible
from triallint.reporters.totals import option_for, shown
from triallint.result import FileResult, Place, Repair, Report

_FRAMES = 3  # related places shown in their source; a list of twenty repeats helps nobody


def report(results: Iterable[FileResult], out: TextIO, look: Look) -> None:
    """Write each finding with its source."""

    def tell(parts: Iterator[FileResult]) -> Iterator[str]:
        for part in parts:
            for each in shown(part, look.min_severity):
                yield from _finding(each, part, look)
                yield ""

    summary.write(results, out, look, tell)


def _finding(each: Report, result: FileResult, look: Look) -> Iterator[str]:
    digits = digits_of(each.place, *each.related[:_FRAMES])
    yield headline(each, look)
    yield from frame(each.place, look, digits, "^", str(each.severity))
    for there in each.related[:_FRAMES]:
        yield from _related(there, each.place, look, digits)
    if len(each.related) > _FRAMES:
        yield _further(each.related[_FRAMES:], look)
    if each.trial_id and (result.pages > 1 or result.format == "ndjson"):
        yield _labelled("trial", f"{each.trial_id} {each.field}".rstrip(), look)
    if each.why:
        yield _labelled("why", each.why, look)
    if each.help:
        yield _labelled("help", each.help, look)
    if each.fix is not None:
        yield from _repair(each.fix, each.place, result, look)


def _repair(fix: Repair, place: Place, result: FileResult, look: Look) -> Iterator[str]:
    option = option_for(fix, result)
    how = fix.safety if option == "--fix" or fix.safety == "unsafe" else "safe, but in a record"
    yield _labelled("fix", f"{fix.title} ({how}: {option or 'by hand, the file is compressed'})", look)
    for sign, text in preview(fix, place, room_for(look, 6)):
        yield look.paint(f"    {sign} {text}".rstrip(), "new" if sign == "+" else "old")


def _labelled(label: str, text: str, look: Look) -> str:
    return f"  {look.paint(f'{label}:', 'strong')} {visible(text)}"


def _related(there: Place, primary: Place, look: Look, digits: int) -> Iterator[str]:
    """A related place; one in the line that has just been shown is not shown again."""
    said = f"{where(there)}: {visible(there.message or 'see also')}"
    is_near = there.path == primary.path and there.start.line == there.end.line == primary.start.line
    if is_near or not there.lines:
        quoted = f': "{clipped(there.excerpt, room_for(look, 40))}"' if there.excerpt else ""
        yield f"  {look.paint('note:', 'strong')} {said}{quoted}"
        return
    yield f"  {look.paint('note:', 'strong')} {said}"
    yield from frame(there, look, digits, "-", "margin")


def _further(places: tuple[Place, ...], look: Look) -> str:
    named = ", ".join(where(each) for each in places[:10])
    more = f" and {len(places) - 10:,} more" if len(places) > 10 else ""
    return f"  {look.paint('note:', 'strong')} also at {named}{more}"
