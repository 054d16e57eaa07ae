"""A record without something that every listing must carry."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from triallint import schema
from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

_STUDY = (
    '{"protocolSection": {"identificationModule": {"nctId": "NCT01234567", "briefTitle": "⟦⟧A study", '
    '"officialTitle": "A study"}, '
    '"statusModule": {"overallStatus": "RECRUITING"}, "descriptionModule": {"briefSummary": "It tests a drug."}, '
    '"sponsorCollaboratorsModule": {"leadSponsor": {"name": "A hospital"}}, "conditionsModule": {"conditions": ["Asthma"]}, '
    '"designModule": {"studyType": "INTERVENTIONAL", "enrollmentInfo": {"count": 18}}, "eligibilityModule": {"sex": "ALL"}, '
    '"armsInterventionsModule": {"interventions": [{"type": "DRUG", "name": "Drug X"}]}, '
    '"outcomesModule": {"primaryOutcomes": [{"measure": "Asthma attacks", "timeFrame": "1 year"}]}}}'
)

rule = Rule(
    name="missing-required-field",
    code="STR002",
    what="The record lacks something that a registered trial must state.",
    why="A reader cannot judge the trial without it, and the registry sends such a record back.",
    do="Add it to the record.",
    pages=None,
    records=Severity.ERROR,
    english=False,
    citations=(
        Citation(
            "ClinicalTrials.gov Protocol Registration Data Element Definitions",
            "https://clinicaltrials.gov/policy/protocol-definitions",
            "2026-11-23",
        ),
    ),
    measured=(Measured("2,919 registry records", rate=0.24, right=7, read=7),),
    examples=(
        Bad(_STUDY.replace('"name": "A hospital"', ""), format="json"),
        Bad(_STUDY.replace('["Asthma"]', "[]"), format="json"),
        Bad(_STUDY.replace('"primaryOutcomes"', '"secondaryOutcomes"'), format="json"),
        Good(_STUDY.replace("⟦⟧", ""), format="json"),
        Good(
            '{"protocolSection": {"identificationModule": {"nctId": "NCT01234567", "briefTitle": "A"}, '
            '"statusModule": {"overallStatus": "WITHHELD"}}}',
            format="json",
        ),
    ),
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """The policy is a schema of its own (trial-page); the registry's own shape requires nothing."""
    if page.profile != "clinicaltrials-gov-v2":
        return
    for problem in schema.problems(_plain(page), "trial-page"):
        if problem.kind in ("required", "minItems", "minLength"):
            yield rule.finding(page.anchor, problem.message)


def _plain(page: TrialPage) -> dict[str, Any]:
    """The record as the policy sees it; what is absent has no key."""
    facts = (
        "trial_id title official_title acronym status study_type enrollment enrollment_type minimum_age maximum_age sex "
        "healthy_volunteers sponsor summary"
    ).split()
    dates = ("start_date", "primary_completion_date", "completion_date", "verified_on")
    plain: dict[str, Any] = {name: page.facts[name].value for name in facts if name in page.facts}
    plain |= {name: page.dates[name].value for name in dates if name in page.dates}
    plain["conditions"] = [each.value for each in page.lists.get("conditions", ())]
    plain["interventions"] = [each.value for each in page.lists.get("interventions", ())]
    plain["primary_outcomes"] = _primary_outcomes(page)
    return {name: value for name, value in plain.items() if value is not None}


def _primary_outcomes(page: TrialPage) -> list[Any]:
    found = page.tree.at(("protocolSection", "outcomesModule", "primaryOutcomes"))
    return found if isinstance(found, list) else []
