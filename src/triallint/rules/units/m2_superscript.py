"""``1.73 m2`` for a square metre."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="m2-superscript",
    code="UNI006",
    what="A square or cubic unit is written with an ordinary digit, or with a caret.",
    why="Read aloud or copied, the digit joins the number before it: 1.73m2 is not 1.732 metres.",
    do="Write m², cm² or cm³.",
    pages=Severity.INFO,
    records=Severity.INFO,
    english=False,
    citations=(Citation("NIST SP 811, 6.2: unit symbols are raised to a power by an exponent", read="2026-11-23"),),
    measured=(Measured("2,919 registry records", rate=58.72, right=26, read=26),),
    examples=(
        Bad(
            "<h1>A study</h1><p>eGFR 30 mL/min/⟦1.73 m2⟧ or more.</p>",
            fixed="<h1>A study</h1><p>eGFR 30 mL/min/1.73 m² or more.</p>",
        ),
        Bad("<h1>A study</h1><p>BMI 18 to 30 ⟦kg/m2⟧</p>", fixed="<h1>A study</h1><p>BMI 18 to 30 kg/m²</p>"),
        Bad("<h1>A study</h1><p>BMI 18 to 30 ⟦kg/m^2⟧</p>", fixed="<h1>A study</h1><p>BMI 18 to 30 kg/m²</p>"),
        Good("<h1>A study</h1><p>BMI 18 to 30 kg/m², M2 receptors, m20, the M2 part, model m2</p>"),
        Good("<h1>A study</h1><p>AML of type M2; 5 m20; CO2; see map_m2.png and https://example.org/1m2</p>"),
    ),
)

_PLAIN = Pattern(r"(?P<unit>[cm]?m(?: ?\^ ?)?[23])(?![\w^])", ("m2", "m3", "m^", "m ^"), case=True, reach=10, names=False)
_RAISED = {"2": "²", "3": "³"}


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Only behind a number or a slash: elsewhere M2 is a name."""
    for hit in page.find(_PLAIN):
        before = hit.before[-24:]
        if not (before.rstrip().endswith(tuple("0123456789/")) and (before[-1:] in "/ " or before[-1:].isdigit())):
            continue
        if before.endswith("//") or "://" in before.rpartition(" ")[2]:
            continue
        raised = hit["unit"].rstrip("23^ ") + _RAISED[hit["unit"][-1]]
        repair = fix(f"Write {raised}.", hit.replace(raised, "unit"), safety=Safety.SAFE)
        yield rule.finding(hit.token("unit"), f"{hit['unit']!r} should be {raised!r}.", fix=repair)
