"""Phase 5."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="enum-value-invalid",
    code="STR007",
    what="A fact has a value that the registry does not have.",
    why="Programs cannot read it, and searches by that fact miss the trial.",
    do="Use one of the registry’s values.",
    pages=Severity.ERROR,
    records=None,
    english=False,
    citations=(Citation("ClinicalTrials.gov API v2, OpenAPI document: enumerations", read="2026-11-23"),),
    measured=(Measured("143 saved web pages", rate=0, right=0, read=0),),
    examples=(
        Bad("<h1>NCT01234567</h1><dl><dt>Sex</dt><dd>⟦Not limited⟧</dd></dl>"),
        Bad("<h1>NCT01234567</h1><dl><dt>Phase</dt><dd>⟦Phase 5⟧</dd></dl>"),
        Good("<h1>NCT01234567</h1><dl><dt>Sex</dt><dd>Both</dd><dt>Phase</dt><dd>Phase 1/Phase 2</dd></dl>"),
        Good(
            "<h1>NCT01234567</h1><p>Both sexes may join. Phase 5 of the moon.</p><dl><dt>Phase</dt><dd>Not applicable</dd></dl>"
        ),
    ),
)


_WRONG = {
    "sex": re.compile(r"\s*(?:m/f|f/m|men|women|unlimited|not limited|any gender)\s*", re.IGNORECASE),
    "phase": re.compile(r"\s*(?:phase )?(?:[5-9]|[1-4]/[5-9])\s*", re.IGNORECASE),
}
_LABEL = re.compile(r"\s*(?P<label>sex|gender|phase)\s*:?\s*", re.IGNORECASE)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """The value behind the label "Sex", "Gender" or "Phase"."""
    for label, value in pairwise(page.passages):
        found = _LABEL.fullmatch(label.text) if len(label.text) < 12 else None
        if found is None:
            continue
        name = "phase" if found["label"].lower() == "phase" else "sex"
        if len(value.text) < 20 and _WRONG[name].fullmatch(value.text):
            yield rule.finding(value, f"The registry has no {name} “{value.text.strip()}”.")
