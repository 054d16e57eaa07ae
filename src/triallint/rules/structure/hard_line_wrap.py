"""Line ends of a typewriter, kept on a page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.language.gathered import gathered
from triallint.page import TrialPage
from triallint.passage import Passage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

_PAGE = '<html lang="en"><h1>NCT01234567</h1><p>{}</p></html>'
_ONE = "The purpose of this study is to learn what the new tablet does to the weight<br>"
_TWO = "of people who had an operation of the stomach at least two years before they<br>"
_THREE = "joined, and whether it is safe."

rule = Rule(
    name="hard-line-wrap",
    code="STR015",
    what="Lines of a text are broken in the middle of sentences.",
    why="On a telephone, or in large print, every other line ends after a word or two, and the text is hard to follow.",
    do="Take out the <br> within paragraphs, and let the browser break the lines.",
    pages=Severity.INFO,
    records=None,
    citations=(
        Citation(
            "HTML Living Standard: br is for line breaks that are part of the content",
            "https://html.spec.whatwg.org/#the-br-element",
            "2026-11-25",
        ),
    ),
    measured=(
        Measured("143 saved web pages", rate=10.49, right=15, read=15),
        Measured("792 rows of the WHO's platform, as pages", rate=23.48, right=50, read=50),
    ),
    examples=(
        Bad(_PAGE.format(f"{_ONE.replace('to the weight<br>', '⟦to the weight<br>')}of people who⟧{_TWO[13:]}{_THREE}")),
        Bad(
            _PAGE.format(
                f"{_ONE.replace('to the weight<br>', '⟦to the weight<br />   ')}of people who⟧{_TWO[13:]}   {_THREE}<br><br>"
                f"    1. {_ONE}       {_TWO}       {_THREE}"
            )
        ),
        Good(_PAGE.format(f"{_ONE[:-4]} {_TWO[:-4]} {_THREE}<br>It lasts a year.<br>")),
        Good(_PAGE.format(f"{_ONE}Participants visit the clinic six times, and can leave it whenever they like<br>{_TWO}")),
        Good(
            _PAGE.format(
                "history of asthma for more than five years before the first visit of the study<br>current smoker<br>"
                "treatment with inhaled corticosteroids and long-acting agents at a stable dose<br>allergy to milk<br>no inhaler"
            )
        ),
        Good(_PAGE.format("12 Clinic Road,<br>second floor<br>left door,<br>ring twice")),
    ),
)

_BREAK = re.compile(r"\n(?:(?<=[\w,;)-]\n)|(?<=[\w,;)-] \n))(?P<next>[a-z][\w'/-]{0,30})")
_LAST = re.compile(r"(?:\S+ ){0,2}\S+ ?$")
_FIRST = re.compile(r"\S+(?: \S+){0,2}")
_NARROW, _WIDE = 50, 130  # characters a line of a fixed width has
_SLACK = 10  # by so many characters indents differ


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """The first break of each block, or of the page if there are many."""
    if page.format != "html":
        return
    found = [place for passage in page.prose if "\n" in passage.text and (place := _wrapped(passage)) is not None]
    shown, others = gathered(found)
    for place in shown:
        more = f" So do {others} other texts here." if others else ""
        yield rule.finding(place, f"The line ends in the middle of a sentence.{more}")


def _wrapped(passage: Passage) -> Passage | None:
    """The words around the first break of a text whose lines all end where the next word had no room any more."""
    text = passage.text
    breaks = list(_BREAK.finditer(text))
    if len(breaks) < 2:
        return None
    width = max(len(line) for line in text.split("\n"))
    full = [each for each in breaks if each.end() - text.rfind("\n", 0, each.start()) - 1 >= width - _SLACK]
    if not _NARROW <= width <= _WIDE or len(full) < 2 or len(full) < 0.8 * len(breaks):
        return None
    at = full[0].start()
    begin = max(text.rfind("\n", 0, at) + 1, at - 60)
    before, after = _LAST.search(text[begin:at]), _FIRST.match(text[at + 1 : at + 61])
    return passage.slice(begin + before.start() if before else at, at + 1 + (after.end() if after else 0))
