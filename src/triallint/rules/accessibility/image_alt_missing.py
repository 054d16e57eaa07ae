"""A picture that cannot be heard."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import Tag, TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="image-alt-missing",
    code="ACC006",
    what="An image has no text for those who do not see it.",
    why="Who listens to the page does not learn what the picture says, a heading perhaps.",
    do='Describe the image in alt, or write alt="" where it only decorates.',
    pages=Severity.WARNING,
    records=None,
    english=False,
    citations=(
        Citation(
            "WCAG 2.2, success criterion 1.1.1, non-text content", "https://www.w3.org/TR/WCAG22/#non-text-content", "2026-11-23"
        ),
    ),
    measured=(Measured("143 saved web pages", rate=25.17, right=36, read=36),),
    examples=(
        Bad(
            '<html lang="en"><head><title>A trial</title></head><body><h1>NCT01234567</h1><p>⟦⟧<img src="chart.png"></p></body></html>'
        ),
        Bad(
            '<html lang="en"><head><title>A trial</title></head><body><h1>NCT01234567</h1>⟦⟧<img src="map.jpg"><p>⟦⟧<img src="a.png"></p></body></html>'
        ),
        Good(
            '<html lang="en"><head><title>A trial</title></head><body><h1>NCT01234567</h1><img src="line.png" alt=""><img src="chart.png" alt="Chances of being in each group"></body></html>'
        ),
        Good(
            '<html lang="en"><head><title>A trial</title></head><body><h1>NCT01234567</h1><p>An image</p><img src="x.png" role="presentation"><img src="y.png" aria-hidden="true"></body></html>'
        ),
    ),
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Images without the attribute; an empty one says that there is nothing to tell."""
    for tag in page.tags:
        if tag.name == "img" and "alt" not in tag.attributes and not _is_silent(tag):
            yield rule.finding(tag.place(""), "This image has no alternative text.")


def _is_silent(tag: Tag) -> bool:
    given = tag.attributes
    named = given.get("aria-label") or given.get("aria-labelledby") or given.get("title")
    return bool(named) or given.get("aria-hidden") == "true" or given.get("role") in ("presentation", "none")
