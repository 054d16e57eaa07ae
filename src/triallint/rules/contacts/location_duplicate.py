"""A site that is listed twice."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import Site, TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

_HEAD = (
    '{"protocolSection": {"contactsLocationsModule": {"locations": ['
    '{"facility": "Lakeside Hospital", "city": "Chicago", "zip": "60601"}, '
)

rule = Rule(
    name="location-duplicate",
    code="CNT004",
    what="The same site is listed twice.",
    why="Readers count more places than there are, and one of the two will not be updated.",
    do="Delete one of them, or say how they differ.",
    pages=Severity.INFO,
    records=Severity.INFO,
    english=False,
    citations=(Citation("editorial judgement"),),
    measured=(Measured("2,919 registry records", rate=8.32, right=58, read=60, doubtful=2),),
    examples=(
        Bad(_HEAD + '{"facility": "⟦Lakeside Hospital⟧", "city": "Chicago", "zip": "60601"}]}}}', format="json"),
        Bad(_HEAD + '{"facility": "⟦lakeside hospital⟧", "city": "chicago", "zip": "60601"}]}}}', format="json"),
        Good(_HEAD + '{"facility": "Lakeside Hospital", "city": "Evanston", "zip": "60201"}]}}}', format="json"),
        Good(_HEAD + '{"facility": "Lakeside Clinic", "city": "Chicago", "zip": "60601"}]}}}', format="json"),
    ),
)

_ANYWHERE = (
    "research site",
    "investigational site",
    "investigative site",
    "local institution",
    "clinical site",
    "study site",
    "site",
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Sites with a name of their own: many sponsors call all of theirs “Research Site”."""
    seen: dict[tuple[str, ...], Site] = {}
    for site in page.sites:
        name = " ".join(site.facility.casefold().split())
        if not name or name.startswith(_ANYWHERE) or "site" in name.split():
            continue
        key = (name, site.city.strip().casefold(), site.state.strip().casefold(), site.country)
        first = seen.setdefault(key, site)
        if first is not site:
            message = f"“{site.facility.strip()}” in {site.city.strip() or 'the same place'} is listed already."
            yield rule.finding(site.place, message, related=[(first.place, "the first time")])
