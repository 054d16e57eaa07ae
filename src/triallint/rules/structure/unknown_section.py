"""A section of an unknown name."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="unknown-section",
    code="STR014",
    what="A heading of the page is not among the sections that are known.",
    why="If it is a section under another name, nothing in it is checked.",
    do="Add the name to the profile of your site, or use a usual one.",
    pages=Severity.INFO,
    records=None,
    off=("page",),
    english=False,
    citations=(Citation("editorial judgement"),),
    measured=(Measured("143 saved web pages", rate=278.32, right=0, read=0),),
    examples=(
        Bad("<h1>NCT01234567</h1><h2>⟦Our furry friends⟧</h2><p>Cats.</p><h2>Contact</h2><p>Sam</p>"),
        Bad("<h1>NCT01234567</h1><h2>⟦Zebra⟧</h2><p>Stripes.</p>"),
        Good("<h1>NCT01234567</h1><h2>Eligibility</h2><p>Adults.</p><h2>Contact</h2><p>Sam</p>"),
        Good("<h1>NCT01234567</h1><p>No sections.</p>"),
    ),
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Headings of the highest level below the title."""
    below = [section for section in page.sections if section.level > 1 or page.format != "html"]
    top = min((section.level for section in below), default=0)
    for section in below:
        if section.level == top and not section.name:
            yield rule.finding(section.heading, f"“{section.heading.text.strip()}” is no section that is known here.")
