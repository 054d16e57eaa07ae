"""A page on which no eligibility criteria were found."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="no-eligibility-section",
    code="PAR003",
    what="No eligibility criteria were found on the page.",
    why="Either the page does not say who can join, or it says so in a way that could not be read: nothing was checked there.",
    do="Add the criteria under a heading such as Eligibility criteria, or see with triallint inspect what was read.",
    pages=Severity.INFO,
    records=None,
    english=False,
    citations=(Citation("editorial judgement"),),
    measured=(
        Measured("143 saved web pages", rate=3.5, right=5, read=5),
        Measured("301 Markdown pages", rate=94.68, right=50, read=50),
    ),
    examples=(
        Bad("<h1>⟦⟧A study</h1><p>It tests a drug.</p>"),
        Bad("<h1>⟦⟧A study</h1><h2>Who can join</h2><p>Ask the study team.</p>"),
        Good("NCT01234567\n\nExclusion Criteria:\n\n- Asthma\n- Gout\n", format="txt"),
        Good("<h1>A study</h1><h2>Inclusion criteria</h2><ul><li>Adults</li></ul>"),
    ),
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Silence about criteria would look like a pass."""
    if not page.criteria:
        section = page.section("eligibility")
        yield rule.finding(section.heading.slice(0, 0) if section else page.anchor, "No eligibility criteria were found.")
