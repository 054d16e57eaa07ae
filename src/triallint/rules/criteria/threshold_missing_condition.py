"""SpO2 of 92 %: breathing what?"""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Confidence, Finding, Severity
from triallint.language.quantities import limits
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="threshold-missing-condition",
    code="CRI019",
    what="A limit leaves out how the value is measured.",
    why="Oxygen, formula and posture change the value by more than the limit.",
    do="Say how: on room air, by Fridericia, after five minutes of rest.",
    pages=Severity.INFO,
    records=Severity.INFO,
    off=("page", "record"),
    confidence=Confidence.LOW,
    citations=(Citation("editorial judgement"),),
    measured=(Measured("2,919 registry records", rate=6.58, right=0, read=0),),
    examples=(
        Bad("<h1>NCT01234567</h1><h2>Inclusion criteria</h2><ul><li>⟦SpO2 ≥ 92 %⟧</li></ul>"),
        Bad("<h1>NCT01234567</h1><h2>Inclusion criteria</h2><ul><li>⟦QTc > 470 ms⟧</li></ul>"),
        Good("<h1>NCT01234567</h1><h2>Inclusion criteria</h2><ul><li>SpO2 ≥ 92 % on room air</li></ul>"),
        Good("<h1>NCT01234567</h1><h2>Inclusion criteria</h2><ul><li>QTcF > 470 ms; QTc > 470 ms (Bazett)</li></ul>"),
    ),
)


_HOW = {
    "spo2": Pattern(r"room air|oxygen|ambient|rest"),
    "qtc": Pattern(r"qtcf|qtcb|bazett|fridericia|framingham"),
    "systolic": Pattern(r"sit|seat|supine|rest|ambulatory|standing|mean|average"),
}


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Oxygen saturation, QTc and systolic pressure, where the whole text of the criterion does not tell how."""
    for limit in limits(page):
        how = _HOW.get(limit.analyte.name)
        if how is not None and not how.re.search(limit.hit.passage.text.lower()):
            yield rule.finding(limit.place, f"This does not say how the {limit.analyte.name} is measured.")
