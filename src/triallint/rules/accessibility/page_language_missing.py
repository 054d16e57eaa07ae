"""A page in no language."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="page-language-missing",
    code="ACC005",
    what="The page does not say which language it is in.",
    why="A screen reader reads English with the sounds of another language.",
    do='Write <html lang="en">.',
    pages=Severity.WARNING,
    records=None,
    english=False,
    citations=(
        Citation(
            "WCAG 2.2, success criterion 3.1.1, language of page", "https://www.w3.org/TR/WCAG22/#language-of-page", "2026-11-23"
        ),
        Citation("WCAG 2.2, success criterion 2.4.2, page titled", "https://www.w3.org/TR/WCAG22/#page-titled", "2026-11-23"),
    ),
    measured=(Measured("143 saved web pages", rate=92.31, right=50, read=50),),
    examples=(
        Bad("⟦⟧<html><head><title>A trial</title></head><h1>NCT01234567</h1></html>"),
        Bad('⟦⟧<html lang="en"><body><h1>NCT01234567</h1></body></html>'),
        Good('<html lang="en"><head><title>A trial</title></head><h1>NCT01234567</h1></html>'),
        Good("<h1>NCT01234567</h1><p>A part of a page.</p>"),
    ),
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Whole documents; their title too, which is read first."""
    root = next((tag for tag in page.tags if tag.name == "html"), None)
    if root is None:
        return
    if not (root.attributes.get("lang") or root.attributes.get("xml:lang", "")).strip():
        yield rule.finding(root.place(""), "The page does not say which language it is in.")
    elif not any(tag.name == "title" for tag in page.tags):
        yield rule.finding(root.place(""), "The page has no title.")
