"""A location without a hospital, a city or a country."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.language.places import names_country, names_facility
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="location-incomplete",
    code="CNT003",
    what="No location is given, or one lacks its hospital, city or country.",
    why="After the condition, the place is what patients ask for: they have to know how far they would travel.",
    do="Give hospital, city and country of each site.",
    pages=Severity.WARNING,
    records=Severity.WARNING,
    english=False,
    review="advisory",
    citations=(
        Citation("Schindler et al., PLOS ONE 2020: location is the second most wanted fact", read="2026-11-23"),
        Citation("WHO Trial Registration Data Set 1.3.1: countries of recruitment", read="2026-11-23"),
    ),
    measured=(
        Measured("2,919 registry records", rate=0.86, right=25, read=25),
        Measured("143 saved web pages", rate=97.9, right=50, read=50),
    ),
    examples=(
        Bad("<h1>⟦⟧A study</h1><p>NCT01234567</p><dl><dt>Phase</dt><dd>Phase 2</dd><dt>Sex</dt><dd>All</dd></dl>"),
        Bad("<h1>A study</h1><p>NCT01234567</p><h2>Locations</h2><p>⟦Germany⟧</p>"),
        Bad(
            '{"protocolSection": {"contactsLocationsModule": {"locations": '
            '[{"facility": "⟦Lakeside Hospital⟧", "city": "Chicago"}]}}}',
            format="json",
        ),
        Bad("<h1>A study</h1><p>NCT01234567</p><h2>Locations</h2><p>⟦Hangzhou, Zhejiang⟧</p>"),
        Good("<h1>A study</h1><p>NCT01234567</p><h2>Locations</h2><p>Lakeside Hospital, Chicago, Illinois</p>"),
        Good(
            '{"protocolSection": {"contactsLocationsModule": {"locations": '
            '[{"facility": "Lakeside Hospital", "city": "Chicago", "country": "United States"}]}}}',
            format="json",
        ),
        Good("<h1>A study</h1><p>NCT01234567 is told about on our news page.</p>"),
    ),
)

_PARTS = ("facility", "city", "country")
_SHOWN = ("label", "cell", "glued label", "front matter")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Records by their fields; a page has a place when it gives more than a country."""
    if page.kind == "record":
        yield from _of_record(page)
        return
    shown = [each.place for each in page.lists.get("locations", ())]
    shown += [each.place for each in page.sites if each.place.text.strip()]
    if not shown and sum(each.how in _SHOWN for each in page.facts.values()) >= 2:
        yield rule.finding(page.anchor.slice(0, 0), "The page gives no location.")
    elif shown and all(_lacking(each.text) for each in shown):
        yield rule.finding(shown[-1], f"“{shown[-1].text.strip()}” does not tell {_lacking(shown[-1].text)}.")


def _of_record(page: TrialPage) -> Iterator[Finding]:
    """One finding for all: sponsors tend to leave out the same part everywhere."""
    lacking = [
        (each, missing) for each in page.sites if (missing := [name for name in _PARTS if not getattr(each, name).strip()])
    ]
    if lacking:
        site, missing = lacking[0]
        more = f", and so do {len(lacking) - 1} more of {len(page.sites)}" if len(lacking) > 1 else ""
        yield rule.finding(site.place, f"This location lacks its {' and its '.join(missing)}{more}.")


def _lacking(text: str) -> str:
    """What a reader who would travel there does not learn; a hospital's name is enough, and so is an address of three parts."""
    if names_facility(text) or len(re.split("[,;/]", text)) > 2:
        return ""
    if names_country(text):
        return "" if re.search("[,;/(]", text) else "the hospital and the city"
    return "the hospital and the country"
