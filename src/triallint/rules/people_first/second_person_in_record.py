"""You, in a record."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Confidence, Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="second-person-in-record",
    code="INC006",
    what="A record speaks to its reader as a consent form does.",
    why="The text was copied from a form for people who join: it promises things to whoever reads it.",
    do="Write of participants.",
    pages=None,
    records=Severity.INFO,
    confidence=Confidence.MEDIUM,
    citations=(
        Citation(
            "ClinicalTrials.gov Protocol Registration Data Element Definitions: Brief Summary, not in the first or second person",
            read="2026-11-23",
        ),
    ),
    measured=(
        Measured(
            "2,919 registry records",
            rate=1.1,
            right=24,
            read=26,
            wrong=("the name of a site for videos", "what a participant might say"),
        ),
    ),
    examples=(
        Bad(
            '{"protocolSection": {"descriptionModule": {"briefSummary": "The drug is given for a year. ⟦You⟧ will visit the clinic four times."}}}',
            format="json",
        ),
        Bad(
            '{"protocolSection": {"descriptionModule": {"briefSummary": "We ask ⟦your⟧ doctor for the results."}}}', format="json"
        ),
        Good(
            '{"protocolSection": {"descriptionModule": {"briefSummary": "Participants visit the clinic four times."}}}',
            format="json",
        ),
        Good(
            '{"protocolSection": {"descriptionModule": {"briefSummary": "The question “Do you have pain?” is asked; thank you cards"}}}',
            format="json",
        ),
        Good(
            '{"protocolSection": {"outcomesModule": {"primaryOutcomes": [{"measure": "Pain", "description": "How do you rate your pain?"}]}}}',
            format="json",
        ),
    ),
)


_YOU = Pattern(r"(?:you|your)\b(?!'| ?tube)", "you")
_PLACES = ("summary", "description", "eligibility", "study_population")
_QUOTED = Pattern(r"[\"\u201c][^\"\u201d]{0,120}$")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """The first place in the summary, the description and the criteria; questions of questionnaires speak to people."""
    for hit in page.find(_YOU):
        root = hit.passage.root
        if (
            (root in _PLACES or root == "criteria")
            and not hit.before[-1:].isalnum()
            and not _QUOTED.re.search(hit.before[-120:])
            and "?" not in hit.after[:80]
            and "thank " not in hit.before[-7:].lower()
        ):
            yield rule.finding(hit.place(), "A record speaks of participants, not to them.")
            return
