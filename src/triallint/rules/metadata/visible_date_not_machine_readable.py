"""A date that only people can read."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="visible-date-not-machine-readable",
    code="SEO005",
    what="The date of the review is not marked as a date.",
    why="Programs that check how old a page is do not find it.",
    do='Write <time datetime="2026-05-15">.',
    pages=Severity.INFO,
    records=None,
    off=("page",),
    english=False,
    citations=(
        Citation("HTML Living Standard: the time element", "https://html.spec.whatwg.org/#the-time-element", "2026-11-23"),
    ),
    measured=(Measured("143 saved web pages", rate=0, right=0, read=0),),
    examples=(
        Bad('<html lang="en"><h1>NCT01234567</h1><p>Last reviewed ⟦2026-05-15⟧.</p></html>'),
        Bad('<html lang="en"><h1>NCT01234567</h1><p>Last reviewed on ⟦May 15, 2026⟧.</p></html>'),
        Good('<html lang="en"><h1>NCT01234567</h1><p>Last reviewed <time datetime="2026-05-15">May 15, 2026</time>.</p></html>'),
        Good('<html lang="en"><h1>NCT01234567</h1><p>Never reviewed.</p></html>'),
    ),
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """A date of review on a page that marks no date at all."""
    reviewed = page.dates.get("reviewed_on")
    if page.format == "html" and reviewed and reviewed.how != "json-ld" and not any(tag.name == "time" for tag in page.tags):
        yield rule.finding(reviewed.place, "This date is not marked as one.")
