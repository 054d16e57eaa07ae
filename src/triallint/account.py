"""From findings to the account of a file: lines and columns, fingerprints, what ran and what did not."""

from __future__ import annotations

import dataclasses
import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from triallint.finding import Confidence, Finding, Fix, Label, Severity
from triallint.page import TrialPage
from triallint.result import FileResult, Line, Place, Repair, Replacement, Report
from triallint.rule import FAMILIES
from triallint.selection import Active
from triallint.source import Source, Span, Unreadable

_LONGEST_LINE = 400  # characters of a source line that go along with a finding, around it


@dataclass(frozen=True)
class Checked:
    """One trial's findings, settled: suppressed ones counted, the others sorted."""

    page: TrialPage
    findings: tuple[Finding, ...]
    ran: frozenset[str]
    suppressed: int
    crashed: bool


def unreadable_part(message: str, label: Label) -> Finding:
    """The finding for a part of a file that is not what its format says."""
    return Finding(
        rule="unreadable-input",
        code="PAR001",
        message=message,
        primary=label,
        field="",
        confidence=Confidence.HIGH,
        severity=Severity.ERROR,
        help="Mend the file at this place, or exclude it.",
    )


def label_of(problem: Unreadable) -> Label:
    """Where a problem lies, or the start of the file."""
    return Label(problem.span or Span(0, 0), "")


def unreadable(problem: Unreadable, name: str, form: str, before: tuple[Report, ...] = ()) -> FileResult:
    """The account of a file that cannot be read."""
    source = problem.source or Source(name, "")
    finding = unreadable_part(problem.why, label_of(problem))
    told = of_finding(finding, source, "", name, "", 0)
    return FileResult(name, form, "unreadable", findings=(*before, told), failed=True)


def of_file(
    name: str, form: str, rules: Sequence[Active], checked: list[Checked], reports: list[Report], broken: bool
) -> FileResult:
    """The account of a file whose trials have been checked; ``broken`` says that a part of it could not be read."""
    if not checked and not broken:
        return FileResult(name, form, "not a trial")
    ran = frozenset(name for each in checked for name in each.ran)
    skipped = {
        each.rule.name: _why_skipped(each, checked) for each in rules if each.rule.name not in ran and not each.rule.preview
    }
    return FileResult(
        name,
        form,
        "checked" if checked else "unreadable",
        pages=len(checked),
        rules_run=len(ran),
        skipped=skipped,
        findings=tuple(sorted(reports, key=lambda each: each.order)),
        suppressed=sum(each.suppressed for each in checked),
        failed=broken or any(each.crashed for each in checked),
    )


def _why_skipped(active: Active, checked: list[Checked]) -> str:
    kinds = {each.page.kind for each in checked}
    if all(active.rule.severity(kind) is None for kind in kinds):
        return f"not for {' and '.join(sorted(f'{kind}s' for kind in kinds))}"
    if not active.selected and all(kind in active.rule.off for kind in kinds):
        return "off by default"
    return "the text is not in English"


def of_trial(checked: Checked, rules: Sequence[Active], path: str) -> Iterator[Report]:
    """What is told of one trial. ``path`` is what fingerprints name the file by."""
    why = {each.rule.name: each.rule.why for each in rules}
    seen: Counter[tuple[str, ...]] = Counter()
    page = checked.page
    for finding in checked.findings:
        field = page.field_at(finding.primary.span, finding.field)
        key = _identity(finding, path, page.trial_id, field)
        seen[key] += 1
        named = dataclasses.replace(finding, field=field)
        yield of_finding(named, page.source, page.trial_id, path, why.get(finding.rule, ""), seen[key] - 1)


def _identity(finding: Finding, path: str, trial_id: str, field: str) -> tuple[str, ...]:
    """What makes a finding the same one after the text around it has moved: no lines, no indexes, no white space."""
    excerpt = " ".join(finding.primary.excerpt.casefold().split())
    return finding.rule, path, trial_id, re.sub(r"\[\d+\]", "", field), excerpt


def of_finding(finding: Finding, source: Source, trial_id: str, path: str, why: str, ordinal: int) -> Report:
    """One finding with its lines, columns and fingerprint; ``ordinal`` tells equal ones apart."""
    identity = "\0".join((*_identity(finding, path, trial_id, finding.field), str(ordinal)))
    return Report(
        code=finding.code,
        rule=finding.rule,
        family=FAMILIES.get(finding.code[:3], "custom"),
        severity=finding.severity or Severity.ERROR,
        confidence=str(finding.confidence),
        message=finding.message,
        why=why,
        help=finding.help,
        place=_place(source, finding.primary),
        trial_id=trial_id,
        field=finding.field,
        related=tuple(_place(source, each) for each in finding.related),
        fix=_repair(source, finding.fix),
        fingerprint=hashlib.blake2b(identity.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest(),
    )


def _place(source: Source, label: Label) -> Place:
    start, end = label.span.start, label.span.end
    first = source.line_at(start)
    last = source.line_at(max(start, end - 1))
    lines = [_line(source, first, start)]
    if last != first:
        lines.append(_line(source, last, max(start, end - 1)))
    return Place(source.name, source.position(start), source.position(end), label.excerpt, label.message, tuple(lines))


def _line(source: Source, line: Span, around: int) -> Line:
    """The line, or of a very long one the part around an offset."""
    long = line.end - line.start > _LONGEST_LINE
    begin = max(line.start, around - _LONGEST_LINE // 4) if long else line.start
    end = min(line.end, begin + _LONGEST_LINE)
    return Line(source.position(around).line, source.text[begin:end], begin - line.start)


def _repair(source: Source, fix: Fix | None) -> Repair | None:
    if fix is None:
        return None
    base = source.base.offset
    edits = tuple(Replacement(base + each.span.start, base + each.span.end, each.old, each.text) for each in fix.edits)
    return Repair(fix.title, str(fix.safety), edits)
