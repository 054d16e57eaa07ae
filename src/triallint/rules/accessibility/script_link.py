"""A link that is a program."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="script-link",
    code="ACC007",
    what="A link runs a script instead of leading somewhere.",
    why="It cannot be opened in a new tab, copied or followed without the script, and some browsers do nothing.",
    do="Make a link of it, or a button.",
    pages=Severity.WARNING,
    records=None,
    english=False,
    citations=(Citation("WCAG 2.2, success criterion 2.1.1, keyboard", "https://www.w3.org/TR/WCAG22/#keyboard", "2026-11-23"),),
    measured=(Measured("143 saved web pages", rate=19.58, right=28, read=28),),
    examples=(
        Bad(
            '<html lang="en"><head><title>A trial</title></head><body><h1>NCT01234567</h1><p><a href="⟦javascript:void(0)⟧">Find a site</a></p></body></html>'
        ),
        Bad(
            '<html lang="en"><head><title>A trial</title></head><body><h1>NCT01234567</h1><p><a href="⟦javascript:show(1)⟧">Criteria</a></p></body></html>'
        ),
        Good(
            '<html lang="en"><head><title>A trial</title></head><body><h1>NCT01234567</h1><p><a href="/sites">Find a site</a> <button onclick="show(1)">Criteria</button></p></body></html>'
        ),
        Good(
            '<html lang="en"><head><title>A trial</title></head><body><h1>NCT01234567</h1><p>javascript:void(0) is a link to nothing.</p></body></html>'
        ),
    ),
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Addresses that begin with javascript:, each once."""
    told = set()
    for tag in page.tags:
        target = tag.attributes.get("href", "").strip()
        if tag.name == "a" and target.lower().startswith("javascript:") and target not in told:
            told.add(target)
            message = "This link runs a script and leads nowhere."
            yield rule.finding(tag.place("href"), message, related=[(page.text_after(tag), "the link")])
