"""What is counted while results go by: all that a reporter keeps of them."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter

from triallint.finding import Severity
from triallint.result import FileResult, Repair, Report

_RECORDS = ("json", "ndjson", "yaml")
_NOTHING = FileResult("", "", "not a trial")


@dataclass
class RuleTotal:
    """What one rule found, of what is shown."""

    code: str
    rule: str
    findings: int = 0
    files: int = 0
    fixable: int = 0
    severities: set[Severity] = field(default_factory=set)


@dataclass
class Reason:
    """Rules that did not run for one reason, and in how many files."""

    rules: set[str] = field(default_factory=set)
    files: int = 0


@dataclass
class Totals:
    """Counts of a run.

    ``lowest``    findings below this severity are not shown: they count as ``hidden``
    ``files``     files by status; ``faulty`` of them have findings that are shown; ``partial`` were checked only in part
    ``repairs``   findings by the option that repairs them
    ``account``   the file the results are at, its parts joined, without findings
    """

    lowest: Severity
    files: Counter[str] = field(default_factory=Counter)
    faulty: int = 0
    partial: int = 0
    trials: int = 0
    shown: Counter[Severity] = field(default_factory=Counter)
    hidden: Counter[Severity] = field(default_factory=Counter)
    fixable: int = 0
    repairs: Counter[str] = field(default_factory=Counter)
    suppressed: int = 0
    baselined: int = 0
    rules: dict[str, RuleTotal] = field(default_factory=dict)
    skipped: dict[str, Reason] = field(default_factory=dict)
    account: FileResult = _NOTHING
    _faults: set[str] = field(default_factory=set)

    def by_file(self, results: Iterable[FileResult]) -> Iterator[Iterator[FileResult]]:
        """The results, counted as they go by: for each file its parts, which must be taken before the next file."""
        for _, parts in groupby(results, attrgetter("path")):
            self.account, self._faults = _NOTHING, set()
            yield self._counted(parts)
            self._close()

    def watch(self, results: Iterable[FileResult]) -> Iterator[FileResult]:
        """The results unchanged, counted as they go by."""
        for parts in self.by_file(results):
            yield from parts

    def _counted(self, parts: Iterable[FileResult]) -> Iterator[FileResult]:
        for part in parts:
            for report in part.findings:
                self._count(report, part)
            self.account = joined(self.account, part)
            yield part

    def _count(self, report: Report, part: FileResult) -> None:
        if report.severity < self.lowest:
            self.hidden[report.severity] += 1
            return
        self.shown[report.severity] += 1
        total = self.rules.setdefault(report.rule, RuleTotal(report.code, report.rule))
        total.findings += 1
        total.files += report.rule not in self._faults
        total.severities.add(report.severity)
        self._faults.add(report.rule)
        if report.fix is not None:
            self.fixable += 1
            total.fixable += 1
            self.repairs[option_for(report.fix, part)] += 1

    def _close(self) -> None:
        """Count the file that has gone by."""
        account = self.account
        self.files[account.status] += 1
        self.faulty += bool(self._faults)
        self.partial += account.failed and account.status == "checked"
        self.trials += account.pages
        self.suppressed += account.suppressed
        self.baselined += account.baselined
        reasons: dict[str, set[str]] = {}
        for rule, why in account.skipped.items():
            reasons.setdefault(why, set()).add(rule)
        for why, rules in reasons.items():
            reason = self.skipped.setdefault(why, Reason())
            reason.rules |= rules
            reason.files += 1


def shown(result: FileResult, lowest: Severity) -> list[Report]:
    """The findings of a result that are to be shown, in order."""
    return sorted((each for each in result.findings if each.severity >= lowest), key=attrgetter("order"))


def joined(one: FileResult, other: FileResult) -> FileResult:
    """The account of two parts of a file together, without findings."""
    first, second = sorted((one, other), key=_weight)
    both = one.pages and other.pages
    skipped = {rule: why for rule, why in second.skipped.items() if not both or rule in first.skipped}
    return dataclasses.replace(
        second,
        format=second.format or first.format,
        pages=one.pages + other.pages,
        rules_run=max(one.rules_run, other.rules_run),
        skipped=skipped,
        findings=(),
        suppressed=one.suppressed + other.suppressed,
        baselined=one.baselined + other.baselined,
        failed=one.failed or other.failed,
    )


def _weight(result: FileResult) -> int:
    """Of a file's parts, one that was checked tells what became of the file, before one that was not."""
    return ("not a trial", "unreadable", "checked").index(result.status)


def option_for(repair: Repair, result: FileResult) -> str:
    """The option that makes a repair; "" where none does: a compressed file is not rewritten."""
    if result.path.lower().endswith(".gz"):
        return ""
    return "--fix" if repair.safety == "safe" and result.format not in _RECORDS else "--unsafe-fixes"
