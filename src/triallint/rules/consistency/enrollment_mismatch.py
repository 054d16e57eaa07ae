"""18 people here, 80 there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Confidence, Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="enrollment-mismatch",
    code="CON009",
    what="The text names another number of participants than the field for it.",
    why="Readers cannot tell how large the study is.",
    do="Correct the number.",
    pages=Severity.INFO,
    records=Severity.INFO,
    confidence=Confidence.MEDIUM,
    citations=(Citation("editorial judgement"),),
    measured=(
        Measured("2,919 registry records", rate=0.41, right=10, read=11, doubtful=1),
        Measured("2,919 records as pages", rate=0.14, right=4, read=4),
        Measured("site JSON (48 files)", rate=2.13, right=1, read=1),
    ),
    examples=(
        Bad(
            "<h1>NCT01234567</h1><dl><dt>Enrollment</dt><dd>18</dd></dl><h2>Summary</h2><p>The study will enroll ⟦about 80 people⟧.</p>"
        ),
        Bad("<h1>NCT01234567</h1><dl><dt>Enrollment</dt><dd>40</dd></dl><p>⟦A total of 60 participants⟧ will take part.</p>"),
        Good(
            "<h1>NCT01234567</h1><dl><dt>Enrollment</dt><dd>18</dd></dl><h2>Summary</h2><p>The study will enroll about 18 people.</p>"
        ),
        Good("<h1>NCT01234567</h1><dl><dt>Enrollment</dt><dd>0</dd></dl><p>A total of 60 participants will take part.</p>"),
        Good("<h1>NCT01234567</h1><dl><dt>Enrollment</dt><dd>80</dd></dl><p>40 participants will take part in each arm.</p>"),
        Good(
            "<h1>NCT01234567</h1><dl><dt>Enrollment</dt><dd>80</dd></dl><p>A total of 60 participants took part in the first trial.</p>"
        ),
    ),
)


_TOTAL = Pattern(
    r"(?P<whole>a total of (?:about |approximately )?(?P<a>\d{1,3}(?:,\d{3})*|\d{2,6}) (?:\w+ ){0,2}?(?:participants|patients|subjects|people|volunteers)) will\b"
    r"|(?:(?:study|trial) will (?:enroll|include|recruit)|enrollment of) (?P<other>(?:a total of |about |approximately |up to )?(?P<b>\d{1,3}(?:,\d{3})*|\d{2,6}) "
    r"(?:\w+ ){0,2}?(?:participants|patients|subjects|people|volunteers))",
    "participants patients subjects people volunteers",
    reach=120,
)
_PART = re.compile(
    r"^[^.;]{0,60}\b(?:each|per|every|arm|group|cohort|part [1-9a-d]|phase|site|center|centre|first|randomi|as well as|control|treatment|stage|screen|from|in the|at the)\b",
    re.IGNORECASE,
)
_PLACES = ("summary", "description", "body", "facts", "fit")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Sentences that tell of all participants to come, where the page does so once; 0 is what a withdrawn trial has."""
    given = page.fact("enrollment")
    if (
        not isinstance(given.value, int)
        or given.value == 0
        or not page.words.intersection(("total", "enroll", "include", "recruit", "enrollment"))
    ):
        return
    hits = [
        hit
        for hit in page.find(_TOTAL)
        if not _PART.search(hit.after) and hit.passage.field in _PLACES and "up to" not in hit[0].lower()
    ]
    numbers = {int((hit["a"] or hit["b"]).replace(",", "")) for hit in hits}
    if len(numbers) == 1 and not any(0.9 * given.value <= number <= 1.1 * given.value for number in numbers):
        place = hits[0].place("whole" if hits[0]["whole"] else "other")
        yield rule.finding(place, f"The field says {given.value}.", related=[(given.place, "the field")])
