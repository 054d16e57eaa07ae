"""``asthma ,`` with a space before the comma."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="space-before-punctuation",
    code="SPL011",
    what="There is a space before a comma, semicolon or closing bracket.",
    why="The sign may slip to the next line, and readers wonder whether a word is missing before it.",
    do="Take the space out.",
    pages=Severity.INFO,
    records=Severity.INFO,
    citations=(Citation("editorial judgement"),),
    measured=(Measured("2,919 registry records", rate=18.7, right=36, read=36),),
    examples=(
        Bad("<h1>A study</h1><p>Has ⟦asthma ,⟧ COPD or both</p>", fixed="<h1>A study</h1><p>Has asthma, COPD or both</p>"),
        Bad(
            "<h1>A study</h1><p>Heart failure (class ⟦three )⟧ only</p>",
            fixed="<h1>A study</h1><p>Heart failure (class three) only</p>",
        ),
        Good("<h1>A study</h1><p>Has asthma, COPD; or both (class III)</p>"),
        Good("<h1>A study</h1><p>Chosen from a list ( ) of [ ] boxes :-) or ;-)</p>"),
    ),
)

_APART = Pattern(r"(?P<word>[A-Za-z]{2,40}) (?P<sign>[,;)])(?![-)])", (" ,", " ;", " )"), case=True, reach=45)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Only behind a word on the same line: a lone sign is something else."""
    for hit in page.find(_APART):
        repair = fix("Take the space out.", hit.replace(hit["word"] + hit["sign"]), safety=Safety.SAFE)
        yield rule.finding(hit.place(), f"There is a space before {hit['sign']!r}.", fix=repair)
