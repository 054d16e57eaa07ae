"""A suppression names no rule and hides everything."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="blanket-suppression",
    code="SUP005",
    what="A suppression names no rule and hides everything.",
    why="It will also hide faults that nobody has seen yet.",
    do="Name the rules that are meant.",
    pages=Severity.WARNING,
    records=Severity.WARNING,
    english=False,
    citations=(Citation("editorial judgement"),),
    measured=(Measured("3,433 records and pages", rate=0, right=0, read=0),),
    examples=(
        Bad("<h1>NCT01234567</h1>⟦<!-- triallint: disable-file -- old export -->⟧"),
        Bad("<h1>NCT01234567</h1>⟦<!-- triallint: disable-file=all -- old export -->⟧"),
        Good("<h1>NCT01234567</h1><!-- triallint: disable-file=mojibake, repeated-word -- old export -->"),
        Good("<h1>NCT01234567</h1><!-- triallint: disable-file=mojibake -- old export -->"),
    ),
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """ALL is no name of a rule."""
    for each in context.suppressions:
        if each.verb.startswith("disable") and (not each.rules or "all" in map(str.casefold, each.rules)):
            yield rule.finding(each.place(page.source), f"This {each.verb} hides every rule.")
