"""``>=`` for a sign that exists."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="ascii-comparison",
    code="UNI010",
    what="A comparison is typed with two characters.",
    why="Screen readers say “greater than equals sign”, and =< or => are easily read as an arrow.",
    do="Write ≥ or ≤.",
    pages=Severity.INFO,
    records=Severity.INFO,
    english=False,
    citations=(Citation("editorial judgement"),),
    measured=(Measured("2,919 registry records", rate=46.42, right=26, read=26),),
    examples=(
        Bad("<h1>A study</h1><p>Age ⟦&gt;= 18⟧ years</p>", fixed="<h1>A study</h1><p>Age ≥ 18 years</p>"),
        Bad("<h1>A study</h1><p>ECOG ⟦=&lt; 2⟧, LVEF ⟦&gt;/=45⟧ %</p>", fixed="<h1>A study</h1><p>ECOG ≤ 2, LVEF ≥45 %</p>"),
        Good("<h1>A study</h1><p>Age ≥ 18; a => b; <= is a sign; x &lt; 5; A =&gt; 5 mg</p>"),
        Good("<h1>A study</h1><p>p&lt;.05, &lt;&lt; 5, &gt;== 5</p>"),
    ),
)

_TYPED = Pattern(r"(?P<sign>>=|<=|=<|>/=|</=|>\\=|<\\=) ?[0-9]+(?:[.,][0-9]+)*", ("=",))


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Before a number; ``=>`` is left alone, for it may be an arrow."""
    for hit in page.find(_TYPED):
        if hit.before[-1:] in tuple("<>=!"):
            continue
        sign = "≥" if ">" in hit["sign"] else "≤"
        repair = fix(f"Write {sign}.", hit.replace(sign, "sign"), safety=Safety.SAFE)
        yield rule.finding(hit.place(), f"{hit['sign']!r} should be {sign!r}.", fix=repair)
