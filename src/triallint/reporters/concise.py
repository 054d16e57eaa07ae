"""One line a finding, to read quickly, to search, and for tools that jump to a place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO

from triallint.reporters import summary
from triallint.reporters.look import Look
from triallint.reporters.printable import visible
from triallint.reporters.totals import shown
from triallint.result import FileResult, Place, Report


def report(results: Iterable[FileResult], out: TextIO, look: Look) -> None:
    """Write ``path:line:column: severity code rule: message`` for each finding."""

    def tell(parts: Iterator[FileResult]) -> Iterator[str]:
        for part in parts:
            for each in shown(part, look.min_severity):
                yield headline(each, look)

    summary.write(results, out, look, tell)


def headline(each: Report, look: Look) -> str:
    """A finding in one line."""
    severity = look.paint(str(each.severity), str(each.severity))
    return f"{look.paint(where(each.place), 'strong')}: {severity} {visible(f'{each.code} {each.rule}: {each.message}')}"


def where(place: Place) -> str:
    """A place as editors and terminals know it."""
    return f"{visible(place.path)}:{place.start.line}:{place.start.column}"
