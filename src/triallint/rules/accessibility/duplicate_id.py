"""Two elements with one name."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import Tag, TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="duplicate-id",
    code="ACC008",
    what="Two elements of the page have the same id.",
    why="Links and labels reach the first of them only: a table of contents leads to the wrong place.",
    do="Give each its own.",
    pages=Severity.WARNING,
    records=None,
    english=False,
    citations=(
        Citation(
            "HTML Living Standard: an id is unique in its document",
            "https://html.spec.whatwg.org/#the-id-attribute",
            "2026-11-23",
        ),
    ),
    measured=(Measured("143 saved web pages", rate=0, right=0, read=0),),
    examples=(
        Bad(
            '<html lang="en"><head><title>A trial</title></head><body><h1>NCT01234567</h1><h2 id="sites">Sites</h2><p>Chicago</p><h2 id="⟦sites⟧">Contacts</h2></body></html>'
        ),
        Bad(
            '<html lang="en"><head><title>A trial</title></head><body><h1>NCT01234567</h1><p id="a">One</p><p id="⟦a⟧">Two</p></body></html>'
        ),
        Good(
            '<html lang="en"><head><title>A trial</title></head><body><h1>NCT01234567</h1><h2 id="sites">Sites</h2><h2 id="contacts">Contacts</h2></body></html>'
        ),
        Good(
            '<html lang="en"><head><title>A trial</title></head><body><h1>NCT01234567</h1><p class="a" id="">One</p><p class="a" id="">Two</p></body></html>'
        ),
    ),
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Each id that stands again, once."""
    seen: dict[str, Tag] = {}
    told = set()
    for tag in page.tags:
        name = tag.attributes.get("id", "").strip()
        if name and name in seen and name not in told:
            told.add(name)
            yield rule.finding(
                tag.place("id"), f"The id “{name}” stands here again.", related=[(seen[name].place("id"), "the first one")]
            )
        elif name:
            seen[name] = tag
