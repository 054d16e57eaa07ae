"""``your only hope``."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.language import claims, hedging
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="no-alternative-claim",
    code="ETH013",
    what="The trial is presented as the only thing left to try.",
    why="Someone who is told that nothing else helps is not free to decide, and there is always other care.",
    do="Say which treatments there are and that the reader's doctor knows the others.",
    pages=Severity.WARNING,
    records=None,
    citations=(
        Citation("OHRP and FDA on recruitment: no undue influence; alternatives are part of informed consent", read="2026-11-23"),
    ),
    measured=(Measured("143 saved web pages", rate=0, right=0, read=0),),
    examples=(
        Bad("<h1>A study</h1><h2>Why it matters</h2><p>For many it is the ⟦only hope⟧, as ⟦nothing else works⟧.</p>"),
        Bad("# A study\n\n## About this study\n\n⟦You have no other treatment options⟧, so call us.\n", format="md"),
        Good("<h1>A study</h1><h2>About this study</h2><p>Other treatments exist; your doctor can tell you about them.</p>"),
        Good("<h1>A study</h1><h2>Eligibility criteria</h2><ul><li>No other treatment options</li></ul>"),
        Good(
            "<h1>A study</h1><h2>About this study</h2><p>We ask whether there are no other options. It was not a last resort.</p>"
        ),
    ),
)

_NOTHING_ELSE = Pattern(
    r"(?:only|last|final) (?:hope|chance)\b(?! of)|last resort\b|nothing else (?:works|helps|has worked|has helped)\b"
    r"|\byou(?: still)? (?:have|are left with)(?: got)? (?:no) (?:other|alternative|further|remaining) "
    r"(?:(?:effective|available|approved|standard|curative"
    r"|therapeutic|treatment) )?"
    r"(?:treatments?|therap(?:y|ies)|options?|choices?|alternatives?)\b(?! (?:groups?|arms?))|(?:out of|run out of) "
    r"(?:treatment )?options\b",
    "hope chance resort nothing other alternative further remaining options",
    reach=100,
)
_IF = Pattern(r"\b(?:whether|if|when|until)\b")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """In the narrative, where it is asserted."""
    for _, sentence, hit in claims.said(page, _NOTHING_ELSE):
        text = sentence.text
        before = text[: hit.start].lower()
        is_open = hedging.is_denied(text, hit.start) or _IF.re.search(before)
        if not before[-1:].isalnum() and not is_open:
            yield rule.finding(hit.place(), f"“{hit[0]}” leaves the reader no choice.")
