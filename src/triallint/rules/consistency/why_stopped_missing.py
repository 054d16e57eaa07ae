"""A trial that was stopped, and no reason."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="why-stopped-missing",
    code="CON020",
    what="It is said that the trial was suspended, terminated or withdrawn, but not why.",
    why="Participants and readers cannot tell whether it stopped for harm, for lack of effect or for want of money.",
    do="State the reason in a sentence (Why Study Stopped).",
    pages=Severity.WARNING,
    records=Severity.ERROR,
    english=False,
    review="major",
    citations=(Citation("42 CFR 11.10(b), data element Why Study Stopped", read="2026-11-23"),),
    measured=(Measured("2,919 registry records", rate=0.58, right=17, read=17),),
    examples=(
        Bad('{"protocolSection": {"statusModule": {"overallStatus": "⟦TERMINATED⟧"}}}', format="json"),
        Bad('{"protocolSection": {"statusModule": {"overallStatus": "⟦WITHDRAWN⟧", "whyStopped": " "}}}', format="json"),
        Bad("<h1>NCT01234567</h1><dl><dt>Status</dt><dd>⟦Withdrawn⟧</dd><dt>Phase</dt><dd>Phase 2</dd></dl>"),
        Good("<h1>NCT01234567</h1><dl><dt>Status</dt><dd>Withdrawn</dd></dl><p>It was withdrawn because funds ran out.</p>"),
        Good('{"protocolSection": {"statusModule": {"overallStatus": "TERMINATED", "whyStopped": "No funds."}}}', format="json"),
        Good('{"protocolSection": {"statusModule": {"overallStatus": "COMPLETED"}}}', format="json"),
    ),
)

_REASON = Pattern(
    r"\b(?:because|due to|reasons?|as a result of|decided|decision|why)\b", "because due reason result decid decision why"
)
_STOPPED = ("SUSPENDED", "TERMINATED", "WITHDRAWN")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Only the registry's own records have the field; a site's own data may well leave it out."""
    status = page.fact("status")
    if status.value not in _STOPPED or str(page.fact("why_stopped").value or "").strip():
        return
    if page.profile == "clinicaltrials-gov-v2" or (page.kind == "page" and not page.mentions(_REASON)):
        yield rule.finding(status.place, f"The trial is {status.value}, and no reason is given.")
