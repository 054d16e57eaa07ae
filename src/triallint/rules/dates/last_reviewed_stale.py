"""A review that was too long ago."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from triallint.finding import Finding, Severity
from triallint.language.dates import latest_date
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule


@dataclass(frozen=True)
class Options:
    """After how many days a review is old."""

    warn_days: int = field(default=180, metadata={"at_least": 1, "help": "Days after which an old review is a warning."})
    error_days: int = field(default=365, metadata={"at_least": 1, "help": "Days after which an old review is an error."})
    warn_days_recruiting: int = field(
        default=180, metadata={"at_least": 1, "help": "As warn-days, for a trial that takes people in or soon will."}
    )


rule = Rule(
    name="last-reviewed-stale",
    code="DAT002",
    what="The page was last reviewed a long time ago.",
    why="Trials open, close and change sites within months: an old page sends people to a trial that is not there.",
    do="Compare the page with the registry and renew the date.",
    pages=Severity.WARNING,
    records=None,
    options=Options,
    citations=(Citation("42 CFR 11.64: records verified every 12 months, recruitment status within 30 days", read="2026-11-23"),),
    measured=(Measured("143 saved web pages", rate=0, right=0, read=0),),
    examples=(
        Bad("<h1>A study</h1><p>Last reviewed ⟦2026-05-15⟧ by Jane Doe, MD.</p>"),
        Bad("<h1>A study</h1><p>Last reviewed on ⟦March 1, 2025⟧.</p>"),
        Bad("<h1>A study</h1><dl><dt>Last reviewed</dt><dd>⟦2024⟧</dd></dl>"),
        Good("<h1>A study</h1><p>Last reviewed May 31, 2026. Last reviewed in May.</p>"),
        Good("<h1>A study</h1><dl><dt>Last reviewed</dt><dd>May 2026</dd></dl>"),
        Good("<h1>A study</h1><p>Last reviewed 2026-10-01 by Jane Doe, MD.</p>"),
        Good("<h1>A study</h1><dl><dt>Last Update Posted</dt><dd>November 6, 2017</dd></dl>"),
    ),
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Only a date of the page's own review: a registry's update says nothing of the page."""
    reviewed = page.dates.get("reviewed_on")
    day = latest_date(reviewed.value or "") if reviewed else None
    if reviewed is None or day is None:
        return
    options = context.options
    open_now = page.status in ("RECRUITING", "NOT_YET_RECRUITING")
    limit = options.warn_days_recruiting if open_now else options.warn_days
    age = (context.today - day).days
    if age > limit:
        severity = Severity.ERROR if age > options.error_days else None
        message = f"The last review, {day.isoformat()}, was {age} days ago; more than {limit} is long for a trial page."
        yield rule.finding(reviewed.place, message, severity=severity)
