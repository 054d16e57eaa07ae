"""An open trial whose record nobody has confirmed for a year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from triallint.finding import Finding, Severity
from triallint.language.dates import latest_date
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule


@dataclass(frozen=True)
class Options:
    """How old the confirmation of an open trial's record may be."""

    warn_days: int = field(default=365, metadata={"at_least": 1, "help": "Days after which to warn."})
    error_days: int = field(default=730, metadata={"at_least": 1, "help": "Days after which it is an error."})


rule = Rule(
    name="record-verification-stale",
    code="DAT010",
    what="The record of an open trial was last verified more than a year ago.",
    why="Nobody knows whether the trial still looks for participants, and after two years the registry calls its status unknown.",
    do="Go through the record, update it, and enter the month in which that was done.",
    pages=None,
    records=Severity.WARNING,
    options=Options,
    english=False,
    review="major",
    citations=(
        Citation("42 CFR 11.64: a record is verified at least every 12 months", read="2026-11-23"),
        Citation("ClinicalTrials.gov glossary: last verified, unknown status", read="2026-11-23"),
    ),
    measured=(Measured("2,919 registry records", rate=28.54, right=50, read=50),),
    examples=(
        Bad(
            '{"protocolSection": {"statusModule": {"overallStatus": "RECRUITING", "statusVerifiedDate": "⟦2025-02⟧"}}}',
            format="json",
        ),
        Bad(
            '{"protocolSection": {"statusModule": {"overallStatus": "NOT_YET_RECRUITING", "statusVerifiedDate": "⟦2023-07⟧"}}}',
            format="json",
        ),
        Good(
            '{"protocolSection": {"statusModule": {"overallStatus": "RECRUITING", "statusVerifiedDate": "2026-08"}}}',
            format="json",
        ),
        Good(
            '{"protocolSection": {"statusModule": {"overallStatus": "COMPLETED", "statusVerifiedDate": "2019-06"}}}',
            format="json",
        ),
    ),
)

_OPEN = ("RECRUITING", "NOT_YET_RECRUITING", "ENROLLING_BY_INVITATION", "ACTIVE_NOT_RECRUITING", "SUSPENDED", "AVAILABLE")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """The last day of the month counts."""
    verified = page.dates.get("verified_on")
    day = latest_date(verified.value or "") if verified and page.status in _OPEN else None
    if verified is None or day is None:
        return
    age = (context.today - day).days
    if age > context.options.warn_days:
        severity = Severity.ERROR if age > context.options.error_days else None
        message = f"The trial is open, and its record was last verified in {verified.value}, {age // 30} months ago."
        yield rule.finding(verified.place, message, severity=severity)
