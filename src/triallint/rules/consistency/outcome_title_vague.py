"""An outcome called nothing but "Safety"."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="outcome-title-vague",
    code="CON025",
    what="An outcome is named by one general word that says nothing of what is measured.",
    why="Nobody can tell later whether the trial reported what it had promised to measure.",
    do="Name what is measured and how, such as “Number of participants with dose-limiting toxicity”.",
    pages=None,
    records=Severity.WARNING,
    review="advisory",
    citations=(Citation("ClinicalTrials.gov PRS, validation messages of June 2018: vague outcome titles", read="2026-11-23"),),
    measured=(Measured("2,919 registry records", rate=1.03, right=30, read=30),),
    examples=(
        Bad('{"protocolSection": {"outcomesModule": {"primaryOutcomes": [{"measure": "⟦Safety⟧"}]}}}', format="json"),
        Bad(
            '{"protocolSection": {"outcomesModule": {"secondaryOutcomes": [{"measure": "⟦Efficacy.⟧", "timeFrame": "1 year"}]}}}',
            format="json",
        ),
        Good('{"protocolSection": {"outcomesModule": {"primaryOutcomes": [{"measure": "Safety score (0-10)"}]}}}', format="json"),
        Good('{"protocolSection": {"outcomesModule": {"primaryOutcomes": [{"measure": "Overall survival"}]}}}', format="json"),
    ),
)

_WORDS = ("safety", "tolerability", "feasibility", "efficacy", "satisfaction", "effectiveness", "acceptability")
_HEADINGS = (
    f"{kind} {name}" for kind in ("primary", "secondary", "other") for name in ("endpoint", "endpoints", "outcome", "outcomes")
)
_VAGUE = frozenset((*_WORDS, *(f"{one} and {other}" for one in _WORDS for other in _WORDS), *_HEADINGS))


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """The whole title, and no more than that."""
    for outcome in page.outcomes:
        if outcome.measure.text.strip(" .:").casefold() in _VAGUE:
            yield rule.finding(outcome.measure, f"{outcome.measure.text!r} does not say what is measured.")
