"""A trial ID that its registry cannot have given."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Rule

rule = Rule(
    name="invalid-trial-id",
    code="STR004",
    what="A trial ID is not of the form that its registry uses.",
    why="The reader cannot find the trial under it, and the page cannot be compared with the registry.",
    do="Copy the ID from the registry.",
    pages=Severity.ERROR,
    records=Severity.ERROR,
    english=False,
    citations=(
        Citation(
            "ClinicalTrials.gov: NCT followed by an 8-digit number", "https://clinicaltrials.gov/policy/protocol-definitions"
        ),
        Citation("ISRCTN registry: ISRCTN followed by 8 digits", "https://www.isrctn.com"),
    ),
    examples=(
        Bad("<h1>A study</h1><p>Trial ID: ⟦NCT0684258⟧</p>"),
        Bad("<h1>A study</h1><p>⟦NCT 0684258⟧ and ⟦ISRCTN1234567⟧ and ⟦NCT068425899⟧</p>"),
        Bad('{"protocolSection": {"identificationModule": {"nctId": "⟦NCT0684258⟧"}}}', format="json"),
        Good("<h1>A study</h1><p>NCT06842589, NCT 06842589, NCT: 06842589, ISRCTN12345678, NCT number, ChiCTR2000029624</p>"),
        Good("<h1>A study</h1><p>NCT0xxxxxxx is a placeholder; the NCTN groups; NCT-501 is a drug; NCTT12345</p>"),
    ),
)

_WRITTEN = Pattern(r"(?:NCT|ISRCTN) ?(?P<digits>[0-9]{5,10})(?![\w-])", "nct isrctn", case=True)
_INSIDE = tuple("/.-_")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Look at everything that begins like an id of a registry with a fixed number of digits."""
    given = page.facts.get("trial_id") if page.kind == "record" else None
    if given and page.profile == "clinicaltrials-gov-v2" and not re.fullmatch("NCT[0-9]{8}", str(given.value)):
        yield rule.finding(given.place, f"{str(given.value)!r} is no ID of this registry: it is NCT and eight digits.")
    for hit in page.find(_WRITTEN):
        inside = hit.before.endswith(_INSIDE) or hit.before[-1:].isalnum()
        if len(hit["digits"]) != 8 and not inside and hit.passage.field != "trial_id":
            count = f"{len(hit['digits'])} digits instead of eight"
            yield rule.finding(hit.place(), f"{hit[0]!r} is no ID of that registry: it has {count}.")
