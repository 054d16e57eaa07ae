"""One criterion in two items."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from triallint.finding import Finding, Severity
from triallint.language.siblings import lists
from triallint.page import Criterion, TrialPage
from triallint.passage import Passage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

_LIST = "<h1>NCT01234567</h1><h2>{}clusion criteria</h2><ul>{}</ul>"

rule = Rule(
    name="broken-criterion",
    code="CRI026",
    what="Two items of a list are joined by “or” or “and”: they are one criterion.",
    why="Each item counts as a criterion of its own: who meets one of two alternatives believes that the other is demanded too.",
    do="Make one item of them, or put both below an item that says how many must be met.",
    pages=Severity.INFO,
    records=Severity.INFO,
    citations=(Citation("editorial judgement"),),
    measured=(
        Measured("2,919 registry records", rate=0.62, right=17, read=18, wrong=("all are alternatives",)),
        Measured("17,367 eligibility texts", rate=0.24, right=31, read=34, wrong=("a list of alternatives",)),
    ),
    examples=(
        Bad(_LIST.format("In", "<li>Adults</li><li>History of stroke</li><li>⟦OR⟧ history of heart attack</li>")),
        Bad(
            _LIST.format(
                "In", "<li>Adults</li><li>Left ventricular ejection fraction of 40 % or less ⟦or⟧</li><li>BNP above 500</li>"
            )
        ),
        Bad(_LIST.format("Ex", "<li>Gout</li><li>Valve disease:<ul><li>mitral, grade 3,</li><li>⟦or⟧ aortic</li></ul></li>")),
        Good(_LIST.format("In", "<li>Any of these:<ul><li>stroke or</li><li>gout</li></ul></li><li>Adults</li>")),
        Good(_LIST.format("In", "<li>Adults</li><li>Women must be:</li><li>sterile or</li><li>past menopause</li>")),
        Good(_LIST.format("In", "<li>Adults; and</li><li>Stroke; and</li><li>No gout</li>")),
        Good(_LIST.format("In", "<li>One or more of the following</li><li>stroke or</li><li>gout</li>")),
        Good(_LIST.format("Ex", "<li>Stroke</li><li>Gout</li><li>Flu</li><li>or any disease that makes visits hard</li>")),
    ),
)

_BEGINS = re.compile(r"(?P<word>and/or|or|and)(?=[ ,:])", re.IGNORECASE)
_ENDS = re.compile(r"(?<=[^;,\s])\s(?P<word>and/or|or)[ .:]*$", re.IGNORECASE)
_ANY = re.compile(
    r"follow|any of|one of|one or more|at least|either|\bboth\b|criteri|:\s*$|\b(?:must|all|who|which|with|patients"
    r"|women|females?)\W*$",
    re.IGNORECASE,
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Items of the first level, of which all must be met, unless all are alternatives; below an item only after a comma."""
    top = {id(each) for each in page.criteria}
    top -= {id(each) for before, each in pairwise(page.criteria) if before.text.endswith(":")}
    for items in lists(page):
        found = list(_joints(items, all(id(each) in top for each in items)))
        if found and (len(items) < 3 or len(found) < len(items) - 1):
            place, other = found[0]
            yield rule.finding(place, f"“{place.text}” joins two items of the list.", related=[(other, "the other item")])


def _joints(items: list[Criterion], is_top: bool) -> Iterator[tuple[Passage, Passage]]:
    """Conjunctions between two items, each with the item on its other side."""
    led = any(_ANY.search(each.text) for each in items[:1]) or (is_top and bool(items) and items[0].group is not None)
    commas = sum(each.text.rstrip().endswith(",") for each in items)
    for at, (first, second) in enumerate(pairwise(items), 2):
        begins, ends = _BEGINS.match(second.text), _ENDS.search(first.text)
        if first.children or first.text.rstrip().endswith(";"):
            continue
        if begins:
            is_last = at == len(items) > 3 and (second.kind == "exclusion" or begins["word"].lower() == "and")
            if (is_top and not led and not is_last) or (commas == 1 and first.text.rstrip().endswith(",")):
                yield second.passage.slice(*begins.span("word")), first.passage
        elif ends and is_top and not led and first.kind == "inclusion":
            yield first.passage.slice(*ends.span("word")), second.passage
