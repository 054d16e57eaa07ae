"""Three sites, one city."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Confidence, Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="site-count-mismatch",
    code="CON008",
    what="The number of sites is not the number of places listed.",
    why="A reader looks for a place near home that is not there.",
    do="Correct the number, or list all sites.",
    pages=Severity.INFO,
    records=Severity.INFO,
    confidence=Confidence.MEDIUM,
    citations=(Citation("editorial judgement"),),
    measured=(
        Measured("2,919 registry records", rate=0.45, right=12, read=13, wrong=("places in the body",)),
        Measured("143 saved web pages", rate=0, right=0, read=0),
    ),
    examples=(
        Bad(
            "<h1>NCT01234567</h1><dl><dt>Locations</dt><dd>⟦3 sites⟧</dd></dl><h2>Where this trial is running</h2><p>Chicago, Illinois</p>"
        ),
        Bad(
            "<h1>NCT01234567</h1><p>The trial runs at ⟦4 sites⟧.</p><h2>Locations</h2><p>Chicago, Illinois</p><p>Boston, Massachusetts</p>"
        ),
        Good(
            "<h1>NCT01234567</h1><dl><dt>Locations</dt><dd>1 site</dd></dl><h2>Where this trial is running</h2><p>Chicago, Illinois</p>"
        ),
        Good(
            "<h1>NCT01234567</h1><p>The trial runs at 14 sites.</p><h2>Locations</h2><p>Chicago, Illinois</p><p>and 13 more</p>"
        ),
    ),
)


_NUMBERS = {word: at for at, word in enumerate("one two three four five six seven eight nine ten".split(), 1)}
_SITES = Pattern(
    r"(?P<count>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten) (?:study |trial |clinical |research |medical |participating |hospital )*"
    r"(?:sites?|locations|centers|centres|hospitals)\b(?! (?:in|of|per|for each|a)\b)",
    "site locations centers centres hospitals",
    reach=100,
)
_MORE = Pattern(
    r"\b(?:and|\+|show) ?(?:all )?\d+ (?:more|other|others|sites|locations)\b|show all|see all|load more|among|other (?:sites|locations)"
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """One number on the page, and sites listed; a list that goes on elsewhere is not counted."""
    listed = [each for each in page.sites if each.place.text.strip()]
    stated = [
        hit
        for hit in page.find(_SITES)
        if not hit.before[-1:].isalnum() and hit.passage.field in _PLACES and hit.before[-1:] != "-"
    ]
    counts = {_NUMBERS.get(hit["count"].lower()) or int(hit["count"]) for hit in stated}
    if not listed or len(counts) != 1 or page.mentions(_MORE):
        return
    count = counts.pop()
    if count != len(listed) and (page.kind == "page" or count > len(listed)):
        message = f"{len(listed)} {'is' if len(listed) == 1 else 'are'} listed."
        yield rule.finding(stated[0].place(), message, related=[(listed[0].place, "the first listed")])


_PLACES = ("facts", "locations", "body", "summary", "description", "title")
