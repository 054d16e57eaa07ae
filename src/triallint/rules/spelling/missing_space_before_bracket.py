"""``nephropathy(MCD)``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="missing-space-before-bracket",
    code="SPL005",
    what="There is no space between a word and the bracket that explains it.",
    why="The abbreviation runs into the word, and searches and screen readers take both for one.",
    do="Put a space before the bracket.",
    pages=Severity.INFO,
    records=Severity.INFO,
    citations=(Citation("editorial judgement"),),
    measured=(Measured("2,919 registry records", rate=25.28, right=130, read=130),),
    examples=(
        Bad("<h1>A study</h1><p>Minimal change ⟦disease(MCD⟧)</p>", fixed="<h1>A study</h1><p>Minimal change disease (MCD)</p>"),
        Bad(
            "<h1>A study</h1><p>Chronic ⟦bronchitis(simple⟧ or mucopurulent)</p>",
            fixed="<h1>A study</h1><p>Chronic bronchitis (simple or mucopurulent)</p>",
        ),
        Good("<h1>A study</h1><p>Patient(s), child(ren), f(x), p(A), Poly(ADP-ribose), poly(lactic acid), tert(butyl)</p>"),
        Good("<h1>A study</h1><p>Disease (MCD), 25(OH)D, CYP(3A4), anti(body), HER2(+), visit(es), day(s)</p>"),
    ),
)

_GLUED = Pattern(r"\((?<=\w\()(?P<first>[A-Z][A-Za-z]{1,30}|[a-z]{5,40}(?= ))", case=True)
_WORD = re.compile(
    r"(?<![\w/.-])(?:[A-Za-z][a-z]{3,40}|(?P<code>[A-Z]{1,4}[0-9]{1,3})"
    r"|(?i:week|day|month|visit|phase|part|cohort|group|grade) [0-9]{1,3})$"
)
_CODED = re.compile(r"[A-Z][A-Za-z]{3}")
_CHEMICAL = (
    "poly",
    "oligo",
    "alkyl",
    "methyl",
    "ethyl",
    "acetyl",
    "amino",
    "oxide",
    "chloro",
    "vinyl",
    "copoly",
    "bis",
    "tris",
    "anti",
    "non",
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """A bracket that ends a word (``patient(s)``) or names a compound (``poly(lactic acid)``) is not meant."""
    for hit in page.find(_GLUED):
        word = _WORD.search(hit.before[-45:])
        if word is None or word[0].lower().endswith(_CHEMICAL) or (word["code"] and not _CODED.match(hit["first"])):
            continue
        place = hit.passage.slice(hit.start - len(word[0]), hit.end)
        edit = hit.passage.replace(hit.start - len(word[0]), hit.end, f"{word[0]} ({hit['first']}")
        repair = fix("Put in a space.", edit, safety=Safety.SAFE)
        yield rule.finding(place, f"There is no space before the bracket in {place.text!r}.", fix=repair)
