"""How to join, and not a word that one may say no."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="voluntary-statement-missing",
    code="ETH014",
    what="The page tells how to join and not that taking part is the reader's own choice.",
    why="People who are ill may think that they must join to be treated, or that they cannot leave again.",
    do="Add to the steps: “You can say no, and you can stop at any time; your care does not depend on it”.",
    pages=Severity.INFO,
    records=None,
    citations=(
        Citation("ICH E6(R3): participation is voluntary and may be ended at any time", read="2026-11-23"),
        Citation("Editorial judgement"),
    ),
    measured=(Measured("143 saved web pages", rate=0, right=0, read=0),),
    examples=(
        Bad("<h1>A study</h1><p>NCT01234567</p><h2>⟦How to join⟧</h2><ol><li>Call us.</li><li>Come in for tests.</li></ol>"),
        Bad("# A study\n\nNCT01234567\n\n## ⟦How to participate⟧\n\nAsk the study doctor for an appointment.\n", format="md"),
        Good("<h1>A study</h1><p>NCT01234567</p><h2>How to join</h2><p>Call us. You can stop at any time.</p>"),
        Good("<h1>A study</h1><p>NCT01234567</p><h2>How to join</h2><p>Call us.</p><p>Taking part is voluntary.</p>"),
        Good("<h1>A study</h1><p>NCT01234567</p><h2>How to join</h2><p>Call us. You do not have to take part.</p>"),
        Good("<h1>A study</h1><p>NCT01234567</p><h2>Study contacts</h2><p>Call us.</p>"),
    ),
)

_FREE = Pattern(
    r"(?:voluntary|voluntarily|(?:you|participants|people)(?: can| may| could|'re free to| are free to)(?: always| also| still)? "
    r"(?:say no|stop|leave|withdraw|quit|decline|refuse|change your mind|drop out)|do(?:es)? not have to (?:take part|join"
    r"|participate)"
    r"|don't have to (?:take part|join|participate)|(?:your|own|their) (?:own )?(?:choice|decision)\b|up to you\b|free to "
    r"(?:stop|leave|withdraw|decline)"
    r"|(?:stop|leave|withdraw|change your mind) at any (?:time|point)|right to (?:withdraw|stop|leave|refuse))",
    "voluntar say stop leave withdraw quit decline refuse change drop have choice decision up free right",
)
_CRITERIA = ("eligibility", "criteria", "inclusion", "exclusion", "study_population")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Where the page has steps to join, anywhere but in the criteria, which speak of signing forms voluntarily."""
    section = page.section("how_to_join")
    if section is None:
        return
    roots = (hit.passage.field.partition(".")[0].partition("[")[0] for hit in page.find(_FREE))
    if all(root in _CRITERIA for root in roots):
        yield rule.finding(section.heading, "These steps do not say that the reader can say no, or stop at any time.")
