"""A suppression was to hold until a day that has passed."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Context, Good, Rule

rule = Rule(
    name="expired-suppression",
    code="SUP004",
    what="A suppression was to hold until a day that has passed.",
    why="The finding it hid is shown again, and the comment no longer does anything.",
    do="Settle the finding, or give the suppression a new date.",
    pages=Severity.WARNING,
    records=Severity.WARNING,
    english=False,
    examples=(
        Bad("<h1>NCT01234567</h1>⟦<!-- triallint: disable-file=mojibake until=2026-06-30 -- new export then -->⟧"),
        Good("<h1>NCT01234567</h1><!-- triallint: disable-file=mojibake until=2027-06-30 -- new export then -->"),
    ),
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """The day itself still counts."""
    for each in context.suppressions:
        if each.until is not None and context.today > each.until:
            yield rule.finding(each.place(page.source), f"This {each.verb} held until {each.until.isoformat()}.")
