"""SpO2 of 192 %."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.language.quantities import Limit, limits
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="implausible-value",
    code="UNI012",
    what="A value is impossible for what is measured.",
    why="One digit is wrong, and nobody knows which: the limit cannot be kept.",
    do="Correct the number or the unit.",
    pages=Severity.WARNING,
    records=Severity.WARNING,
    review="major",
    citations=(
        Citation(
            "Zarin et al., NEJM 2011;364:852, table 3: lack of apparent validity, internal inconsistency", read="2026-11-23"
        ),
    ),
    measured=(
        Measured("2,919 registry records", rate=0.14, right=3, read=3),
        Measured("17,367 eligibility texts", rate=0.1, right=18, read=18),
        Measured("2,919 records as pages", rate=0.1, right=3, read=3),
    ),
    examples=(
        Bad("<h1>NCT01234567</h1><h2>Inclusion criteria</h2><ul><li>⟦SpO2 ≥ 192 %⟧ at rest</li></ul>"),
        Bad("<h1>NCT01234567</h1><h2>Inclusion criteria</h2><ul><li>⟦Hemoglobin ≥ 90 g/dL⟧</li></ul>"),
        Bad("<h1>NCT01234567</h1><h2>Inclusion criteria</h2><ul><li>Fever of ⟦380 °C⟧ or more</li></ul>"),
        Bad("<h1>NCT01234567</h1><h2>Exclusion criteria</h2><ul><li>Temperature above ⟦380C⟧</li></ul>"),
        Good("<h1>NCT01234567</h1><h2>Inclusion criteria</h2><ul><li>SpO2 ≥ 92 %; hemoglobin ≥ 90 g/L; LVEF > 55 %</li></ul>"),
        Good(
            "<h1>NCT01234567</h1><h2>Inclusion criteria</h2><ul><li>Platelets ≥ 100,000/mm3; creatinine < 130 µmol/L; BMI > 40 kg/m2; 38.5 °C; 212 °F</li></ul>"
        ),
    ),
)


_HEAT = Pattern(
    r"(?P<degrees>\d{3}) ?(?:\u00b0 ?c|degrees celsius|\u2103)(?![a-z])|(?P<lost>3[5-9]0|4[0-2]0) ?c\b(?!/)",
    ("\u00b0c", "\u00b0 c", "celsius", "\u2103", "0c", "0 c"),
    reach=30,
    names=False,
)
_OF_HEAT = Pattern(r"temp|fever|febrile|heat")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Limits outside what any patient can have, on the analyte's own scale; and body heat of three digits."""
    for limit in limits(page):
        in_criteria = limit.hit.passage.field.startswith(("criteria", "eligibility"))
        if (
            in_criteria
            and limit.comparable
            and not _tells_change(limit)
            and not limit.analyte.least <= limit.value <= limit.analyte.most
        ):
            yield rule.finding(limit.place, f"The value {limit.value:g} is not possible here ({limit.analyte.name}).")
    for hit in page.find(_HEAT):
        in_criteria = hit.passage.field.startswith(("criteria", "eligibility"))
        if not hit.before[-1:].isdigit() and (in_criteria if hit["degrees"] else _OF_HEAT.re.search(hit.before[-60:].lower())):
            yield rule.finding(hit.place(), f"{hit['degrees'] or hit['lost']} degrees are no body temperature.")


_CHANGE = Pattern(
    r"drop|reduc|decreas|increas|chang|delta|fall|differ|rise|percentile|lower than|less than the|from baseline|improve|corrected for| below |  ?sd\b"
)


def _tells_change(limit: Limit) -> bool:
    """Whether the value is a difference, or a percentile."""
    around = f"{limit.hit.before[-50:]} {limit.hit.after[:30]}".lower()
    return _CHANGE.re.search(around) is not None or (limit.analyte.unit == "%" and limit.value < 1)
