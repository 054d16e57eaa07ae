"""More text than the registry takes."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="field-too-long",
    code="STR006",
    what="A text is longer than the registry allows.",
    why="The registry cuts it off or refuses the record; a title of that length is read by nobody.",
    do="Shorten it.",
    pages=Severity.WARNING,
    records=Severity.WARNING,
    english=False,
    review="major",
    citations=(
        Citation("ClinicalTrials.gov Protocol Registration Data Element Definitions: limits of the fields", read="2026-11-23"),
    ),
    measured=(
        Measured("2,919 registry records", rate=0.03, right=1, read=1),
        Measured("143 saved web pages", rate=0, right=0, read=0),
        Measured("17,367 eligibility texts", rate=0.15, right=26, read=26),
        Measured("9,476 older summaries, each set as a section of a page", rate=0.01, right=1, read=1),
        Measured("792 rows of the WHO's platform, as pages", rate=0.25, right=2, read=2),
    ),
    examples=(
        Bad(f'{{"protocolSection": {{"identificationModule": {{"briefTitle": "⟦{"A study of " * 28}⟧"}}}}}}', format="json"),
        Bad('{"protocolSection": {"identificationModule": {"acronym": "⟦ABCDEFGHIJKLMNO⟧"}}}', format="json"),
        Good('{"protocolSection": {"identificationModule": {"briefTitle": "A study", "acronym": "STUDY"}}}', format="json"),
        Good(f'{{"protocolSection": {{"descriptionModule": {{"briefSummary": "{"A study of " * 400}"}}}}}}', format="json"),
    ),
)

# Characters. Older copies of the definitions allow 15,000 for eligibility.
_LIMITS = {
    "title": 300,
    "official_title": 600,
    "acronym": 14,
    "summary": 5_000,
    "description": 32_000,
    "eligibility": 20_000,
    "why_stopped": 250,
    "sponsor": 160,
}


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """The limits of the registry's own fields, whoever shows them."""
    for name, limit in _LIMITS.items():
        given = page.facts.get(name)
        if given is not None and len(given.place.text) > limit:
            message = f"The {name.replace('_', ' ')} has {len(given.place.text):,} characters; the registry takes {limit:,}."
            yield rule.finding(given.place, message)
