"""Two negations in one clause."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Confidence, Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="double-negative",
    code="CRI012",
    what="A clause denies something twice.",
    why="Readers turn it the wrong way round, and the wrong people think that they may join.",
    do="Say it positively: eligible if they have had no stroke.",
    pages=Severity.INFO,
    records=Severity.INFO,
    confidence=Confidence.MEDIUM,
    citations=(Citation("Federal Plain Language Guidelines: change double negatives", read="2026-11-23"),),
    measured=(
        Measured("2,919 registry records", rate=0.07, right=2, read=2),
        Measured("2,919 records as pages", rate=0.07, right=0, read=0),
        Measured("17,367 eligibility texts", rate=0.08, right=13, read=14, doubtful=1),
        Measured("792 rows of the WHO's platform, as pages", rate=0.13, right=1, read=1),
    ),
    examples=(
        Bad(
            "<h1>NCT01234567</h1><h2>Exclusion criteria</h2><ul><li>Patients are ⟦not eligible unless they have not⟧ had a stroke</li></ul>"
        ),
        Bad(
            "<h1>NCT01234567</h1><h2>Exclusion criteria</h2><ul><li>People who are ⟦not unwilling⟧ to use contraception</li></ul>"
        ),
        Good(
            "<h1>NCT01234567</h1><h2>Exclusion criteria</h2><ul><li>Not able to consent; no stroke and no heart attack</li></ul>"
        ),
        Good(
            "<h1>NCT01234567</h1><h2>Exclusion criteria</h2><ul><li>Patients are not eligible if they have had a stroke</li></ul>"
        ),
        Good("<h1>NCT01234567</h1><h2>Exclusion criteria</h2><ul><li>Surgery without fasting with no complications</li></ul>"),
        Good(
            "<h1>NCT01234567</h1><h2>Exclusion criteria</h2><ul><li>Not pregnant, not breastfeeding, unable to walk without help</li></ul>"
        ),
    ),
)


_TWICE = Pattern(
    r"(?:not|never|cannot) (?:be )?(?:un(?:able|willing|fit|suitable)|in(?:eligible|capable))\b"
    r"|(?:not|in)[ -]?(?:be )?(?:eligible|included|allowed|excluded|enroll?ed)\b[^.;,:]{0,30}\b(?:unless|without|except)\b[^.;,:]{0,40}\b(?:not|no|never)\b(?! (?:more|less|later|earlier|fewer) than)"
    r"|\b(?:without|lack of|absence of) (?:(?!(?:and|or|with) )\w+ ){0,2}(?:no|not|without|absence)\b|\bno (?:(?!and |or )\w+ ){0,2}(?:absence|lack) of\b",
    "not never cannot ineligible without lack absence",
    reach=120,
    names=False,
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Negations that govern each other; a list of things that must not be is no double negative."""
    for hit in page.find(_TWICE):
        if not hit.before[-1:].isalnum():
            yield rule.finding(hit.place(), "This denies something twice.")
