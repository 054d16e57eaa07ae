"""A review that has not happened yet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from triallint.finding import Finding, Severity
from triallint.language.dates import plain_date
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="last-reviewed-future",
    code="DAT003",
    what="The date of the last review or update lies in the future.",
    why="The date is wrong, so nobody can tell how old the page is.",
    do="Put in the day on which the page was reviewed.",
    pages=Severity.ERROR,
    records=None,
    citations=(Citation("editorial judgement"),),
    measured=(Measured("143 saved web pages", rate=0, right=0, read=0),),
    examples=(
        Bad("<h1>A study</h1><p>Last reviewed ⟦2027-01-01⟧ by Jane Doe, MD.</p>"),
        Bad("<h1>A study</h1><dl><dt>Last updated</dt><dd>⟦June 2027⟧</dd></dl>"),
        Good("<h1>A study</h1><p>Last reviewed 2026-11-01 by Jane Doe, MD.</p>"),
        Good("<h1>A study</h1><p>Last reviewed November 2026; next review March 2027.</p>"),
        Good("<h1>A study</h1><p>Last reviewed 2026-11-24 by Jane Doe, MD.</p>"),
    ),
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """One day is allowed for: it is tomorrow already somewhere."""
    for name, what in (("reviewed_on", "review"), ("last_updated", "update"), ("verified_on", "verification")):
        given = page.dates.get(name)
        day = plain_date(given.value or "") if given else None
        if given and day and day > context.today + timedelta(days=1):
            yield rule.finding(given.place, f"The {what} is dated {day.isoformat()}, which is still to come.")
