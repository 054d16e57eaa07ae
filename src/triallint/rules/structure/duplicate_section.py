"""One section twice."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import Section, TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="duplicate-section",
    code="STR013",
    what="The same section stands on the page twice.",
    why="Readers do not know which of the two is right, and one of them will not be updated.",
    do="Make one section of the two.",
    pages=Severity.WARNING,
    records=None,
    citations=(Citation("editorial judgement"),),
    measured=(Measured("143 saved web pages", rate=0, right=0, read=0),),
    examples=(
        Bad("<h1>NCT01234567</h1><h2>Eligibility</h2><p>Adults.</p><h2>⟦Eligibility⟧</h2><p>Adults with asthma.</p>"),
        Bad("# NCT01234567\n\n## Contact\n\nSam\n\n## Locations\n\nChicago\n\n## ⟦Contact⟧\n\nKim\n", format="md"),
        Good("<h1>NCT01234567</h1><h2>Eligibility</h2><p>Adults.</p><h2>Locations</h2><p>Chicago</p>"),
        Good(
            "<h1>NCT01234567</h1><h2>Site 1</h2><p>Chicago</p><h3>Contact</h3><p>Sam</p>"
            "<h2>Site 2</h2><p>Oslo</p><h3>Contact</h3><p>Kim</p>"
        ),
    ),
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Two headings with the same words on the same level, under the same heading, each with something under it."""
    above: dict[int, int] = {}
    seen: dict[tuple[str, int, int], Section] = {}
    for at, section in enumerate(page.sections):
        above = {level: where for level, where in above.items() if level < section.level}
        parent = max(above.items(), default=(0, -1))[1]
        above[section.level] = at
        words = " ".join(section.heading.text.casefold().split())
        if not words or not section.name or not section.blocks:
            continue
        first = seen.setdefault((words, section.level, parent), section)
        if first is not section:
            yield rule.finding(
                section.heading,
                f"There is a section “{section.heading.text.strip()}” already.",
                related=[(first.heading, "the first one")],
            )
