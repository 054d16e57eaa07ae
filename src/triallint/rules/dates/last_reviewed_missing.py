"""A page that does not say how old it is."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="last-reviewed-missing",
    code="DAT001",
    what="The page does not say when it was last reviewed or updated.",
    why="A reader cannot tell whether the trial still takes people in, or whether the page is years old.",
    do="Show the date of the last review.",
    pages=Severity.ERROR,
    records=None,
    citations=(
        Citation("URAC Health Web Site standards 2.1, WS 15(c): date of the most recent review or update", read="2026-11-23"),
        Citation("HONcode, principle 4: dates of modification", read="2026-11-23"),
    ),
    measured=(
        Measured("143 saved web pages", rate=3.5, right=5, read=5),
        Measured("301 Markdown pages", rate=94.68, right=8, read=8),
    ),
    examples=(
        Bad("<h1>⟦⟧A study</h1><p>It tests a drug.</p>"),
        Bad("<h1>⟦⟧A study</h1><p>Our doctors review every page. It started in May 2026.</p>"),
        Good("<h1>A study</h1><p>Last reviewed May 15, 2026 by Jane Doe, MD.</p>"),
        Good("<h1>A study</h1><footer>Page updated: 2026-05-15</footer>"),
        Good("<h1>A study</h1><dl><dt>Last Update Posted</dt><dd>November 6, 2017</dd></dl>"),
        Good("---\ntitle: A study\nlast_reviewed: 2026-05-15\n---\n# A study\n", format="md"),
    ),
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Any date of a review, an update or a verification will do."""
    if not any(name in page.dates for name in ("reviewed_on", "last_updated", "last_update_submitted", "verified_on")):
        yield rule.finding(page.anchor, "The page gives no date of a review or an update.")
