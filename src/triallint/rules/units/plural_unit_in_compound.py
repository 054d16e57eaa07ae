"""``a 6-months follow-up``."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="plural-unit-in-compound",
    code="UNI017",
    what="A number is joined to a unit in the plural by a hyphen.",
    why="Before a noun the unit has no s, and behind one it has no hyphen: the reader stumbles either way.",
    do="Write “6-month” before a noun, and “6 months” elsewhere.",
    pages=Severity.INFO,
    records=Severity.INFO,
    citations=(Citation("AMA Manual of Style, 11th edition, 7.3.1: temporary compounds with numbers", read="2026-11-25"),),
    measured=(
        Measured("2,919 registry records", rate=7.06, right=56, read=56),
        Measured("143 saved web pages", rate=0, right=0, read=0),
    ),
    examples=(
        Bad("<h1>A drug</h1><p>NCT01234567</p><p>A ⟦6-months⟧ follow-up and a ⟦20-minutes⟧ walk</p>"),
        Bad("<h1>A drug</h1><p>NCT01234567</p><p>After ⟦2-days⟧ of rest</p>"),
        Good("<h1>A drug</h1><p>NCT01234567</p><p>A 6-month follow-up, 2-3 days, 1-2-days, week-2-days</p>"),
        Good("<h1>A drug</h1><p>NCT01234567</p><p>From 2020-12-days to day 3, the 6-month's end, COVID-19-days</p>"),
    ),
)

_JOINED = Pattern(
    r"(?P<number>\d{1,3})-(?P<unit>days|weeks|months|years|hours|minutes|seconds)\b(?!['-])",
    ("-days", "-weeks", "-months", "-years", "-hours", "-minutes", "-seconds"),
    reach=20,
    names=False,
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """A number by itself: behind a hyphen or a dash it ends a range. Each once, for it is a habit."""
    told = set()
    for hit in page.find(_JOINED):
        if not hit.before[-1:].isalnum() and hit.before[-1:] not in ("-", ".", ",", "/") and hit[0].lower() not in told:
            told.add(hit[0].lower())
            joined, apart = f"{hit['number']}-{hit['unit'][:-1]}", f"{hit['number']} {hit['unit']}"
            yield rule.finding(hit.place(), f"Write “{joined}” before a noun, else “{apart}”.")
