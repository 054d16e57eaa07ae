"""``is measured, This scale``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="comma-before-sentence",
    code="SPL022",
    what="A comma stands before a word with a capital that begins a sentence.",
    why="It is not clear whether two sentences were joined or a capital is a slip.",
    do="Put a full stop in place of the comma, or write the word small.",
    pages=Severity.INFO,
    records=Severity.INFO,
    citations=(Citation("editorial judgement"),),
    measured=(
        Measured("2,919 registry records", rate=1.47, right=39, read=43, wrong=("the name of a questionnaire, four times",)),
    ),
    examples=(
        Bad("<h1>A study</h1><p>NCT01234567</p><p>Changes are ⟦measured, This⟧ scale runs from 6 to 20.</p>"),
        Bad("<h1>A study</h1><p>NCT01234567</p><p>In this ⟦study, The⟧ investigators test a drug.</p>"),
        Good(
            "<h1>A study</h1><p>NCT01234567</p><p>In this study, the drug is given. This scale, A to F, is new. In Paris, The Louvre is.</p>"
        ),
        Good("<h1>The Beat, The Heart</h1><p>NCT01234567</p><p>In a trial, IT is used; Bern, The Hague and Rome</p>"),
    ),
)

_FIRST = "This These It They There We The Participants Patients Subjects However Therefore Then Each".split()
_SPLICE = Pattern(rf", (?:{'|'.join(_FIRST)})(?= [a-z]{{2,}}(?! [A-Z]))", case=True, names=False)
_WORD = re.compile(r"[a-z]{3,30}$")
_SKIP = ("title", "official_title", "conditions", "keywords")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Between words in small letters: a name has another capital near."""
    for hit in page.find(_SPLICE):
        before = _WORD.search(hit.before[-31:])
        if before and hit.passage.role in ("prose", "item", "value") and hit.passage.root not in _SKIP:
            place = hit.passage.slice(hit.start - len(before[0]), hit.end)
            yield rule.finding(place, "A comma stands before what looks like a new sentence.")
