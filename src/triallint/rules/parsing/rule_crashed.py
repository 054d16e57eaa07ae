"""A rule that failed."""

from __future__ import annotations

from triallint.finding import Severity
from triallint.rule import Citation, Measured, Rule

rule = Rule(
    name="rule-crashed",
    code="PAR002",
    what="A rule stopped with an error of its own on this file.",
    why="Its faults were not looked for here; silence of a rule that crashed is not a pass.",
    do="Report it with the file that caused it; --ignore the rule until it is mended.",
    pages=Severity.ERROR,
    records=Severity.ERROR,
    english=False,
    citations=(Citation("editorial judgement"),),
    measured=(Measured("3,433 records and pages", rate=0, right=0, read=0),),
    examples=(),
)
