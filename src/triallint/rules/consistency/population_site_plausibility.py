"""Adults at a hospital for children."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Confidence, Finding, Severity
from triallint.language.ages import of_field
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="population-site-plausibility",
    code="CON027",
    what="The ages and the only site do not go together.",
    why="Either the ages are wrong, or the place.",
    do="Check both.",
    pages=Severity.INFO,
    records=Severity.INFO,
    off=("page", "record"),
    confidence=Confidence.LOW,
    citations=(Citation("editorial judgement"),),
    measured=(Measured("2,919 registry records", rate=0, right=0, read=0),),
    examples=(
        Bad(
            '{"protocolSection": {"eligibilityModule": {"minimumAge": "40 Years", "maximumAge": "80 Years"}, "contactsLocationsModule": {"locations": [{"facility": "⟦Lakeside Children Hospital⟧"}]}}}',
            format="json",
        ),
        Bad(
            '{"protocolSection": {"eligibilityModule": {"minimumAge": "30 Years", "maximumAge": "N/A"}, "contactsLocationsModule": {"locations": [{"facility": "⟦Pediatric Clinic of Chicago⟧"}]}}}',
            format="json",
        ),
        Good(
            '{"protocolSection": {"eligibilityModule": {"minimumAge": "2 Years", "maximumAge": "17 Years"}, "contactsLocationsModule": {"locations": [{"facility": "Lakeside Children Hospital"}]}}}',
            format="json",
        ),
        Good(
            '{"protocolSection": {"eligibilityModule": {"minimumAge": "40 Years", "maximumAge": "80 Years"}, "contactsLocationsModule": {"locations": [{"facility": "Lakeside Hospital"}]}}}',
            format="json",
        ),
    ),
)


_CHILDREN = Pattern(r"children|pediatric|paediatric|kinderspital|kinderklinik", "children diatric kinder")
_ADULT = 25  # years: hospitals for children follow their patients for some time


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Trials of adults all of whose sites are for children; parents are adults too, so it is off by default."""
    youngest = of_field(str(page.fact("minimum_age").value or ""))
    names = [each for each in page.passages if each.field.endswith("].facility")] if youngest and youngest >= _ADULT else []
    if names and all(_CHILDREN.re.search(each.text.lower()) for each in names):
        yield rule.finding(names[0], "Participants are adults, and this is a hospital for children.")
