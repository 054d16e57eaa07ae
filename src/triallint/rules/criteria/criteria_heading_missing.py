"""Criteria of which nobody says whether they let in or keep out."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="criteria-heading-missing",
    code="CRI001",
    what="A heading for inclusion or for exclusion criteria is missing.",
    why="A reader cannot tell whether a condition lets people in or keeps them out.",
    do="Put “Inclusion Criteria:” and “Exclusion Criteria:” over the two lists.",
    pages=Severity.ERROR,
    records=Severity.ERROR,
    review="major",
    citations=(
        Citation("ClinicalTrials.gov Protocol Registration Data Element Definitions: Eligibility Criteria", read="2026-11-23"),
    ),
    measured=(
        Measured("2,919 registry records", rate=0.17, right=4, read=5, doubtful=1),
        Measured("17,367 eligibility texts", rate=1.59, right=28, read=28),
        Measured("143 saved web pages", rate=16.08, right=12, read=12),
        Measured("2,919 records as pages", rate=0.27, right=8, read=8),
    ),
    examples=(
        Bad("<h1>NCT01234567</h1><h2>⟦⟧Eligibility criteria</h2><ul><li>Adults</li><li>Asthma</li><li>No smoking</li></ul>"),
        Bad(
            '{"protocolSection": {"eligibilityModule": {"eligibilityCriteria": "⟦⟧* Adults\\n* Asthma\\n* Pregnancy"}}}',
            format="json",
        ),
        Good(
            "<h1>NCT01234567</h1><h2>Inclusion criteria</h2><ul><li>Adults</li></ul><h2>Exclusion criteria</h2><ul><li>Asthma</li></ul>"
        ),
        Good(
            '{"protocolSection": {"eligibilityModule": {"eligibilityCriteria": "Inclusion:\\n\\n* Adults\\n\\nExclusion:\\n\\n* Asthma"}}}',
            format="json",
        ),
        Good(
            '{"protocolSection": {"eligibilityModule": {"eligibilityCriteria": "* Adults\\n* Asthma\\n\\nWho is excluded:\\n* Smokers"}}}',
            format="json",
        ),
    ),
)


_SAID = Pattern(
    r"(?:inclusion|exclusion|include|exclude|eligible|ineligible|may not|not be|must not|cannot)", "clusion clude eligible not"
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Three criteria or more under no heading of either kind, in a text that tells nowhere which is which."""
    criteria = page.criteria
    if len(criteria) < 3 or any(each.kind for each in criteria):
        return
    text = page.eligibility.text.lower() if page.eligibility else " ".join(each.text.lower() for each in page.all_criteria)
    if _SAID.re.search(text):
        return
    section = page.section("eligibility")
    place = page.eligibility or (section.heading if section else criteria[0].passage)
    yield rule.finding(place.slice(0, 0), "Nothing says which of these criteria let people in and which keep them out.")
