"""Participants who are randomized to a single arm."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

_HEAD = '{{"protocolSection": {{"designModule": {{"designInfo": {{{}}}}}, "armsInterventionsModule": {{"armGroups": ['

rule = Rule(
    name="allocation-arm-inconsistent",
    code="CON021",
    what="The allocation or the model of the trial does not go with its number of arms.",
    why="A reader cannot tell whether there is a comparison, and who gets what.",
    do="Correct the allocation, the model or the list of arms.",
    pages=None,
    records=Severity.WARNING,
    english=False,
    review="major",
    citations=(
        Citation(
            "ClinicalTrials.gov Protocol Registration Data Element Definitions: Allocation, Interventional Study Model",
            read="2026-11-23",
        ),
    ),
    measured=(Measured("2,919 registry records", rate=2.23, right=65, read=65),),
    examples=(
        Bad(_HEAD.format('"allocation": "⟦RANDOMIZED⟧"') + '{"label": "Drug"}]}}}', format="json"),
        Bad(_HEAD.format('"interventionModel": "⟦SINGLE_GROUP⟧"') + '{"label": "Drug"}, {"label": "Placebo"}]}}}', format="json"),
        Good(_HEAD.format('"allocation": "RANDOMIZED"') + '{"label": "Drug"}, {"label": "Placebo"}]}}}', format="json"),
        Good(
            _HEAD.format('"allocation": "RANDOMIZED", "interventionModel": "CROSSOVER"') + '{"label": "Drug, then placebo"}]}}}',
            format="json",
        ),
        Good(_HEAD.format('"allocation": "NA", "interventionModel": "SINGLE_GROUP"') + '{"label": "Drug"}]}}}', format="json"),
    ),
)

_PATH = ("protocolSection", "designModule", "designInfo")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """In a crossover everybody may be in one arm; doses and cohorts of a single group may be listed as arms."""
    info = page.tree.at(_PATH) if page.profile == "clinicaltrials-gov-v2" else None
    count = len(page.arms)
    if not isinstance(info, dict) or not count:
        return
    model, allocation = info.get("interventionModel"), info.get("allocation")
    if allocation == "RANDOMIZED" and count == 1 and model != "CROSSOVER":
        place = page.tree.passage((*_PATH, "allocation"), allocation, "allocation", "value")
        yield rule.finding(place, "Participants are randomized, but there is one arm.")
    elif model == "SINGLE_GROUP" and count > 1:
        place = page.tree.passage((*_PATH, "interventionModel"), model, "design", "value")
        yield rule.finding(place, f"The model is a single group, but there are {count} arms.")
