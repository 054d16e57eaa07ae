"""An input of which only a part was checked."""

from __future__ import annotations

from triallint.finding import Severity
from triallint.rule import Rule

rule = Rule(
    name="limit-reached",
    code="PAR004",
    what="The input is larger or deeper than the limits allow, and only a part of it was checked.",
    why="What was left out may hold faults: silence about it is not a pass.",
    do="Split the file, or raise the limit.",
    pages=Severity.WARNING,
    records=Severity.WARNING,
    english=False,
    examples=(),
)
