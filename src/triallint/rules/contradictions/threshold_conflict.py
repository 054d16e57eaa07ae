"""A limit that lets in whom another keeps out."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Confidence, Finding, Severity
from triallint.language.quantities import Limit, limits
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="threshold-conflict",
    code="CTR002",
    what="An inclusion and an exclusion criterion set limits that contradict each other.",
    why="Somebody between the two limits is let in by one and kept out by the other.",
    do="Make the two limits one.",
    pages=Severity.ERROR,
    records=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    review="major",
    citations=(
        Citation(
            "Zarin et al., NEJM 2011;364:852, table 3: lack of apparent validity, internal inconsistency", read="2026-11-23"
        ),
    ),
    measured=(
        Measured("2,919 registry records", rate=0, right=0, read=0),
        Measured("17,367 eligibility texts", rate=0.01, right=2, read=2),
    ),
    examples=(
        Bad(
            "<h1>NCT01234567</h1><h2>Inclusion criteria</h2><ul><li>eGFR ≥ 30 mL/min</li></ul><h2>Exclusion criteria</h2><ul><li>⟦eGFR < 45 mL/min⟧</li></ul>"
        ),
        Bad(
            "<h1>NCT01234567</h1><h2>Inclusion criteria</h2><ul><li>Hemoglobin ≥ 9 g/dL</li></ul><h2>Exclusion criteria</h2><ul><li>⟦Hemoglobin ≤ 10 g/dL⟧</li></ul>"
        ),
        Good(
            "<h1>NCT01234567</h1><h2>Inclusion criteria</h2><ul><li>eGFR ≥ 30 mL/min</li></ul><h2>Exclusion criteria</h2><ul><li>eGFR < 30 mL/min</li></ul>"
        ),
        Good(
            "<h1>NCT01234567</h1><h2>Inclusion criteria</h2><ul><li>eGFR ≥ 30 mL/min</li></ul><h2>Exclusion criteria</h2><ul><li>eGFR ≥ 90 mL/min</li></ul>"
        ),
        Good(
            "<h1>NCT01234567</h1><h2>Inclusion criteria</h2><ul><li>Hemoglobin ≥ 9 g/dL</li></ul><h2>Exclusion criteria</h2><ul><li>Hemoglobin < 10 g/dL in men with heart failure</li></ul>"
        ),
        Good(
            "<h1>NCT01234567</h1><h2>Inclusion criteria</h2><ul><li>BMI ≥ 18</li></ul><h2>Exclusion criteria</h2><ul><li>BMI < 30 in women</li></ul>"
        ),
    ),
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """One lower limit to join and one that keeps out, or two upper ones; limits for a part of the people are not compared."""
    found = [(limit, kind) for limit in limits(page) if limit.comparable and (kind := _kind(page, limit))]
    for later, kind in found:
        if kind != "exclusion":
            continue
        earlier = next((each for each, other in found if other == "inclusion" and _conflict(each, later)), None)
        if earlier is not None:
            message = f"This keeps out some whom “{earlier.hit[0].strip()}” lets in."
            yield rule.finding(later.place, message, related=[(earlier.place, "the limit to join")])


def _conflict(joins: Limit, keeps_out: Limit) -> bool:
    if joins.analyte != keeps_out.analyte or joins.unit != keeps_out.unit:
        return False
    if joins.sign[0] == ">" and keeps_out.sign[0] == "<":
        return keeps_out.value > joins.value
    return joins.sign[0] == "<" and keeps_out.sign[0] == ">" and keeps_out.value < joins.value


def _kind(page: TrialPage, limit: Limit) -> str:
    """The kind of the criterion a limit is all of; "" where other words, a group or sub-items qualify it."""
    span = limit.place.span
    criterion = next((each for each in page.all_criteria if each.passage.span.covers(span)), None)
    if criterion is None or criterion.group is not None or criterion.children:
        return ""
    rest = len(criterion.text) - len(limit.hit[0])
    return criterion.kind if rest < _MOST_WORDS_AROUND and not _QUALIFIED.re.search(criterion.text.lower()) else ""


_MOST_WORDS_AROUND = 25  # characters
_QUALIFIED = Pattern(
    r"\b(?:if|in|for|with|without|or|unless|except|men|women|males?|females?|after|before|cohort|arm|group|part|phase)\b"
)
