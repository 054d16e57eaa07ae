"""Check one source: read it, run the rules on each trial, and settle what is told: isolation, precedence, policy."""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from triallint import reading, suppression
from triallint.config import Active, known_names, names_of
from triallint.finding import Confidence, Finding, Fix, Label, Severity
from triallint.page import TrialPage
from triallint.result import FileResult, Line, Place, Repair, Replacement, Report
from triallint.rule import FAMILIES, Context, Rule
from triallint.source import Source, Span, Unreadable
from triallint.suppression import Suppression

_LONGEST_LINE = 400  # characters of a source line that go along with a finding, around it


@dataclass(frozen=True)
class Checked:
    """One trial's findings, settled: suppressed ones counted, the others sorted."""

    page: TrialPage
    findings: tuple[Finding, ...]
    ran: frozenset[str]
    suppressed: int
    crashed: bool


def check(page: TrialPage, rules: Sequence[Active], today: datetime.date) -> Checked:
    """All findings of the rules on a trial, after suppressions, precedence and re-grading, in order of their places."""
    found: list[Finding] = []
    ran: list[Active] = []
    for active in rules:
        if active.runs_on(page.kind) and not (active.rule.english and not _is_english(page)):
            ran.append(active)
            if active.rule.family != "suppressions":
                found += _isolated(active, page, Context(today, active.options))
    found += _notation_faults(page)
    kept = _most_telling([_graded(each, ran, page.kind) for each in found], ran)
    suppressions = suppression.read(page.source, page.comments)
    hidden = 0
    if suppressions:
        kept, hidden, suppressions = _unsuppressed(kept, suppressions, ran, today)
        kept += _about_suppressions(page, suppressions, ran, today)
    ordered = tuple(sorted(kept, key=lambda each: (each.primary.span, each.code)))
    names = frozenset(active.rule.name for active in ran)
    return Checked(page, ordered, names, hidden, any(each.rule == "rule-crashed" for each in ordered))


def _isolated(active: Active, page: TrialPage, context: Context) -> list[Finding]:
    """A rule's findings; a rule that fails gives one finding that says so, and the others go on."""
    try:
        return list(active.rule.check(page, context))
    except Exception as problem:
        return [_crash(active.rule, page, problem)]


def _is_english(page: TrialPage) -> bool:
    return page.language[:2].lower() in ("", "en")


def _crash(rule: Rule, page: TrialPage, problem: Exception) -> Finding:
    trace = problem.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    at = f" (line {trace.tb_lineno} of {trace.tb_frame.f_code.co_filename.rpartition('/')[2]})" if trace else ""
    return Finding(
        rule="rule-crashed",
        code="PAR002",
        message=f"The rule {rule.name} stopped with an error of its own: {type(problem).__name__}: {problem}{at}.",
        primary=Label.of(page.anchor),
        field="",
        confidence=Confidence.HIGH,
        severity=Severity.ERROR,
        help=f"Report it with this file; until it is mended, --ignore {rule.name} lets the run pass.",
    )


def _notation_faults(page: TrialPage) -> Iterator[Finding]:
    for message, place in page.faults:
        yield _unreadable(message, Label.of(place))


def _unreadable(message: str, label: Label) -> Finding:
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


def _graded(finding: Finding, ran: Iterable[Active], kind: str) -> Finding:
    active = next((each for each in ran if each.rule.name == finding.rule), None)
    given = active.severity if active else None
    own = finding.severity or (active.rule.severity(kind) if active else None) or Severity.ERROR
    return dataclasses.replace(finding, severity=given or own)


def _most_telling(found: list[Finding], ran: Iterable[Active]) -> list[Finding]:
    """One fault, one finding: a rule gives way where a rule it yields to speaks of the same place."""
    yields = {each.rule.name: each.rule.yields_to for each in ran if each.rule.yields_to}
    strong: dict[str, list[Span]] = {}
    for each in found:
        strong.setdefault(each.rule, []).append(each.primary.span)
    return [
        each
        for each in found
        if not any(span.overlaps(each.primary.span) for better in yields.get(each.rule, ()) for span in strong.get(better, ()))
    ]


def _unsuppressed(
    found: list[Finding], suppressions: tuple[Suppression, ...], ran: Sequence[Active], today: datetime.date
) -> tuple[list[Finding], int, tuple[Suppression, ...]]:
    """The findings no suppression hides, how many were hidden, and the suppressions with what became of them."""
    names = {each.rule.name: names_of(each.rule) for each in ran}
    used: set[Suppression] = set()
    kept = []
    for finding in found:
        hiding = [each for each in suppressions if each.hides(finding, names.get(finding.rule, frozenset()), today)]
        used.update(hiding)
        if not hiding:
            kept.append(finding)
    ran_names = frozenset(name for each in names.values() for name in each)
    return (
        kept,
        len(found) - len(kept),
        tuple(
            dataclasses.replace(
                each,
                used=each in used,
                judged=all(name.casefold() in ran_names for name in each.rules),
                unknown=tuple(name for name in each.rules if name.casefold() not in known_names()),
            )
            for each in suppressions
        ),
    )


def _about_suppressions(
    page: TrialPage, suppressions: tuple[Suppression, ...], ran: Sequence[Active], today: datetime.date
) -> list[Finding]:
    context = Context(today, None, suppressions)
    about = [each for active in ran if active.rule.family == "suppressions" for each in _isolated(active, page, context)]
    return [_graded(each, ran, page.kind) for each in about]


def check_source(source: Source, rules: Sequence[Active], today: datetime.date, language: str = "") -> Iterator[Checked]:
    """The trials of a source, each checked. Raises Unreadable."""
    for page in reading.read(source):
        if language:
            page = dataclasses.replace(page, language=language)
        yield check(page, rules, today)


def check_file(source: Source, rules: Sequence[Active], today: datetime.date, path: str = "", language: str = "") -> FileResult:
    """The account of one source. ``path`` is what fingerprints name the file by: relative to the configuration's root."""
    form = reading.format_of(source.name, source.text[:4096])
    checked: list[Checked] = []
    reports: list[Report] = []
    try:
        if form == "ndjson":
            for line in _lines(source):
                reports += _line_reports(line, rules, today, path, language, checked)
        else:
            for each in check_source(source, rules, today, language):
                checked.append(each)
                reports += _reports(each, rules, path)
    except Unreadable as problem:
        return unreadable(problem, source.name, form, tuple(reports))
    return _account(source.name, form, rules, checked, reports)


def _lines(source: Source) -> Iterator[Source]:
    """The lines of an NDJSON file, each a source that knows where it begins."""
    at = 0
    number = source.base.line
    while at < len(source.text):
        stop = source.text.find("\n", at)
        stop = len(source.text) if stop < 0 else stop
        line = source.text[at:stop]
        if line.strip():
            base = dataclasses.replace(source.base, line=number, offset=source.base.offset + at)
            yield Source(source.name, line, source.encoding, b"", base)
        at, number = stop + 1, number + 1


def _line_reports(
    line: Source,
    rules: Sequence[Active],
    today: datetime.date,
    path: str,
    language: str,
    checked: list[Checked],
) -> Iterator[Report]:
    """One line's reports; a broken line is one finding and the others are still checked."""
    try:
        for each in check_source(line, rules, today, language):
            checked.append(each)
            yield from _reports(each, rules, path)
    except Unreadable as problem:
        finding = _unreadable(problem.why, _label(problem))
        yield _report(finding, line, "", path, "", 0)


def _label(problem: Unreadable) -> Label:
    return Label(problem.span or Span(0, 0), "")


def unreadable(problem: Unreadable, name: str, form: str, before: tuple[Report, ...] = ()) -> FileResult:
    """The account of a file that cannot be read."""
    source = problem.source or Source(name, "")
    finding = _unreadable(problem.why, _label(problem))
    report = _report(finding, source, "", name, "", 0)
    return FileResult(name, form, "unreadable", findings=(*before, report), failed=True)


def _account(name: str, form: str, rules: Sequence[Active], checked: list[Checked], reports: list[Report]) -> FileResult:
    broken = any(each.rule == "unreadable-input" and not each.trial_id for each in reports)
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


def _reports(checked: Checked, rules: Sequence[Active], path: str) -> Iterator[Report]:
    why = {each.rule.name: each.rule.why for each in rules}
    seen: Counter[tuple[str, ...]] = Counter()
    page = checked.page
    for finding in checked.findings:
        field = page.field_at(finding.primary.span, finding.field)
        key = _identity(finding, path, page.trial_id, field)
        seen[key] += 1
        named = dataclasses.replace(finding, field=field)
        yield _report(named, page.source, page.trial_id, path, why.get(finding.rule, ""), seen[key] - 1)


def _identity(finding: Finding, path: str, trial_id: str, field: str) -> tuple[str, ...]:
    """What makes a finding the same one after the text around it has moved: no lines, no indexes, no white space."""
    excerpt = " ".join(finding.primary.excerpt.casefold().split())
    return finding.rule, path, trial_id, re.sub(r"\[\d+\]", "", field), excerpt


def _report(finding: Finding, source: Source, trial_id: str, path: str, why: str, ordinal: int) -> Report:
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
