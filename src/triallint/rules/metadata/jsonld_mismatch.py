"""The structured data says something else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.language.dates import plain_date
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="jsonld-mismatch",
    code="SEO002",
    what="The structured data of the page contradicts its text.",
    why="Search engines show the one, and the page says the other.",
    do="Make both say the same.",
    pages=Severity.ERROR,
    records=None,
    english=False,
    citations=(
        Citation("schema.org: MedicalTrial, MedicalStudy, MedicalWebPage", "https://schema.org/MedicalTrial", "2026-11-23"),
    ),
    measured=(Measured("143 saved web pages", rate=0, right=0, read=0),),
    examples=(
        Bad(
            '<html lang="en"><head><title>A trial</title><script type="application/ld+json">{"@type": "MedicalTrial", "code": "⟦NCT07654321⟧"}</script></head><body><h1>A trial</h1><p>NCT01234567</p></body></html>'
        ),
        Bad(
            '<html lang="en"><head><title>A trial</title><script type="application/ld+json">{"@type": "MedicalWebPage", "lastReviewed": "⟦2026-01-01⟧"}</script></head><body><h1>A trial</h1><p>NCT01234567</p><p>Last reviewed 2026-05-15.</p></body></html>'
        ),
        Good(
            '<html lang="en"><head><title>A trial</title><script type="application/ld+json">{"@type": "MedicalTrial", "code": "NCT01234567"}</script></head><body><h1>A trial</h1><p>NCT01234567</p></body></html>'
        ),
        Good(
            '<html lang="en"><head><title>A trial</title><script type="application/ld+json">{"@type": "MedicalWebPage", "lastReviewed": "2026-05-15"}</script></head><body><h1>A trial</h1><p>NCT01234567</p><p>Last reviewed May 15, 2026.</p></body></html>'
        ),
    ),
)


_CODE = re.compile(r'"(?:code|codeValue|identifier|value)"\s*:\s*"(?P<id>NCT\d{8})"')
_REVIEWED = re.compile(r'"lastReviewed"\s*:\s*"(?P<date>\d{4}-\d{2}-\d{2})')


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """The trial's number and the date of the review."""
    reviewed = page.dates.get("reviewed_on")
    shown = plain_date(reviewed.value or "") if reviewed and reviewed.how != "json-ld" else None
    number = page.fact("trial_id")
    for script in page.json_ld:
        found = _CODE.search(script.decoded)
        if found and number.how != "json-ld" and page.trial_id.startswith("NCT") and found["id"] != page.trial_id:
            place = script.slice(*found.span("id"))
            yield rule.finding(place, f"The page tells of {page.trial_id}.", related=[(number.place, "the number shown")])
        dated = _REVIEWED.search(script.decoded)
        if dated and reviewed and shown and dated["date"] != shown.isoformat():
            place = script.slice(*dated.span("date"))
            yield rule.finding(place, f"The page says {reviewed.value}.", related=[(reviewed.place, "the date shown")])
