"""QD, U, cc: abbreviations that have killed."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="error-prone-abbreviation",
    code="UNI009",
    what="A dose is given with an abbreviation that is known to be misread.",
    why="U is read as 0 and gives ten times the insulin; QD is read as QID, four times a day.",
    do="Write it out: units, daily, every other day.",
    pages=Severity.WARNING,
    records=Severity.INFO,
    citations=(Citation("ISMP List of Error-Prone Abbreviations, Symbols, and Dose Designations", read="2026-11-23"),),
    measured=(Measured("2,919 registry records", rate=6.34, right=52, read=52),),
    examples=(
        Bad("<h1>NCT01234567</h1><p>Takes 10 ⟦U⟧ of insulin</p>", fixed="<h1>NCT01234567</h1><p>Takes 10 units of insulin</p>"),
        Bad("<h1>NCT01234567</h1><p>Takes 5 mg ⟦QD⟧</p>", fixed="<h1>NCT01234567</h1><p>Takes 5 mg daily</p>"),
        Bad("<h1>NCT01234567</h1><p>Takes 5 mg ⟦q.o.d.⟧</p>", fixed="<h1>NCT01234567</h1><p>Takes 5 mg every other day</p>"),
        Good("<h1>NCT01234567</h1><p>ALT > 40 U/L; type U; 10 units; QD1 study</p>"),
        Good("<h1>NCT01234567</h1><p>The OD (right eye) and 5 IU/mL</p>"),
    ),
)


_DOSED = r"\d ?(?:mg|mcg|g|ml|tablets?|capsules?|units?|iu|puffs?|drops?|mg/kg|mg/m\u00b2)(?:/\w+)? (?:\w+ ){0,3}?"
_UNITS = Pattern(
    r"(?P<short>U)(?:(?<=\dU)|(?<=\d U))(?= (?:of|insulin|per|daily|subcut|s\.?c|IV|i\.v)|\)|[,;]| and\b)", case=True, names=False
)
_OFTEN = Pattern(
    rf"{_DOSED}(?P<short>QOD|qod|q\.o\.d\.|QD|qd|q\.d\.|Q\.D\.)(?![\w/])", "qod q.o.d qd q.d", case=True, reach=90, names=False
)
_VOLUME = Pattern(r"\d ?(?P<short>cc)(?![\w/])", "cc", case=True, reach=8, names=False)
_WRITTEN = {"u": "units", "qd": "daily", "qod": "every other day", "cc": "mL"}


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """In doses only: U/L is a unit of enzymes, and OD the right eye."""
    for hit in (*page.find(_UNITS), *page.find(_OFTEN), *page.find(_VOLUME)):
        short = hit["short"]
        written = _WRITTEN[short.lower().replace(".", "")]
        repair = fix("Write it out.", hit.replace(written, "short"), safety=Safety.UNSAFE)
        yield rule.finding(hit.place("short"), f"“{short}” is misread; write “{written}”.", fix=repair)
