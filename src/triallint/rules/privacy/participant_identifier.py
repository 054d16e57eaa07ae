"""A patient who can be recognised."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="participant-identifier",
    code="PRV002",
    what="The text names one person by number, initials or birth date.",
    why="It can be told who took part, against the law and the promise given.",
    do="Take it out, and tell whoever published it.",
    pages=Severity.ERROR,
    records=Severity.ERROR,
    citations=(Citation("45 CFR 164.514(b)(2): identifiers of individuals (HIPAA)", read="2026-11-23"),),
    measured=(Measured("2,919 registry records", rate=0, right=0, read=0),),
    examples=(
        Bad("<h1>A drug</h1><p>NCT01234567</p><p>The patient (⟦MRN 00412345⟧) improved.</p>"),
        Bad("<h1>A drug</h1><p>NCT01234567</p><p>Patient J.D., ⟦born on 12 March 1961⟧, was treated.</p>"),
        Good("<h1>A drug</h1><p>NCT01234567</p><p>Patients born before 1961; the MRN of the chart is not collected.</p>"),
        Good("<h1>A drug</h1><p>NCT01234567</p><p>Infants born on or after 1 March 2020; date of birth is recorded.</p>"),
    ),
)


_NAMED = Pattern(
    r"(?P<number>(?:mrn|medical record (?:no\.?|number)|hospital (?:no\.?|number)|patient id)[:# ]{0,3}\d{5,12})"
    r"|(?P<birth>(?:dob|date of birth|born on)[: ]{1,2}(?:\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d|\d{1,2} [a-z]{3,9} (?:19|20)\d\d))",
    ("mrn", "medical record n", "hospital n", "patient id", "dob", "date of birth", "born on"),
    reach=60,
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Numbers of charts and whole dates of birth; a date from which on people may join is nobody's."""
    for hit in page.find(_NAMED):
        ranged = hit.after[:12].strip().lower().startswith(("or ", "and ", "to ", "until"))
        if not hit.before[-1:].isalnum() and not ranged and not hit.passage.field.startswith("trial_id"):
            yield rule.finding(hit.place("number" if hit["number"] else "birth"), "This can tell who the person is.")
