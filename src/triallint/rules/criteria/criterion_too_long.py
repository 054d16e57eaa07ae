"""A criterion nobody can keep in mind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule


@dataclass(frozen=True)
class Options:
    """How many words one criterion may have."""

    page_words: int = field(default=60, metadata={"at_least": 10, "help": "Words of a criterion on a page."})
    record_words: int = field(default=100, metadata={"at_least": 10, "help": "Words of a criterion in a record."})


_LIST = "<h1>NCT01234567</h1><h2>Inclusion criteria</h2><ul><li>{}</li></ul>"
_LONG = (
    "Adults who have had asthma for at least one year, " + ", ".join(["who use an inhaler every day and"] * 9) + " sleep badly"
)

rule = Rule(
    name="criterion-too-long",
    code="CRI005",
    what="A criterion is so long that its conditions cannot be told apart.",
    why="Half of all criteria have 12 words or fewer; in one of 60, readers miss the condition that excludes them.",
    do="Make an item of each condition, and sub-items of alternatives.",
    pages=Severity.WARNING,
    records=Severity.INFO,
    options=Options,
    english=False,
    citations=(
        Citation("80,509 criteria of 3,686 registered trials: median 12 words, 95th percentile 46, 99th 79", read="2026-11-23"),
    ),
    measured=(
        Measured("2,919 registry records", rate=5.34, right=20, read=20),
        Measured("2,919 records as pages", rate=27.13, right=50, read=50),
    ),
    examples=(
        Bad(_LIST.format(f"⟦{_LONG}⟧")),
        Bad(_LIST.format("Short item").replace("</ul>", f"<li>⟦{_LONG}⟧</li></ul>")),
        Good(_LIST.format("Adults who have had asthma for at least one year and use an inhaler every day")),
        Good(_LIST.format("One of these:<ul><li>" + "</li><li>".join(["asthma for a year"] * 30) + "</li></ul>")),
    ),
)


_WORD = re.compile(r"[^\W\d_]{2,}(?:['\u2019-][^\W\d_]+)*|\ba\b")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Words of the item itself, without those of its sub-items; numbers are none, so that ``5mg`` counts as ``5 mg``."""
    limit = context.options.page_words if page.kind == "page" else context.options.record_words
    for criterion in page.all_criteria:
        text = criterion.text
        if len(text) > 2 * limit and (count := sum(1 for _ in _WORD.finditer(text))) > limit:
            yield rule.finding(criterion.passage, f"This criterion has {count} words; more than {limit} are hard to take in.")
