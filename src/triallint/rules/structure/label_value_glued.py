"""A label and its value without anything between them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="label-value-glued",
    code="STR009",
    what="A label runs into its value.",
    why="“PhasePHASE1” is read aloud as one word by a screen reader, and nobody can search for it.",
    do="Put a colon and a space, or two table cells, between label and value.",
    pages=Severity.WARNING,
    records=None,
    citations=(Citation("editorial judgement"),),
    measured=(Measured("143 saved web pages", rate=0, right=0, read=0),),
    examples=(
        Bad("A study\n\nNCT01234567\n\nQuick facts\nPhase⟦Phase 2⟧\nEnrollment⟦18⟧\n", format="txt"),
        Bad("# A study\n\nNCT01234567\n\nSex⟦All⟧\n", format="md"),
        Good("A study\n\nNCT01234567\n\nPhase: Phase 2\nEnrollment: 18\n", format="txt"),
        Good("<h1>NCT01234567</h1><dl><dt>Phase</dt><dd>Phase 2</dd></dl>"),
        Good("A study\n\nNCT01234567\n\nPhases of the moon\n\nInvestigators, their staff and families\n", format="txt"),
    ),
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """What the reader of the page found behind a label without a gap."""
    listed = (each for values in page.lists.values() for each in values)
    told = set()
    for each in chain(page.facts.values(), page.dates.values(), listed):
        line = each.place.origin
        if each.how == "glued label" and not each.place.text[:1].islower() and line not in told:
            told.add(line)
            yield rule.finding(each.place, f"Its label runs into “{each.place.text.strip()}”.")
