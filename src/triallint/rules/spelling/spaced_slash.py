"""``asthma/ COPD``."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="spaced-slash",
    code="SPL018",
    what="A slash has a space on one side only.",
    why="The words fall apart at the end of a line, and the slash looks as if a word beside it were missing.",
    do="Take the space out.",
    pages=Severity.INFO,
    records=Severity.INFO,
    citations=(Citation("The Chicago Manual of Style, 17th edition, 6.106: slashes", read="2026-11-25"),),
    measured=(Measured("2,919 registry records", rate=17.23, right=60, read=60),),
    examples=(
        Bad(
            "<h1>A study</h1><p>NCT01234567</p><p>Patients with ⟦asthma/ COPD⟧ or hives</p>",
            fixed="<h1>A study</h1><p>NCT01234567</p><p>Patients with asthma/COPD or hives</p>",
        ),
        Bad(
            "<h1>A study</h1><p>NCT01234567</p><p>For ⟦relapsed /refractory⟧ leukemia and ⟦mL /kg⟧</p>",
            fixed="<h1>A study</h1><p>NCT01234567</p><p>For relapsed/refractory leukemia and mL/kg</p>",
        ),
        Good("<h1>A study</h1><p>NCT01234567</p><p>Asthma/COPD, asthma / COPD, 1 / 2, see http:// and w/ or w/o</p>"),
        Good("<h1>A study</h1><p>NCT01234567</p><p>Read /usr/bin and b/ c</p>"),
    ),
)

_UNEVEN = Pattern(
    r"(?<![A-Za-z_.:-])(?<!//)(?P<first>[A-Za-z]{2,30})(?:/ (?=[A-Za-z])| /(?=[A-Za-z]))(?P<second>[A-Za-z]\w{1,30})",
    ("/ ", " /"),
    case=True,
    reach=40,
    names=False,
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Between two words; the names of places have slashes of their own."""
    for hit in page.find(_UNEVEN):
        if hit.after[:1] == "/":
            continue
        repair = fix("Take the space out.", hit.replace(f"{hit['first']}/{hit['second']}"), safety=Safety.SAFE)
        yield rule.finding(hit.place(), "There is a space on one side of the slash only.", fix=repair)
