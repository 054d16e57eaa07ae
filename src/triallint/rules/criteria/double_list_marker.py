"""``* 1. Age``: a bullet before a typed number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Passage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="double-list-marker",
    code="CRI003",
    what="A criterion has two list markers, a bullet and a number.",
    why="The list reads as if the number were part of the criterion, and a screen reader says both.",
    do="Keep one marker: the number where other text refers to it, else the bullet.",
    pages=Severity.WARNING,
    records=Severity.WARNING,
    english=False,
    citations=(Citation("editorial judgement"),),
    measured=(Measured("2,919 registry records", rate=2.64, right=52, read=52),),
    examples=(
        Bad("A study\n\nInclusion Criteria\n\n⟦* 1.⟧ Adults with asthma\n* 2. Able to walk\n", format="txt"),
        Bad(
            '{"protocolSection": {"eligibilityModule": {"eligibilityCriteria": "Inclusion Criteria:\\n\\n⟦* 1.⟧ Adults"}}}',
            format="json",
        ),
        Good("A study\n\nInclusion Criteria\n\n* Adults with asthma\n* 5 mg or more a day\n", format="txt"),
        Good("A study\n\nInclusion Criteria\n\n1. Adults with asthma\n   * Mild\n   * Severe\n", format="txt"),
    ),
)

_BULLET_AND_NUMBER = re.compile(r"[^\w\s(]\s*\(?\w{1,4}[.)]")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Once for each list, at its first such criterion. The markers are read apart from the text, so that "- 5 mg" has one."""
    lists: dict[object, list[Passage]] = {}
    for criterion in page.all_criteria:
        if criterion.number and _BULLET_AND_NUMBER.match(criterion.marker.text):
            lists.setdefault((criterion.kind, criterion.group and criterion.group.span), []).append(criterion.marker)
    for first, *others in lists.values():
        more = f", and so have {len(others)} more of the list" if others else ""
        yield rule.finding(first, f"This criterion has two markers, {first.text!r}{more}.")
