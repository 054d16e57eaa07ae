"""A record whose status nobody has confirmed for two years."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="record-status-unknown",
    code="DAT012",
    what="The registry no longer knows the status of the trial.",
    why="Readers may call a site that closed years ago.",
    do="Confirm the status and the date on which it was verified in the record.",
    pages=None,
    records=Severity.WARNING,
    english=False,
    review="major",
    citations=(Citation("ClinicalTrials.gov glossary: unknown status, not verified for two years", read="2026-11-23"),),
    measured=(Measured("2,919 registry records", rate=13.05, right=60, read=60),),
    examples=(
        Bad(
            '{"protocolSection": {"statusModule": {"overallStatus": "⟦UNKNOWN⟧", "statusVerifiedDate": "2020-01"}}}',
            format="json",
        ),
        Bad(
            '{"protocolSection": {"statusModule": {"statusVerifiedDate": "2019-06", "overallStatus": "⟦UNKNOWN⟧"}}}',
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


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """The registry itself puts in this status; how long an open one may go unconfirmed is another rule's question."""
    status = page.fact("status")
    if page.profile == "clinicaltrials-gov-v2" and status.value == "UNKNOWN":
        yield rule.finding(status.place, "The status was not confirmed for two years, and the registry calls it unknown.")
