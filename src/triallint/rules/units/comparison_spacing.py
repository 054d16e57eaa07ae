"""``eGFR≥30`` without a space."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="comparison-spacing",
    code="UNI003",
    what="A comparison sign stands between a word and a number without a space.",
    why="The sign that decides who may join is easily overlooked.",
    do="Put a space before and after the sign.",
    pages=Severity.INFO,
    records=Severity.INFO,
    english=False,
    citations=(Citation("editorial judgement"),),
    measured=(Measured("2,919 registry records", rate=20.49, right=25, read=26, doubtful=1),),
    examples=(
        Bad("<h1>A study</h1><p>⟦eGFR≥30⟧ mL/min</p>", fixed="<h1>A study</h1><p>eGFR ≥ 30 mL/min</p>"),
        Bad("<h1>A study</h1><p>(⟦LVEF&lt;40⟧ %)</p>", fixed="<h1>A study</h1><p>(LVEF &lt; 40 %)</p>"),
        Good("<h1>A study</h1><p>eGFR ≥ 30; age ≥18; p&lt;0.05; n&gt;3; ≥2 drugs</p>"),
        Good("<h1>A study</h1><p>https://example.org/a&gt;5 and a-&gt;5</p>"),
    ),
)

_GLUED = Pattern(
    r"(?P<word>[A-Za-z]{2,30}[)\]]?)(?P<sign>[≥≤<>])(?P<number>[0-9]{1,9}(?:\.[0-9]{1,9})?)(?![\w])",
    "≥ ≤ < >",
    case=True,
    reach=40,
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Statistics (p<0.05, n>3) are written without spaces, and so is what belongs to an address."""
    for hit in page.find(_GLUED):
        if "/" in hit.before.rpartition(" ")[2] or hit.before[-1:] in ("_", "."):
            continue
        spaced = f"{hit['word']} {hit['sign']} {hit['number']}"
        repair = fix("Put spaces around the sign.", hit.replace(spaced), safety=Safety.SAFE)
        yield rule.finding(hit.place(), f"There is no space around {hit['sign']!r} in {hit[0]!r}.", fix=repair)
