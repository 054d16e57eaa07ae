"""Structured data that no program can read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="jsonld-invalid",
    code="SEO001",
    what="The structured data of the page is broken, or has properties that nobody knows.",
    why="Search engines leave it out, and the trial is not found by its status or place.",
    do="Correct the JSON, and use the properties of schema.org.",
    pages=Severity.ERROR,
    records=None,
    english=False,
    citations=(
        Citation("schema.org: MedicalTrial, MedicalStudy, MedicalWebPage", "https://schema.org/MedicalTrial", "2026-11-23"),
    ),
    measured=(Measured("143 saved web pages", rate=0, right=0, read=0),),
    examples=(
        Bad(
            '<html lang="en"><head><title>A trial</title><script type="application/ld+json">{"@type": "MedicalTrial", "name": "A trial" ⟦⟧"status": "Recruiting"}</script></head><body><h1>A trial</h1><p>NCT01234567</p></body></html>'
        ),
        Bad(
            '<html lang="en"><head><title>A trial</title><script type="application/ld+json">{"@context": "https://schema.org", "@type": "MedicalTrial", "⟦recruitmentState⟧": "Recruiting"}</script></head><body><h1>A trial</h1><p>NCT01234567</p></body></html>'
        ),
        Good(
            '<html lang="en"><head><title>A trial</title><script type="application/ld+json">{"@context": "https://schema.org", "@type": "MedicalTrial", "name": "A trial", "status": "Recruiting"}</script></head><body><h1>A trial</h1><p>NCT01234567</p></body></html>'
        ),
        Good(
            '<html lang="en"><head><title>A trial</title><script type="application/ld+json">{"@context": "https://schema.org", "@type": "WebSite", "anything": 1}</script></head><body><h1>A trial</h1><p>NCT01234567</p></body></html>'
        ),
    ),
)


_KINDS = ("MedicalTrial", "MedicalStudy", "MedicalWebPage")
# Properties of the three types and of those above them (MedicalEntity, Thing, WebPage, CreativeWork), schema.org 30.0.
_KNOWN = frozenset(
    "@context @type @id @graph trialDesign healthCondition sponsor status studyLocation studySubject code guideline legalStatus medicineSystem "
    "recognizingAuthority relevantSpecialty study additionalType alternateName description disambiguatingDescription identifier image "
    "mainEntityOfPage name owner potentialAction sameAs subjectOf url aspect medicalAudience breadcrumb lastReviewed mainContentOfPage "
    "primaryImageOfPage relatedLink reviewedBy significantLink speakable specialty about abstract accessMode audience author citation "
    "copyrightHolder copyrightYear creator dateCreated dateModified datePublished editor headline inLanguage isAccessibleForFree isBasedOn "
    "isPartOf keywords license mainEntity mentions publisher sourceOrganization text thumbnailUrl version hasPart funder funding".split()
)
_KEY = re.compile(r'"(?P<name>[^"\\]{1,60})"\s*:')


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """What no reader can parse, at the place where reading stopped; and unknown properties of the trial itself."""
    for script in page.json_ld:
        try:
            data = json.loads(script.decoded)
        except ValueError as problem:
            at = min(getattr(problem, "pos", 0), len(script.text))
            yield rule.finding(script.slice(at, at), "The structured data breaks off here.")
            continue
        except RecursionError:
            continue
        if isinstance(data, dict) and data.get("@type") in _KINDS:
            unknown = {key for key in data if key not in _KNOWN and ":" not in key}
            for found in _KEY.finditer(script.decoded) if unknown else ():
                if found["name"] in unknown:
                    unknown.discard(found["name"])
                    yield rule.finding(
                        script.slice(*found.span("name")), f"schema.org knows no “{found['name']}” of a {data['@type']}."
                    )
