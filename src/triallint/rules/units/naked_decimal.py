""".5 mg, which is read as 5."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="naked-decimal",
    code="UNI007",
    what="A dose or limit begins with a decimal point.",
    why="A faint point makes ten times as much of it: .5 is read as 5.",
    do="Put a zero before the point.",
    pages=Severity.ERROR,
    records=Severity.ERROR,
    citations=(Citation("ISMP List of Error-Prone Abbreviations, Symbols, and Dose Designations", read="2026-11-23"),),
    measured=(
        Measured("2,919 registry records", rate=0.03, right=1, read=1),
        Measured("17,367 eligibility texts", rate=0.03, right=5, read=5),
    ),
    examples=(
        Bad("<h1>NCT01234567</h1><p>Takes ⟦.5⟧ mg a day.</p>", fixed="<h1>NCT01234567</h1><p>Takes 0.5 mg a day.</p>"),
        Bad("<h1>NCT01234567</h1><p>Creatinine ≤ ⟦.75⟧ mg/dL</p>", fixed="<h1>NCT01234567</h1><p>Creatinine ≤ 0.75 mg/dL</p>"),
        Good("<h1>NCT01234567</h1><p>p < .05 and an effect of .5 points; no.5 mg</p>"),
        Good("<h1>NCT01234567</h1><p>Takes 0.5 mg; 1..5 mg; end.5 mg</p>"),
    ),
)


_NAKED = Pattern(
    r"\.(?P<digits>\d{1,4})(?= ?(?:mg|mcg|\u00b5g|ug|ng|g|kg|ml|l|dl|iu|units?|mmol|meq|cm|mm|uln|\u00d7 ?uln|x ?uln)\b)",
    (" .", "<.", ">.", "=.", "\u2264.", "\u2265.", "(."),
    reach=20,
    names=False,
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Behind a space, a bracket or a sign only: a full stop may end a sentence there."""
    for hit in page.find(_NAKED):
        if hit.before[-1:] and hit.before[-1:] in " <>=\u2264\u2265(" and hit.before.rstrip()[-1:] not in (*".,0123456789",):
            repair = fix("Put a zero before the point.", hit.replace(f"0.{hit['digits']}"), safety=Safety.UNSAFE)
            yield rule.finding(hit.place(), f"“{hit[0]}” can be read as {hit['digits']}.", fix=repair)
