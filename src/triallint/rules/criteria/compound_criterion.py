"""Several conditions in one item."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Confidence, Finding, Severity
from triallint.language.windows import windows
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

_LIST = "<h1>NCT01234567</h1><h2>Exclusion criteria</h2><ul><li>{}</li></ul>"
rule = Rule(
    name="compound-criterion",
    code="CRI006",
    what="One item holds several conditions.",
    why="A reader who meets one of them thinks that the whole item is met, or not met.",
    do="Make an item of each condition.",
    pages=Severity.INFO,
    records=Severity.INFO,
    confidence=Confidence.MEDIUM,
    citations=(Citation("Federal Plain Language Guidelines: one idea in a sentence", read="2026-11-23"),),
    measured=(
        Measured(
            "2,919 registry records", rate=25, right=20, read=22, wrong=("12 weeks or 5 half-lives", "one procedure told twice")
        ),
    ),
    examples=(
        Bad(_LIST.format("⟦Heart attack within 6 months before screening, stroke within 3 months before screening⟧")),
        Bad(
            _LIST.format(
                "⟦Hemoglobin ≥ 9 g/dL, platelets ≥ 100 × 10⁹/L, eGFR ≥ 30 mL/min and bilirubin ≤ 1.5 × ULN at screening⟧"
            )
        ),
        Bad(_LIST.format("⟦Severe heart disease; or chronic lung disease that needs oxygen; or cirrhosis of the liver⟧")),
        Good(_LIST.format("Heart attack within 6 months before screening")),
        Good(_LIST.format("Body weight ≥ 40 kg and ≤ 100 kg")),
        Good(_LIST.format("One of these:<ul><li>stroke; or</li><li>heart attack</li></ul>")),
    ),
)

_COMPARED = re.compile(r"(?:[<>≤≥]=?|\b(?:at least|less than|more than|greater than|higher than|lower than)\b) ?\d")
_OR_ELSE = re.compile(r"; ?(?:and/or|or|and) ", re.IGNORECASE)
_MOST_COMPARED, _FEWEST_WORDS, _LONG = 3, 12, 40


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Two windows that are not one after the other, four comparisons, or alternatives behind semicolons."""
    for criterion in page.all_criteria:
        text = criterion.text
        if len(text) > 60 and not criterion.children and len(text.split()) >= _FEWEST_WORDS and (what := _held(text)):
            yield rule.finding(criterion.passage, f"This item holds {what}.")


def _held(text: str) -> str:
    alternatives = len(_OR_ELSE.findall(text))
    if alternatives > 1 or (alternatives and len(text.split()) > _LONG):
        return "alternatives that stand behind semicolons"
    compared = len(_COMPARED.findall(text))
    if compared > _MOST_COMPARED:
        return f"{compared} comparisons with numbers"
    counted = sum(1 for _ in windows(text.lower()))
    return f"{counted} time windows" if counted > 1 and "whichever" not in text else ""
