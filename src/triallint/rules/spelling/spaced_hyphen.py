"""Double- Blind."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Confidence, Finding, Safety, Severity, fix
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="spaced-hyphen",
    code="SPL014",
    what="A hyphen within a word has a space beside it.",
    why="The word falls apart, and a search for it does not find the trial.",
    do="Take the space out.",
    pages=Severity.INFO,
    records=Severity.INFO,
    confidence=Confidence.MEDIUM,
    citations=(Citation("editorial judgement"),),
    measured=(
        Measured("2,919 registry records", rate=5, right=23, read=24, wrong=("set B before a dash",)),
        Measured("2,919 records as pages", rate=0, right=0, read=0),
    ),
    examples=(
        Bad(
            "<h1>A drug</h1><p>NCT01234567</p><p>A ⟦Double- Blind⟧ trial</p>",
            fixed="<h1>A drug</h1><p>NCT01234567</p><p>A Double-Blind trial</p>",
        ),
        Bad(
            "<h1>A drug</h1><p>NCT01234567</p><p>⟦C- reactive⟧ protein</p>",
            fixed="<h1>A drug</h1><p>NCT01234567</p><p>C-reactive protein</p>",
        ),
        Good(
            "<h1>A drug</h1><p>NCT01234567</p><p>Short- and long-term effects; pre- or post-dose; mono- to polytherapy; low- versus high-dose</p>"
        ),
        Good("<h1>A drug</h1><p>NCT01234567</p><p>Asthma - a disease; 5- 10 mg; item- - x</p>"),
    ),
)


_SPACED = Pattern(r"(?P<first>[A-Za-z]{1,14})- (?P<second>[A-Za-z]{2,14})(?![\w-])", ("- ",), case=True, reach=20)
_FIRST = frozenset(
    "double single open follow well long short high low non pre post anti self placebo end first second third co wash run cut drug stem "
    "c t b x beta alpha health quality patient life age sex dose time evidence multi intra inter disease progression event risk meta".split()
)
_BEHIND_A_LETTER = frozenset("reactive cell cells ray rays type linked peptide".split())
_JOINED = frozenset("and or to versus vs as in nor but of for with the a".split())


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Behind words that begin compounds; "short- and long-term" is right."""
    for hit in page.find(_SPACED):
        if (
            hit["first"].lower() not in _FIRST
            or hit["second"].lower() in _JOINED
            or hit.before[-1:].isalnum()
            or (hit.before[-1:] in ("-", "/", " ") and hit.before[-2:-1] == "-")
        ):
            continue
        repair = fix("Take the space out.", hit.replace(f"{hit['first']}-{hit['second']}"), safety=Safety.UNSAFE)
        yield rule.finding(hit.place(), "There is a space behind the hyphen.", fix=repair)
