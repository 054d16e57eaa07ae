"""Numbers of participants that cannot go with the status."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="enrollment-status-inconsistent",
    code="CON018",
    what="The number of participants, or whether it is an estimate, cannot go with the status of the trial.",
    why="A reader cannot tell how many people took part, or whether anybody did.",
    do="Give the actual number once the trial has ended: 0 for one that was withdrawn, an estimate for one that has not begun.",
    pages=None,
    records=Severity.ERROR,
    english=False,
    review="major",
    citations=(
        Citation(
            "ClinicalTrials.gov Protocol Registration Data Element Definitions: Enrollment, Overall Status", read="2026-11-23"
        ),
    ),
    measured=(Measured("2,919 registry records", rate=1.13, right=33, read=33),),
    examples=(
        Bad(
            '{"protocolSection": {"statusModule": {"overallStatus": "COMPLETED"}, '
            '"designModule": {"enrollmentInfo": {"count": ⟦18⟧, "type": "ESTIMATED"}}}}',
            format="json",
        ),
        Bad(
            '{"protocolSection": {"statusModule": {"overallStatus": "WITHDRAWN"}, '
            '"designModule": {"enrollmentInfo": {"count": ⟦18⟧, "type": "ACTUAL"}}}}',
            format="json",
        ),
        Good(
            '{"protocolSection": {"statusModule": {"overallStatus": "COMPLETED"}, '
            '"designModule": {"enrollmentInfo": {"count": 17, "type": "ACTUAL"}}}}',
            format="json",
        ),
        Good(
            '{"protocolSection": {"statusModule": {"overallStatus": "WITHDRAWN"}, '
            '"designModule": {"enrollmentInfo": {"count": 0, "type": "ACTUAL"}}}}',
            format="json",
        ),
    ),
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """The count is the place; what contradicts it is the status."""
    count, kind, status = page.fact("enrollment"), page.fact("enrollment_type").value, page.fact("status")
    message = _contradiction(status.value, count.value, kind)
    if count and message:
        yield rule.finding(count.place, message, related=[(status.place, "the status")])


def _contradiction(status: str | None, count: int | None, kind: str | None) -> str:
    if status == "WITHDRAWN" and count:
        return f"The trial was withdrawn before anybody joined, but its enrollment is {count}."
    if status in ("COMPLETED", "TERMINATED") and kind == "ESTIMATED":
        return f"The trial is {status}, but its enrollment is still an estimate."
    if status == "NOT_YET_RECRUITING" and kind == "ACTUAL" and count:
        return f"The trial is {status}, but its enrollment of {count} is given as actual."
    return ""
