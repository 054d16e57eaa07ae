"""m^2."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="caret-exponent",
    code="UNI015",
    what="An exponent is typed with a caret.",
    why="To a reader who does not program, 10^9 is a printing error.",
    do="Write the exponent raised: 10⁹.",
    pages=Severity.INFO,
    records=Severity.INFO,
    english=False,
    citations=(Citation("NIST SP 811, 6.1: exponents of units", read="2026-11-23"),),
    measured=(Measured("2,919 registry records", rate=14.18, right=24, read=24),),
    examples=(
        Bad("<h1>NCT01234567</h1><p>⟦10^6⟧ cells/kg</p>", fixed="<h1>NCT01234567</h1><p>10⁶ cells/kg</p>"),
        Bad("<h1>NCT01234567</h1><p>Platelets ≥ 100 × ⟦10^9⟧/L</p>", fixed="<h1>NCT01234567</h1><p>Platelets ≥ 100 × 10⁹/L</p>"),
        Good("<h1>NCT01234567</h1><p>A BMI of 30 kg/m² and x^y</p>"),
        Good("<h1>NCT01234567</h1><p>Platelets ≥ 100 × 10⁹/L; see note^2</p>"),
    ),
)


_CARET = Pattern(r"(?P<base>10) ?\^ ?(?:(?P<power>-?\d{1,2})|\((?P<held>-?\d{1,2})\))(?!\d)", ("^",))
_RAISED = str.maketrans("0123456789-", "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079\u207b")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Powers of ten."""
    for hit in page.find(_CARET):
        if not hit.before[-1:].isalnum() or hit.before[-1:].lower() == "x":
            raised = f"{hit['base']}{(hit['power'] or hit['held']).translate(_RAISED)}"
            repair = fix("Raise the exponent.", hit.replace(raised), safety=Safety.SAFE)
            yield rule.finding(hit.place(), f"“{hit[0]}” is meant as {raised}.", fix=repair)
