"""``asthma ,`` with a space before the comma; ``( three`` with one behind the bracket."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
from triallint.page import TrialPage
from triallint.passage import NAMES, Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="space-before-punctuation",
    code="SPL011",
    what="There is a space before a comma, semicolon, colon, full stop or closing bracket, or behind an opening one.",
    why="The sign may slip to the next line, and readers wonder whether a word is missing before it.",
    do="Take the space out.",
    pages=Severity.INFO,
    records=Severity.INFO,
    citations=(Citation("editorial judgement"),),
    measured=(Measured("2,919 registry records", rate=55.29, right=150, read=150),),
    examples=(
        Bad("<h1>A study</h1><p>Has ⟦asthma ,⟧ COPD or both</p>", fixed="<h1>A study</h1><p>Has asthma, COPD or both</p>"),
        Bad(
            "<h1>A study</h1><p>Heart failure (class ⟦three )⟧ only</p>",
            fixed="<h1>A study</h1><p>Heart failure (class three) only</p>",
        ),
        Bad(
            "<h1>A study</h1><p>Changes ⟦in :⟧ weight ⟦( 1⟧ to 3) and ALT (40 ⟦U/L )⟧</p>",
            fixed="<h1>A study</h1><p>Changes in: weight (1 to 3) and ALT (40 U/L)</p>",
        ),
        Good("<h1>A study</h1><p>Has asthma, COPD; or both (class III)</p>"),
        Good("<h1>A study</h1><p>Chosen from a list ( ) of [ ] boxes :-) or ;-); at 1 : 1, a : b, (A ) or (B )</p>"),
    ),
)

_APART = Pattern(
    r"(?P<word>(?<![\w.])[A-Za-z0-9%/.]{1,40}[A-Za-z0-9%/]|[)\]%]) (?P<sign>[,;)](?![-)])|:(?= )|\.(?![\w.,;:)\]\"'-]))",
    (" ,", " ;", " )", " :", " ."),
    case=True,
    reach=60,
)
_INSIDE = Pattern(r"\( (?P<first>[A-Za-z0-9\u2264\u2265<>][\w.-]{0,30})", ("( ",), case=True, reach=40, names=False)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Only behind a word on the same line: a lone sign is something else."""
    for hit in page.find(_APART):
        edit = hit.replace(hit["word"] + hit["sign"])
        if hit["sign"] != ":" or (edit and hit.passage.root not in NAMES):  # a label and its colon have markup between
            repair = fix("Take the space out.", edit, safety=Safety.SAFE)
            yield rule.finding(hit.place(), f"There is a space before {hit['sign']!r}.", fix=repair)
    for hit in page.find(_INSIDE):
        if hit.after[:2] != " )":
            repair = fix("Take the space out.", hit.replace(f"({hit['first']}"), safety=Safety.SAFE)
            yield rule.finding(hit.place(), "There is a space behind the bracket.", fix=repair)
