"""An abbreviation that is explained twice."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.language.acronyms import uses
from triallint.page import TrialPage
from triallint.passage import Passage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="abbreviation-redefined",
    code="TRM005",
    what="The same abbreviation is explained twice.",
    why="Readers compare the two, and wonder whether they differ.",
    do="Explain it where it stands first; then use it alone.",
    pages=Severity.INFO,
    records=Severity.INFO,
    citations=(Citation("editorial judgement"),),
    measured=(
        Measured("2,919 registry records", rate=33.5, right=0, read=0),
        Measured("2,919 records as pages", rate=6.85, right=20, read=20),
    ),
    examples=(
        Bad(
            "<h1>A drug</h1><p>NCT01234567</p><p>Hepatitis C virus (HCV) is common. People with hepatitis C virus (⟦HCV⟧) may join.</p>"
        ),
        Bad("<h1>A drug</h1><p>NCT01234567</p><p>Heart failure (HF) is common. In heart failure (⟦HF⟧), the heart is weak.</p>"),
        Good("<h1>A drug</h1><p>NCT01234567</p><p>Hepatitis C virus (HCV) is common. People with HCV may join.</p>"),
        Good("<h1>A drug</h1><p>NCT01234567</p><p>Minimal change disease (MCD) and multicystic kidney dysplasia (MCD)</p>"),
    ),
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """The same words before the same letters in one section; titles and outcomes stand for themselves."""
    seen: dict[tuple[str, str, str], Passage] = {}
    for use in uses(page):
        words = use.form.lower().split()[-len(use.letters.replace("-", "")) :]
        field = use.place.root
        if (
            not use.form
            or len(words) < 2
            or field.startswith(("outcomes", "arms", "interventions", "title", "official_title", "conditions"))
        ):
            continue
        key = (use.letters, " ".join(words[-2:]), field)
        if key in seen:
            yield rule.finding(use.place, f"{use.letters} is explained already.", related=[(seen[key], "the first time")])
        else:
            seen[key] = use.place
