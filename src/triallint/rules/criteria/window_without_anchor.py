"""Within six months of what?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.language.windows import windows
from triallint.page import Criterion, TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

_EXCLUSION = "<h1>NCT01234567</h1><h2>Exclusion criteria</h2><ul><li>{}</li></ul>"

rule = Rule(
    name="window-without-anchor",
    code="CRI011",
    what="A criterion gives a time window, and does not say from when it counts.",
    why="Six months before screening and six months before treatment can be weeks apart: two sites will decide differently.",
    do="Say from when: within 6 months before screening.",
    pages=Severity.WARNING,
    records=Severity.WARNING,
    citations=(
        Citation("Ross et al. 2010, analysis of eligibility criteria complexity: temporal constraints", read="2026-11-23"),
    ),
    measured=(
        Measured("2,919 registry records", rate=6.65, right=106, read=110, doubtful=4),
        Measured("2,919 registry records, what is planned", rate=0.41, right=11, read=12, doubtful=1),
        Measured("17,367 eligibility texts, what is planned", rate=0.05, right=8, read=9, wrong=("to an adult centre",)),
    ),
    examples=(
        Bad(_EXCLUSION.format("Stroke ⟦within 6 months⟧")),
        Bad(_EXCLUSION.format("Unstable angina ⟦within three months⟧; heart surgery before screening")),
        Bad(_EXCLUSION.format("Stroke ⟦within 6 months⟧ OR cancer within the past 5 years")),
        Bad(_EXCLUSION.format("Scheduled bypass grafting ⟦within 6 months⟧")),
        Good(_EXCLUSION.format("Stroke within 6 months before screening")),
        Good(_EXCLUSION.format("Stroke within the past 6 months")),
        Good(_EXCLUSION.format("Within 4 weeks before screening:<ul><li>surgery within 2 weeks</li></ul>")),
        Good(_EXCLUSION.format("Planned pregnancy within 6 months after the last dose")),
        Good(_EXCLUSION.format("Life expectancy of death within 6 months")),
        Good(
            _EXCLUSION.format("Bypass grafting planned within 6 months after screening; fever OR chills within the last 3 days")
        ),
    ),
)

_AHEAD = (
    "life expectancy",
    "expected",
    "survival",
    "surviv",
    "expectancy",
    "planning",
    "plan to",
    "plans to",
    "anticipat",
    "likely",
    "intend",
)
_PLANNED = re.compile(r"\b(?:un)?scheduled\b|\bplanned\b")
_OR = re.compile(r"\bOR\b")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Items whose parents and group give no anchor either; what lies ahead counts from now."""
    if "within" not in page.words:
        return
    for criterion in page.criteria:
        yield from _below(criterion, anchored=criterion.group is not None and _names_time(criterion.group.text))


def _below(criterion: Criterion, anchored: bool) -> Iterator[Finding]:
    text = criterion.text.lower()
    if not anchored and "within" in text and not any(word in text for word in _AHEAD):
        parted = text if "hour" in text else _OR.sub(";;", criterion.text).lower()
        ahead = _PLANNED.sub(lambda found: "-" * len(found[0]), parted)
        for window, as_written in zip(windows(ahead), windows(parted), strict=True):
            if not window.anchored:
                place = criterion.passage.slice(window.start, window.end)
                severity = Severity.INFO if as_written.anchored else None
                yield rule.finding(place, "This does not say from when the time counts.", severity=severity)
    below = anchored or _names_time(text)
    for child in criterion.children:
        yield from _below(child, below)


def _names_time(text: str) -> bool:
    low = text.lower()
    return any(word in low for word in ("before", "prior", "within", "past", "last", "previous", "screening", "following"))
