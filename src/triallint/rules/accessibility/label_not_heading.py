"""A heading that only looks like one."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Confidence, Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="label-not-heading",
    code="ACC010",
    what="A line in bold letters stands over a section and is no heading.",
    why="Those who go through a page by its headings do not find the section.",
    do="Make a heading of it.",
    pages=Severity.INFO,
    records=None,
    confidence=Confidence.MEDIUM,
    english=False,
    citations=(
        Citation(
            "WCAG 2.2, success criterion 1.3.1, info and relationships",
            "https://www.w3.org/TR/WCAG22/#info-and-relationships",
            "2026-11-23",
        ),
    ),
    measured=(
        Measured("143 saved web pages", rate=7.69, right=11, read=11),
        Measured("2,919 records as pages", rate=192.67, right=20, read=20),
    ),
    examples=(
        Bad('<html lang="en"><h1>NCT01234567</h1><p><b>⟦Inclusion criteria⟧</b></p><ul><li>Adults</li></ul></html>'),
        Bad('<html lang="en"><h1>NCT01234567</h1><p>⟦Eligibility criteria⟧</p><ul><li>Adults</li></ul></html>'),
        Good('<html lang="en"><h1>NCT01234567</h1><h2>Inclusion criteria</h2><ul><li>Adults</li></ul></html>'),
        Good('<html lang="en"><h1>NCT01234567</h1><table><tr><th>Inclusion criteria</th><td>Adults</td></tr></table></html>'),
    ),
)


_LABELS = frozenset(
    "inclusion criteria|exclusion criteria|eligibility criteria|key inclusion criteria|key exclusion criteria|brief summary|detailed description"
    "|study design|locations|contacts|outcome measures|primary outcome|secondary outcomes|arms and interventions".split("|")
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Paragraphs that are the name of a section and nothing else; cells of tables have labels of their own."""
    if page.format != "html":
        return
    for passage in page.passages:
        if passage.role == "prose" and len(passage.text) < 30 and passage.text.casefold().strip(" :") in _LABELS:
            yield rule.finding(passage, f"“{passage.text.strip()}” is meant as a heading.")
