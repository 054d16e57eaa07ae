"""An estimate that has passed, or an event of the future that has happened already."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field

from triallint.finding import Finding, Severity
from triallint.language.dates import latest_date, plain_date
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule


@dataclass(frozen=True)
class Options:
    """How long after an estimated date a record may keep it."""

    days: int = field(default=30, metadata={"at_least": 0, "help": "Days after an estimated date before it is reported."})


rule = Rule(
    name="date-type-inconsistent",
    code="DAT009",
    what="A date is called estimated although it has passed, or actual although it has not come.",
    why="Readers cannot tell whether the trial has begun or ended, and so whether they can still join.",
    do="Enter what happened: the actual date, or a new estimate.",
    pages=None,
    records=Severity.ERROR,
    options=Options,
    english=False,
    review="major",
    citations=(
        Citation("42 CFR 11.64: start and completion dates are updated within 30 days of their change", read="2026-11-23"),
    ),
    measured=(Measured("2,919 registry records", rate=68.17, right=50, read=50),),
    examples=(
        Bad(
            '{"protocolSection": {"statusModule": {"startDateStruct": {"date": "⟦2024-01⟧", "type": "ESTIMATED"}}}}',
            format="json",
        ),
        Bad(
            '{"protocolSection": {"statusModule": {"completionDateStruct": {"date": "⟦2027-03-01⟧", "type": "ACTUAL"}}}}',
            format="json",
        ),
        Good(
            '{"protocolSection": {"statusModule": {"startDateStruct": {"date": "2024-01", "type": "ACTUAL"},'
            ' "completionDateStruct": {"date": "2027-03-01", "type": "ESTIMATED"}}}}',
            format="json",
        ),
        Good(
            '{"protocolSection": {"statusModule": {"startDateStruct": {"date": "2026-11", "type": "ESTIMATED"},'
            ' "completionDateStruct": {"date": "2012-03"}}}}',
            format="json",
        ),
    ),
)

_NAMES = {"start_date": "start", "primary_completion_date": "primary completion", "completion_date": "completion"}
_OVER = ("WITHDRAWN", "NO_LONGER_AVAILABLE", "TEMPORARILY_NOT_AVAILABLE")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """A date without a day is the whole month; a trial that never began keeps its estimates."""
    if page.status in _OVER:
        return
    for name, called in _NAMES.items():
        given, kind = page.dates.get(name), page.fact(f"{name}_type").value
        if given is not None and (message := _contradiction(called, given.value or "", kind, context)):
            yield rule.finding(given.place, message)


def _contradiction(called: str, text: str, kind: str | None, context: Context) -> str:
    first, last = plain_date(text), latest_date(text)
    if kind == "ACTUAL" and first is not None and first > context.today:
        return f"The {called} date {text} is called actual, but has not come yet."
    passed = last is not None and last + datetime.timedelta(days=context.options.days) < context.today
    if kind == "ESTIMATED" and passed:
        return f"The {called} date {text} has passed, and is still an estimate."
    return ""
