"""Two outcomes of one name."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import Outcome, TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

_OUTCOMES = '{{"protocolSection": {{"outcomesModule": {{"primaryOutcomes": [{}]}}}}}}'

rule = Rule(
    name="duplicate-outcome",
    code="DUP008",
    what="Two outcomes of one kind have the same title.",
    why="A reader cannot tell them apart, and results may be reported for one and looked up under the other.",
    do="Give one outcome all its time points, or say in each title what sets it apart.",
    pages=None,
    records=Severity.INFO,
    english=False,
    review="advisory",
    citations=(Citation("editorial judgement"),),
    measured=(Measured("2,919 registry records", rate=31, right=25, read=25),),
    examples=(
        Bad(
            _OUTCOMES.format(
                '{"measure": "Pain score", "timeFrame": "1 week"}, {"measure": "⟦Pain score⟧", "timeFrame": "4 weeks"}'
            ),
            format="json",
        ),
        Bad(
            _OUTCOMES.format(
                '{"measure": "Biomarkers", "description": "CRP"}, {"measure": "⟦biomarkers⟧ ", "description": "IL-6"}'
            ),
            format="json",
        ),
        Good(
            _OUTCOMES.format('{"measure": "Pain score at rest"}, {"measure": "Pain score when walking"}'),
            format="json",
        ),
        Good(
            '{"protocolSection": {"outcomesModule": {"primaryOutcomes": [{"measure": "Pain score"}],'
            ' "secondaryOutcomes": [{"measure": "Pain score"}]}}}',
            format="json",
        ),
    ),
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """The same words within the primary, the secondary or the other outcomes; told once for each title."""
    first: dict[tuple[str, str], Outcome] = {}
    told = set()
    for outcome in page.outcomes:
        key = (outcome.kind, " ".join(outcome.measure.text.casefold().split()))
        before = first.setdefault(key, outcome)
        if before is not outcome and key not in told and key[1]:
            told.add(key)
            place = outcome.measure.stripped(0, len(outcome.measure))
            yield rule.finding(
                place, f"Another {outcome.kind} outcome has this title.", related=[(before.measure, "the first of them")]
            )
