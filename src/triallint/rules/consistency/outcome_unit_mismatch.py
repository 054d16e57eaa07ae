"""An outcome in nmol/ml whose description says nmol/l."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Passage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

_OUTCOME = '{{"protocolSection": {{"outcomesModule": {{"primaryOutcomes": [{{"measure": "{}", "description": "{}"}}]}}}}}}'

rule = Rule(
    name="outcome-unit-mismatch",
    code="CON035",
    what="The title of an outcome and its description give units that differ by a power of ten.",
    why="A value that is read in the wrong unit is ten or a thousand times too large or too small.",
    do="See in the protocol which unit is meant, and give it in both.",
    pages=None,
    records=Severity.WARNING,
    english=False,
    citations=(
        Citation(
            "ClinicalTrials.gov Protocol Registration Data Element Definitions: Primary Outcome Measure Information, Description",
            "https://clinicaltrials.gov/policy/protocol-definitions#PrimaryOutcomes",
            "2026-11-25",
        ),
    ),
    measured=(Measured("2,919 registry records", rate=0.07, right=2, read=2),),
    examples=(
        Bad(_OUTCOME.format("Malondialdehyde (nmol/ml)", "Measured in ⟦nmol/l⟧ by an assay"), format="json"),
        Bad(_OUTCOME.format("Total cholesterol (mg/l)", "Below 190 ⟦mg/dl⟧ is normal"), format="json"),
        Good(_OUTCOME.format("Insulin (ng/ml)", "Measured in µg/l by an assay"), format="json"),
        Good(_OUTCOME.format("Glucose (mg/dl)", "Below 126 mg/dl (7 mmol/l) is normal"), format="json"),
        Good(_OUTCOME.format("Cholesterol (mmol/L)", "High from 190 mg/dL on"), format="json"),
    ),
)

_UNIT = re.compile(r"(?<![A-Za-zµμ/])(?P<power>[fpnmkuµμ]|mc)?(?P<what>mol|g|IU|U) ?/ ?(?P<part>[mdc]?[lL])(?![\w/^])")
_POWERS = {"f": -15, "p": -12, "n": -9, "µ": -6, "μ": -6, "u": -6, "mc": -6, "m": -3, "": 0, "k": 3}
_PARTS = {"ml": -3, "cl": -2, "dl": -1, "l": 0}


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Amounts in a volume; the description may give other quantities as well, as long as the title's unit is among them."""
    for outcome in page.outcomes:
        if outcome.description is None or "/" not in outcome.measure.text:
            continue
        given, told = _units(outcome.measure), _units(outcome.description)
        for (what, power), unit in given.items():
            others = [place for (other, its), place in told.items() if other == what and its != power]
            if others and (what, power) not in told:
                message = f"The title of the outcome says “{unit.text}”, and its description “{others[0].text}”."
                yield rule.finding(others[0], message, related=[(unit, "the unit in the title")])
                break


def _units(passage: Passage) -> dict[tuple[str, int], Passage]:
    """What is counted, and the power of ten that it is counted in per litre, each with where it first stands."""
    found: dict[tuple[str, int], Passage] = {}
    for hit in _UNIT.finditer(passage.text):
        power = _POWERS[hit["power"] or ""] - _PARTS[hit["part"].lower()]
        found.setdefault((hit["what"], power), passage.slice(*hit.span()))
    return found
