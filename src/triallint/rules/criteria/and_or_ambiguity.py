"""And/or."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="and-or-ambiguity",
    code="CRI018",
    what="“and/or” leaves open which of the two is meant.",
    why="Whether one condition is enough decides who may join.",
    do="Write “or” where one is enough, “and” where both are needed.",
    pages=Severity.INFO,
    records=Severity.INFO,
    off=("page", "record"),
    citations=(Citation("editorial judgement"),),
    measured=(Measured("2,919 registry records", rate=59.16, right=0, read=0),),
    examples=(
        Bad("<h1>NCT01234567</h1><h2>Exclusion criteria</h2><ul><li>Heart attack ⟦and/or⟧ stroke</li></ul>"),
        Bad("<h1>NCT01234567</h1><h2>Exclusion criteria</h2><ul><li>Pain ⟦and / or⟧ swelling</li></ul>"),
        Good("<h1>NCT01234567</h1><h2>Exclusion criteria</h2><ul><li>Heart attack or stroke, or both</li></ul>"),
        Good("<h1>NCT01234567</h1><h2>Exclusion criteria</h2><ul><li>Band/orchestra players</li></ul>"),
    ),
)


_AND_OR = Pattern(r"and ?/ ?or\b", ("and/or", "and /or", "and/ or", "and / or"))


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Within criteria; nearly two in five records have one, so it is off by default."""
    spans = [each.passage.span for each in page.all_criteria]
    for hit in page.find(_AND_OR) if spans else ():
        place = hit.place()
        if not hit.before[-1:].isalnum() and any(span.covers(place.span) for span in spans):
            yield rule.finding(place, "This can mean one of them, or both.")
