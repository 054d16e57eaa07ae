"""``30 ML``: a unit in the wrong letters."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
from triallint.page import TrialPage
from triallint.passage import Hit, Pattern
from triallint.rule import Bad, Citation, Context, Good, Rule

rule = Rule(
    name="unit-case",
    code="UNI001",
    what="A unit is written in the wrong letters: ML is a megalitre, MG a megagram.",
    why="Capital letters change a unit by a factor of a thousand million; a careful reader must stop and guess.",
    do="Write the unit as the standard has it: mL, mg, kg, dL, mmol.",
    pages=Severity.ERROR,
    records=Severity.ERROR,
    english=False,
    citations=(
        Citation("NIST Special Publication 811, chapter 5: SI prefixes", "https://www.nist.gov/pml/special-publication-811"),
    ),
    examples=(
        Bad("<h1>A study</h1><p>eGFR of 30 ⟦ML⟧/min</p>", fixed="<h1>A study</h1><p>eGFR of 30 mL/min</p>"),
        Bad(
            "<h1>A study</h1><p>12 g/⟦DL⟧, 50 ⟦KG⟧, 3 ⟦Mmol⟧/L, 90 ⟦mmHG⟧</p>",
            fixed="<h1>A study</h1><p>12 g/dL, 50 kg, 3 mmol/L, 90 mmHg</p>",
        ),
        Good("<h1>A study</h1><p>30 mL/min, 5 mM, 5 ml, 2 MR scans, Mg 2, 3 MBq, Part 1 ML model, IU/mL, 5 M, 3 DLT, EQ-5DL</p>"),
        Good("<h1>A study</h1><p>DOSE OF 5 MG DAILY FOR 30 DAYS</p>"),
        Good(
            '{"protocolSection": {"armsInterventionsModule": {"interventions": [{"name": "Metformin 500 MG"}]}}}', format="json"
        ),
    ),
)

_RIGHT = {
    "ML": "mL", "KG": "kg", "MG": "mg", "MCG": "mcg", "UG": "mcg", "DL": "dL", "MMOL": "mmol", "Mmol": "mmol", "MMol": "mmol",
    "mMol": "mmol", "MMHG": "mmHg", "mmHG": "mmHg", "MmHg": "mmHg", "MMHg": "mmHg", "mmhg": "mmHg",
}  # fmt: skip
_AFTER = "|".join(sorted(_RIGHT, key=len, reverse=True))
_UNIT = Pattern(rf"[0-9/]\s?(?P<unit>{_AFTER})(?![A-Za-z0-9-])", " ".join({each.lower() for each in _RIGHT}), case=True)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """A closed table, after a number or a slash; a text all in capitals and the names of products are left alone."""
    for hit in page.find(_UNIT):
        if not _is_left_alone(hit):
            unit, right = hit["unit"], _RIGHT[hit["unit"]]
            repair = fix(f"Write {right!r}.", hit.replace(right, "unit"), safety=Safety.SAFE)
            yield rule.finding(hit.place("unit"), f"{unit!r} should be {right!r}.", fix=repair)


def _is_left_alone(hit: Hit) -> bool:
    around = hit.before[-60:] + hit.after[:60]
    shouts = sum(map(str.isupper, around)) > max(12, 2 * sum(map(str.islower, around)))
    is_model = hit["unit"] == "ML" and hit.after.lstrip()[:5].lower() in ("model", "algor", "learn", "based", "tool")
    is_scale = hit["unit"] == "DL" and hit[0][0] != "/"  # EQ-5DL
    after_slash = hit[0][0] == "/" and not hit.before[-1:].isalpha()
    is_name = hit.passage.role == "title" or hit.passage.field.startswith(("interventions", "arms"))
    return shouts or is_model or is_scale or after_slash or is_name
