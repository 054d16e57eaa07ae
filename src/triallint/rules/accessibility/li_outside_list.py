"""A list item without a list."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.language.beside import behind
from triallint.language.gathered import gathered
from triallint.page import Tag, TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="li-outside-list",
    code="ACC013",
    what="A list item stands outside of any list.",
    why="A screen reader does not say that it is a list, nor how many items there are.",
    do="Put <ul> or <ol> around the items.",
    pages=Severity.INFO,
    records=None,
    english=False,
    citations=(
        Citation("HTML Living Standard: where li can be used", "https://html.spec.whatwg.org/#the-li-element", "2026-11-25"),
        Citation(
            "WCAG 2.2, success criterion 1.3.1, info and relationships",
            "https://www.w3.org/TR/WCAG22/#info-and-relationships",
            "2026-11-25",
        ),
    ),
    measured=(Measured("143 saved web pages", rate=1.4, right=2, read=2),),
    examples=(
        Bad('<html lang="en"><h1>NCT01234567</h1><div>Join if you <li>⟦are an adult⟧</li><li>have asthma</li></div></html>'),
        Bad(
            '<html lang="en"><h1>NCT01234567</h1><ul><li>Adults</ul><p>Not with</p><li>⟦gout⟧<li>eczema'
            "<h2>Sites</h2><span><li>⟦Chicago⟧</span></html>"
        ),
        Good('<html lang="en"><h1>NCT01234567</h1><ul><li>Adults<li>Asthma<ol><li>mild</ol><li>Inhaler</ul></html>'),
        Good('<html lang="en"><h1>NCT01234567</h1><ul><div><li>Adults</li></div></ul><menu><li>Print</li></menu></html>'),
        Good('<html lang="en"><h1>NCT01234567</h1><div role="list"><li role="listitem">Adults</li></div></html>'),
    ),
)

_PARTS = frozenset("div section article table td h1 h2 h3 h4 h5 h6 ul ol menu".split())


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """The first of each group of items; the first of the page, if there are many groups."""
    groups: list[Tag] = []
    is_open = False
    for tag in page.tags:
        if tag.name == "li" and not tag.in_list and not tag.attributes.get("role"):
            if not is_open:
                groups.append(tag)
            is_open = True
        elif tag.name in _PARTS:
            is_open = False
    shown, others = gathered(groups)
    for tag in shown:
        more = f"; so do those of {others} other groups" if others else ""
        yield rule.finding(behind(page, tag), f"This item stands in no list{more}.")
