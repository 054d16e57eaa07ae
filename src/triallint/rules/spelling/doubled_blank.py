"""A blank beside a no-break space."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
from triallint.language.gathered import gathered
from triallint.page import TrialPage
from triallint.passage import Passage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

_PAGE = "<h1>NCT01234567</h1><p>{}</p>"

rule = Rule(
    name="doubled-blank",
    code="SPL030",
    what="A blank and a no-break space stand side by side.",
    why="Browsers show both, which leaves a hole in the line, and a search for the two words may not find them.",
    do="Keep one of them: the no-break space between a number and its unit, else the blank.",
    pages=Severity.INFO,
    records=Severity.INFO,
    english=False,
    citations=(Citation("editorial judgement"),),
    measured=(
        Measured("143 saved web pages", rate=93.71, right=60, read=60),
        Measured("2,919 registry records", rate=0, right=0, read=0),
    ),
    examples=(
        Bad(_PAGE.format("Adults of ⟦20 &nbsp;years⟧ and up"), fixed=_PAGE.format("Adults of 20 years and up")),
        Bad(
            _PAGE.format("Every day, they take one ⟦tablet.&nbsp; All⟧ participants come to the ⟦clinic \u00a0at⟧ noon."),
            fixed=_PAGE.format("Every day, they take one tablet. All participants come to the clinic at noon."),
        ),
        Good(_PAGE.format("Adults of 20&nbsp;years and up; a dose of 5&nbsp;mg")),
        Good(_PAGE.format("Drug: aspirin&nbsp;&nbsp;&nbsp;&nbsp;Experimental <br>&nbsp; &nbsp;- mild asthma<br>1.&nbsp; Adults")),
        Good(_PAGE.format("&raquo;&nbsp; More about it &nbsp;<br>&nbsp; Adults &nbsp; | &nbsp; Children")),
    ),
)

_HOLE = re.compile(r"(?<=[\w.,;:!?)\]%])(?: \u00a0| \u00a0 |\u00a0 |\u00a0\u00a0|\u00a0 \u00a0)(?=[\w(])")
_BEFORE = re.compile(r"[^\s]+$")
_AFTER = re.compile(r"[^\s]+")
_MARKER = 4  # characters at the beginning of a line that may be the number of an item


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Each place, and the first if there are many; wider holes are somebody's layout."""
    found = [(passage, hole) for passage in page.having("\u00a0") for hole in _holes(passage)]
    shown, others = gathered(found)
    for passage, hole in shown:
        start, end = hole.span()
        before, after = _BEFORE.search(passage.decoded[max(0, start - 40) : start]), _AFTER.match(passage.decoded[end : end + 40])
        place = passage.slice(start - len(before[0] if before else ""), end + len(after[0] if after else ""))
        more = f" There are {others} more places like this." if others else ""
        told = found if others else [(passage, hole)]
        repair = fix("Keep one blank.", *(each.replace(*other.span(), " ") for each, other in told), safety=Safety.SAFE)
        yield rule.finding(place, f"A blank and a no-break space stand here.{more}", fix=repair)


def _holes(passage: Passage) -> Iterator[re.Match[str]]:
    for hole in _HOLE.finditer(passage.decoded):
        if hole.start() - passage.decoded.rfind("\n", 0, hole.start()) - 1 > _MARKER:
            yield hole
