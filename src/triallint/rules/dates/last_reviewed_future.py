"""A review that has not happened yet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from triallint.finding import Finding, Severity
from triallint.language.dates import plain_date
from triallint.page import TrialPage
from triallint.rule import Bad, Context, Good, Rule

rule = Rule(
    name="last-reviewed-future",
    code="DAT003",
    what="The date of the last review lies in the future.",
    why="The date is wrong, so nobody can tell how old the page is.",
    do="Put in the day on which the page was reviewed.",
    pages=Severity.ERROR,
    records=None,
    examples=(
        Bad("<h1>A study</h1><p>Last reviewed ⟦2027-01-01⟧ by Jane Doe, MD.</p>"),
        Good("<h1>A study</h1><p>Last reviewed 2026-11-01 by Jane Doe, MD.</p>"),
        Good("<h1>A study</h1><p>Last reviewed 2026-11-24 by Jane Doe, MD.</p>"),
    ),
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """One day is allowed for: it is tomorrow already somewhere."""
    reviewed = page.dates.get("reviewed_on")
    day = plain_date(reviewed.value or "") if reviewed else None
    if reviewed and day and day > context.today + timedelta(days=1):
        yield rule.finding(reviewed.place, f"The review is dated {day.isoformat()}, which is still to come.")
