"""A sign that means nothing here."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
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
        Measured("2,919 registry records", rate=7.85, right=60, read=60),
        Measured("17,367 eligibility texts", rate=0.02, right=2, read=3, wrong=("a dollar behind its number",)),
    ),
    examples=(
        Bad("<h1>A drug</h1><p>NCT01234567</p><p>eGFR ≥ 30 mL/min/1.73 m2⟦#⟧ liver function is normal.</p>"),
        Bad("<h1>A drug</h1><p>NCT01234567</p><p>Age of 18⟦^⟧ or older</p>"),
        Bad("<h1>A drug</h1><p>NCT01234567</p><p>Asthma ⟦|⟧Eczema</p>"),
        Bad(
            '{"protocolSection": {"identificationModule": {"nctId": "NCT01234567", "briefTitle": "A study"}, '
            '"outcomesModule": {"primaryOutcomes": [{"measure": "⟦• Serum⟧ level of NT-proBNP", "timeFrame": "1 week"}]}}}',
            fixed='{"protocolSection": {"identificationModule": {"nctId": "NCT01234567", "briefTitle": "A study"}, '
            '"outcomesModule": {"primaryOutcomes": [{"measure": "Serum level of NT-proBNP", "timeFrame": "1 week"}]}}}',
            format="json",
        ),
        Good(
            '{"protocolSection": {"identificationModule": {"nctId": "NCT01234567", "briefTitle": "A study"}, '
            '"outcomesModule": {"primaryOutcomes": [{"measure": "Levels", "description": "• NT-proBNP\\n• BNP", "timeFrame": "1 week"}]}}}',
            format="json",
        ),
        Good("<h1>A drug</h1><p>NCT01234567</p><p>Patient #4, cohort # 2, C# and $ 40; m^2; ask@site.org; ~ 40 %; a|b</p>"),
        Good("<h1>A drug</h1><p>NCT01234567</p><p>Needle 25# and *see note; A | B</p>"),
    ),
)


_SIGN = Pattern(
    r"[a-z0-9\u00b2)](?P<sign>[#^|~$])(?= [A-Za-z\u2265\u2264])|(?<= )(?P<bar>[|])(?=[A-Za-z])", "# ^ | ~ $", case=True
)


_BULLET = re.compile(r"[\u2022\u25cf\u25aa\u25e6\u2023\u2219\u2043\u25cb\u25a0\u25a1]\s{0,3}[^\s\u2022]{1,24}")
_BULLETS = "\u2022\u25cf\u25aa\u25e6\u2023\u2219\u2043\u25cb\u25a0\u25a1"
_TEXTS = ("eligibility", "description", "summary", "criteria")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Between a word and the next one, glued to the first; numbers, currencies, exponents and addresses have their signs.

    A bullet of a word processor before the only line of a record's field was pasted with it.
    """
    for hit in page.find(_SIGN):
        group = "sign" if hit["sign"] else "bar"
        before = hit.before[-12:] + hit[0][:1]
        if hit[group] == "#" and before[-1:].isdigit() and not before.rstrip("0123456789").lower().endswith("m"):
            continue
        yield rule.finding(hit.place(group), f"'{hit[group]}' means nothing here.")
    if page.kind == "record":
        for passage in page.having(_BULLETS):
            found = _BULLET.match(passage.text)
            if found is None or passage.field.startswith(_TEXTS) or sum(each in _BULLETS for each in passage.decoded) > 1:
                continue
            after = passage.text[1 : found.end()]
            repair = fix("Take the bullet out.", passage.replace(0, found.end(), after.lstrip()), safety=Safety.UNSAFE)
            yield rule.finding(
                passage.slice(0, found.end()), f"A bullet '{found[0][0]}' stands before a text of one line.", fix=repair
            )
