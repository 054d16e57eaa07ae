"""An abbreviation for nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.language.acronyms import uses
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="abbreviation-unused",
    code="TRM010",
    what="An abbreviation is introduced and not used again.",
    why="Readers keep it in mind for nothing.",
    do="Leave the abbreviation out.",
    pages=Severity.INFO,
    records=Severity.INFO,
    off=("page", "record"),
    citations=(Citation("editorial judgement"),),
    measured=(Measured("2,919 registry records", rate=333.98, right=0, read=0),),
    examples=(
        Bad("<h1>A drug</h1><p>NCT01234567</p><p>Hepatitis C virus (⟦HCV⟧) is common.</p>"),
        Bad("<h1>A drug</h1><p>NCT01234567</p><p>Heart failure (⟦HF⟧) makes the heart weak.</p>"),
        Good("<h1>A drug</h1><p>NCT01234567</p><p>Hepatitis C virus (HCV) is common. HCV is treated.</p>"),
        Good("<h1>A drug</h1><p>NCT01234567</p><p>Hepatitis C virus is common.</p>"),
    ),
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Letters that stand on the page once, in brackets behind their name."""
    counts = Counter(use.letters for use in uses(page))
    for use in uses(page):
        if use.form and counts[use.letters] == 1:
            yield rule.finding(use.place, f"{use.letters} is not used again.")
