"""A heading that skips a level."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="heading-order",
    code="ACC004",
    what="The levels of the headings do not follow each other.",
    why="Those who go through a page by its headings miss a part, or get lost.",
    do="Begin with one h1, and go down one level at a time.",
    pages=Severity.WARNING,
    records=None,
    english=False,
    citations=(
        Citation(
            "WCAG 2.2, success criterion 1.3.1, info and relationships",
            "https://www.w3.org/TR/WCAG22/#info-and-relationships",
            "2026-11-23",
        ),
        Citation(
            "WCAG 2.2, success criterion 2.4.6, headings and labels",
            "https://www.w3.org/TR/WCAG22/#headings-and-labels",
            "2026-11-23",
        ),
    ),
    measured=(Measured("143 saved web pages", rate=5.59, right=8, read=8),),
    examples=(
        Bad('<html lang="en"><h1>NCT01234567</h1><h3>⟦Inclusion criteria⟧</h3><ul><li>Adults</li></ul></html>'),
        Bad('<html lang="en"><p>NCT01234567</p><h2>⟦Inclusion criteria⟧</h2><ul><li>Adults</li></ul></html>'),
        Bad(
            '<html lang="en"><h1>NCT01234567</h1><p>It tests a drug.</p><h1>⟦Inclusion criteria⟧</h1><ul><li>Adults</li></ul></html>'
        ),
        Good(
            '<html lang="en"><h1>NCT01234567</h1><h2>Inclusion criteria</h2><h3>Age</h3><ul><li>Adults</li></ul><h2>Contact</h2></html>'
        ),
        Good('<html lang="en"><p>NCT01234567</p><ul><li>Inclusion criteria: none</li></ul></html>'),
    ),
)


_LEVELS = {f"h{level}": level for level in range(1, 7)}


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """The first fault: no h1, a second one, or a level that was skipped on the way down; a part of a page has no h1."""
    if not any(tag.name == "html" for tag in page.tags):
        return
    last, first = 0, True
    for tag in page.tags:
        level = _LEVELS.get(tag.name)
        if level is None:
            continue
        if first and level > 1:
            message = "The first heading is not of the first level."
        elif not first and level == 1:
            message = "This is a second heading of the first level."
        elif not first and level > last + 1:
            message = f"Level {level} follows level {last}."
        else:
            last, first = level, False
            continue
        yield rule.finding(page.text_after(tag), message)
        return
