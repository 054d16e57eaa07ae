"""Dates that cannot have happened in this order."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.language.dates import latest_date, plain_date
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="date-order-invalid",
    code="DAT008",
    what="Two dates of the trial stand in an order that is impossible, or cannot be meant.",
    why="At least one of them is wrong, and readers may plan by it.",
    do="Correct the date that is wrong.",
    pages=Severity.ERROR,
    records=Severity.ERROR,
    english=False,
    review="major",
    citations=(
        Citation(
            "ClinicalTrials.gov Protocol Registration Data Element Definitions: start and completion dates", read="2026-11-23"
        ),
    ),
    measured=(
        Measured("2,919 registry records", rate=0.89, right=26, read=26),
        Measured("143 saved web pages", rate=0, right=0, read=0),
    ),
    examples=(
        Bad(
            '{"protocolSection": {"statusModule": {"startDateStruct": {"date": "2026-05"},'
            ' "completionDateStruct": {"date": "⟦2025-12⟧"}}}}',
            format="json",
        ),
        Bad("<h1>NCT01234567</h1><dl><dt>Start date</dt><dd>May 2026</dd><dt>Completion date</dt><dd>⟦April 2026⟧</dd></dl>"),
        Bad(
            '{"protocolSection": {"statusModule": {"statusVerifiedDate": "⟦2018-10⟧", "studyFirstSubmitDate": "2019-03-19"}}}',
            format="json",
        ),
        Good(
            '{"protocolSection": {"statusModule": {"statusVerifiedDate": "2019-01", "studyFirstSubmitDate": "2019-03-19"}}}',
            format="json",
        ),
        Good(
            '{"protocolSection": {"statusModule": {"startDateStruct": {"date": "2025-12-10"},'
            ' "completionDateStruct": {"date": "2025-12"}}}}',
            format="json",
        ),
        Good("<h1>NCT01234567</h1><dl><dt>Start date</dt><dd>May 2026</dd><dt>Completion date</dt><dd>May 2028</dd></dl>"),
    ),
)

_ORDERS = (
    (("start_date", "start"), ("primary_completion_date", "primary completion")),
    (("primary_completion_date", "primary completion"), ("completion_date", "completion")),
    (("start_date", "start"), ("completion_date", "completion")),
    (("first_submitted", "first submission"), ("first_posted", "first posting")),
    (("first_posted", "first posting"), ("last_updated", "last update")),
)


_VERIFIED_EARLY = datetime.timedelta(days=92)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """A date without a day is its whole month: only what is impossible on every day of it is told, once for each date."""
    told = set()
    for (first, before), (second, after) in _ORDERS:
        earlier, later = page.dates.get(first), page.dates.get(second)
        if earlier is None or later is None or second in told:
            continue
        begins, ends = plain_date(earlier.value or ""), latest_date(later.value or "")
        if begins is not None and ends is not None and ends < begins:
            told.add(second)
            message = f"The {after} on {later.value} is before the {before} on {earlier.value}."
            yield rule.finding(later.place, message, related=[(earlier.place, f"the {before}")])
    yield from _verified_early(page)


def _verified_early(page: TrialPage) -> Iterator[Finding]:
    """A record that was verified more than three months before it was first submitted."""
    verified, submitted = page.dates.get("verified_on"), page.dates.get("first_submitted")
    last = latest_date(verified.value or "") if verified else None
    first = plain_date(submitted.value or "") if submitted else None
    if verified and submitted and last and first and first - last > _VERIFIED_EARLY:
        message = f"The record was verified in {verified.value}, and first submitted on {submitted.value}."
        yield rule.finding(
            verified.place, message, related=[(submitted.place, "the first submission")], severity=Severity.WARNING
        )
