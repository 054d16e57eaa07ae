"""A trial that is open where its sites are not, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

_HEAD = '{{"protocolSection": {{"statusModule": {{"overallStatus": "{}"}}, "contactsLocationsModule": {{"locations": ['

rule = Rule(
    name="status-site-inconsistent",
    code="CON019",
    what="The status of the trial and the statuses of its sites cannot both be true.",
    why="A patient calls a site that takes nobody, or never learns of one that does.",
    do="Update the status of the trial or of the sites.",
    pages=None,
    records=Severity.ERROR,
    english=False,
    review="major",
    citations=(
        Citation("ClinicalTrials.gov study data structure: overall status is recruiting where a site is", read="2026-11-23"),
        Citation("42 CFR 11.10(b): overall recruitment status, individual site status", read="2026-11-23"),
    ),
    measured=(Measured("2,919 registry records", rate=0, right=0, read=0),),
    examples=(
        Bad(_HEAD.format("COMPLETED") + '{"facility": "A", "status": "⟦RECRUITING⟧"}]}}}', format="json"),
        Bad(_HEAD.format("⟦RECRUITING⟧") + '{"facility": "A", "status": "COMPLETED"}]}}}', format="json"),
        Good(
            _HEAD.format("RECRUITING") + '{"facility": "A", "status": "RECRUITING"}, {"status": "COMPLETED"}]}}}', format="json"
        ),
        Good(_HEAD.format("RECRUITING") + '{"facility": "A"}]}}}', format="json"),
    ),
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Records of closed trials show no status of sites; unknown is what the registry calls a status nobody confirmed."""
    overall = page.fact("status")
    if page.profile != "clinicaltrials-gov-v2" or overall.value in (None, "UNKNOWN"):
        return
    statuses = [each.status for each in page.sites]
    if overall.value == "RECRUITING" and all(statuses) and statuses and "RECRUITING" not in statuses:
        yield rule.finding(overall.place, f"The trial is recruiting, but none of its {len(statuses)} sites is.")
    elif overall.value != "RECRUITING" and "RECRUITING" in statuses:
        place = next(each for each in page.passages if each.field.endswith("].status") and each.text == "RECRUITING")
        message = f"A site is recruiting, but the trial is {overall.value}."
        yield rule.finding(place, message, related=[(overall.place, "the status of the trial")])
