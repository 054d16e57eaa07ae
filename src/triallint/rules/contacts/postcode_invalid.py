"""A postcode that its country cannot have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from triallint.finding import Finding, Severity
from triallint.language.gathered import gathered
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

_SITE = '{{"protocolSection": {{"contactsLocationsModule": {{"locations": [{{"city": "A", "country": "{}", "zip": "{}"}}]}}}}}}'

rule = Rule(
    name="postcode-invalid",
    code="CNT006",
    what="A postcode of a site does not have the form of its country's postcodes.",
    why="Maps and searches for a trial nearby put the site in the wrong place, or nowhere; often a zero or a letter was lost.",
    do="Enter the postcode as the post of that country writes it.",
    pages=None,
    records=Severity.INFO,
    english=False,
    citations=(
        Citation(
            "Universal Postal Union: addressing solutions, postal addressing systems in member countries", read="2026-11-25"
        ),
        Citation("ClinicalTrials.gov Protocol Registration Data Element Definitions: ZIP/Postal Code", read="2026-11-25"),
    ),
    measured=(Measured("2,919 registry records", rate=11.44, right=79, read=80, doubtful=1),),
    examples=(
        Bad(_SITE.format("China", "⟦20000⟧"), format="json"),
        Bad(_SITE.format("Spain", "⟦8035⟧"), format="json"),
        Bad(_SITE.format("Canada", "⟦S7K OH6⟧"), format="json"),
        Bad(_SITE.format("United Kingdom", "⟦CB7 5J⟧"), format="json"),
        Good(_SITE.format("China", "200000"), format="json"),
        Good(_SITE.format("Germany", "D-69120"), format="json"),
        Good(_SITE.format("United States", "59901 3158"), format="json"),
        Good(_SITE.format("Canada", "SK S7N-4H4"), format="json"),
        Good(_SITE.format("Ireland", "Dublin 4"), format="json"),
        Good(_SITE.format("Netherlands", "1061 AZ"), format="json"),
    ),
)

_DIGITS = {
    (4,): "Australia;Austria;Belgium;Bulgaria;Denmark;Hungary;Latvia;Netherlands;New Zealand;Norway;Philippines;Slovenia"
    ";South Africa"
    ";Switzerland",
    (5,): "Croatia;Czechia;Estonia;Finland;France;Germany;Greece;Italy;Lithuania;Malaysia;Mexico;Poland;Slovakia;Spain;Sweden"
    ";Thailand"
    ";Turkey;Turkey (Türkiye);Ukraine",
    (6,): "China;India;Romania;Russia;Russian Federation;Singapore",
    (5, 6): "Korea, Republic of;Serbia;South Korea",
    (5, 7): "Israel",
    (5, 8): "Brazil",
    (4, 7): "Portugal",
    (5, 9): "Puerto Rico;United States",
    (7,): "Japan",
}
"""Numbers of digits; forms that were given up, or leave out the end, are counted in where sites still use them."""

_COUNTS = {country: counts for counts, countries in _DIGITS.items() for country in countries.split(";")}
_FORMS = {
    "Canada": (re.compile(r"\b[A-Z][0-9][A-Z]\W?[0-9][A-Z][0-9]\b", re.IGNORECASE), "the form A1A 1A1"),
    "United Kingdom": (
        re.compile(r"\b[A-Z]{1,2}[0-9][A-Z0-9]?\s*[0-9]\s?[A-Z]{2}\b", re.IGNORECASE),
        "the form AB1 2CD or A12 3BC",
    ),
}
_PATH = ("protocolSection", "contactsLocationsModule", "locations")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Site by site; when more than five are wrong in one country, which is a habit, only the first of them is told."""
    wrong: dict[str, list[tuple[int, str, str]]] = {}
    for at, site in enumerate(_sites(page)):
        country, code = (site.get("country"), site.get("zip")) if isinstance(site, dict) else (None, None)
        if isinstance(country, str) and isinstance(code, str) and (message := _fault(country, code.strip())):
            wrong.setdefault(country, []).append((at, code, message))
    for found in wrong.values():
        for at, code, message in gathered(found)[0]:
            place = page.tree.passage((*_PATH, at, "zip"), code, f"locations[{at}].zip", "value")
            yield rule.finding(place, message)


def _sites(page: TrialPage) -> list[Any]:
    value = page.tree.at(_PATH) if page.profile == "clinicaltrials-gov-v2" else None
    return value if isinstance(value, list) else []


def _fault(country: str, code: str) -> str:
    """What is wrong with a postcode, "" for nothing; letters before and behind the digits are left out of account."""
    if not code:
        return ""
    counts, (form, told) = _COUNTS.get(country), _FORMS.get(country, (None, ""))
    digits = len(code) if code.isdecimal() else sum(map(str.isdecimal, code))
    if counts and digits not in counts:
        plural = "" if digits == 1 else "s"
        return f"“{code}” has {digits} digit{plural}; postcodes there ({country}) have {' or '.join(map(str, counts))}."
    return f"“{code}” is not of {told}." if form and not form.search(code) else ""
