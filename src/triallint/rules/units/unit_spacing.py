"""10mg."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="unit-spacing",
    code="UNI002",
    what="There is no space between a number and its unit.",
    why="10mg can be read as 100 mg: the m looks like zeros that run together.",
    do="Put a space between the number and the unit.",
    pages=Severity.INFO,
    records=Severity.INFO,
    yields_to=("unit-case",),
    citations=(
        Citation("NIST SP 811, 7.2: space between value and unit", read="2026-11-23"),
        Citation("ISMP List of Error-Prone Abbreviations, Symbols, and Dose Designations", read="2026-11-23"),
    ),
    measured=(Measured("2,919 registry records", rate=134.36, right=24, read=24),),
    examples=(
        Bad("<h1>NCT01234567</h1><p>Takes ⟦10mg⟧ a day.</p>", fixed="<h1>NCT01234567</h1><p>Takes 10 mg a day.</p>"),
        Bad("<h1>NCT01234567</h1><p>A child of ⟦2-11years⟧</p>", fixed="<h1>NCT01234567</h1><p>A child of 2-11 years</p>"),
        Bad("<h1>NCT01234567</h1><p>eGFR ≥ ⟦30mL⟧/min</p>", fixed="<h1>NCT01234567</h1><p>eGFR ≥ 30 mL/min</p>"),
        Good("<h1>NCT01234567</h1><p>ABT-10mg, 5HT, 3D, H2O, 20% and 37°C</p>"),
        Good("<h1>NCT01234567</h1><p>Takes 10 mg; vitamin B12g; CD4g; 2g1</p>"),
    ),
)


_UNIT = (
    r"(?:mg|mcg|\u00b5g|\u03bcg|ug|ng|pg|kg|g|ml|dl|l|iu|mmol|\u00b5mol|umol|nmol|mol|meq|cm|mm|mmhg|kpa|bpm|msec|ms|min|mins|minutes?"
    r"|hrs?|hours?|days?|weeks?|wks?|months?|mo|years?|yrs?)"
)
_GLUED = Pattern(rf"\d(?=[a-z\u00b5\u03bc])(?P<unit>{_UNIT})(?![\w\u00b2\u00b3-])", names=False)
_NUMBER = re.compile(r"\d{1,4}(?:[.,]\d{1,3})?$")
_RANGE = re.compile(r"\d{1,4}(?:\.\d{1,3})? ?- ?$")
_SEPARATE = " (<>=\u2264\u2265~,;:/\u00b1\u00d7+"


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Behind a space, a bracket or a sign, or a range that begins there; names such as ABT-10mg are left alone."""
    for hit in page.find(_GLUED):
        behind = hit.start + 1
        number = _NUMBER.search(f"{hit.before[-8:]}{hit[0][0]}")[0]  # type: ignore[index]
        before = hit.passage.text[max(0, behind - len(number) - 12) : behind - len(number)]
        begun = _RANGE.search(before)
        apart = before[: begun.start()] if begun else before
        if (apart and apart[-1] not in _SEPARATE) or (hit["unit"].lower() in ("m", "g", "l") and before[-1:] == "/"):
            continue
        edit = hit.passage.replace(behind - len(number), hit.end, f"{number} {hit['unit']}")
        repair = fix("Put a space before the unit.", edit, safety=Safety.SAFE)
        place = hit.passage.slice(behind - len(number) - (len(begun[0]) if begun else 0), hit.end)
        yield rule.finding(place, f"There is no space in “{number}{hit['unit']}”.", fix=repair)
