"""A suppression was to hold until a day that has passed, or that is no date."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="expired-suppression",
    code="SUP004",
    what="A suppression was to hold until a day that has passed, or that is no date.",
    why="After its day the finding it hid is shown again; without a date that can be read it hides it for ever.",
    do="Settle the finding, or give the suppression a new date.",
    pages=Severity.WARNING,
    records=Severity.WARNING,
    english=False,
    citations=(Citation("editorial judgement"),),
    measured=(Measured("3,433 records and pages", rate=0, right=0, read=0),),
    examples=(
        Bad("<h1>NCT01234567</h1>⟦<!-- triallint: disable-file=mojibake until=2026-06-30 -- new export then -->⟧"),
        Bad("<h1>NCT01234567</h1>⟦<!-- triallint: disable-file=mojibake until=June -- new export then -->⟧"),
        Good("<h1>NCT01234567</h1><!-- triallint: disable-file=mojibake -- for good -->"),
        Good("<h1>NCT01234567</h1><!-- triallint: disable-file=mojibake until=2027-06-30 -- new export then -->"),
    ),
)


_UNTIL = Pattern(r"\buntil=(?P<day>[^\s>]*)")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """The day itself still counts. A day that cannot be read would let the suppression hold for ever."""
    for each in context.suppressions:
        place = each.place(page.source)
        written = _UNTIL.re.search(place.text.partition(" -- ")[0])
        if each.until is not None and context.today > each.until:
            yield rule.finding(place, f"This {each.verb} held until {each.until.isoformat()}.")
        elif each.until is None and written:
            yield rule.finding(place, f"{written['day']!r} is no date written YYYY-MM-DD: this {each.verb} never ends.")
