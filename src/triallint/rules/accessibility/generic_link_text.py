"""Click here."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="generic-link-text",
    code="ACC001",
    what="A link says nothing about where it leads.",
    why="Screen readers list the links of a page: eight times “more” helps nobody.",
    do="Name what the link leads to.",
    pages=Severity.WARNING,
    records=None,
    citations=(
        Citation(
            "WCAG 2.2, success criterion 2.4.4, link purpose",
            "https://www.w3.org/TR/WCAG22/#link-purpose-in-context",
            "2026-11-23",
        ),
    ),
    measured=(Measured("143 saved web pages", rate=4.9, right=7, read=7),),
    examples=(
        Bad(
            '<html lang="en"><head><title>A trial</title></head><body><h1>NCT01234567</h1><p>To join, <a href="/x">⟦click here⟧</a>.</p></body></html>'
        ),
        Bad(
            '<html lang="en"><head><title>A trial</title></head><body><h1>NCT01234567</h1><p><a href="#more">⟦Learn more⟧</a></p></body></html>'
        ),
        Good(
            '<html lang="en"><head><title>A trial</title></head><body><h1>NCT01234567</h1><p><a href="/x">How to join this study</a>, <a href="/y">learn more about asthma</a></p></body></html>'
        ),
        Good(
            '<html lang="en"><head><title>A trial</title></head><body><h1>NCT01234567</h1><p>Click here.</p><button>More</button></body></html>'
        ),
    ),
)


_EMPTY = frozenset(
    "here|click here|click|more|read more|learn more|find out more|see more|view more|more info|more information|more details|details|link"
    "|this link|this page|this|go|continue|continue reading|info|information|website|page|site|view|see|download|start".split("|")
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """The whole text of a link, without arrows and punctuation."""
    for link in page.links:
        words = link.text.text.casefold().strip(" .:!>\u00bb\u203a\u2192\u2026")
        if words in _EMPTY:
            yield rule.finding(link.text, f"“{link.text.text.strip()}” does not say where the link leads.")
