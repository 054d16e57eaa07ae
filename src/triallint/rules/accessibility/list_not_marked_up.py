"""A list made of line breaks."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Passage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="list-not-marked-up",
    code="ACC003",
    what="Criteria are typed as lines with markers, and are no list.",
    why="A screen reader does not say that there is a list, how long it is, or where the next item begins.",
    do="Use <ul> or <ol> with <li>.",
    pages=Severity.WARNING,
    records=None,
    english=False,
    citations=(
        Citation(
            "WCAG 2.2, success criterion 1.3.1, info and relationships",
            "https://www.w3.org/TR/WCAG22/#info-and-relationships",
            "2026-11-23",
        ),
    ),
    measured=(
        Measured("143 saved web pages", rate=141.96, right=50, read=50),
        Measured("2,919 records as pages", rate=57.35, right=0, read=0),
    ),
    examples=(
        Bad(
            '<html lang="en"><h1>NCT01234567</h1><h2>Inclusion criteria</h2><p>- ⟦Adults⟧<br>- Asthma<br>- No smoking</p></html>'
        ),
        Bad(
            '<html lang="en"><h1>NCT01234567</h1><h2>Exclusion criteria</h2><p>1. ⟦Gout⟧</p><p>2. Stroke</p><p>3. Asthma</p></html>'
        ),
        Good(
            '<html lang="en"><h1>NCT01234567</h1><h2>Inclusion criteria</h2><ul><li>Adults</li><li>Asthma</li><li>No smoking</li></ul></html>'
        ),
        Good(
            '<html lang="en"><h1>NCT01234567</h1><h2>Inclusion criteria</h2><ul><li>1. Adults</li><li>2. Asthma</li><li>3. No smoking</li></ul></html>'
        ),
    ),
)


_FEWEST = 3
_LONG = 80  # characters


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Three criteria and more with typed markers that are no items of a list; told at the first words of each list."""
    if page.format != "html":
        return
    typed = [each for each in page.criteria if each.passage.role != "item" and each.marker.text.strip()]
    for kind in ("inclusion", "exclusion", ""):
        items = [each.passage for each in typed if each.kind == kind]
        if len(typed) >= _FEWEST and len(items) > 1:
            message = f"{len(items)} criteria are typed with markers, and are no list."
            yield rule.finding(_first_words(items[0]), message, related=[(_first_words(items[1]), "the next one")])


def _first_words(item: Passage) -> Passage:
    return item if len(item) <= _LONG else item.slice(0, item.text.rfind(" ", 0, _LONG))
