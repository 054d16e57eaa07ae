"""Within six months of what?"""

from __future__ import annotations

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
    measured=(Measured("2,919 registry records", rate=6, right=48, read=50, doubtful=2),),
    examples=(
        Bad(_EXCLUSION.format("Stroke ⟦within 6 months⟧")),
        Bad(_EXCLUSION.format("Unstable angina ⟦within three months⟧; heart surgery before screening")),
        Good(_EXCLUSION.format("Stroke within 6 months before screening")),
        Good(_EXCLUSION.format("Stroke within the past 6 months")),
        Good(_EXCLUSION.format("Within 4 weeks before screening:<ul><li>surgery within 2 weeks</li></ul>")),
        Good(_EXCLUSION.format("Planned pregnancy within 6 months after the last dose")),
        Good(_EXCLUSION.format("Life expectancy of death within 6 months")),
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


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Items whose parents and group give no anchor either; what lies ahead counts from now."""
    if "within" not in page.words:
        return
    for criterion in page.criteria:
        yield from _below(criterion, anchored=criterion.group is not None and _names_time(criterion.group.text))


def _below(criterion: Criterion, anchored: bool) -> Iterator[Finding]:
    text = criterion.text.lower()
    if not anchored and "within" in text and not any(word in text for word in _AHEAD):
        for window in windows(text):
            if not window.anchored:
                yield rule.finding(
                    criterion.passage.slice(window.start, window.end), "This does not say from when the time counts."
                )
    below = anchored or _names_time(text)
    for child in criterion.children:
        yield from _below(child, below)


def _names_time(text: str) -> bool:
    low = text.lower()
    return any(word in low for word in ("before", "prior", "within", "past", "last", "previous", "screening", "following"))
