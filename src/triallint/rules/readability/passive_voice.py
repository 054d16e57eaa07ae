"""Blood will be taken."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Confidence, Finding, Severity
from triallint.language.sentences import split
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="passive-voice",
    code="RDB009",
    what="Most sentences of a section do not say who does what.",
    why="Readers do not know who will do it: the doctor, a machine, or they themselves.",
    do="Say who does it: a nurse takes blood.",
    pages=Severity.INFO,
    records=None,
    off=("page",),
    confidence=Confidence.LOW,
    citations=(Citation("CDC Clear Communication Index; AHRQ PEMAT: active voice", read="2026-11-23"),),
    measured=(Measured("2,919 records as pages", rate=8.46, right=0, read=0),),
    examples=(
        Bad(
            "<h1>A drug</h1><p>NCT01234567</p><h2>Summary</h2><p>⟦Blood will be taken.⟧ The drug is given by mouth. The results are compared.</p>"
        ),
        Bad(
            "<h1>A drug</h1><p>NCT01234567</p><h2>Summary</h2><p>⟦A tablet is taken.⟧ Visits are planned. The heart is examined.</p>"
        ),
        Good(
            "<h1>A drug</h1><p>NCT01234567</p><h2>Summary</h2><p>A nurse takes blood. You take the drug by mouth. We compare the results.</p>"
        ),
        Good("<h1>A drug</h1><p>NCT01234567</p><h2>Summary</h2><p>Blood will be taken. You come twice. We call you.</p>"),
    ),
)


_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?(?:\w+ed|given|taken|done|made|seen|known|shown|found|chosen|told|asked)\b",
    re.IGNORECASE,
)
_NARRATIVE = ("summary", "fit", "why", "how_to_join")
_SHARE, _FEWEST = 0.5, 3


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Sections of three sentences and more, more than half of which are passive."""
    for section in page.sections:
        if section.name not in _NARRATIVE:
            continue
        sentences = [(block, *span) for block in section.blocks for span in split(block.text)]
        passive = [(block, start, end) for block, start, end in sentences if _PASSIVE.search(block.text[start:end])]
        if len(sentences) >= _FEWEST and len(passive) > _SHARE * len(sentences):
            block, start, end = passive[0]
            yield rule.finding(
                block.slice(start, end), f"{len(passive)} of {len(sentences)} sentences here do not say who does what."
            )
