"""Healthy volunteers that are said not to be taken."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Confidence, Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="healthy-volunteer-mismatch",
    code="CON017",
    what="A criterion asks for healthy volunteers, and the field says that none are taken.",
    why="Healthy people who would take part do not find the trial.",
    do="Correct the criterion or the field.",
    pages=Severity.WARNING,
    records=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    review="advisory",
    citations=(
        Citation(
            "ClinicalTrials.gov Protocol Registration Data Element Definitions: Accepts Healthy Volunteers", read="2026-11-23"
        ),
    ),
    measured=(Measured("2,919 registry records", rate=0, right=0, read=0),),
    examples=(
        Bad(
            '{"protocolSection": {"eligibilityModule": {"healthyVolunteers": false, "eligibilityCriteria": "Inclusion Criteria:\\n\\n* ⟦Healthy adult volunteers⟧"}}}',
            format="json",
        ),
        Bad(
            '{"protocolSection": {"eligibilityModule": {"healthyVolunteers": false, "eligibilityCriteria": "Inclusion Criteria:\\n\\n* ⟦Healthy men⟧ aged 18 to 45"}}}',
            format="json",
        ),
        Good(
            '{"protocolSection": {"eligibilityModule": {"healthyVolunteers": true, "eligibilityCriteria": "Inclusion Criteria:\\n\\n* Healthy adult volunteers"}}}',
            format="json",
        ),
        Good(
            '{"protocolSection": {"eligibilityModule": {"healthyVolunteers": false, "eligibilityCriteria": "Inclusion Criteria:\\n\\n* Otherwise healthy adults with asthma"}}}',
            format="json",
        ),
        Good(
            '{"protocolSection": {"eligibilityModule": {"healthyVolunteers": false, "eligibilityCriteria": "Inclusion Criteria:\\n\\n* Controls: healthy volunteers of the same age"}}}',
            format="json",
        ),
    ),
)


_HEALTHY = re.compile(
    r"healthy (?:\w+ ){0,2}(?:volunteers?|men|women|adults|males?|females?|subjects|participants|individuals|people|persons)\b",
    re.IGNORECASE,
)
_ILL = re.compile(
    r"\b(?:with|diagnos|disease|control|group|arm|cohort|caregiver|donor|sibling|part|except|relative)", re.IGNORECASE
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Inclusion criteria that begin so, in trials that take people of one kind."""
    given = page.fact("healthy_volunteers")
    if given.value is not False and str(given.value).lower() not in ("false", "no"):
        return
    for criterion in page.criteria:
        found = _HEALTHY.match(criterion.text) if criterion.kind == "inclusion" and criterion.group is None else None
        if found and not _ILL.search(criterion.text):
            message = "The field says that no healthy volunteers are taken."
            yield rule.finding(criterion.passage.slice(*found.span()), message, related=[(given.place, "the field")])
            return
