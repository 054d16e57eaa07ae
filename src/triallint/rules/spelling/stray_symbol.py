"""A sign that means nothing here."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="stray-symbol",
    code="SPL006",
    what="A sign stands where it means nothing.",
    why="Something was lost there, a semicolon or a limit, and nobody can tell what.",
    do="Put in what was meant.",
    pages=Severity.ERROR,
    records=Severity.WARNING,
    citations=(Citation("editorial judgement"),),
    measured=(
        Measured("2,919 registry records", rate=0.45, right=13, read=13),
        Measured("17,367 eligibility texts", rate=0.02, right=2, read=3, wrong=("a dollar behind its number",)),
        Measured("2,919 records as pages", rate=0, right=0, read=0),
    ),
    examples=(
        Bad("<h1>A drug</h1><p>NCT01234567</p><p>eGFR ≥ 30 mL/min/1.73 m2⟦#⟧ liver function is normal.</p>"),
        Bad("<h1>A drug</h1><p>NCT01234567</p><p>Age of 18⟦^⟧ or older</p>"),
        Bad("<h1>A drug</h1><p>NCT01234567</p><p>Asthma ⟦|⟧Eczema</p>"),
        Good("<h1>A drug</h1><p>NCT01234567</p><p>Patient #4, cohort # 2, C# and $ 40; m^2; ask@site.org; ~ 40 %; a|b</p>"),
        Good("<h1>A drug</h1><p>NCT01234567</p><p>Needle 25# and *see note; A | B</p>"),
    ),
)


_SIGN = Pattern(
    r"[a-z0-9\u00b2)](?P<sign>[#^|~$])(?= [A-Za-z\u2265\u2264])|(?<= )(?P<bar>[|])(?=[A-Za-z])", "# ^ | ~ $", case=True
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Between a word and the next one, glued to the first; numbers, currencies, exponents and addresses have their signs."""
    for hit in page.find(_SIGN):
        group = "sign" if hit["sign"] else "bar"
        before = hit.before[-12:] + hit[0][:1]
        if hit[group] == "#" and before[-1:].isdigit() and not before.rstrip("0123456789").lower().endswith("m"):
            continue
        yield rule.finding(hit.place(group), f"'{hit[group]}' means nothing here.")
