"""Findings by file: the path once, then a line for each finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO

from triallint.reporters import summary
from triallint.reporters.look import Look
from triallint.reporters.printable import visible
from triallint.reporters.totals import shown
from triallint.result import FileResult, Report


def report(results: Iterable[FileResult], out: TextIO, look: Look) -> None:
    """Write the findings of each file under its path; files without findings are only counted."""

    def tell(parts: Iterator[FileResult]) -> Iterator[str]:
        told = False
        for part in parts:
            findings = shown(part, look.min_severity)
            if findings and not told:
                yield look.paint(visible(part.path), "strong")
                told = True
            yield from _rows(findings, look)
        if told:
            yield ""

    summary.write(results, out, look, tell)


def _rows(findings: list[Report], look: Look) -> Iterator[str]:
    places = [f"{each.place.start.line}:{each.place.start.column}" for each in findings]
    width = max(map(len, places), default=0)
    for place, each in zip(places, findings, strict=True):
        severity = look.paint(f"{each.severity!s:<7}", str(each.severity))
        yield f"  {place:>{width}}  {severity}  {visible(f'{each.code} {each.rule}: {each.message}')}"
