"""Check one source: read it, run the rules on each trial, and settle what is told: isolation, precedence, policy."""

from __future__ import annotations

import dataclasses
import datetime
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from triallint import account, reading, suppression
from triallint.account import Checked, label_of, unreadable_part
from triallint.finding import Confidence, Finding, Label, Severity
from triallint.page import TrialPage
from triallint.result import FileResult, Report
from triallint.rule import Context, Rule
from triallint.rules import known_names, names_of
from triallint.selection import Active
from triallint.source import Source, Span, Unreadable
from triallint.suppression import Suppression

MOST_FINDINGS = 1_000  # of one rule in one trial


@dataclass(frozen=True)
class Plan:
    """The rules that run on trials of one kind in one language, each with what it is told; made once for all of them."""

    kind: str
    today: datetime.date
    ran: tuple[Active, ...]
    contexts: tuple[Context, ...]
    by_name: Mapping[str, Active]
    yields: Mapping[str, tuple[str, ...]]
    names: frozenset[str]


class Plans:
    """The plans of some rules on a day, each made when the first trial asks for it."""

    def __init__(self, rules: Sequence[Active], today: datetime.date) -> None:
        self._rules = rules
        self._today = today
        self._made: dict[tuple[str, bool], Plan] = {}

    def of(self, page: TrialPage) -> Plan:
        """The plan for a trial."""
        sort = page.kind, page.language[:2].lower() in ("", "en")
        if sort not in self._made:
            self._made[sort] = self._plan(*sort)
        return self._made[sort]

    def _plan(self, kind: str, english: bool) -> Plan:
        ran = tuple(each for each in self._rules if each.runs_on(kind) and (english or not each.rule.english))
        return Plan(
            kind,
            self._today,
            ran,
            tuple(Context(self._today, each.options) for each in ran),
            {each.rule.name: each for each in reversed(ran)},
            {each.rule.name: each.rule.yields_to for each in ran if each.rule.yields_to},
            frozenset(each.rule.name for each in ran),
        )


def check(page: TrialPage, plan: Plan) -> Checked:
    """All findings of the rules on a trial, after suppressions, precedence and re-grading, in order of their places."""
    found: list[Finding] = []
    for active, context in zip(plan.ran, plan.contexts, strict=True):
        if active.rule.family != "suppressions":
            found += _isolated(active, page, context)
    found += _notation_faults(page)
    kept = _most_telling(_graded(found, plan), plan)
    suppressions = suppression.read(page.source, page.comments)
    hidden = 0
    if suppressions:
        kept, hidden, suppressions = _unsuppressed(kept, suppressions, plan)
        kept += _about_suppressions(page, suppressions, plan)
    ordered = tuple(sorted(_limited(kept, page), key=lambda each: (each.primary.span, each.code)))
    return Checked(page, ordered, plan.names, hidden, any(each.rule == "rule-crashed" for each in ordered))


def _limited(found: list[Finding], page: TrialPage) -> Iterator[Finding]:
    """Of a rule that finds very much in one trial only the first part, and a finding that says so."""
    counts: Counter[str] = Counter()
    for each in found:
        counts[each.rule] += 1
        if counts[each.rule] <= MOST_FINDINGS:
            yield each
    for rule, count in counts.items():
        if count > MOST_FINDINGS:
            yield Finding(
                rule="limit-reached",
                code="PAR004",
                message=f"{rule} found {count:,} faults in this trial; only the first {MOST_FINDINGS:,} are told.",
                primary=Label.of(page.anchor),
                field="",
                confidence=Confidence.HIGH,
                severity=Severity.WARNING,
                help="Mend what they have in common, and check again.",
            )


def _isolated(active: Active, page: TrialPage, context: Context) -> list[Finding]:
    """A rule's findings; a rule that fails gives one finding that says so, and the others go on."""
    try:
        return list(active.rule.check(page, context))
    except Exception as problem:
        return [_crash(active.rule, page, problem)]


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
        yield unreadable_part(message, Label.of(place))


def _graded(found: list[Finding], plan: Plan) -> list[Finding]:
    """The findings with the severity the user gave their rule, else their own, else their rule's."""
    graded = []
    for finding in found:
        active = plan.by_name.get(finding.rule)
        given = active.severity if active else None
        own = finding.severity or (active.rule.severity(plan.kind) if active else None) or Severity.ERROR
        graded.append(dataclasses.replace(finding, severity=given or own))
    return graded


def _most_telling(found: list[Finding], plan: Plan) -> list[Finding]:
    """One fault, one finding: a rule gives way where a rule it yields to speaks of the same place."""
    strong: dict[str, list[Span]] = {}
    for each in found:
        strong.setdefault(each.rule, []).append(each.primary.span)
    return [
        each
        for each in found
        if not any(
            span.overlaps(each.primary.span) for better in plan.yields.get(each.rule, ()) for span in strong.get(better, ())
        )
    ]


def _unsuppressed(
    found: list[Finding], suppressions: tuple[Suppression, ...], plan: Plan
) -> tuple[list[Finding], int, tuple[Suppression, ...]]:
    """The findings no suppression hides, how many were hidden, and the suppressions with what became of them."""
    names = {each.rule.name: names_of(each.rule) for each in plan.ran}
    used: set[Suppression] = set()
    kept = []
    for finding in found:
        hiding = [each for each in suppressions if each.hides(finding, names.get(finding.rule, frozenset()), plan.today)]
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
                unknown=tuple(name for name in each.rules if name.casefold() not in known_names() | ran_names),
            )
            for each in suppressions
        ),
    )


def _about_suppressions(page: TrialPage, suppressions: tuple[Suppression, ...], plan: Plan) -> list[Finding]:
    context = Context(plan.today, None, suppressions)
    about = [each for active in plan.ran if active.rule.family == "suppressions" for each in _isolated(active, page, context)]
    return _graded(about, plan)


def check_source(source: Source, plans: Plans, language: str = "") -> Iterator[Checked]:
    """The trials of a source, each checked. Raises Unreadable."""
    for page in reading.read(source):
        if language:
            page = dataclasses.replace(page, language=language)
        yield check(page, plans.of(page))


def check_file(source: Source, rules: Sequence[Active], today: datetime.date, path: str = "", language: str = "") -> FileResult:
    """The account of one source. ``path`` is what fingerprints name the file by: relative to the configuration's root."""
    form = reading.format_of(source.name, source.text[:4096])
    checked: list[Checked] = []
    reports: list[Report] = []
    broken = False
    plans = Plans(rules, today)
    for part in _lines(source) if form == "ndjson" else (source,):
        try:
            for each in check_source(part, plans, language):
                checked.append(each)
                reports += account.of_trial(each, rules, path)
        except Unreadable as problem:
            if form != "ndjson":
                return account.unreadable(problem, source.name, form, tuple(reports))
            broken = True  # one line of many: the others are still checked
            reports.append(account.of_finding(unreadable_part(problem.why, label_of(problem)), part, "", path, "", 0))
    return account.of_file(source.name, form, rules, checked, reports, broken)


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
