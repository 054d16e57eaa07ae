"""Double- Blind, treatment -Outcome, 10- 20."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Confidence, Finding, Safety, Severity, fix
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="spaced-hyphen",
    code="SPL014",
    what="A hyphen or dash has a space on one side only.",
    why="A word falls apart and is not found by a search; a range is taken for a list or for a negative number.",
    do="Take the space out, or set one on either side of a dash.",
    pages=Severity.INFO,
    records=Severity.INFO,
    confidence=Confidence.MEDIUM,
    citations=(Citation("editorial judgement"),),
    measured=(
        Measured("2,919 registry records", rate=21.1, right=90, read=93, doubtful=3),
        Measured("2,919 records as pages", rate=4.11, right=0, read=0),
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
        Bad(
            "<h1>A drug</h1><p>NCT01234567</p><p>A score of ⟦10- 20⟧ or ⟦30% -50⟧ in treatment⟦)- Placebo⟧</p>",
            fixed="<h1>A drug</h1><p>NCT01234567</p><p>A score of 10-20 or 30%-50 in treatment)- Placebo</p>",
        ),
        Bad("<h1>A drug</h1><p>NCT01234567</p><p>A test of one ⟦hormone -TSH⟧ is done.</p>"),
        Bad(
            "<h1>A drug</h1><p>NCT01234567</p><p>Measured ⟦breath-by breath⟧ at the bed</p>",
            fixed="<h1>A drug</h1><p>NCT01234567</p><p>Measured breath-by-breath at the bed</p>",
        ),
        Good(
            "<h1>A drug</h1><p>NCT01234567</p><p>Short- and long-term effects; pre- or post-dose; mono- to polytherapy; low- versus high-dose</p>"
        ),
        Good(
            "<h1>A drug</h1><p>NCT01234567</p><p>Asthma - a disease; 5 - 10 mg; item- - x; in and -withdrawal; day -6 to -2; change of -1 to 2</p>"
        ),
    ),
)


_SPACED = Pattern(r"(?P<first>[A-Za-z]{1,14})- (?P<second>[A-Za-z]{2,14})(?![\w-])", ("- ",), case=True, reach=20)
_DASH = Pattern(
    r"(?P<before>(?<![\w-])[A-Za-z]{3,20}|[)\]])(?:(?P<behind>- )(?=[A-Z])|(?P<ahead> -)(?=[A-Za-z]))(?P<word>[A-Za-z]{3,20})(?![\w-]{0,30}-)",
    ("- ", " -"),
    case=True,
    reach=56,
    names=False,
)
_RANGE = Pattern(
    r"(?<![\w.,/-])(?P<least>[0-9]{1,4}(?:\.[0-9]{1,2})?%?)(?:- (?=[0-9])| -(?=[0-9]))(?P<most>[0-9]{1,4}(?:\.[0-9]{1,2})?)(?![\w-])",
    ("- ", " -"),
    case=True,
    reach=20,
    names=False,
)
_HALF = Pattern(
    r"(?P<first>[a-z]{2,15})-(?P<link>by|to|on|in) (?P<last>(?P=first))(?![\w-])|(?P<known>(?:point|state|end|standard)-of (?:the |care|life|art)+)(?![\w-])",
    ("-by ", "-to ", "-on ", "-in ", "-of "),
    reach=40,
    names=False,
)
_ITEM = re.compile(r" -[A-Za-z]")
_LIST = ("and", "or", "to", "not", "nor", "versus", "the", "as", "by", "is", "are", "of", "with", "than", "but")
_FIRST = frozenset(
    "double single open follow well long short high low non pre post anti self placebo end first second third co wash run cut drug stem "
    "c t b x beta alpha health quality patient life age sex dose time evidence multi intra inter disease progression event risk meta".split()
)
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
    for hit in page.find(_DASH):
        before, word = hit["before"], hit["word"]
        if (
            before.lower() in _LIST
            or before.lower() in _FIRST
            or word.lower() in _JOINED
            or _ITEM.search(hit.before[-60:])
            or _ITEM.search(hit.after[:60])
            or hit.before[-2:] == "- "
        ):
            continue
        yield rule.finding(hit.place(), "There is a space on one side of the dash only.")
    for hit in page.find(_HALF):
        if not hit.before[-1:].isalnum():
            repair = fix("Put the second hyphen in.", hit.replace(hit[0].rstrip().replace(" ", "-")), safety=Safety.UNSAFE)
            yield rule.finding(hit.place(), "The second hyphen is missing.", fix=repair)
    for hit in page.find(_RANGE):
        if float(hit["least"].rstrip("%")) < float(hit["most"]):
            repair = fix("Take the space out.", hit.replace(f"{hit['least']}-{hit['most']}"), safety=Safety.UNSAFE)
            yield rule.finding(hit.place(), "There is a space on one side of the range only.", fix=repair)
