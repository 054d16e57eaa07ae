"""A phase II study that is registered as phase 1."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="phase-mismatch",
    code="CON005",
    what="The title names another phase than the field for it.",
    why="Phase tells how much is known about a treatment; readers rely on it.",
    do="Correct the title or the field.",
    pages=Severity.ERROR,
    records=Severity.ERROR,
    review="major",
    citations=(Citation("Zarin et al., NEJM 2011;364:852, table 3: internal inconsistency", read="2026-11-23"),),
    measured=(
        Measured("2,919 registry records", rate=0.48, right=14, read=14),
        Measured("2,919 records as pages", rate=0.07, right=2, read=2),
        Measured("143 saved web pages", rate=4.9, right=7, read=7),
        Measured("site JSON (48 files)", rate=4.26, right=2, read=2),
    ),
    examples=(
        Bad(
            '{"protocolSection": {"identificationModule": {"briefTitle": "A ⟦Phase II⟧ study of a drug"}, "designModule": {"studyType": "INTERVENTIONAL", "phases": ["PHASE1"]}}}',
            format="json",
        ),
        Bad(
            '{"protocolSection": {"identificationModule": {"briefTitle": "A ⟦phase 1/2⟧ study of a drug"}, "designModule": {"studyType": "INTERVENTIONAL", "phases": ["PHASE2"]}}}',
            format="json",
        ),
        Good(
            '{"protocolSection": {"identificationModule": {"briefTitle": "A Phase II study of a drug"}, "designModule": {"studyType": "INTERVENTIONAL", "phases": ["PHASE2"]}}}',
            format="json",
        ),
        Good(
            '{"protocolSection": {"identificationModule": {"briefTitle": "A Phase I/II study; a phase 1b/2a study"}, "designModule": {"studyType": "INTERVENTIONAL", "phases": ["PHASE1", "PHASE2"]}}}',
            format="json",
        ),
        Good(
            '{"protocolSection": {"identificationModule": {"briefTitle": "Follow-up of participants of a phase 2 study"}, "designModule": {"studyType": "INTERVENTIONAL", "phases": ["PHASE3"]}}}',
            format="json",
        ),
        Good(
            '{"protocolSection": {"identificationModule": {"briefTitle": "A Phase Ib study"}, "designModule": {"studyType": "INTERVENTIONAL", "phases": ["PHASE1"]}}}',
            format="json",
        ),
    ),
)


_PHASE = Pattern(
    r"phases? (?P<first>iv|iii|ii|i|[1-4])[abc]?(?P<more> ?(?:/|-|and|or) ?(?:phases? ?)?(?P<second>iv|iii|ii|i|[1-4])[abc]?)?(?![\w.])",
    "phase",
)
_NUMBER = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_OTHER = re.compile(
    r"\b(?:follow-?up|extension|roll-?over|previous|prior|parent|earlier|from|after|completed|long-term|sub-?study|following)\b",
    re.IGNORECASE,
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Titles that name one phase and no other study."""
    given = page.fact("phase")
    known = {int(each[-1]) for each in given.value or () if each[-1:].isdigit()}
    if not known or not page.words.intersection(("phase", "phases")):
        return
    for name in ("title", "official_title"):
        title = page.facts.get(name)
        if title is None or _OTHER.search(title.place.text):
            continue
        hits = list(title.place.find(_PHASE))
        stated = {_NUMBER[each[group].lower()] for each in hits for group in ("first", "second") if each[group]}
        if len(hits) == 1 and stated != known:
            yield rule.finding(
                hits[0].place(), f"The field says {', '.join(given.value or ())}.", related=[(given.place, "the field")]
            )
            return
