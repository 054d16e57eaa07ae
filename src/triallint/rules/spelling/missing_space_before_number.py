"""``week24``, ``within14 days``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="missing-space-before-number",
    code="SPL019",
    what="A number runs into the word before it.",
    why="A search for week 24 does not find week24, and a limit such as than18 is easily misread.",
    do="Put a space before the number.",
    pages=Severity.INFO,
    records=Severity.INFO,
    yields_to=("flattened-reference",),
    citations=(Citation("editorial judgement"),),
    measured=(Measured("2,919 registry records", rate=7.26, right=90, read=90),),
    examples=(
        Bad(
            "<h1>A study</h1><p>NCT01234567</p><p>Tests at ⟦week24⟧ and on ⟦Day1⟧</p>",
            fixed="<h1>A study</h1><p>NCT01234567</p><p>Tests at week 24 and on Day 1</p>",
        ),
        Bad(
            "<h1>A study</h1><p>NCT01234567</p><p>Less ⟦than18⟧ years; surgery ⟦within14⟧ days</p>",
            fixed="<h1>A study</h1><p>NCT01234567</p><p>Less than 18 years; surgery within 14 days</p>",
        ),
        Good("<h1>A study</h1><p>NCT01234567</p><p>Week 24, W24, day_1, grade3a, PHASE2, months7, group-1, type1x, x.day7</p>"),
        Good("<h1>A study</h1><p>NCT01234567</p><p>See www.site.org/part2 or part2.html, stage1@site.org</p>"),
    ),
)

_WORDS = frozenset(
    "week day month year visit cycle phase part cohort group grade class stage type age aged baseline appendix step arm dose level hour "
    "between than from least within over about approximately".split()
)
_NUMBER = Pattern(r"[0-9](?<=[a-z][0-9])[0-9]{0,2}(?![\w@/]|\.\w)", case=True, names=False)
_WORD = re.compile(r"(?<![\w/.@&?=-])[A-Za-z][a-z]{2,13}$")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Behind words that stand before numbers; codes have capitals throughout, and addresses signs beside them."""
    for hit in page.find(_NUMBER):
        passage, before = hit.passage, _WORD.search(hit.before[-15:])
        if before and before[0].lower() in _WORDS and passage.field != "phase":
            start = hit.start - len(before[0])
            edit = passage.replace(start, hit.end, f"{before[0]} {hit[0]}")
            repair = fix("Put a space in.", edit, safety=Safety.SAFE)
            yield rule.finding(passage.slice(start, hit.end), f"There is no space in “{before[0]}{hit[0]}”.", fix=repair)
