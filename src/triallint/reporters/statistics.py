"""How often each rule found something: a table, the most frequent first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO

from triallint.reporters import summary
from triallint.reporters.look import Look
from triallint.reporters.printable import visible
from triallint.reporters.totals import RuleTotal, Totals
from triallint.result import FileResult

_TITLES = ("findings", "files", "fixable", "severity", "rule")


def report(results: Iterable[FileResult], out: TextIO, look: Look) -> None:
    """Write the table, then the summary."""
    totals = Totals(look.min_severity)
    for _ in totals.watch(results):
        pass
    out.writelines(f"{line}\n" for line in table(totals))
    if not look.quiet:
        out.writelines(f"{line}\n" for line in summary.summary(totals))


def table(totals: Totals) -> Iterator[str]:
    """The lines of the table; none when nothing was found. ``totals`` may have watched the results of another format."""
    if not totals.rules:
        return
    rows = [_TITLES, *(_row(each) for each in sorted(totals.rules.values(), key=lambda each: (-each.findings, each.code)))]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for *numbers, severity, rule in rows:
        cells = [f"{cell:>{width}}" for cell, width in zip(numbers, widths, strict=False)]
        yield "  ".join((*cells, f"{severity:<{widths[3]}}", rule))
    yield ""


def _row(total: RuleTotal) -> tuple[str, str, str, str, str]:
    severity = "/".join(str(each) for each in sorted(total.severities, reverse=True))
    name = visible(f"{total.code} {total.rule}")
    return f"{total.findings:,}", f"{total.files:,}", f"{total.fixable:,}", severity, name
