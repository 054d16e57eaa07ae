"""Normal kidneys with an eGFR of 30."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Confidence, Finding, Severity
from triallint.language.quantities import limits
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="normal-vs-threshold",
    code="CTR004",
    what="A function is called normal, and a value far from normal is allowed.",
    why="Readers with a weak organ do not know whether they may join.",
    do="Leave out “normal”, or correct the limit.",
    pages=Severity.INFO,
    records=Severity.INFO,
    confidence=Confidence.MEDIUM,
    citations=(Citation("editorial judgement"),),
    measured=(
        Measured("2,919 registry records", rate=0, right=0, read=0),
        Measured("17,367 eligibility texts", rate=0.01, right=1, read=1),
    ),
    examples=(
        Bad("<h1>NCT01234567</h1><h2>Inclusion criteria</h2><ul><li>Normal kidney function (⟦eGFR ≥ 30 mL/min⟧)</li></ul>"),
        Bad("<h1>NCT01234567</h1><h2>Inclusion criteria</h2><ul><li>Heart function is basically normal: ⟦LVEF ≥ 40 %⟧</li></ul>"),
        Good("<h1>NCT01234567</h1><h2>Inclusion criteria</h2><ul><li>Normal kidney function (eGFR ≥ 90 mL/min)</li></ul>"),
        Good("<h1>NCT01234567</h1><h2>Inclusion criteria</h2><ul><li>Adequate kidney function (eGFR ≥ 30 mL/min)</li></ul>"),
        Good(
            "<h1>NCT01234567</h1><h2>Inclusion criteria</h2><ul><li>eGFR ≥ 30 mL/min; ALT below the upper limit of normal</li></ul>"
        ),
    ),
)


_NORMAL = Pattern(
    r"\bnormal (?:\w+ ){0,3}functions?\b[^;.]{0,50}$|\bfunctions? (?:\w+ ){0,6}(?:is|are) (?:\w+ )?normal\b[^;.]{0,60}$"
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Lower limits below what is normal, in the sentence or item that calls it so."""
    for limit in limits(page):
        low = limit.analyte.low
        if low is None or not limit.comparable or limit.sign[0] != ">" or limit.value >= low:
            continue
        before = limit.hit.before[-120:].lower()
        clause = before.rpartition(";")[2].rpartition(". ")[2]
        if " or " not in clause and _NORMAL.re.search(clause):
            message = f"Normal begins at {low:g}; this allows {limit.value:g}."
            yield rule.finding(limit.place, message)
