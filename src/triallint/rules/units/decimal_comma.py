"""1,5 mg."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="decimal-comma",
    code="UNI014",
    what="A decimal comma stands in English text.",
    why="English readers take 1,500 for fifteen hundred and stumble over 1,5.",
    do="Write a decimal point.",
    pages=Severity.WARNING,
    records=Severity.WARNING,
    citations=(Citation("NIST SP 811, 7.2: space between value and unit", read="2026-11-23"),),
    measured=(
        Measured("2,919 registry records", rate=0.79, right=23, read=23),
        Measured("17,367 eligibility texts", rate=0.39, right=30, read=30),
    ),
    examples=(
        Bad("<h1>NCT01234567</h1><p>Takes ⟦1,5⟧ mg a day.</p>", fixed="<h1>NCT01234567</h1><p>Takes 1.5 mg a day.</p>"),
        Bad("<h1>NCT01234567</h1><p>Creatinine > ⟦2,25⟧ mg/dL</p>", fixed="<h1>NCT01234567</h1><p>Creatinine > 2.25 mg/dL</p>"),
        Good("<h1>NCT01234567</h1><p>Takes 1,500 mg; grades 1,2 and 3; doses of 1, 5 or 10 mg</p>"),
        Good("<h1>NCT01234567</h1><p>Phases 1,2; days 1,5 mg; 10,20 mg</p>"),
    ),
)


_COMMA = Pattern(
    r",(?<=\d,)\d{1,2}(?= ?(?:mg|mcg|g|kg|ml|l|iu|mmol|mol|%|cm|mm|x|\u00d7|times|uln|years?|weeks?|months?|hours?)(?![\w]))",
    names=False,
)
_BEFORE = re.compile(r"(?P<sign>[<>=\u2264\u2265]|\b(?:than|to|least|of|is|was|takes)) ?(?P<whole>\d{1,3})$")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """A number with one comma and one or two digits behind it, after a comparison or a word, before a unit."""
    for hit in page.find(_COMMA):
        before, digits = _BEFORE.search(hit.before[-10:].lower()), hit[0][1:]
        if before is None or (
            len(digits) == len(before["whole"]) == 1 and before["sign"].isalpha() and int(digits) == int(before["whole"]) + 1
        ):
            continue
        place = hit.passage.slice(hit.start - len(before["whole"]), hit.end)
        repair = fix("Write a point.", hit.replace(f".{digits}"), safety=Safety.UNSAFE)
        yield rule.finding(place, f"“{place.text}” has a comma where English has a point.", fix=repair)
