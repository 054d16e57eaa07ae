"""Letters that the page does not explain."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.language.acronyms import KNOWN, uses
from triallint.page import TrialPage
from triallint.passage import Passage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="undefined-abbreviation",
    code="TRM004",
    what="An abbreviation is used that the page nowhere explains.",
    why="Readers who do not know it cannot go on, and some will take it for something else.",
    do="Write the name out where it stands first, with the abbreviation in brackets.",
    pages=Severity.WARNING,
    records=Severity.INFO,
    off=("record",),
    citations=(
        Citation("WCAG 2.2, success criterion 3.1.4: abbreviations", "https://www.w3.org/TR/WCAG22/#abbreviations", "2026-11-23"),
        Citation("AHRQ, Patient Education Materials Assessment Tool, item 3", read="2026-11-23"),
    ),
    measured=(
        Measured("2,919 records as pages", rate=162.35, right=45, read=47, doubtful=1, wrong=("an order of treatments",)),
        Measured("143 saved web pages", rate=169.23, right=65, read=67, wrong=("RSS, in a menu, twice",)),
    ),
    examples=(
        Bad("<h1>A drug for kidneys</h1><p>NCT01234567</p><p>It is for people with ⟦SRNS⟧. SRNS is rare.</p>"),
        Bad("<h1>A drug for kidneys</h1><p>NCT01234567</p><p>Your ⟦UPCR⟧ will be measured.</p>"),
        Good(
            "<h1>A drug for kidneys</h1><p>NCT01234567</p><p>Steroid-resistant nephrotic syndrome (SRNS) is rare. SRNS is treated.</p>"
        ),
        Good("<h1>A drug for kidneys</h1><p>NCT01234567</p><p>An MRI scan, DNA, HIV and the FDA.</p>"),
        Good("<h1>A DRUG FOR KIDNEYS</h1><p>NCT01234567</p><p>IT IS FOR PEOPLE WITH KIDNEY DISEASE.</p>"),
        Good("<h1>The KIDNEY trial</h1><p>NCT01234567</p><p>KIDNEY tests a drug; ABC-123 is its code.</p>"),
    ),
)


_NAMES = frozenset(
    ("trial_id", "sponsor", "sponsors", "locations", "contacts", "acronym", "official_title", "reviewed_by", "references")
)


_STAGE = re.compile(r"[IVX]+[ABC]?")
_LONGEST = 5  # letters: longer ones are names of trials, devices and firms
_THINGS = re.compile(
    r"[\u00ae\u2122]? ?(?:[:=]|is an? (?:open|multi|random|phase|prospective|pilot|single|double)"
    r"|(?:\w+ )?(?:trial|study|registry|database|device|system|programme|program|protocol|criteria|scale|test|B\.?V))",
    re.IGNORECASE,
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """The first use of each of three to five letters, an info where it is in the criteria; genes and codes have digits."""
    explained = {use.letters for use in uses(page) if use.defines}
    title = page.facts["title"].place.text if "title" in page.facts else ""
    known = explained | KNOWN
    names = [page.facts[name].place.span for name in _NAMES if name in page.facts]
    names += [each.place.span for values in page.lists.values() for each in values]
    told: set[str] = set()
    for use in uses(page):
        letters = use.letters
        root = use.place.root
        if len(letters) < 3 or letters in told or letters in known or root in _NAMES or use.place.role in ("furniture", "label"):
            continue
        parts = letters.split("-")
        if all(part in known or _STAGE.fullmatch(part) for part in parts) or not letters.replace("-", "").isalpha():
            continue
        if max(map(len, parts)) > _LONGEST or (letters in title and len(letters) > 4) or _names_a_thing(use.place):
            continue
        if _is_shouted(use.place) or any(span.overlaps(use.place.span) for span in names):
            continue
        told.add(letters)
        severity = Severity.INFO if root in ("criteria", "eligibility") else None
        yield rule.finding(use.place, f"“{letters}” is not explained on this page.", severity=severity)


def _names_a_thing(place: Passage) -> bool:
    after = place.start + len(place.text)
    return _THINGS.match(place.origin.text, after) is not None


def _is_shouted(place: Passage) -> bool:
    at = place.start
    around = place.origin.text[max(0, at - 60) : at + 60]
    return sum(map(str.isupper, around)) > sum(map(str.islower, around))
