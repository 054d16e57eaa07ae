"""A good fit, without the condition that decides."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Confidence, Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="fit-omits-key-criterion",
    code="CON016",
    what="The section on who fits leaves out what the first criteria demand.",
    why="People who do not qualify call, wait and are turned down.",
    do="Name the conditions that keep most people out.",
    pages=Severity.INFO,
    records=None,
    confidence=Confidence.LOW,
    citations=(Citation("FDA, Recruiting Study Subjects, item 3: criteria in summary form", read="2026-11-23"),),
    measured=(Measured("143 saved web pages", rate=0, right=0, read=0),),
    examples=(
        Bad(
            "<h1>NCT01234567</h1><h2>Who can join</h2><p>⟦Good fit: adults with kidney disease who want to help.⟧</p><h2>Inclusion criteria</h2><ul><li>A biopsy within 12 months before screening</li><li>eGFR ≥ 30 mL/min</li></ul>"
        ),
        Bad(
            "<h1>NCT01234567</h1><h2>Who can join</h2><p>⟦You may fit if you have asthma and live nearby.⟧</p><h2>Inclusion criteria</h2><ul><li>FEV1 < 80 %</li></ul>"
        ),
        Good(
            "<h1>NCT01234567</h1><h2>Who can join</h2><p>Adults with kidney disease who had a biopsy in the last year.</p><h2>Inclusion criteria</h2><ul><li>A biopsy within 12 months before screening</li></ul>"
        ),
        Good(
            "<h1>NCT01234567</h1><h2>Who can join</h2><p>Adults with asthma.</p><h2>Inclusion criteria</h2><ul><li>Adults with asthma</li></ul>"
        ),
    ),
)


_GATE = Pattern(
    r"biops|[<>\u2264\u2265] ?\d|at least \d|prior (?:treatment|therapy|line)|mutation|confirmed by|failed|refractory|resistan"
)
_FIRST = 5  # criteria


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """A gate is a number, a biopsy, a gene or an earlier treatment; age alone is none. Any of them in the section will do."""
    section = page.section("fit")
    criteria = [each for each in page.criteria if each.kind == "inclusion"][:_FIRST]
    gates = [each for each in criteria if _GATE.re.search(each.text.lower()) and "age" not in each.text.lower()[:12]]
    if section is None or not gates or not section.blocks:
        return
    told = " ".join(each.text.lower() for each in section.blocks)
    if not _GATE.re.search(told) and "respon" not in told and not any(char.isdigit() for char in told):
        message = "This says nothing of what the first criteria demand."
        yield rule.finding(section.blocks[0], message, related=[(gates[0].passage, "one of them")])
