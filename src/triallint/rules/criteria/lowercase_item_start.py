"""One item begins with a small letter among those that begin with a capital."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from triallint.finding import Finding, Severity
from triallint.language.siblings import lists
from triallint.page import TrialPage
from triallint.passage import Passage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

_LIST = "<h1>NCT01234567</h1><h2>Exclusion criteria</h2><ul>{}</ul>"

rule = Rule(
    name="lowercase-item-start",
    code="CRI025",
    what="An item begins with a small letter, and the others of its list with a capital.",
    why="It reads as the rest of the item before it, or as if its own beginning were lost.",
    do="Begin it with a capital, or put back what is missing.",
    pages=Severity.INFO,
    records=Severity.INFO,
    citations=(Citation("editorial judgement"),),
    measured=(
        Measured(
            "2,919 registry records", rate=10.76, right=138, read=142, wrong=("a sentence that goes on in the description",)
        ),
        Measured(
            "17,367 eligibility texts",
            rate=1.66,
            right=33,
            read=35,
            wrong=(
                "a sub-list of a list",
                "a continued line",
            ),
        ),
        Measured("2,919 records as pages", rate=4.04, right=34, read=35, wrong=("a continued line",)),
    ),
    examples=(
        Bad(_LIST.format("<li>Stroke</li><li>Gout</li><li>⟦children⟧ with asthma</li><li>Cancer</li><li>Eczema</li>")),
        Bad(
            "NCT01234567\n\nExclusion criteria\n\n1. Stroke\n2. Gout\n3. Asthma\n4. ⟦head⟧, chest and arm injuries\n5. Flu\n",
            format="txt",
        ),
        Bad(
            '{"protocolSection": {"outcomesModule": {"primaryOutcomes": [{"measure": "Pain"}, {"measure": "⟦walking⟧ distance"}, '
            '{"measure": "Length"}, {"measure": "Weight"}, {"measure": "Mood"}]}}}',
            format="json",
        ),
        Good(_LIST.format("<li>Stroke</li><li>Gout</li><li>eGFR below 30</li><li>Cancer</li><li>Eczema</li>")),
        Good(_LIST.format("<li>stroke</li><li>Gout</li><li>children with asthma</li><li>Cancer</li><li>Eczema</li>")),
        Good(_LIST.format("<li>Stroke</li><li>Gout</li><li>Cancer,</li><li>eczema or hives</li><li>Eczema</li><li>Flu</li>")),
        Good(_LIST.format("<li>Stroke</li><li>Gout</li><li>von Willebrand disease</li><li>Cancer</li><li>Eczema</li>")),
    ),
)

_SMALL = re.compile(r"(?P<word>[a-z]{2,30}(?:-[a-z]{2,30})?)(?=[\s,;:.]|$)(?!\s+[A-Z]\w*[a-z])")
_CAPITAL = re.compile(r"\W{0,2}[A-Z]")
_NOT_A_START = frozenset(
    "and or but vs ii iii iv vi vii viii ix mm cm mg kg ml hs pg ng ug dl hr bpm von van de da del la le".split()
)
_GOES_ON = re.compile(r"[,:(/-]$|\b(?:and|or|of|with|the|for|to|in|by|a|an)$")
_FEWEST = 4  # capitals for each small letter


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """One or two in lists of five items and more, the first alone of outcomes; an item that is left open goes on in the next."""
    for items in lists(page):
        if not any(bool(each.marker.text) != bool(items[0].marker.text) for each in items):
            whole = [each for at, each in enumerate(items) if not (at and _GOES_ON.search(items[at - 1].text.rstrip()))]
            yield from _told([each.passage for each in whole if not each.number.isupper()])
    for texts in ((each.measure for each in page.outcomes), (each.description for each in page.outcomes)):
        yield from islice(_told([each for each in texts if each is not None]), 1)


def _told(texts: list[Passage]) -> Iterator[Finding]:
    small = [each for each in texts if each.text[:1].islower()]
    if small and len(small) < 3 and sum(1 for each in texts if _CAPITAL.match(each.text)) >= _FEWEST * len(small):
        for each in small:
            found = _SMALL.match(each.text)
            if found and found["word"] not in _NOT_A_START:
                message = f"The other items begin with a capital, not as “{found['word']}”."
                yield rule.finding(each.slice(*found.span("word")), message)
