"""A private address."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="personal-contact-exposed",
    code="PRV001",
    what="A private e-mail address stands outside of the contacts.",
    why="It is collected by programs, and the person cannot take it back.",
    do="Use an address of the institution, in the section for contacts.",
    pages=Severity.WARNING,
    records=Severity.WARNING,
    english=False,
    citations=(Citation("editorial judgement"),),
    measured=(
        Measured("2,919 registry records", rate=0.03, right=1, read=1),
        Measured("2,919 records as pages", rate=0.03, right=0, read=0),
        Measured("143 saved web pages", rate=0, right=0, read=0),
        Measured("792 rows of the WHO's platform, as pages", rate=49.37, right=50, read=50),
    ),
    examples=(
        Bad("<h1>A drug</h1><p>NCT01234567</p><p>Questions go to ⟦jane.doe77@gmail.com⟧ at any time.</p>"),
        Bad("<h1>A drug</h1><p>NCT01234567</p><p>Write to ⟦wang_li@163.com⟧.</p>"),
        Good("<h1>A drug</h1><p>NCT01234567</p><h2>Contact</h2><p>jane.doe77@gmail.com</p>"),
        Good("<h1>A drug</h1><p>NCT01234567</p><p>Questions go to trials@lakeside-hospital.org.</p>"),
    ),
)


_PRIVATE = Pattern(
    r"[\w.+-]{1,64}@(?:gmail|googlemail|yahoo|hotmail|outlook|live|icloud|aol|gmx|web|mail|163|126|qq|sina|yandex|naver|hanmail|proton)"
    r"\.(?:com?|net|org|de|fr|it|es|cn|ru|kr|jp|uk)(?:\.\w{2})?\b",
    "@",
)
_PLACES = ("contacts", "locations", "how_to_join")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Addresses of free providers, anywhere but where contacts are given."""
    for hit in page.find(_PRIVATE):
        if hit.passage.root not in _PLACES and not hit.before[-1:].isalnum():
            yield rule.finding(hit.place(), "This is a private address.")
