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
    what="A date field holds no date, or a day that does not exist; or a page shows a date as programs write it.",
    why="The reader cannot tell when the trial starts, ends or was reviewed.",
    do="Write the date as 2026-05-15 or May 15, 2026.",
    pages=Severity.ERROR,
    records=Severity.ERROR,
    citations=(
        Citation("ISO 8601; a sponsor's register with 2022-29-11", read="2026-11-23"),
        Citation("editorial judgement"),
    ),
    measured=(
        Measured("2,919 registry records", rate=0, right=0, read=0),
        Measured("143 saved web pages", rate=91.61, right=50, read=50),
    ),
    examples=(
        Bad("<h1>A study</h1><dl><dt>Start date</dt><dd>⟦2022-29-11⟧</dd></dl>"),
        Bad("<h1>A study</h1><dl><dt>Start date</dt><dd>⟦February 30, 2026⟧</dd><dt>End date</dt><dd>⟦31 April 2027⟧</dd></dl>"),
        Bad("<h1>A study</h1><p>Last reviewed ⟦2026-02-30⟧ by Jane Doe, MD.</p>"),
        Bad('{"protocolSection": {"statusModule": {"startDateStruct": {"date": "⟦2026-13⟧"}}}}', format="json"),
        Good("<h1>A study</h1><dl><dt>Start date</dt><dd>May 2026 (estimated)</dd><dt>Completion date</dt><dd>2027</dd></dl>"),
        Good("<h1>A study</h1><dl><dt>Start date</dt><dd>Not yet known</dd></dl>"),
        Bad("<h1>NCT01234567 on ⟦2007_08_28⟧</h1><dl><dt>Last updated</dt><dd>2007_08_28</dd></dl>"),
        Bad("<h1>NCT01234567</h1><p>Saved ⟦Wed Nov 30 21:06:24 GMT 2016⟧, checked ⟦2016-11-30T21:06:24.123Z⟧</p>"),
        Good("<h1>A study</h1><dl><dt>Last updated</dt><dd>2007.08.28</dd><dt>Start date</dt><dd>15.05.2026</dd></dl>"),
        Good("<h1>NCT01234567</h1><p>Wed Nov 30, 2016; 2016-11-30 21:06; plan_2012_03_12.pdf, ABC_2012_03_12, 2012_03_12_A</p>"),
    ),
)

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_LIKE_A_DATE = Pattern(
    r"(?i)(?<!\d)\d{4}[-/._]\d{1,2}(?:[-/._]\d{1,2})?(?!\d)|(?<!\d)\d{1,2}[/.]\d{1,2}[/.]\d{4}(?!\d)"
    rf"|\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}(?!\d)|(?<!\d)\d{{1,2}}(?:st|nd|rd|th)?[ -]{_MONTH}[ -]\d{{4}}(?!\d)",
)

_DAYS = "(?:mon|tue|wed|thu|fri|sat|sun)"
_MACHINE = Pattern(
    r"(?<![\w/.-])(?P<underscored>(?:19|20)\d\d_\d\d?_\d\d?)(?![\w.-]\w|\w)"
    rf"|(?P<clock>{_DAYS} [a-z]{{3}} [ 0-3]?\d \d\d:\d\d:\d\d (?:[a-z]{{2,5}} )?(?:19|20)\d\d)(?!\w)"
    r"|(?P<stamp>(?:19|20)\d\d-\d\d-\d\dt\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:z|[+-]\d\d:?\d\d)?)(?!\w)",
    "_0 _1 _2 _3 _4 _5 _6 _7 _8 _9 :0 :1 :2 :3 :4 :5",
    reach=40,
)
_FORMS = ("underscored", "clock", "stamp")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Words such as "not yet known" are an answer; what has the form of a date must be one."""
    for name, each in page.dates.items():
        for found in _LIKE_A_DATE.re.finditer(each.place.text):
            if plain_date(found[0]) is None:
                place = each.place.slice(found.start(), found.end())
                yield rule.finding(place, f"{found[0]!r} is no date ({name.replace('_', ' ')}).")
    if page.format == "html":
        yield from _of_programs(page)


def _of_programs(page: TrialPage) -> Iterator[Finding]:
    """The first date of each form that only programs use; in data and front matter they are in their place."""
    told = set()
    for hit in page.find(_MACHINE):
        form = next(each for each in _FORMS if hit[each])
        if form not in told and plain_date(hit[0] if form != "clock" else f"{hit[0][4:10]} {hit[0][-4:]}"):
            told.add(form)
            message = f"The date {hit[0]!r} is written as programs do."
            yield rule.finding(hit.place(), message, severity=Severity.INFO, help="Write it as 2026-05-15 or May 15, 2026.")
