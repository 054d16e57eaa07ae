"""A bracket that is opened and not closed, or the other way round."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Passage, Pattern
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
    measured=(Measured("2,919 registry records", rate=30.63, right=68, read=70, doubtful=1, wrong=("a partner in full width",)),),
    examples=(
        Bad(_EXCLUSION.format("Hepatitis B core antibody ⟦HBcAb)⟧ positive")),
        Bad(_EXCLUSION.format("Heart failure ⟦(NYHA⟧ class III or IV")),
        Good(_EXCLUSION.format("Heart failure (NYHA class III (or IV))")),
        Good(_EXCLUSION.format("One of these: a) asthma; b) eczema; 3) allergy (pollen)")),
        Good(_EXCLUSION.format("Sad :) or [square] brackets (round)")),
    ),
)

_LABEL = re.compile(r"(?:^|[\s;,:.])(?:\d{1,2}|[A-Za-z]|[ivxIVX]{1,5})\s?[.)]?$|[:;]-?$")
_BRACKET = re.compile(r"[()\[\]]")
_OTHER = r"[^()\[\]\uff08\uff09\u3010\u3011\0]*+"
# From the beginning of a text over all pairs that hold no others to a bracket that is of none of them.
_ODD = Pattern(
    rf"(?<![^\0]){_OTHER}(?:(?:[(\uff08]{_OTHER}[)\uff09]|[\[\u3010]{_OTHER}[\]\u3011]){_OTHER})*+[()\[\]\uff08\uff09\u3010\u3011]"
)
_INTERVAL = re.compile(r"[\[(\]]\s?[-+]?[\d.%\u221e]{1,9}\s?[,;-]\s?[-+]?[\d.%\u221e]{1,9}\s?[\])\[]")
_PLAIN = str.maketrans("\uff08\uff09\u3010\u3011", "()[]")
_PARTNER = {")": "(", "]": "["}
_ROLES = ("prose", "item", "title", "value")
_WORD = 24  # letters of a word that is shown


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Brackets of each criterion without sub-items, and of each other text; one behind a label, as in "a)", opens nothing."""
    for criterion in page.all_criteria:
        if not criterion.children:
            yield from _alone(criterion.passage)
    spans = sorted({each.passage.span for each in page.all_criteria}, key=lambda each: each.start)
    starts = [each.start for each in spans]
    for passage in (hit.passage for hit in page.find(_ODD)):
        if passage.role not in _ROLES or passage.field.startswith("eligibility"):
            continue
        at = bisect_right(starts, passage.span.start)
        if not any(each.overlaps(passage.span) for each in spans[max(0, at - 1) : at + 1]):
            yield from _alone(passage)


def _alone(passage: Passage) -> Iterator[Finding]:
    text = passage.text if passage.text.isascii() else passage.text.translate(_PLAIN)
    for at in _without_partner(text):
        start, end = at, at + 1
        if text[at] in _PARTNER:
            while start > max(0, at - _WORD) and (text[start - 1].isalnum() or text[start - 1] in _PARTNER):
                start -= 1
        else:
            while end < min(len(text), at + _WORD) and (text[end].isalnum() or text[end] in ".,-"):
                end += 1
        yield rule.finding(passage.slice(start, end), f"This '{text[at]}' has no partner.")


def _without_partner(text: str) -> list[int]:
    """The offsets of the brackets without partner."""
    opened: list[int] = []
    alone: list[int] = []
    intervals = [found.span() for found in _INTERVAL.finditer(text)] if "[" in text or "]" in text else []
    for found in _BRACKET.finditer(text):
        at, mark = found.start(), found[0]
        if any(start <= at < end for start, end in intervals):
            continue
        if mark in "([":
            opened.append(at)
        elif opened and text[opened[-1]] == _PARTNER[mark]:
            opened.pop()
        elif len(opened) > 1 and text[opened[-2]] == _PARTNER[mark]:
            alone.append(opened.pop())
            opened.pop()
        elif mark == "]" or not _LABEL.search(text[max(0, at - 8) : at]):
            alone.append(at)
    return sorted(alone + opened)
