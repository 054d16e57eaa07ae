"""No structured data."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="jsonld-missing",
    code="SEO003",
    what="The page carries no structured data of its trial.",
    why="Programs that help patients search do not find it.",
    do="Add a script of type application/ld+json with a MedicalTrial.",
    pages=Severity.INFO,
    records=None,
    english=False,
    citations=(
        Citation("schema.org: MedicalTrial, MedicalStudy, MedicalWebPage", "https://schema.org/MedicalTrial", "2026-11-23"),
    ),
    measured=(Measured("143 saved web pages", rate=97.9, right=20, read=20),),
    examples=(
        Bad('<html lang="en"><head>⟦⟧<title>A trial</title></head><body><h1>A trial</h1><p>NCT01234567</p></body></html>'),
        Bad(
            '<html lang="en"><head>⟦⟧<title>A trial</title><script type="application/ld+json">{"@type": "WebSite"}</script></head><body><p>NCT01234567</p></body></html>'
        ),
        Good(
            '<html lang="en"><head><title>A trial</title><script type="application/ld+json">{"@type": "MedicalTrial", "name": "A trial"}</script></head><body><h1>A trial</h1><p>NCT01234567</p></body></html>'
        ),
        Good("<h1>A trial</h1><p>NCT01234567</p>"),
    ),
)


_KINDS = ("MedicalTrial", "MedicalStudy", "MedicalWebPage")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Whole documents that tell of a numbered trial."""
    title = next((tag for tag in page.tags if tag.name == "title"), None)
    whole = any(tag.name == "html" for tag in page.tags)
    if title and whole and page.trial_id and not any(kind in script.decoded for script in page.json_ld for kind in _KINDS):
        yield rule.finding(title.place(""), "The page carries no structured data of its trial.")
