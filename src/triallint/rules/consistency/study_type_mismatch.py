"""An observational study that randomizes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="study-type-mismatch",
    code="CON007",
    what="The title describes another type of study than the field for it.",
    why="Whether one is treated or only watched is what a participant has to know.",
    do="Correct the title or the type.",
    pages=Severity.ERROR,
    records=Severity.ERROR,
    review="major",
    citations=(Citation("Zarin et al., NEJM 2011;364:852, table 3: internal inconsistency", read="2026-11-23"),),
    measured=(
        Measured("2,919 registry records", rate=0.1, right=3, read=3),
        Measured("792 rows of the WHO's platform, as pages", rate=0.13, right=1, read=1),
    ),
    examples=(
        Bad(
            '{"protocolSection": {"identificationModule": {"briefTitle": "A ⟦randomized⟧ trial of a drug"}, "designModule": {"studyType": "OBSERVATIONAL"}}}',
            format="json",
        ),
        Bad(
            '{"protocolSection": {"identificationModule": {"briefTitle": "⟦Double-blind⟧ study of a drug"}, "designModule": {"studyType": "OBSERVATIONAL"}}}',
            format="json",
        ),
        Bad(
            '{"protocolSection": {"identificationModule": {"briefTitle": "A ⟦retrospective⟧ review of charts"}, "designModule": {"studyType": "INTERVENTIONAL"}}}',
            format="json",
        ),
        Good(
            '{"protocolSection": {"identificationModule": {"briefTitle": "A randomized trial of a drug"}, "designModule": {"studyType": "INTERVENTIONAL"}}}',
            format="json",
        ),
        Good(
            '{"protocolSection": {"identificationModule": {"briefTitle": "Follow-up of a randomized trial"}, "designModule": {"studyType": "OBSERVATIONAL"}}}',
            format="json",
        ),
        Good(
            '{"protocolSection": {"identificationModule": {"briefTitle": "A prospective registry"}, "designModule": {"studyType": "OBSERVATIONAL"}}}',
            format="json",
        ),
    ),
)


_TRIED = Pattern(r"randomi[sz]ed|placebo[- ]controlled|(?:double|single|triple)[- ]blind(?:ed)?", "randomi placebo blind")
_WATCHED = Pattern(
    r"(?:retrospective|observational|case-control)\b(?! (?:period|phase|follow|extension|part|arm))",
    "retrospective observational case-control",
)
_OTHER = re.compile(
    r"\b(?:follow|extension|after|from|within|nested|of the|sub-?study|prior|previous|mendelian|non-?randomi|secondary|registry|prospective"
    r"|post|cohort of|data|analysis|multiple)",
    re.IGNORECASE,
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Titles that name no other study whose design it may be."""
    given = page.fact("study_type")
    pattern = {"OBSERVATIONAL": _TRIED, "INTERVENTIONAL": _WATCHED}.get(str(given.value))
    for name in ("title", "official_title") if pattern else ():
        title = page.facts.get(name)
        if (
            pattern is None
            or title is None
            or _OTHER.search(title.place.text)
            or (pattern is _WATCHED and next(title.place.find(_TRIED), None))
        ):
            continue
        for hit in title.place.find(pattern):
            yield rule.finding(hit.place(), f"The study is registered as {given.value}.", related=[(given.place, "the type")])
            return
