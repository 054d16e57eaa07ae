"""``within 1 months``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="singular-unit-after-one",
    code="SPL003",
    what="A time unit stands in the plural after the number one.",
    why="A reader stumbles and wonders whether a digit is missing: 1 months may have been 10 months.",
    do="Write the singular, or restore the missing digit.",
    pages=Severity.WARNING,
    records=Severity.WARNING,
    citations=(Citation("editorial judgement"),),
    measured=(
        Measured("2,919 registry records", rate=2.36, right=50, read=50),
        Measured("17,367 eligibility texts", rate=0.16, right=28, read=28),
    ),
    examples=(
        Bad(
            "<p>No vaccine within 1 ⟦months⟧ before screening.</p>",
            fixed="<p>No vaccine within 1 month before screening.</p>",
        ),
        Bad(
            "<p>A visit of 1 ⟦hours⟧ and a call after 1 ⟦weeks⟧.</p>",
            fixed="<p>A visit of 1 hour and a call after 1 week.</p>",
        ),
        Good("<p>After 11 months, 1,001 days or 1.5 hours.</p>"),
        Good("<p>Within 1 month; for 0.1 hours; days 1, 2; 1 to 2 weeks; 1 day's rest; day 1 weeks 2-4; twenty one years.</p>"),
    ),
)

_PLURAL = Pattern(
    r"(?:1|one) (?P<unit>days|weeks|months|years|hours|minutes)\b(?!')",
    "days weeks months years hours minutes",
    reach=20,
    names=False,
)
# Before a 1 that belongs to a number, a list, a range, a ratio or a numbered visit.
_NO_COUNT = re.compile(r"[\w.,/:±+-]$|[±-] $|ty $|\b(?:to|or|and|days?|week|month|visit|cycle) $", re.I)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Find the plural unit; the fix takes off its s."""
    for hit in page.find(_PLURAL):
        if _NO_COUNT.search(hit.before[-8:]):
            continue
        singular = hit["unit"][:-1]
        repair = fix(f"Write {singular!r}.", hit.replace(singular, "unit"), safety=Safety.SAFE)
        yield rule.finding(hit.place("unit"), f"After 1 it is {singular!r}, not {hit['unit']!r}.", fix=repair)
