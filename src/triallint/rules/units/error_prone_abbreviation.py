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
    measured=(Measured("2,919 registry records", rate=6.3, right=23, read=24, wrong=("a unit of an antibody's strength",)),),
    examples=(
        Bad("<h1>NCT01234567</h1><p>Takes 10 ⟦U⟧ of insulin</p>", fixed="<h1>NCT01234567</h1><p>Takes 10 units of insulin</p>"),
        Bad("<h1>NCT01234567</h1><p>Takes 5 mg ⟦QD⟧</p>", fixed="<h1>NCT01234567</h1><p>Takes 5 mg daily</p>"),
        Bad("<h1>NCT01234567</h1><p>Takes 5 mg ⟦q.o.d.⟧</p>", fixed="<h1>NCT01234567</h1><p>Takes 5 mg every other day</p>"),
        Good("<h1>NCT01234567</h1><p>ALT > 40 U/L; type U; 10 units; QD1 study</p>"),
        Good("<h1>NCT01234567</h1><p>The OD (right eye) and 5 IU/mL</p>"),
    ),
)


_DOSED = r"\d ?(?:mg|mcg|g|ml|tablets?|capsules?|units?|iu|puffs?|drops?|mg/kg|mg/m\u00b2)(?:/\w+)? (?:\w+ ){0,3}?"
_ABBREVIATION = Pattern(
    rf"(?:\d ?(?P<units>U)(?= (?:of|insulin|per|daily|subcut|s\.?c|IV|i\.v)|\)|[,;]| and\b)|{_DOSED}(?P<often>QOD|qod|q\.o\.d\.|QD|qd|q\.d\.|Q\.D\.)(?![\w/])"
    r"|\d ?(?P<volume>cc)(?![\w/]))",
    (
        "u of",
        "u insulin",
        "u per",
        "u daily",
        "u subcut",
        "u s",
        "u i",
        "u)",
        "u,",
        "u;",
        "u and",
        "qod",
        "q.o.d",
        "qd",
        "q.d",
        "cc",
    ),
    case=True,
    reach=90,
    names=False,
)
_WRITTEN = {"u": "units", "qd": "daily", "qod": "every other day", "cc": "mL"}


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """In doses only: U/L is a unit of enzymes, and OD the right eye."""
    for hit in page.find(_ABBREVIATION):
        group = next(name for name in ("units", "often", "volume") if hit[name])
        written = _WRITTEN[hit[group].lower().replace(".", "")]
        repair = fix("Write it out.", hit.replace(written, group), safety=Safety.UNSAFE)
        yield rule.finding(hit.place(group), f"“{hit[group]}” is misread; write “{written}”.", fix=repair)
