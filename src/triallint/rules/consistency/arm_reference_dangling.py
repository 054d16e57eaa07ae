"""An arm that is named and not described."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

_HEAD = (
    '{"protocolSection": {"armsInterventionsModule": {"armGroups": '
    '[{"label": "Arm A", "interventionNames": [%s]}], "interventions": ['
)

rule = Rule(
    name="arm-reference-dangling",
    code="CON023",
    what="An intervention names an arm, or an arm an intervention, that the record does not list.",
    why="It cannot be told which participants get what.",
    do="Write both names in the same way, or add what is missing.",
    pages=None,
    records=Severity.ERROR,
    english=False,
    review="major",
    citations=(
        Citation(
            "ClinicalTrials.gov study data structure: arms and interventions refer to each other by name", read="2026-11-23"
        ),
    ),
    measured=(Measured("2,919 registry records", rate=0, right=0, read=0),),
    examples=(
        Bad(_HEAD % "" + '{"name": "X", "armGroupLabels": ["⟦Arm B⟧"]}]}}}', format="json"),
        Bad(_HEAD % '"⟦Drug: Y⟧"' + '{"type": "DRUG", "name": "X", "armGroupLabels": ["Arm A"]}]}}}', format="json"),
        Good(_HEAD % '"Drug: X"' + '{"type": "DRUG", "name": "X", "armGroupLabels": ["Arm A"]}]}}}', format="json"),
        Good(_HEAD % '"Dietary Supplement: X: 5 mg"' + '{"name": "X: 5 mg", "armGroupLabels": ["arm a "]}]}}}', format="json"),
    ),
)

_MODULE = ("protocolSection", "armsInterventionsModule")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Names are compared without case and white space; an intervention is named with its type before it."""
    module = page.tree.at(_MODULE) if page.profile == "clinicaltrials-gov-v2" else None
    if not isinstance(module, dict):
        return
    for owner, refers, known in (
        ("interventions", "armGroupLabels", {_plain(each.get("label")) for each in _dicts(module, "armGroups")}),
        ("armGroups", "interventionNames", {_plain(each.get("name")) for each in _dicts(module, "interventions")}),
    ):
        parts = module.get(owner)
        for at, part in enumerate(parts if isinstance(parts, list) else ()):
            for number, name in enumerate(_names(part, refers)):
                bare = _plain(name.partition(": ")[2]) if refers == "interventionNames" else ""
                if known and _plain(name) not in known and bare not in known:
                    place = page.tree.passage((*_MODULE, owner, at, refers, number), name, owner, "value")
                    yield rule.finding(place, f"“{name}” is not among the {'arms' if bare == '' else 'interventions'}.")


def _dicts(module: dict[str, Any], name: str) -> list[dict[str, Any]]:
    found = module.get(name)
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def _names(part: Any, name: str) -> list[str]:
    found = part.get(name) if isinstance(part, dict) else None
    return [each for each in found if isinstance(each, str)] if isinstance(found, list) else []


def _plain(name: object) -> str:
    return " ".join(str(name).casefold().split())
