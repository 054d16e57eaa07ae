"""More faults of one kind than anybody reads."""

from __future__ import annotations

from triallint.finding import Severity
from triallint.rule import Citation, Measured, Rule

rule = Rule(
    name="limit-reached",
    code="PAR004",
    what="A rule found more than a thousand faults in one trial, and only the first thousand are told.",
    why="What is left out is still wrong: silence about it is not a pass.",
    do="Mend what the faults have in common, such as a template, and check again.",
    pages=Severity.WARNING,
    records=Severity.WARNING,
    english=False,
    citations=(Citation("editorial judgement"),),
    measured=(Measured("3,433 records and pages", rate=0, right=0, read=0),),
    examples=(),
)
