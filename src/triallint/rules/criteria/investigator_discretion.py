"""A criterion that is whatever the investigator thinks."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Confidence, Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="investigator-discretion",
    code="CRI009",
    what="A criterion leaves the decision to what an investigator thinks of any other condition.",
    why="Readers cannot tell whether they may join, and two sites will decide differently.",
    do="Say what the judgement is about, with an example: unsafe in the study doctor's view, such as an uncontrolled infection.",
    pages=Severity.INFO,
    records=Severity.INFO,
    confidence=Confidence.MEDIUM,
    citations=(Citation("Ross et al. 2010, analysis of eligibility criteria complexity", read="2026-11-23"),),
    measured=(
        Measured(
            "2,919 registry records",
            rate=23.33,
            right=71,
            read=76,
            doubtful=3,
            wrong=(
                "the researcher believes that there is a risk of suicide",
                "other than directly related to",
            ),
        ),
    ),
    examples=(
        Bad(
            "<h1>NCT01234567</h1><h2>Exclusion criteria</h2>"
            "<ul><li>⟦Any condition that the investigator deems⟧ unsuitable</li></ul>"
        ),
        Bad(
            "<h1>NCT01234567</h1><h2>Exclusion criteria</h2>"
            "<ul><li>⟦Other reasons which in the opinion of the investigator⟧ speak against it</li></ul>"
        ),
        Good("<h1>NCT01234567</h1><h2>Exclusion criteria</h2><ul><li>Any infection; seen by an investigator</li></ul>"),
        Good("<h1>NCT01234567</h1><p>Any side effect is told to the investigator, whose opinion counts.</p>"),
    ),
)

_WHO = r"(?:principal |study |local |treating )?(?:investigators?|researchers?|physicians?|doctors?)"
_THINKS = r"(?:deems?|judges?|believes?|considers?|thinks?|opinion|judge?ment)\b"
_LEFT_OPEN = Pattern(
    rf"(?:any |other |any other )[^.;:\n]{{0,80}}?(?:in the (?:opinion|judge?ment|view) of the {_WHO}|{_WHO}'?s? {_THINKS})"
    rf"|(?:at the discretion of|(?:as )?(?:determined|judged|deemed|assessed) by) the {_WHO}|the {_WHO} (?:determines|decides|judges)\b",
    ("opinion of", "judgment of", "judgement of", "view of", "investigator", "researcher", "physician", "doctor"),
    reach=130,
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Where "any" or "other" opens the door, or the decision is left to somebody in so many words, within a criterion."""
    spans = [each.passage.span for each in page.all_criteria]
    for hit in page.find(_LEFT_OPEN):
        place = hit.place()
        if not hit.before[-1:].isalpha() and any(span.start <= place.span.start < span.end for span in spans):
            yield rule.finding(place, "This leaves the decision to what an investigator thinks.")
