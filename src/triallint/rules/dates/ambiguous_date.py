"""A date that is another day in another country."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="ambiguous-date",
    code="DAT005",
    what="A date in numbers can be read with the day first or with the month first.",
    why="3 April in one country is 4 March in another, and an appointment or a deadline is missed.",
    do="Write the month as a word, or the date as year-month-day.",
    pages=Severity.WARNING,
    records=None,
    citations=(
        Citation(
            "W3C Internationalization: date formats", "https://www.w3.org/International/questions/qa-date-format", "2026-11-23"
        ),
    ),
    measured=(
        Measured("143 saved web pages", rate=0, right=0, read=0),
        Measured("301 Markdown pages", rate=0.33, right=1, read=1),
        Measured("792 rows of the WHO's platform, as pages", rate=0.51, right=4, read=4),
        Measured("2,919 records as pages", rate=0.03, right=1, read=1),
    ),
    examples=(
        Bad("<h1>NCT01234567</h1><p>The study opens on ⟦03/04/2026⟧.</p>"),
        Bad("<h1>NCT01234567</h1><dl><dt>Start date</dt><dd>⟦5.6.2026⟧</dd></dl>"),
        Good("<h1>NCT01234567</h1><p>The study opens on 3 April 2026 and ends on 2027-04-03.</p>"),
        Good("<h1>NCT01234567</h1><p>The study opens on 03/25/2026, and on 04/04/2026 at the second site.</p>"),
        Good("<h1>NCT01234567</h1><p>First visit on 25/03/2026, second visit on 03/04/2026.</p>"),
        Good("<h1>NCT01234567</h1><p>See 10.1056/03/04/2026.12 and version 3.4.2019.1.</p>"),
    ),
)

_NUMBERS = Pattern(r"\d{1,2}(?P<sign>[/.])\d{1,2}(?P=sign)(?:19|20)\d\d(?![\d/]|\.\d)", ("/19", "/20", ".19", ".20"))


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """A page whose other dates can be read one way only has shown which way it writes them."""
    dates = [hit for hit in page.find(_NUMBERS) if hit.before[-1:] not in ("/", ".", "-") and not hit.before[-1:].isalnum()]
    parts = [tuple(map(int, hit[0].split(hit["sign"])[:2])) for hit in dates]
    if any(max(each) > 12 for each in parts):
        return
    for hit, (one, other) in zip(dates, parts, strict=True):
        if one != other:
            yield rule.finding(hit.place(), f"{hit[0]} is one day with the day first and another with the month first.")
