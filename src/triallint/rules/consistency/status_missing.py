"""A page that does not say whether the trial takes people in."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="status-missing",
    code="CON001",
    what="The page does not give the recruitment status.",
    why="Whether the trial is open is what a patient needs to know first.",
    do="Show the status and its date: Recruiting, as of May 2026.",
    pages=Severity.ERROR,
    records=None,
    citations=(Citation("WHO Trial Registration Data Set 1.3.1: recruitment status", read="2026-11-23"),),
    measured=(
        Measured("143 saved web pages", rate=0, right=0, read=0),
        Measured("792 rows of the WHO's platform, as pages", rate=0.76, right=6, read=6),
    ),
    examples=(
        Bad("<h1>⟦⟧A study</h1><p>NCT01234567</p><p>It tests a drug.</p>"),
        Bad("⟦⟧A study\n\nNCT01234567\n\nPhase: 2\n", format="txt"),
        Good("<h1>A study</h1><p>NCT01234567</p><dl><dt>Status</dt><dd>Recruiting</dd></dl>"),
        Good("<h1>A study</h1><p>NCT01234567</p><p>This study is no longer looking for participants.</p>"),
        Bad("<h1>⟦⟧A study</h1><p>NCT01234567</p><p>See the registry for contacts and recruitment status.</p>"),
        Good("<h1>A study</h1><p>NCT01234567</p><p>Enrollment is closed.</p>"),
        Good("<h1>A study</h1><p>NCT01234567</p><p>We are now enrolling adults with asthma.</p>"),
    ),
)

_SAID = Pattern(
    r"(?:recruitment|recruiting|enroll?ing|enroll?ment|study|trial|it) (?:\w+ ){0,2}?(?:is|has|are|was|have) (?:\w+ ){0,3}?"
    r"(?:open|closed|complete|completed|recruiting|enroll?ing|ongoing|stopped|suspended|terminated|withdrawn|ended|finished|full)\b"
    r"|(?:now|currently|actively|not yet|no longer|still|active, not) (?:\w+ ){0,3}?(?:recruiting|enroll?ing|open|looking for"
    r"|seeking|accepting|available)\b|(?:not yet |active, not )recruiting|open to (?:recruitment|enroll?ment|new)"
    r"|closed to (?:recruitment|enroll?ment|new|accrual)"
    r"|enroll?ing by invitation|no longer available|approved for marketing",
    "open closed complete recruiting enrolling ongoing stopped suspended terminated withdrawn ended finished full "
    "looking seeking accepting available enroling approved",
)

_ALONE = Pattern(
    r"^\W{0,3}(?:not )?(?:recruiting|ongoing|completed|terminated|withdrawn|suspended|pending|prematurely ended|authori[sz]ed|open|closed|halted"
    r"|temporarily halted|stopped|discontinued)\W{0,3}$",
    "recruiting ongoing completed terminated withdrawn suspended pending ended authori open closed halted stopped discontinued",
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """A labelled status, any sentence that tells it, or a word for it that stands alone."""
    if page.trial_id and not page.status and not page.fact("status") and not page.mentions(_SAID) and not page.mentions(_ALONE):
        yield rule.finding(page.anchor.slice(0, 0), "The page does not say whether the trial takes participants.")
