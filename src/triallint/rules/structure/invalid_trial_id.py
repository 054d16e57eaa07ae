"""A trial ID that its registry cannot have given."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Passage, Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

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
            "ClinicalTrials.gov: NCT followed by an 8-digit number",
            "https://clinicaltrials.gov/policy/protocol-definitions",
            "2026-11-23",
        ),
        Citation("ISRCTN registry: ISRCTN followed by 8 digits", "https://www.isrctn.com", "2026-11-23"),
        Citation("WHO International Clinical Trials Registry Platform: forms of ChiCTR and EudraCT numbers", read="2026-11-23"),
    ),
    measured=(
        Measured("2,919 registry records", rate=0.07, right=2, read=2),
        Measured("17,367 eligibility texts", rate=0.01, right=1, read=1),
        Measured("2,919 records as pages", rate=0.03, right=1, read=1),
        Measured("9,476 older summaries, each set as a section of a page", rate=0.01, right=1, read=1),
    ),
    examples=(
        Bad("<h1>A study</h1><p>Trial ID: ⟦NCT0684258⟧</p>"),
        Bad("<h1>A study</h1><p>⟦NCT 0684258⟧ and ⟦ISRCTN1234567⟧ and ⟦NCT068425899⟧</p>"),
        Bad('{"protocolSection": {"identificationModule": {"nctId": "⟦NCT0684258⟧"}}}', format="json"),
        Bad("<h1>A study</h1><p>⟦ChiCTR2000029⟧, EudraCT number: ⟦2009-01652-32⟧</p>"),
        Bad("<h1>A study</h1><p><a href='https://clinicaltrials.gov/study/NCT0684258'>⟦See the registry⟧</a></p>"),
        Good("<h1>A study</h1><p>ChiCTR-TRC-12345678, ChiCTR2000029624, EudraCT: 2009-016529-32, EudraCT 2021-005655-20</p>"),
        Good("<h1>A study</h1><p>NCT06842589, NCT 06842589, NCT: 06842589, ISRCTN12345678, NCT number, ChiCTR2000029624</p>"),
        Good("<h1>A study</h1><p>NCT0xxxxxxx is a placeholder; the NCTN groups; NCT-501 is a drug; NCTT12345</p>"),
    ),
)

_WRITTEN = Pattern(r"(?:NCT|ISRCTN) ?(?P<digits>[0-9]{5,10})(?![\w-])", "nct isrctn", case=True)
_CHINESE = Pattern(r"ChiCTR(?:-?[A-Z]{2,4}-|-)?(?P<digits>[0-9]{4,14})(?![\w-])", "chictr", case=True)
_EUROPEAN = Pattern(r"eudract(?: (?:no\.?|nr\.?|number))?[: ]{1,3}(?P<id>[0-9]{4}-[0-9-]{4,12}[0-9])(?![\w-])", "eudract")
_IN_LINK = Pattern(r"clinicaltrials\.gov/(?:ct2/show|study|show)/(?P<id>NCT(?P<digits>[0-9]{5,12}))(?!\w)")
_INSIDE = tuple("/.-_")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Look at everything that begins like an id of a registry with a fixed number of digits."""
    given = page.facts.get("trial_id") if page.kind == "record" else None
    if given and page.profile == "clinicaltrials-gov-v2" and not re.fullmatch("NCT[0-9]{8}", str(given.value)):
        yield rule.finding(given.place, f"{str(given.value)!r} is no ID of this registry: it is NCT and eight digits.")
    for hit in page.find(_WRITTEN):
        inside = hit.before.endswith(_INSIDE) or hit.before[-1:].isalnum()
        if len(hit["digits"]) != 8 and not inside and hit.passage.field != "trial_id":
            yield _finding(hit.place(), f"{len(hit['digits'])} digits instead of eight")
    for hit in page.find(_CHINESE):
        if not 8 <= len(hit["digits"]) <= 10 and not hit.before.endswith(_INSIDE):
            yield _finding(hit.place(), f"{len(hit['digits'])} digits instead of eight to ten")
    for hit in page.find(_EUROPEAN):
        if not re.fullmatch("[0-9]{4}-[0-9]{6}-[0-9]{2}(?:-[0-9]{2})?", hit["id"]):
            yield _finding(hit.place("id"), "groups of other lengths than 2026-123456-12")
    for link in page.links:
        wrong = _IN_LINK.re.search(link.target)
        if wrong and len(wrong["digits"]) != 8 and wrong[0] not in link.text.text:
            yield rule.finding(link.text, f"This link leads to {wrong['id']!r}, which is no ID of that registry.")


def _finding(place: Passage, why: str) -> Finding:
    return rule.finding(place, f"{place.decoded!r} is no ID of that registry: it has {why}.")
