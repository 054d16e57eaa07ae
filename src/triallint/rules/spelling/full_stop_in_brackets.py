"""``(as side effects.) the number``."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="full-stop-in-brackets",
    code="SPL024",
    what="A full stop stands before a closing bracket, and the sentence goes on.",
    why="The sentence seems to end where it does not.",
    do="Take the full stop out.",
    pages=Severity.INFO,
    records=Severity.INFO,
    citations=(Citation("The Chicago Manual of Style, 17th edition, 6.13: full stops and brackets", read="2026-11-25"),),
    measured=(
        Measured("2,919 registry records", rate=0.07, right=2, read=2),
        Measured("17,367 eligibility texts", rate=0.02, right=4, read=4),
        Measured("143 saved web pages", rate=33.57, right=48, read=48),
    ),
    examples=(
        Bad(
            "<h1>A study</h1><p>NCT01234567</p><p>Events (those seen as side ⟦effects.)⟧ the number is counted.</p>",
            fixed="<h1>A study</h1><p>NCT01234567</p><p>Events (those seen as side effects) the number is counted.</p>",
        ),
        Bad(
            "<h1>A study</h1><p>NCT01234567</p><p>Weight [Time Frame: Baseline and Month ⟦3.]⟧</p>",
            fixed="<h1>A study</h1><p>NCT01234567</p><p>Weight [Time Frame: Baseline and Month 3]</p>",
        ),
        Good(
            "<h1>A study</h1><p>NCT01234567</p><p>Drugs (A, B, etc.) are given. (This is a sentence.) Tests (approx.) follow.</p>"
        ),
        Good(
            "<h1>A study</h1><p>NCT01234567</p><p>Weight [Time Frame: at 5 p.m.]; asthma (see note.). End [e.g.] and [This is one.]</p>"
        ),
    ),
)

_INSIDE = Pattern(
    r"(?<![\w.])(?P<word>[a-z]{4,30})\.\)(?= [a-z]{2})|time frame: [^\][.]{1,120}(?P<last>[a-z0-9])\.\]", (".)", ".]")
)
_SHORT = frozenset("approx incl resp vers spec subsp prev hosp dept univ corp temp diam calc abbr cont conc".split())


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Before a word in small letters, and behind a time frame; abbreviations keep their full stop."""
    for hit in page.find(_INSIDE):
        if hit["word"] and (hit["word"] in _SHORT or not hit["word"].islower() or not hit.after[1:2].islower()):
            continue
        end = hit.end
        start = max(hit.passage.text.rfind(" ", 0, end), hit.passage.text.rfind("(", 0, end)) + 1
        repair = fix("Take it out.", hit.passage.replace(end - 2, end - 1, ""), safety=Safety.UNSAFE)
        yield rule.finding(hit.passage.slice(start, end), "The full stop belongs behind the sentence.", fix=repair)
