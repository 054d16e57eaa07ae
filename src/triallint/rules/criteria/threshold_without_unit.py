"""Creatinine below 1.5 of what?"""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.language.quantities import limits
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="threshold-without-unit",
    code="CRI014",
    what="A limit of a laboratory value has no unit.",
    why="Creatinine of 1.5 mg/dL is near normal, 1.5 mmol/L is kidney failure.",
    do="Give the unit.",
    pages=Severity.WARNING,
    records=Severity.WARNING,
    review="advisory",
    citations=(Citation("NIST SP 811, 7.1: a value is a number and a unit", read="2026-11-23"),),
    measured=(
        Measured("2,919 registry records", rate=2.91, right=28, read=28),
        Measured("17,367 eligibility texts", rate=2.38, right=27, read=27),
    ),
    examples=(
        Bad("<h1>NCT01234567</h1><h2>Inclusion criteria</h2><ul><li>⟦Creatinine < 1.5⟧</li></ul>"),
        Bad("<h1>NCT01234567</h1><h2>Inclusion criteria</h2><ul><li>⟦Hemoglobin > 9⟧; platelets ≥ 100 × 10⁹/L</li></ul>"),
        Bad("<h1>NCT01234567</h1><h2>Inclusion criteria</h2><ul><li>⟦Age ≥ 18⟧, male or female</li></ul>"),
        Good("<h1>NCT01234567</h1><h2>Inclusion criteria</h2><ul><li>Age ≥ 20, < 76 years; aged >6 months</li></ul>"),
        Good("<h1>NCT01234567</h1><h2>Inclusion criteria</h2><ul><li>Creatinine < 1.5 mg/dL</li></ul>"),
        Good(
            "<h1>NCT01234567</h1><h2>Inclusion criteria</h2><ul><li>ECOG ≤ 1, INR < 1.5, LVEF ≥ 50, HbA1c < 8, BMI ≥ 18</li></ul>"
        ),
        Good(
            "<h1>NCT01234567</h1><h2>Inclusion criteria</h2><ul><li>ALT ≤ 2.5 × ULN; bilirubin ≤ 1.5 times the upper limit</li></ul>"
        ),
        Good(
            "<h1>NCT01234567</h1><h2>Inclusion criteria</h2><ul><li>Creatinine < 1.5-fold of normal; hemoglobin > 9.0gm/dl</li></ul>"
        ),
    ),
)


_UNIT_LATER = Pattern(
    r"^ ?(?:or|and|but|to|-|/) ?(?:[<>\u2264\u2265=\d&]|less|more|greater|below|above|over|under|no |not |lower|higher)"
)
_NO_UNIT = frozenset("and or at in on for within with but if during who unless levels without".split())
_AGE = Pattern(r"\bage[ds]? (?:of )?[<>\u2264\u2265]=? ?\d{1,2}\b|\bage[ds]?[<>\u2264\u2265]=? ?\d{1,2}\b", "age")
_AGE_UNIT = Pattern(r"y(?:ea)?rs?\b|y\.?o\b|month|week|day|annum|^ ?(?:years|yrs|y\b|m\b|hours?\b|[-+/%])|\d ?y\b")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Analytes that have a unit; whatever follows the number may be one that is not known here, or follow a second number."""
    for hit in page.find(_AGE):
        if not _AGE_UNIT.re.search(" ".join(hit.after[:40].lower().split())) and hit.passage.field.startswith(
            ("criteria", "eligibility")
        ):
            yield rule.finding(hit.place(), f"“{hit[0]}” has no unit.", severity=Severity.INFO)
    for limit in limits(page):
        bare = not limit.unit and not limit.relative and not limit.analyte.bare
        in_criteria = limit.hit.passage.field.startswith(("criteria", "eligibility"))
        if bare and in_criteria and not _names_unit(limit.hit.after[:24].lower()):
            yield rule.finding(limit.place, f"“{limit.place.text}” has no unit.")


def _names_unit(after: str) -> bool:
    rest = after.lstrip()
    if _UNIT_LATER.re.match(after) or (rest[:1] == "," and rest[1:].lstrip()[:3].isdigit()):
        return True
    return bool(rest) and rest[0] not in ".,;:)]}" and rest.split(" ")[0].strip(".,;:)") not in _NO_UNIT
