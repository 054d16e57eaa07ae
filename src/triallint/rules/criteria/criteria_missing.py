"""No criteria at all."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="criteria-missing",
    code="CRI002",
    what="There are no eligibility criteria.",
    why="Readers cannot tell whether they may join.",
    do="List the inclusion and exclusion criteria.",
    pages=None,
    records=Severity.ERROR,
    english=False,
    review="major",
    citations=(Citation("PRS, major comments: eligibility criteria appear to be missing", read="2026-11-23"),),
    measured=(Measured("2,919 registry records", rate=0, right=0, read=0),),
    examples=(
        Bad(
            '{"protocolSection": {"identificationModule": {"briefTitle": "⟦⟧A study"}, "eligibilityModule": {"sex": "ALL"}}}',
            format="json",
        ),
        Bad(
            '{"protocolSection": {"identificationModule": {"briefTitle": "⟦⟧A"}, "eligibilityModule": {"eligibilityCriteria": " "}}}',
            format="json",
        ),
        Good("<h1>NCT01234567</h1><h2>Eligibility criteria</h2><h3>Inclusion criteria</h3><ul><li>Adults</li></ul>"),
        Good("<h1>NCT01234567</h1><p>A news page that lists no criteria.</p>"),
        Good(
            '{"protocolSection": {"eligibilityModule": {"eligibilityCriteria": "Inclusion Criteria:\\n\\n* Adults"}}}',
            format="json",
        ),
    ),
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """The registry's own records; a page with a heading and no criteria has an empty section."""
    if page.profile == "clinicaltrials-gov-v2" and (page.eligibility is None or not page.eligibility.text.strip()):
        yield rule.finding(page.anchor, "The record gives no eligibility criteria.")
