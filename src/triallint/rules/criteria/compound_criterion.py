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
            "2,919 registry records",
            rate=27.03,
            right=20,
            read=22,
            wrong=(
                "12 weeks or 5 half-lives",
                "one procedure told twice",
            ),
        ),
        Measured("2,919 registry records, two criteria in a row", rate=0.86, right=24, read=25, wrong=("a list of conditions",)),
        Measured("17,367 eligibility texts, two criteria in a row", rate=0.21, right=33, read=36, doubtful=2),
    ),
    examples=(
        Bad(_LIST.format("⟦Heart attack within 6 months before screening, stroke within 3 months before screening⟧")),
        Bad(
            _LIST.format(
                "⟦Hemoglobin ≥ 9 g/dL, platelets ≥ 100 × 10⁹/L, eGFR ≥ 30 mL/min and bilirubin ≤ 1.5 × ULN at screening⟧"
            )
        ),
        Bad(_LIST.format("⟦Severe heart disease; or chronic lung disease that needs oxygen; or cirrhosis of the liver⟧")),
        Bad(_LIST.format("⟦Presence of an infection; Participated in a drug trial⟧")),
        Good(_LIST.format("Heart attack within 6 months before screening")),
        Good(_LIST.format("Recent surgery; Patients with small wounds are allowed")),
        Good(_LIST.format("Other trials (Smith 2019; Active Study Group); heart failure; stroke")),
        Good(_LIST.format("Body weight ≥ 40 kg and ≤ 100 kg")),
        Good(_LIST.format("One of these:<ul><li>stroke; or</li><li>heart attack</li></ul>")),
    ),
)

_COMPARED = re.compile(r"(?:[<>≤≥]=?|\b(?:at least|less than|more than|greater than|higher than|lower than)\b) ?\d")
_OR_ELSE = re.compile(r"; ?(?:and/or|or|and) ", re.IGNORECASE)
_NEXT = re.compile(
    r"[a-z)\d%];\s(?:Patients|Participants|Subjects|Children|Women|Those who|People|Receiv(?:ed|ing)|Participat\w+"
    r"|Presence|Histor\w+|Known"
    r"|Current\w*|Has|Have|Having|Pregnan\w+|Allerg\w+|Treat\w+|Use of|Diagnos\w+|Undergo\w+|Suffer\w+|Inability|Unable"
    r"|Any|Life expectancy"
    r"|Severe|Active|Uncontrolled|Able|Willing\w*|Provi\w+|Sign\w+|Aged?)\b"
)
_EXPLAINS = re.compile(
    r"\b(?:allowed|permitted|acceptable|eligible|excluded|included|required|may|can|note|must|should|will|are|is)\b"
)
_MOST_COMPARED, _FEWEST_WORDS, _LONG = 3, 12, 40


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Two criteria in a row, two windows that are not one after the other, four comparisons, alternatives behind semicolons."""
    for criterion in page.all_criteria:
        text = criterion.text
        if not criterion.children and (what := _held(text) or _followed(text)):
            yield rule.finding(criterion.passage, f"This item holds {what}.")


def _held(text: str) -> str:
    if len(text) <= 60 or len(text.split()) < _FEWEST_WORDS:
        return ""
    alternatives = len(_OR_ELSE.findall(text))
    if alternatives > 1 or (alternatives and len(text.split()) > _LONG):
        return "alternatives that stand behind semicolons"
    compared = len(_COMPARED.findall(text))
    if compared > _MOST_COMPARED:
        return f"{compared} comparisons with numbers"
    counted = sum(1 for _ in windows(text.lower()))
    return f"{counted} time windows" if counted > 1 and "whichever" not in text else ""


def _followed(text: str) -> str:
    """A semicolon, and behind it a criterion with a capital that does not explain the one before; no list, no bracket."""
    found = _NEXT.search(text) if ";" in text else None
    if found is None:
        return ""
    before = text[: found.start() + 1]
    is_list = ":" in before or before.count("(") != before.count(")")
    return "" if is_list or _EXPLAINS.search(text, found.end()) else "two criteria, one behind the semicolon of the other"
