"""A date that no calendar has."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.language.dates import plain_date
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="date-unparseable",
    code="DAT004",
    what="A date field holds something that is no date, or a day that does not exist.",
    why="The reader cannot tell when the trial starts, ends or was reviewed.",
    do="Write the date as 2026-05-15 or May 15, 2026.",
    pages=Severity.ERROR,
    records=Severity.ERROR,
    citations=(Citation("ISO 8601; a sponsor's register with 2022-29-11", read="2026-11-23"),),
    measured=(
        Measured("2,919 registry records", rate=0, right=0, read=0),
        Measured("140 saved web pages", rate=0, right=0, read=0),
    ),
    examples=(
        Bad("<h1>A study</h1><dl><dt>Start date</dt><dd>⟦2022-29-11⟧</dd></dl>"),
        Bad("<h1>A study</h1><dl><dt>Start date</dt><dd>⟦February 30, 2026⟧</dd><dt>End date</dt><dd>⟦31 April 2027⟧</dd></dl>"),
        Bad("<h1>A study</h1><p>Last reviewed ⟦2026-02-30⟧ by Jane Doe, MD.</p>"),
        Bad('{"protocolSection": {"statusModule": {"startDateStruct": {"date": "⟦2026-13⟧"}}}}', format="json"),
        Good("<h1>A study</h1><dl><dt>Start date</dt><dd>May 2026 (estimated)</dd><dt>Completion date</dt><dd>2027</dd></dl>"),
        Good("<h1>A study</h1><dl><dt>Start date</dt><dd>Not yet known</dd></dl>"),
        Good("<h1>A study</h1><dl><dt>Last updated</dt><dd>2007_08_28</dd><dt>Start date</dt><dd>15.05.2026</dd></dl>"),
    ),
)

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_LIKE_A_DATE = Pattern(
    r"(?i)(?<!\d)\d{4}[-/._]\d{1,2}(?:[-/._]\d{1,2})?(?!\d)|(?<!\d)\d{1,2}[/.]\d{1,2}[/.]\d{4}(?!\d)"
    rf"|\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}(?!\d)|(?<!\d)\d{{1,2}}(?:st|nd|rd|th)?[ -]{_MONTH}[ -]\d{{4}}(?!\d)",
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Words such as "not yet known" are an answer; what has the form of a date must be one."""
    for name, each in page.dates.items():
        for found in _LIKE_A_DATE.re.finditer(each.place.text):
            if plain_date(found[0]) is None:
                place = each.place.slice(found.start(), found.end())
                yield rule.finding(place, f"{found[0]!r} is no date ({name.replace('_', ' ')}).")
