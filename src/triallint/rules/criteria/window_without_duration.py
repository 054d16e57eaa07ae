"""Recently: since when?"""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Confidence, Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="window-without-duration",
    code="CRI016",
    what="A criterion speaks of the time before screening without a limit.",
    why="One reader counts weeks, another one years.",
    do="Give the time: within 4 weeks before screening.",
    pages=Severity.INFO,
    records=Severity.INFO,
    confidence=Confidence.MEDIUM,
    citations=(Citation("editorial judgement"),),
    measured=(Measured("2,919 registry records", rate=1.37, right=38, read=40, doubtful=2),),
    examples=(
        Bad("<h1>NCT01234567</h1><h2>Exclusion criteria</h2><ul><li>Use of steroids ⟦before screening⟧</li></ul>"),
        Bad("<h1>NCT01234567</h1><h2>Exclusion criteria</h2><ul><li>⟦Recent⟧ heart attack</li></ul>"),
        Good(
            "<h1>NCT01234567</h1><h2>Exclusion criteria</h2><ul><li>Use of steroids within 4 weeks before screening</li><li>Any prior use of steroids</li></ul>"
        ),
        Good(
            "<h1>NCT01234567</h1><h2>Exclusion criteria</h2><ul><li>Heart attack (in the last 6 months) or other recent event</li></ul>"
        ),
        Good("<h1>NCT01234567</h1><h2>Exclusion criteria</h2><ul><li>The most recent value counts; recently diagnosed</li></ul>"),
    ),
)


_WINDOW = Pattern(
    r"(?P<recent>recent) (?:history of |episode of |use of )?(?:\w+ ){0,2}(?:infarction|attack|stroke|surgery|infection|bleed\w*|hospitali\w+"
    r"|trauma|fracture|transfusion|vaccination|illness|event)"
    r"|(?P<before>(?:before|prior to) (?:the )?(?:screening|enroll?ment|inclusion|study entry|randomi[sz]ation))\b",
    "recent screening enrolment enrollment inclusion entry randomization randomisation",
    reach=100,
)
_TIME = Pattern(r"\d|\b(?:one|two|three|four|six|twelve|day|week|month|year|hour|any time|ever|immediately|last|least|stable)")
_MUST = Pattern(r"\b(?:should|must|need|negative|stopped|untreated|without|resolved|recovered)\b")
_EVENT = Pattern(
    r"\b(?:us(?:e|ed|ing) of|received|treated|treatment with|taking|taken|therapy|surgery|vaccine|vaccination|infection)\b"
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Exclusions that tell of something done, and nowhere of a time."""
    spans = [each.passage for each in page.all_criteria if each.kind == "exclusion" and not _TIME.re.search(each.text.lower())]
    for hit in page.find(_WINDOW) if spans else ():
        place = hit.place("recent") if hit["recent"] else hit.place("before")
        item = next((each for each in spans if each.span.covers(place.span)), None)
        if item is None or _MUST.re.search(item.text.lower()):
            continue
        if (hit["recent"] or _EVENT.re.search(item.text.lower())) and not hit.before[-1:].isalnum():
            yield rule.finding(place, "This does not say how long before.")
