"""A placebo arm in a trial that has no placebo."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

_ARMS = '{{"protocolSection": {{"armsInterventionsModule": {{"armGroups": [{}]}}}}}}'

rule = Rule(
    name="placebo-arm-without-placebo",
    code="CON033",
    what="An arm is a placebo or sham comparator, and the record nowhere speaks of a placebo or a sham.",
    why="Readers expect to be given something without effect, and searches for placebo-controlled trials count this one in.",
    do="Choose No Intervention or Active Comparator as the type of the arm, or say what the placebo is.",
    pages=None,
    records=Severity.WARNING,
    citations=(
        Citation(
            "ClinicalTrials.gov Protocol Registration Data Element Definitions: Arm Type",
            "https://clinicaltrials.gov/policy/protocol-definitions#ArmGroups",
            "2026-11-25",
        ),
    ),
    measured=(Measured("2,919 registry records", rate=1.13, right=32, read=33, doubtful=1),),
    examples=(
        Bad(_ARMS.format('{"label": "Control", "type": "⟦PLACEBO_COMPARATOR⟧", "description": "Usual care"}'), format="json"),
        Bad(_ARMS.format('{"label": "Bypass only", "type": "⟦SHAM_COMPARATOR⟧"}'), format="json"),
        Good(_ARMS.format('{"label": "Control", "type": "PLACEBO_COMPARATOR", "description": "Normal saline"}'), format="json"),
        Good(_ARMS.format('{"label": "Dim lamp", "type": "SHAM_COMPARATOR", "description": "30 minutes a day"}'), format="json"),
        Good(_ARMS.format('{"label": "Pacing off", "type": "SHAM_COMPARATOR"}'), format="json"),
        Good(_ARMS.format('{"label": "Control", "type": "ACTIVE_COMPARATOR"}'), format="json"),
    ),
)

_KINDS = {"PLACEBO_COMPARATOR": "placebo", "SHAM_COMPARATOR": "sham"}
_WITHOUT_EFFECT = re.compile(
    r"placeb(?!o_comparator)|\bsham(?!_comparator)|plasebo|placibo|palcebo|dumm(?:y|ies)|vehicle|saline|sugar|excipient|inactiv"
    r"|inert\b|simulat|mock|fake|pretend|imitat|look-?alike|lactose|dextrose|% ?glucose|glucose (?:solution|injection)"
    r"|maltodextrin"
    r"|starch|cellulose|diluent|(?<!hydro)chloride|\bnacl\b|\bwater\b|culture medium|(?:negative|attention) control"
    r"|without (?:the )?active|identical|(?:pacing|switched|turned|set|-) ?off\b|disabled|de-?activated|not activated"
)
_WEAK = re.compile(r"\b(?:dim|weak|low|lower|sub-?therapeutic|subthreshold|ineffective|minimal|apps?|applications?)\b")
_PLAIN_CARE = re.compile(
    r"\b(?:standard|usual|conventional|routine|guidelines?|optimal|optimi[sz]ed|best|only|alone|care|not|no|chemotherapy"
    r"|healthy)\b"
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Any word for something without effect, wherever it stands in the record, will do; told at the first such arm.

    A sham may be the thing itself, made weak or empty, so that such an arm must be told of as plain care.
    """
    arm = next((each for each in page.arms if each.type.value in _KINDS), None)
    if arm is None or not page.words.isdisjoint(_KINDS.values()) or page.tree is None:
        return
    kind = _KINDS[str(arm.type.value)]
    said = f"{arm.label.text} {arm.description.text if arm.description else ''}".lower()
    if _WEAK.search(said) or (kind == "sham" and not _PLAIN_CARE.search(said)):
        return
    if not _WITHOUT_EFFECT.search(str(page.tree.at(("protocolSection",))).lower()):
        yield rule.finding(arm.type.place, f"This is the type of a {kind} arm, but nothing in the record is called a {kind}.")
