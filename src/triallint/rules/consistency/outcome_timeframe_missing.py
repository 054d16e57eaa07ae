"""An outcome without the time at which it is measured."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="outcome-timeframe-missing",
    code="CON024",
    what="An outcome has no time frame.",
    why="Without it nobody can tell when the outcome is measured, or whether it was reported as planned.",
    do="State the time points at which it is measured.",
    pages=None,
    records=Severity.ERROR,
    english=False,
    review="major",
    citations=(
        Citation(
            "42 CFR 11.10(b), data elements Primary and Secondary Outcome Measure Information: time point", read="2026-11-23"
        ),
    ),
    measured=(Measured("2,919 registry records", rate=6.47, right=54, read=54),),
    examples=(
        Bad(
            '{"protocolSection": {"outcomesModule": {"primaryOutcomes": [{"measure": "⟦Dose-limiting toxicity⟧"}]}}}',
            format="json",
        ),
        Bad(
            '{"protocolSection": {"outcomesModule": {"secondaryOutcomes": [{"measure": "⟦Pain⟧", "timeFrame": " "}]}}}',
            format="json",
        ),
        Bad(
            '{"protocolSection": {"outcomesModule": {"primaryOutcomes": [{"measure": "Titer", "timeFrame": "⟦Defined as a titer of 40⟧"}]}}}',
            format="json",
        ),
        Good(
            '{"protocolSection": {"outcomesModule": {"primaryOutcomes": [{"measure": "Pain", "timeFrame": "28 days"}]}}}',
            format="json",
        ),
        Good('{"protocolSection": {"outcomesModule": {"otherOutcomes": [{"measure": "Pain"}]}}}', format="json"),
    ),
)


_NO_TIME = re.compile(
    r"\W*(?:defined as|number p?of|percentage of|ongoing\W*$|continu\w+\W*$|long[- ]term\W*$|n\.?/?a\.?\W*$|not applicable|none\W*$|unknown|tbd\W*$)",
    re.IGNORECASE,
)
_TIME = re.compile(r"minute|hour|\bday|week|month|year|baseline|randomi|discharge|visit|\d ?(?:min|h|d|wk|mo|yr)", re.IGNORECASE)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Primary and secondary outcomes of the registry's own records; others are voluntary."""
    if page.profile != "clinicaltrials-gov-v2":
        return
    for outcome in page.outcomes:
        frame = outcome.time_frame
        if outcome.kind not in ("primary", "secondary"):
            continue
        if frame is None or not frame.text.strip():
            yield rule.finding(outcome.measure, f"This {outcome.kind} outcome has no time frame.")
        elif _NO_TIME.match(frame.text) and not _TIME.search(frame.text):
            yield rule.finding(frame, "This tells no time.")
