"""100000 units."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="large-number-grouping",
    code="UNI013",
    what="A number of five digits or more has no comma.",
    why="A zero too many or too few is not seen.",
    do="Group the digits: 100,000.",
    pages=Severity.INFO,
    records=Severity.INFO,
    off=("page", "record"),
    citations=(Citation("ISMP List of Error-Prone Abbreviations, Symbols, and Dose Designations", read="2026-11-23"),),
    measured=(Measured("2,919 registry records", rate=1.64, right=0, read=0),),
    examples=(
        Bad(
            "<h1>NCT01234567</h1><p>Platelets ≥ ⟦100000⟧ per mm³</p>",
            fixed="<h1>NCT01234567</h1><p>Platelets ≥ 100,000 per mm³</p>",
        ),
        Bad("<h1>NCT01234567</h1><p>Takes ⟦50000⟧ IU a week</p>", fixed="<h1>NCT01234567</h1><p>Takes 50,000 IU a week</p>"),
        Good("<h1>NCT01234567</h1><p>Platelets ≥ 100,000; BMS-626529; NCT01234567; 60601 Chicago</p>"),
        Good("<h1>NCT01234567</h1><p>In 2026, 5000 people</p>"),
    ),
)


_LONG = Pattern(
    r"(?P<number>[1-9]\d{4,7})(?= ?(?:units?|iu|u/|per|cells|copies|/\s?(?:mm|\u00b5l|ul|ml|l)|participants|people|patients|mg|mcg)\b| ?/)"
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Counts and doses; codes and postcodes have no unit."""
    for hit in page.find(_LONG):
        if not hit.before[-1:].isalnum() and hit.before[-1:] not in ("-", ".", ",", "/"):
            grouped = f"{int(hit['number']):,}"
            repair = fix("Group the digits.", hit.replace(grouped, "number"), safety=Safety.SAFE)
            yield rule.finding(hit.place("number"), f"“{hit['number']}” is {grouped}.", fix=repair)
