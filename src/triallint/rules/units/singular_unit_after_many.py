"""6 month."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Confidence, Finding, Safety, Severity, fix
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="singular-unit-after-many",
    code="UNI016",
    what="A unit of time stands in the singular after a number above one.",
    why="The text sounds translated, and a reader wonders what else is wrong.",
    do="Write the plural: 6 months.",
    pages=Severity.WARNING,
    records=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    citations=(Citation("editorial judgement"),),
    measured=(
        Measured("2,919 registry records", rate=1.58, right=46, read=46),
        Measured("2,919 records as pages", rate=0.99, right=9, read=9),
        Measured("792 rows of the WHO's platform, as pages", rate=0.51, right=4, read=4),
    ),
    examples=(
        Bad(
            "<h1>NCT01234567</h1><p>Surgery within ⟦6 month⟧ before screening</p>",
            fixed="<h1>NCT01234567</h1><p>Surgery within 6 months before screening</p>",
        ),
        Bad("<h1>NCT01234567</h1><p>Aged ⟦18 year⟧ and older</p>", fixed="<h1>NCT01234567</h1><p>Aged 18 years and older</p>"),
        Good("<h1>NCT01234567</h1><p>A 6 month period, a 12 week study, the 2 year survival rate, 24 hour urine</p>"),
        Good("<h1>NCT01234567</h1><p>Within 6 months; 1 month; month 6; 6-month visit</p>"),
        Good("<h1>NCT01234567</h1><p>At 3 and 6 month follow-up; every 3 month visit</p>"),
    ),
)


_SINGULAR = Pattern(
    r"(?P<before>within|for|least|past|last|than|over|to|aged|age|\u2265|\u2264|>|<|=) ?(?:the )?(?:last |past |previous )?(?P<place>(?P<number>[2-9]|[1-9]\d{1,2}) "
    r"(?P<unit>day|week|month|year|hour|minute))(?P<next> (?:before|prior|after|of age|ago|and (?:older|above)|from|since|or (?:older|more)|preceding)\b|[.;,)]|$)",
    " day| week| month| year| hour| minute".replace("|", " "),
    reach=60,
    names=False,
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Behind a word that asks for a length of time, and before one that ends it; before a noun the unit is an adjective."""
    for hit in page.find(_SINGULAR):
        right = f"{hit['number']} {hit['unit']}s"
        repair = fix("Write the plural.", hit.replace(right, "place"), safety=Safety.UNSAFE)
        if not hit.before[-1:].isalnum():
            yield rule.finding(hit.place("place"), f"It is “{right}”.", fix=repair)
