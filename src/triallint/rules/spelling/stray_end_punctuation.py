"""An outcome that ends in a semicolon."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="stray-end-punctuation",
    code="SPL023",
    what="A text ends in a comma or semicolon.",
    why="It looks as if the rest of it were lost.",
    do="Take the mark out, or put in what is missing.",
    pages=None,
    records=Severity.INFO,
    english=False,
    citations=(Citation("editorial judgement"),),
    measured=(Measured("2,919 registry records", rate=12.13, right=75, read=75),),
    examples=(
        Bad(
            '{"protocolSection": {"identificationModule": {"nctId": "NCT01234567", "briefTitle": "A study"}, '
            '"conditionsModule": {"conditions": ["Asthma"], "keywords": ["induced ⟦sputum,⟧"]}}}',
            fixed='{"protocolSection": {"identificationModule": {"nctId": "NCT01234567", "briefTitle": "A study"}, '
            '"conditionsModule": {"conditions": ["Asthma"], "keywords": ["induced sputum"]}}}',
            format="json",
        ),
        Bad(
            '{"protocolSection": {"identificationModule": {"nctId": "NCT01234567", "briefTitle": "A study"}, '
            '"outcomesModule": {"primaryOutcomes": [{"measure": "Peak airway pressure ⟦(Ppeak);⟧", "timeFrame": "1 week"}]}}}',
            fixed='{"protocolSection": {"identificationModule": {"nctId": "NCT01234567", "briefTitle": "A study"}, '
            '"outcomesModule": {"primaryOutcomes": [{"measure": "Peak airway pressure (Ppeak)", "timeFrame": "1 week"}]}}}',
            format="json",
        ),
        Good(
            '{"protocolSection": {"identificationModule": {"nctId": "NCT01234567", "briefTitle": "A study"}, '
            '"conditionsModule": {"conditions": ["Asthma"], "keywords": ["induced sputum", "a; b"]}}}',
            format="json",
        ),
        Good("<h1>A study</h1><p>NCT01234567</p><ul><li>asthma;</li><li>eczema,</li></ul>"),
    ),
)

_FIELDS = (
    "outcomes",
    "keywords",
    "conditions",
    "arms",
    "interventions",
    "locations",
    "title",
    "official_title",
    "summary",
    "description",
)
_LAST = Pattern(r"[,;]\s*+(?![^\0])")
_WORD = re.compile(r"(?<!&)(?<![^\s,;&])[^\s,;&]{1,30}$")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """In the fields of a record, each of which is a text of its own; criteria are lists, and end in either."""
    for hit in page.find(_LAST):
        passage, before = hit.passage, _WORD.search(hit.before[-40:])
        if before and passage.field.startswith(_FIELDS):
            place = passage.slice(hit.start - len(before[0]), hit.start + 1)
            repair = fix("Take it out.", passage.replace(hit.start, hit.start + 1, ""), safety=Safety.UNSAFE)
            yield rule.finding(place, f"The text ends in '{hit[0][0]}'.", fix=repair)
