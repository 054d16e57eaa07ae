"""A list that was poured into one item."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="merged-list-markers",
    code="CRI023",
    what="Several numbered items stand in one line.",
    why="Readers take the first of them for the whole criterion.",
    do="Put each item on its own line.",
    pages=Severity.WARNING,
    records=Severity.WARNING,
    english=False,
    citations=(Citation("editorial judgement"),),
    measured=(
        Measured("2,919 registry records", rate=1.34, right=33, read=33),
        Measured("17,367 eligibility texts", rate=2.1, right=28, read=28),
    ),
    examples=(
        Bad("<h1>NCT01234567</h1><h2>Exclusion criteria</h2><ul><li>Any of these: i. asthma ⟦ii.⟧ eczema iii. gout</li></ul>"),
        Bad("<h1>NCT01234567</h1><h2>Exclusion criteria</h2><ul><li>1) Heart failure ⟦2)⟧ Stroke 3) Dialysis</li></ul>"),
        Good(
            "<h1>NCT01234567</h1><h2>Exclusion criteria</h2><ul><li>Heart failure of class II or III, stage 2. Stroke. 3 or more drugs</li></ul>"
        ),
        Good(
            "<h1>NCT01234567</h1><h2>Exclusion criteria</h2><ul><li>Grade 1) or (2) toxicity; vitamin B1, B2; types 1 and 2</li></ul>"
        ),
    ),
)


_ROMAN = re.compile(r"(?<![;,:(]) (?<!and )(?<!or )(?P<two>ii\s?[.)])\s.{2,300}?[\s;:,.(]iii\s?[.)]\s", re.DOTALL)
_NUMBERS = re.compile(
    r"(?<![;,:(]) (?<!and )(?<!or )(?P<two>2\s?[.)])(?:\s(?=\D)|(?=[A-Za-z])).{2,300}?[\s;:,.]3\s?[.)](?:\s(?=\D)|(?=[A-Za-z]))",
    re.DOTALL,
)
_ONE = re.compile(r"(?:^|[\s;:,.(])(?:i|1)\s?[.)](?:\s|(?=[A-Za-z]))")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Three markers in a row, of numbers or small Roman numerals, the first of them the item's own or within it."""
    for criterion in page.all_criteria:
        text = criterion.text
        if not ("ii" in text or "3." in text or "3)" in text or "3 )" in text):
            continue
        found = _ROMAN.search(text) or _NUMBERS.search(text)
        if found and (criterion.number in ("1", "i") or _ONE.search(text, 0, found.start() + 1)):
            yield rule.finding(criterion.passage.slice(*found.span("two")), "Several items of a list stand in one line here.")
