"""5.0 mg, which is read as 50."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="trailing-zero",
    code="UNI008",
    what="A dose or limit ends in a decimal point and a zero.",
    why="A faint point makes ten times as much of it: 5.0 is read as 50.",
    do="Write the whole number without the point.",
    pages=Severity.INFO,
    records=Severity.INFO,
    off=("record",),
    citations=(Citation("ISMP List of Error-Prone Abbreviations, Symbols, and Dose Designations", read="2026-11-23"),),
    measured=(
        Measured("2,919 records as pages", rate=12.78, right=18, read=20, doubtful=2),
        Measured("143 saved web pages", rate=42.66, right=0, read=0),
    ),
    examples=(
        Bad("<h1>NCT01234567</h1><p>Takes ⟦5.0⟧ mg a day.</p>", fixed="<h1>NCT01234567</h1><p>Takes 5 mg a day.</p>"),
        Bad("<h1>NCT01234567</h1><p>ALT ≤ ⟦3.0⟧ × ULN</p>", fixed="<h1>NCT01234567</h1><p>ALT ≤ 3 × ULN</p>"),
        Bad(
            "<h1>NCT01234567</h1><p>ALT ≤ ⟦3.0⟧ upper limit of normal</p>",
            fixed="<h1>NCT01234567</h1><p>ALT ≤ 3 upper limit of normal</p>",
        ),
        Good("<h1>NCT01234567</h1><p>Takes 5.05 mg; version 2.0 of the form; pH 7.0; HbA1c 7.0 to 9.5 %</p>"),
        Good("<h1>NCT01234567</h1><p>CTCAE v5.0 grade 2; 1.0.2 mg</p>"),
    ),
)


_ZERO = Pattern(
    r"(?P<number>\d{1,4}\.0)(?= ?(?:mg|mcg|\u00b5g|ug|g|kg|ml|l|dl|iu|u|units?|mmol|meq|cm|mm|x|\u00d7|times|(?:the )?upper limit|uln)\b| ?\u00d7)",
    (".0",),
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Whole numbers before a unit, or before a multiple of a limit; versions and measured values have their digits on purpose."""
    for hit in page.find(_ZERO):
        if (
            hit.before[-1:] in (".", ",", "v", "V", "-")
            or hit.before[-1:].isalnum()
            or hit.after[:5].lower().startswith((" to ", "-", " - "))
        ):
            continue
        whole = hit["number"].removesuffix(".0")
        repair = fix("Leave out the zero.", hit.replace(whole), safety=Safety.UNSAFE)
        yield rule.finding(hit.place(), f"“{hit['number']}” can be read as {whole}0.", fix=repair)
