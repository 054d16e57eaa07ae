"""``≤ 3 ULN`` for three times the upper limit of normal."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="missing-multiplication-sign",
    code="UNI004",
    what="A number stands before the limit of normal without the sign that multiplies the two.",
    why="The number can be read as the limit itself: nobody knows whether 3 units or 3 times normal is meant.",
    do="Write 3 × the upper limit of normal.",
    pages=Severity.ERROR,
    records=Severity.ERROR,
    citations=(Citation("Registry texts: 1.4 % of 3,686 eligibility sections, all of the sample true", read="2026-11-23"),),
    measured=(Measured("21,078 records and WHO rows", rate=1.35, right=75, read=75),),
    examples=(
        Bad(
            "<h1>A study</h1><p>ALT ≤ ⟦3.0 upper limit of normal⟧</p>",
            fixed="<h1>A study</h1><p>ALT ≤ 3.0 × upper limit of normal</p>",
        ),
        Bad("<h1>A study</h1><p>AST &lt;⟦2.5 ULN⟧</p>", fixed="<h1>A study</h1><p>AST &lt;2.5 × ULN</p>"),
        Bad(
            "<h1>A study</h1><p>AST less than ⟦3 the upper limit⟧, ALP up to ⟦2.5 of ULN⟧, bilirubin ˃⟦2ULN⟧, "
            "5-⟦10 institutional ULN⟧</p>",
            fixed="<h1>A study</h1><p>AST less than 3 × the upper limit, ALP up to 2.5 × ULN, bilirubin ˃2 × ULN, "
            "5-10 × institutional ULN</p>",
        ),
        Good("<h1>A study</h1><p>ALT ≤ 3 × ULN, ≤ 3x ULN, ≤ 3 times ULN, ≤ 3-fold ULN, ≤ ULN, ≤ 2.0×upper limit of normal</p>"),
        Good("<h1>A study</h1><p>INR &lt; 1.7 unless on warfarin; LDH &gt; 2/3 the upper limit of normal; grade 2, ULN 40</p>"),
        Good("<h1>A study</h1><p>TSH ≤ 4.0 mIU/L (upper limit of normal); creatinine &lt; 1.5 or the upper limit of normal</p>"),
    ),
)

_LIMIT = (
    r"(?:(?:institutional|the|laboratory|local)\s+){0,2}"
    r"(?:(?:uln|lln|unl)\b|(?:upper|lower)\s+(?:normal\s+)?limits?\b(?:\s+of\s+normal\b)?)"
)
_BARE = Pattern(
    rf"\d(?:\d(?!\d))?(?:[.,]\d{{1,2}})?(?P<gap>\s+of\s+|\s+|(?=uln|lln|unl))(?P<limit>{_LIMIT})",
    "uln lln unl limit",
    reach=80,
    names=False,
)
_COMPARATOR = re.compile(
    r"(?:[≥≤<>=\u02c3]|\d-|(?:(?:less|greater|more|higher|lower)\s+than(?:\s+or\s+equal\s+to)?|(?:greater|less)\s+or\s+equal\s+to"
    r"|equal\s+to|above|below|over|within|exceed(?:s|ing)?|at\s+least|up\s+to))\s*$",
    re.I,
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """A comparator, a bare number, and the limit straight after it."""
    for hit in page.find(_BARE):
        if _COMPARATOR.search(hit.passage.text[max(0, hit.start - 60) : hit.start]):
            repair = fix("Put in the sign.", hit.replace(" × ", "gap"), safety=Safety.UNSAFE)
            message = f"Between the number and the limit in {hit[0]!r} the sign × is missing."
            yield rule.finding(hit.place(), message, fix=repair)
