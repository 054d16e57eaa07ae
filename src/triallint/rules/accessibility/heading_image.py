"""A heading that is a picture."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="heading-image",
    code="ACC011",
    what="A heading is an image without text.",
    why="The section has no name for those who listen, and for the search engine.",
    do="Write the heading as text, or give the image its words in alt.",
    pages=Severity.WARNING,
    records=None,
    english=False,
    citations=(
        Citation(
            "WCAG 2.2, success criterion 1.1.1, non-text content", "https://www.w3.org/TR/WCAG22/#non-text-content", "2026-11-23"
        ),
    ),
    measured=(Measured("143 saved web pages", rate=0, right=0, read=0),),
    examples=(
        Bad(
            '<html lang="en"><head><title>A trial</title></head><body><h1>NCT01234567</h1><h2>⟦⟧<img src="criteria.png"></h2><p>Adults</p></body></html>'
        ),
        Bad(
            '<html lang="en"><head><title>A trial</title></head><body><h1>NCT01234567</h1><h2>⟦⟧<img src="criteria.png" alt=""></h2><p>Adults</p></body></html>'
        ),
        Good(
            '<html lang="en"><head><title>A trial</title></head><body><h1>NCT01234567</h1><h2><img src="criteria.png" alt="Criteria"></h2><p>Adults</p></body></html>'
        ),
        Good(
            '<html lang="en"><head><title>A trial</title></head><body><h1>NCT01234567</h1><h2><img src="icon.png" alt=""> Criteria</h2><p>Adults</p></body></html>'
        ),
    ),
)


_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """An image right behind the tag of a heading, and no text before the next tag opens."""
    tags = [*page.tags]
    for at, (heading, image) in enumerate(pairwise(tags)):
        if heading.name not in _HEADINGS or image.name != "img" or image.attributes.get("alt", "").strip():
            continue
        following = tags[at + 2].place("").span.start if at + 2 < len(tags) else len(page.source.text)
        text = page.text_after(heading)
        if not text.text.strip() or text.span.start >= following:
            yield rule.finding(image.place(""), "This heading is an image without words.")
