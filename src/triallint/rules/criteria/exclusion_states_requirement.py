"""An exclusion that says what must not be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="exclusion-states-requirement",
    code="CRI022",
    what="An exclusion criterion is written as a requirement.",
    why="Read as it stands, those who have no such history are kept out.",
    do="Say what keeps people out: prior chemotherapy, not “no prior chemotherapy”.",
    pages=Severity.INFO,
    records=Severity.INFO,
    citations=(Citation("editorial judgement"),),
    measured=(
        Measured("2,919 registry records", rate=0.24, right=6, read=7, wrong=("what a guardian agrees to",)),
        Measured(
            "17,367 eligibility texts",
            rate=0.81,
            right=26,
            read=28,
            wrong=(
                "one of two things that an exclusion demands",
                "fitness that is meant to exclude",
            ),
        ),
    ),
    examples=(
        Bad("<h1>NCT01234567</h1><h2>Exclusion criteria</h2><ul><li>⟦No known allergy to the drug⟧</li></ul>"),
        Bad("<h1>NCT01234567</h1><h2>Exclusion criteria</h2><ul><li>⟦Must not be pregnant or breastfeeding⟧</li></ul>"),
        Good(
            "<h1>NCT01234567</h1><h2>Exclusion criteria</h2><ul><li>Prior chemotherapy</li><li>No prior treatment for the disease</li><li>No access to a telephone</li><li>Unable to consent</li></ul>"
        ),
        Good(
            "<h1>NCT01234567</h1><h2>Exclusion criteria</h2><ul><li>No measurable disease</li><li>No informed consent</li></ul>"
        ),
        Good("<h1>NCT01234567</h1><h2>Inclusion criteria</h2><ul><li>No prior chemotherapy</li></ul>"),
    ),
)


_REQUIRED = re.compile(
    r"no (?:known|active|concurrent|significant|current|contraindication|allerg(?!ic reaction))|must (?:not|be free)|not (?:be )?(?:pregnant"
    r"|breast|lactating)|(?:is |are |be )?(?:able|willing) to|agree[sd]? to|(?:has |have )?(?:provided |signed |written )+informed consent",
    re.IGNORECASE,
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Items under Exclusion that begin as only a requirement begins."""
    for criterion in page.all_criteria:
        if criterion.kind == "exclusion" and _REQUIRED.match(criterion.text):
            yield rule.finding(criterion.passage, "This reads as a condition for joining, and stands under exclusion.")
