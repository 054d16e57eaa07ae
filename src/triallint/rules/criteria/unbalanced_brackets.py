"""A bracket that is opened and not closed, or the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

_EXCLUSION = "<h1>NCT01234567</h1><h2>Exclusion criteria</h2><ul><li>{}</li></ul>"

rule = Rule(
    name="unbalanced-brackets",
    code="CRI021",
    what="A bracket has no partner.",
    why="It is not clear what the remark in brackets covers, or whether something is missing.",
    do="Add the missing bracket, or take the other one out.",
    pages=Severity.INFO,
    records=Severity.INFO,
    english=False,
    citations=(Citation("editorial judgement"),),
    measured=(Measured("2,919 registry records", rate=8.77, right=38, read=40, doubtful=2),),
    examples=(
        Bad(_EXCLUSION.format("Hepatitis B core antibody HBcAb⟦)⟧ positive")),
        Bad(_EXCLUSION.format("Heart failure ⟦(⟧NYHA class III or IV")),
        Good(_EXCLUSION.format("Heart failure (NYHA class III (or IV))")),
        Good(_EXCLUSION.format("One of these: a) asthma; b) eczema; 3) allergy (pollen)")),
        Good(_EXCLUSION.format("Sad :) or [square] brackets (round)")),
    ),
)

_LABEL = re.compile(r"(?:^|[\s;,:.])(?:\d{1,2}|[A-Za-z]|[ivxIVX]{1,5})\s?[.)]?$|[:;]-?$")
_BRACKET = re.compile(r"[()]")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Round brackets of each criterion without sub-items; a bracket behind a label, as in "a)", opens nothing."""
    for criterion in page.all_criteria:
        text = criterion.text
        if ("(" in text or ")" in text) and not criterion.children:
            at = _without_partner(text)
            if at is not None:
                yield rule.finding(criterion.passage.slice(at, at + 1), f"This '{text[at]}' has no partner.")


def _without_partner(text: str) -> int | None:
    """The offset of the first bracket without partner."""
    opened: list[int] = []
    for found in _BRACKET.finditer(text):
        if found[0] == "(":
            opened.append(found.start())
        elif opened:
            opened.pop()
        elif not _LABEL.search(text[max(0, found.start() - 8) : found.start()]):
            return found.start()
    return opened[0] if opened else None
