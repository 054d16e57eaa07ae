"""A trial that was stopped, and no reason."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Passage, Pattern
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
    measured=(
        Measured("2,919 registry records", rate=0.58, right=17, read=17),
        Measured("143 saved web pages", rate=6.99, right=10, read=10),
        Measured("2,919 records as pages", rate=9.15, right=26, read=26),
    ),
    examples=(
        Bad('{"protocolSection": {"statusModule": {"overallStatus": "⟦TERMINATED⟧"}}}', format="json"),
        Bad('{"protocolSection": {"statusModule": {"overallStatus": "⟦WITHDRAWN⟧", "whyStopped": " "}}}', format="json"),
        Bad("<h1>NCT01234567</h1><dl><dt>Status</dt><dd>⟦Withdrawn⟧</dd><dt>Phase</dt><dd>Phase 2</dd></dl>"),
        Bad("<h1>NCT01234567</h1><p>Phase</p><p>Status: ⟦Withdrawn⟧</p><p>The dose is decided before the trial begins.</p>"),
        Bad("<h1>2009-016529-32</h1><table><tr><td>End of Trial Status</td><td>⟦Prematurely Ended⟧</td></tr></table>"),
        Good("<h1>2009-016529-32</h1><p>Prematurely ended, ongoing</p><table><tr><td>Status</td><td>Ongoing</td></tr></table>"),
        Good("<h1>NCT01234567</h1><dl><dt>Status</dt><dd>Withdrawn</dd></dl><p>It was withdrawn because funds ran out.</p>"),
        Good('{"protocolSection": {"statusModule": {"overallStatus": "TERMINATED", "whyStopped": "No funds."}}}', format="json"),
        Good('{"protocolSection": {"statusModule": {"overallStatus": "COMPLETED"}}}', format="json"),
    ),
)

_REASON = Pattern(
    r"\b(?:because|due to|reasons?|as a result of|decided|decision|why)\b", "because due reason result decid decision why"
)
_NEAR = 120  # characters around a word of reason, within which the end is spoken of
_END = re.compile(
    r"stop|terminat|withdr[ae]w|suspen|halt|clos(?:e|ed|ing|ure)\b|cancel|discontinu|early|prematur|abandon|never", re.IGNORECASE
)
_STOPPED = ("SUSPENDED", "TERMINATED", "WITHDRAWN")
_EUROPEAN = Pattern(
    r"^(?:prematurely ended|ended prematurely|temporarily halted|suspended by ca)\W{0,3}$", "premature halted suspended"
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Only the registry's own records have the field; a site's own data may well leave it out."""
    if str(page.fact("why_stopped").value or "").strip():
        return
    status = page.fact("status")
    if status.value in _STOPPED and page.profile == "clinicaltrials-gov-v2":
        yield rule.finding(status.place, f"The trial is {status.value}, and no reason is given.")
    elif page.kind == "page" and (place := _stopped(page)) is not None and not _has_reason(page):
        yield rule.finding(place, f"The trial is “{place.text}”, and no reason is given.", related=_label(page, place))


def _stopped(page: TrialPage) -> Passage | None:
    """Where a page says that its trial was stopped: the last place, in the words of the European register."""
    status = page.fact("status")
    if status.value in _STOPPED:
        return status.place
    return next((hit.place() for hit in reversed(list(page.find(_EUROPEAN))) if hit.passage.role == "value"), None)


def _has_reason(page: TrialPage) -> bool:
    """Whether some words give a reason for an end."""
    return any(_END.search(f"{hit.before[-_NEAR:]} {hit.after[:_NEAR]}") for hit in page.find(_REASON))


def _label(page: TrialPage, place: Passage) -> list[tuple[Passage, str]]:
    """The text before a cell of the table, which is its label."""
    at = bisect_left(page.passages, place.span.start, key=lambda each: each.span.start)
    return [(page.passages[at - 1], "its label")] if at and place.role == "value" else []
