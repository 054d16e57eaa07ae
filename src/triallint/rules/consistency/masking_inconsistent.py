"""Double masking with one masked role."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

_HEAD = '{"protocolSection": {"designModule": {"designInfo": {"maskingInfo": {"masking": '

rule = Rule(
    name="masking-inconsistent",
    code="CON022",
    what="The masking named is not the number of roles that are said to be masked.",
    why="A reader cannot tell who knows which treatment is given, and with it how far the result can be trusted.",
    do="Correct the masking or the list of masked roles.",
    pages=None,
    records=Severity.WARNING,
    english=False,
    review="advisory",
    citations=(Citation("ClinicalTrials.gov API v2, OpenAPI document: masking and whoMasked", read="2026-11-23"),),
    measured=(Measured("2,919 registry records", rate=0, right=0, read=0),),
    examples=(
        Bad(_HEAD + '"⟦DOUBLE⟧", "whoMasked": ["PARTICIPANT"]}}}}}', format="json"),
        Bad(_HEAD + '"⟦NONE⟧", "whoMasked": ["INVESTIGATOR"]}}}}}', format="json"),
        Good(_HEAD + '"DOUBLE", "whoMasked": ["PARTICIPANT", "INVESTIGATOR"]}}}}}', format="json"),
        Good(_HEAD + '"DOUBLE"}}}}}', format="json"),
    ),
)

_ROLES = {"NONE": 0, "SINGLE": 1, "DOUBLE": 2, "TRIPLE": 3, "QUADRUPLE": 4}
_PATH = ("protocolSection", "designModule", "designInfo", "maskingInfo")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Old records name no roles: then there is nothing to compare."""
    info: Any = page.tree.value if page.profile == "clinicaltrials-gov-v2" else None
    for step in _PATH:
        info = info.get(step) if isinstance(info, dict) else None
    if not isinstance(info, dict) or not isinstance(info.get("whoMasked"), list) or not info["whoMasked"]:
        return
    masking, roles = str(info.get("masking")), len(info["whoMasked"])
    if _ROLES.get(masking, roles) != roles:
        place = page.tree.passage((*_PATH, "masking"), masking, "masking", "value")
        yield rule.finding(place, f"The masking is {masking}, but {roles} {'role is' if roles == 1 else 'roles are'} masked.")
