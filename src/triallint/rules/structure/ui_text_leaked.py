"""Words of buttons that were taken for content."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="ui-text-leaked",
    code="STR011",
    what="The words of a button or a link of the original page stand in the text.",
    why="A reader is asked to press what cannot be pressed, and may think that something is hidden.",
    do="Take the line out.",
    pages=Severity.INFO,
    records=None,
    citations=(Citation("editorial judgement"),),
    measured=(Measured("143 saved web pages", rate=0, right=0, read=0),),
    examples=(
        Bad("NCT01234567\n\nEligibility\n\n⟦Show full inclusion / exclusion criteria⟧\n\nAge 18 or older\n", format="txt"),
        Bad("# NCT01234567\n\nThe study tests a drug.\n\n⟦Read more⟧\n", format="md"),
        Good("# NCT01234567\n\n[Read more](https://example.org/study)\n", format="md"),
        Good("<h1>NCT01234567</h1><p>The study tests a drug.</p><a href='#more'>Read more</a><button>Show all</button>"),
        Good("NCT01234567\n\nShow full respect to participants. Read more about it in the leaflet.\n", format="txt"),
    ),
)

_BUTTON = Pattern(
    r"^\s*(?P<words>(?:(?:show|hide|view|see|expand|collapse) (?:full|all|more|less|details)\b[^.;:]{0,50}"
    r"|(?:read|load|learn|find out|show|see|view) (?:more|less)|copy link|share(?: this(?: page| trial| study)?)?"
    r"|print(?: this page)?|back to top|skip to (?:main )?content|click to (?:expand|copy)|toggle \w+|download pdf"
    r"|save (?:this )?(?:trial|study)"
    r"|add to favou?rites|sign in|log ?in))\s*[›»>…]*\s*$",
    "show hide view see expand collapse read load learn find copy share print back skip click toggle download save add sign log",
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Whole lines of text and Markdown; in HTML a button is a button. What is linked is meant to be pressed."""
    if page.format == "html":
        return
    linked = [each.text.span for each in page.links]
    for hit in page.find(_BUTTON):
        place = hit.place("words")
        if hit.passage.role != "furniture" and not any(span.overlaps(place.span) for span in linked):
            yield rule.finding(place, f"“{hit['words']}” was a button.")
