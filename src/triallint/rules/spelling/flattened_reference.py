"""outcome.12 In."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Confidence, Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="flattened-reference",
    code="SPL013",
    what="The number of a reference stands in the text like any other number.",
    why="“The risk is 5.12” may be a risk of five with a reference: numbers that readers must not misread.",
    do="Raise the number, link it, or take it out.",
    pages=Severity.WARNING,
    records=Severity.INFO,
    confidence=Confidence.MEDIUM,
    citations=(Citation("editorial judgement"),),
    measured=(
        Measured("2,919 registry records", rate=1.4, right=41, read=41),
        Measured("2,919 records as pages", rate=0.03, right=1, read=1),
        Measured("9,476 older summaries, each set as a section of a page", rate=0.07, right=7, read=7),
        Measured("17,367 eligibility texts", rate=0.06, right=10, read=10),
    ),
    examples=(
        Bad("<h1>A drug</h1><p>NCT01234567</p><p>This improves the outcome.⟦12⟧ In adults, little is known.</p>"),
        Bad("<h1>A drug</h1><p>NCT01234567</p><p>It is rare in children.⟦3,4⟧ The cause is not known.</p>"),
        Good("<h1>A drug</h1><p>NCT01234567</p><p>See section 3.2 In adults; v.2 The study; vs.12 In; No.12 In</p>"),
        Good("<h1>A drug</h1><p>NCT01234567</p><p>The dose is 1.12 mg. In adults, no.5 The</p>"),
    ),
)


_NUMBER = Pattern(r"[.,](?<=[a-z]{4}[.,])(?P<number>\d{1,3}(?:[,-]\d{1,3}){0,5})(?= [A-Z][a-z])", case=True, names=False)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Glued to the full stop of a sentence, before the next one."""
    for hit in page.find(_NUMBER):
        yield rule.finding(hit.place("number"), f"{hit['number']} was the number of a reference.")
