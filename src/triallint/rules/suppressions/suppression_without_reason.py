"""A suppression does not say why."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="suppression-without-reason",
    code="SUP003",
    what="A suppression does not say why.",
    why="In a year nobody knows whether it is still right.",
    do="Add the reason after two hyphens: -- the protocol repeats it.",
    pages=Severity.INFO,
    records=Severity.INFO,
    off=("page", "record"),
    english=False,
    citations=(Citation("editorial judgement"),),
    measured=(Measured("3,433 records and pages", rate=0, right=0, read=0),),
    examples=(
        Bad("<h1>NCT01234567</h1>⟦<!-- triallint: disable-file=mojibake -->⟧"),
        Bad("<h1>NCT01234567</h1>⟦<!-- triallint: disable-line=mojibake -->⟧"),
        Good("<h1>NCT01234567</h1><!-- triallint: disable-line=mojibake -- a formula -->"),
        Good("<h1>NCT01234567</h1><!-- triallint: disable-file=mojibake -- old export -->"),
    ),
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """A reason stands behind ``--``."""
    for each in context.suppressions:
        if each.verb.startswith("disable") and not each.reason:
            yield rule.finding(each.place(page.source), f"This {each.verb} gives no reason.")
