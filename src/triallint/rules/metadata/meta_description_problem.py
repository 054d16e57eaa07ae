"""A description that search engines cannot use."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="meta-description-problem",
    code="SEO004",
    what="The page has no description for search results, or one that is cut off.",
    why="What is shown instead is a piece of the menu, and people do not open the page.",
    do="Describe the trial in up to 160 characters.",
    pages=Severity.INFO,
    records=None,
    english=False,
    citations=(
        Citation(
            "Google Search Central: meta descriptions",
            "https://developers.google.com/search/docs/appearance/snippet",
            "2026-11-23",
        ),
    ),
    measured=(Measured("143 saved web pages", rate=97.9, right=20, read=20),),
    examples=(
        Bad('<html lang="en"><head>⟦⟧<title>A trial</title></head><body><p>NCT01234567</p></body></html>'),
        Bad(
            '<html lang="en"><head><title>A trial</title>⟦⟧<meta name="description" content=""></head><body><p>NCT01234567</p></body></html>'
        ),
        Bad(
            '<html lang="en"><head><title>A trial</title><meta name="description" content="⟦This study tests a drug. This study tests a drug. This study tests a drug. This study tests a drug. This study tests a drug. This study tests a drug. This study tests a drug. It is done.⟧"></head><body><p>NCT01234567</p></body></html>'
        ),
        Good(
            '<html lang="en"><head><title>A trial</title><meta name="description" content="This study tests a drug for asthma."></head><body><p>NCT01234567</p></body></html>'
        ),
        Good("<p>NCT01234567</p>"),
    ),
)


_MOST = 160  # characters that are shown


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Whole documents."""
    title = next((tag for tag in page.tags if tag.name == "title"), None)
    given = next(
        (tag for tag in page.tags if tag.name == "meta" and tag.attributes.get("name", "").lower() == "description"), None
    )
    if given is None:
        if title is not None and any(tag.name == "html" for tag in page.tags):
            yield rule.finding(title.place(""), "The page has no description for search results.")
        return
    place = given.place("content")
    text = " ".join(place.text.split())
    if not text:
        yield rule.finding(place if place.text else given.place(""), "The description for search results is empty.")
    elif len(text) > _MOST:
        yield rule.finding(place, f"The description has {len(text)} characters; about {_MOST} are shown.")
    elif "\n" in page.source.text[place.span.start : place.span.end]:
        yield rule.finding(place, "The description has a line break in its middle.")
