"""Edits to text: a file's fixes applied, checked again, until nothing is left to fix."""

from __future__ import annotations

import dataclasses
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass

from triallint.result import FileResult, Report
from triallint.source import Edit, Source, Span, apply

MOST_PASSES = 10  # a fix may uncover another; fixes that chase each other must end


@dataclass(frozen=True)
class Fixed:
    """A text with its fixes applied: what they repaired, and the account of the text as it is now.

    ``refused`` says which fixes were left out and why, "" when none was.
    """

    text: str
    repaired: tuple[Report, ...]
    result: FileResult
    refused: str = ""


def fix(source: Source, check: Callable[[Source], FileResult], wanted: Callable[[Report], bool]) -> Fixed:
    """Apply the wanted fixes of a source, sorted and without overlaps, and check again until none is left.

    The text that results must still be readable and have no error that was not there before: the fixes of a rule that do such
    harm are left out.
    """
    first = check(source)
    done = _fixed(source, first, check, wanted)
    harm = _harm(first, done.result)
    if not harm:
        return done
    rules = sorted({each.rule for each in done.repaired})
    harmful = [rule for rule in rules if _harm(first, _fixed(source, first, check, _of((rule,), wanted)).result)]
    done = _fixed(source, first, check, _of(set(rules).difference(harmful), wanted))
    if _harm(first, done.result):
        return Fixed(source.text, (), first, f"nothing was fixed, for {harm}")
    return dataclasses.replace(done, refused=f"{', '.join(harmful)} was not fixed, for {harm}")


def _of(rules: Container[str], wanted: Callable[[Report], bool]) -> Callable[[Report], bool]:
    return lambda each: each.rule in rules and wanted(each)


def _fixed(source: Source, first: FileResult, check: Callable[[Source], FileResult], wanted: Callable[[Report], bool]) -> Fixed:
    result, text = first, source.text
    repaired: list[Report] = []
    for _ in range(MOST_PASSES):
        chosen = _without_overlaps(each for each in result.findings if each.fix is not None and wanted(each))
        if not chosen:
            break
        edits = [
            Edit(Span(one.start, one.end), one.old, one.text) for each in chosen if each.fix is not None for one in each.fix.edits
        ]
        text = apply(text, edits)
        repaired += chosen
        result = check(dataclasses.replace(source, text=text))
    return Fixed(text, tuple(repaired), result)


def _without_overlaps(reports: Iterable[Report]) -> list[Report]:
    """The first of the fixes that touch the same characters or the same gap; the others wait for the next pass."""
    chosen: list[Report] = []
    taken: list[Span] = []
    for each in sorted(reports, key=_first_edit):
        spans = [Span(edit.start, edit.end) for edit in each.fix.edits] if each.fix else []
        with_these = list(taken) if len(spans) > 1 else taken
        if all(_take(span, with_these) for span in spans):
            chosen.append(each)
            taken = with_these
    return chosen


def _take(span: Span, taken: list[Span]) -> bool:
    """Put a span among others that lie apart, in order; False when it overlaps one of them."""
    at = bisect_left(taken, span)
    if any(span.overlaps(other) for other in taken[max(0, at - 1) : at + 1]):
        return False
    taken.insert(at, span)
    return True


def _first_edit(report: Report) -> tuple[int, int, str]:
    edits = report.fix.edits if report.fix else ()
    return (*min((each.start, each.end) for each in edits), report.rule)


def _harm(before: FileResult, after: FileResult) -> str:
    if after.status != before.status or after.pages != before.pages:
        return "the fixed text could no longer be read as before"
    old, new = (Counter(each.rule for each in one.findings if str(each.severity) == "error") for one in (before, after))
    more = sorted((new - old).keys())
    return f"the fixed text would have a new error ({', '.join(more)})" if more else ""
