"""A or B within a month: both, or B?"""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Confidence, Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="ambiguous-window-scope",
    code="CRI017",
    what="A time window follows two things joined by “or”.",
    why="It can be read as a limit for both or for the second one only.",
    do="Repeat the window, or make two items.",
    pages=Severity.INFO,
    records=Severity.INFO,
    off=("page", "record"),
    confidence=Confidence.LOW,
    citations=(Citation("editorial judgement"),),
    measured=(Measured("2,919 registry records", rate=0.75, right=0, read=0),),
    examples=(
        Bad(
            "<h1>NCT01234567</h1><h2>Exclusion criteria</h2><ul><li>⟦Cancer or surgery within 6 months⟧ before screening</li></ul>"
        ),
        Bad(
            "<h1>NCT01234567</h1><h2>Exclusion criteria</h2><ul><li>⟦Diabetes or stroke within 3 months⟧ before screening</li></ul>"
        ),
        Good(
            "<h1>NCT01234567</h1><h2>Exclusion criteria</h2><ul><li>Surgery within 6 months before screening</li><li>Cancer or diabetes</li></ul>"
        ),
        Good(
            "<h1>NCT01234567</h1><h2>Exclusion criteria</h2><ul><li>Cancer, or surgery that was done in hospital; stroke within 6 months before screening</li></ul>"
        ),
    ),
)


_BOTH = Pattern(
    r"(?:cancer|malignanc(?:y|ies)|diabetes|hypertension|asthma|copd|heart failure|hepatitis|cirrhosis|epilepsy|dementia|hiv|arrhythmia"
    r"|disease|disorder) or (?:\w+ ){0,3}?\w+ within (?:the (?:last|past|previous) )?\d+ (?:day|week|month|year)s?\b",
    "within",
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Lasting conditions joined to something by "or" before a window."""
    for hit in page.find(_BOTH):
        if not hit.before[-1:].isalnum():
            yield rule.finding(hit.place(), "The time may go with both or with the second only.")
