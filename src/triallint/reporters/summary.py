"""The end of a report for people: what was found, what is not shown, and what was not checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TextIO

from triallint.finding import Severity
from triallint.reporters.look import Look
from triallint.reporters.printable import visible
from triallint.reporters.totals import Totals
from triallint.result import FileResult

Told = Callable[[Iterator[FileResult]], Iterator[str]]
"""What a format says of one file, line by line; the file's parts must all be taken."""


def write(results: Iterable[FileResult], out: TextIO, look: Look, tell: Told) -> None:
    """Write what is told of each file, then the summary; with ``look.verbose`` also what was not checked in it."""
    totals = Totals(look.min_severity)
    for parts in totals.by_file(results):
        out.writelines(f"{line}\n" for line in tell(parts))
        if look.verbose:
            out.writelines(f"{line}\n" for line in notes(totals.account))
    if not look.quiet:
        out.writelines(f"{line}\n" for line in summary(totals))


def summary(totals: Totals) -> Iterator[str]:
    """The run in a few sentences."""
    yield _found(totals)
    if totals.hidden:
        lowest = min(totals.hidden)
        yield f"{_by_severity(totals.hidden, ' and ')} not shown (--min-severity {lowest})."
    away = [
        f"{_count(number, 'finding')} hidden by {by}"
        for number, by in ((totals.suppressed, "suppression comments"), (totals.baselined, "the baseline"))
        if number
    ]
    if away:
        yield f"{', '.join(away)}."
    yield from _unchecked(totals)


def notes(account: FileResult) -> Iterator[str]:
    """What was not checked in a file, a line each."""
    path = visible(account.path)
    if account.status == "not a trial":
        yield f"{path}: not a trial, so it was not checked."
    reasons: dict[str, list[str]] = {}
    for rule, why in sorted(account.skipped.items()):
        reasons.setdefault(why, []).append(rule)
    for why, rules in sorted(reasons.items()):
        yield f"{path}: {_count(len(rules), 'rule')} not run ({visible(why)}): {visible(', '.join(rules))}."


def _found(totals: Totals) -> str:
    files = totals.files["checked"] + totals.files["unreadable"]
    if not files:
        return "Nothing was checked: there is no trial among the files."
    trials = f" ({_count(totals.trials, 'trial')})" if totals.trials not in (0, files) else ""
    number = sum(totals.shown.values())
    if not number:
        above = {Severity.ERROR: "errors", Severity.WARNING: "errors or warnings"}.get(totals.lowest, "findings")
        return f"No {above if totals.hidden else 'findings'} in {_count(files, 'file')}{trials}."
    where = f"{totals.faulty:,} of {_count(files, 'file')}" if files > 1 else "1 file"
    return f"{_count(number, 'finding')} in {where}{trials}: {_by_severity(totals.shown, ', ')}{_repairs(totals)}."


def _by_severity(counts: Counter[Severity], between: str) -> str:
    return between.join(
        f"{counts[each]:,} info" if each is Severity.INFO else _count(counts[each], str(each))
        for each in sorted(counts, reverse=True)
        if counts[each]
    )


def _repairs(totals: Totals) -> str:
    safe, unsafe = totals.repairs["--fix"], totals.repairs["--unsafe-fixes"]
    if safe and unsafe:
        return f"; {safe:,} can be fixed with --fix, {unsafe:,} more with --unsafe-fixes"
    if safe or unsafe:
        return f"; {safe or unsafe:,} can be fixed with {'--fix' if safe else '--unsafe-fixes'}"
    return ""


def _unchecked(totals: Totals) -> Iterator[str]:
    unreadable, others = totals.files["unreadable"], totals.files["not a trial"]
    away = [f"{_count(unreadable, 'file')} unreadable"] if unreadable else []
    away += [f"{_count(others, 'file')} not a trial (-v lists them)"] if others else []
    if away:
        yield f"Not checked: {', '.join(away)}."
    if totals.partial:
        yield f"Checked only in part: {_count(totals.partial, 'file')} (see unreadable-input and rule-crashed)."
    if totals.skipped:
        yield f"Rules not run (-v names them): {', '.join(_reasons(totals))}."


def _reasons(totals: Totals) -> Iterator[str]:
    checked = totals.files["checked"]
    for why, reason in sorted(totals.skipped.items()):
        where = f", in {reason.files:,} of {_count(checked, 'file')}" if reason.files < checked else ""
        yield f"{len(reason.rules):,} ({visible(why)}{where})"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'s' * (number != 1)}"
