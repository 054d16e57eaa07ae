"""A marker of a list that has no list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="stray-list-marker",
    code="CRI024",
    what="A bullet or a number stands within a text or before nothing.",
    why="It looks as if a part of the criterion were missing.",
    do="Take the marker out, or make a list of it.",
    pages=Severity.INFO,
    records=Severity.INFO,
    english=False,
    citations=(Citation("editorial judgement"),),
    measured=(Measured("2,919 registry records", rate=1.58, right=29, read=29),),
    examples=(
        Bad("<h1>NCT01234567</h1><h2>Exclusion criteria</h2><ul><li>⟦o⟧ At rest: shortness of breath</li><li>Stroke</li></ul>"),
        Bad("<h1>NCT01234567</h1><h2>Exclusion criteria</h2><ul><li>Heart failure ⟦•⟧ class III or IV</li></ul>"),
        Bad(
            "<h1>NCT01234567</h1><p>It is injected ⟦every 2. week⟧ for a year, and nobody misses the ⟦planned 6. follow-up⟧.</p>"
        ),
        Good("<h1>NCT01234567</h1><p>The dose is given in week 2. Weeks later, at the visit of day 7. Day 8 is free.</p>"),
        Good(
            "<h1>NCT01234567</h1><h2>Exclusion criteria</h2><ul><li>Heart failure, type o. Stroke</li><li>O negative"
            " blood</li></ul>"
        ),
        Good("<h1>NCT01234567</h1><h2>Exclusion criteria</h2><ul><li>Any of: • asthma • eczema • gout</li></ul>"),
    ),
)


_LETTER = re.compile(r"(?P<mark>[o§])\s+(?=[A-Z])")
_BULLET = re.compile(r"[\u2022\u25cf\u25aa\u25e6\u2219\uf0b7]")
_IS_SIGN = re.compile(r"[\w)/].\w")  # a dot that multiplies: ml/min•1.73 m2
_ORDINAL = Pattern(
    r"(?P<number>[0-9]{1,2}\.) (?:days?|weeks?|months?|years?|hours?|visits?|cycles?|follow-?ups?|doses?|injections?|trimester|decade"
    r"|generation|semester)\b",
    names=False,
)
_LED = re.compile(r"\b(?:every|each|the|planned|scheduled|of|in|at|on|until|till|after|before|during|from) $", re.IGNORECASE)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """The letter a word processor's bullet turned into, before an item; a single bullet inside of one; ``every 2. week``."""
    told: set[str] = set()
    for hit in page.find(_ORDINAL):
        if (lead := _LED.search(hit.before[-12:])) and hit["number"] not in told:
            told.add(hit["number"])
            yield rule.finding(
                hit.passage.slice(hit.start - len(lead[0]), hit.end),
                f"“{hit['number']}” with a full stop is neither a number of a list nor an ordinal in English.",
            )
    for criterion in page.all_criteria:
        text = criterion.text
        if criterion.marker.text.strip() in ("o", "\u00a7"):
            yield rule.finding(criterion.marker, "This letter was a bullet.", related=[(criterion.passage, "its item")])
        elif found := _LETTER.match(text):
            yield rule.finding(criterion.passage.slice(*found.span("mark")), "This letter was a bullet.")
        bullets = list(_BULLET.finditer(text)) if not text.isascii() else []
        if len(bullets) == 1 and bullets[0].start() > 0 and not _IS_SIGN.match(text, bullets[0].start() - 1):
            yield rule.finding(criterion.passage.slice(*bullets[0].span()), "A single bullet stands within this text.")
