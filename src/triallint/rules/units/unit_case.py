"""``30ML/min``: a unit in the wrong letters."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
from triallint.language import unit_symbols
from triallint.page import TrialPage
from triallint.passage import Hit, Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="unit-case",
    code="UNI001",
    what="A unit is written in the wrong letters: ML is a megalitre, MG a megagram.",
    why="Capital letters change a unit by a factor of a thousand million; a careful reader must stop and guess.",
    do="Write the unit as the standard has it: mL, mg, mmol, kg, mcg, dL.",
    pages=Severity.ERROR,
    records=Severity.ERROR,
    english=False,
    citations=(
        Citation(
            "NIST Special Publication 811, section 6.1.2: unit symbols are in lower case, the litre's is L",
            "https://www.nist.gov/pml/special-publication-811/nist-guide-si-chapter-6-rules-and-style-conventions-printing-and-using",
            "2026-11-23",
        ),
        Citation(
            "ISMP List of Error-Prone Abbreviations: use mL",
            "https://www.ismp.org/recommendations/error-prone-abbreviations-list",
            "2026-11-23",
        ),
    ),
    measured=(
        Measured("2,919 registry records", rate=70.33, right=75, read=75),
        Measured("17,367 eligibility texts", rate=14.83, right=80, read=80),
        Measured("792 WHO rows set as pages", rate=13.38, right=8, read=8),
    ),
    examples=(
        Bad("<h1>A study</h1><p>eGFR≥⟦30ML/min/1.73m2⟧</p>", fixed="<h1>A study</h1><p>eGFR≥30mL/min/1.73m2</p>"),
        Bad(
            "<h1>A study</h1><p>⟦5 MG⟧ daily, 50 ⟦Mg/Ml⟧, 2 ⟦Mmol/L⟧, 12 ⟦IU/ML⟧, 10-20 ⟦MCG⟧ (⟦Mg/day⟧)</p>",
            fixed="<h1>A study</h1><p>5 mg daily, 50 mg/mL, 2 mmol/L, 12 IU/mL, 10-20 mcg (mg/day)</p>",
        ),
        Bad(
            "<h1>A study</h1><p>8 ⟦mg/Kg⟧, ⟦70 KG⟧, 9 ⟦g/DL⟧, 140 ⟦mmHG⟧, ⟦60 ug⟧, ⟦0.5ug/kg⟧, 45 ⟦Ml/Min⟧</p>",
            fixed="<h1>A study</h1><p>8 mg/kg, 70 kg, 9 g/dL, 140 mmHg, 60 mcg, 0.5mcg/kg, 45 mL/min</p>",
        ),
        Bad("<h1>A study</h1><p>PSA 4 ⟦ng/ml⟧, ⟦50 ml⟧ saline</p>", fixed="<h1>A study</h1><p>PSA 4 ng/mL, 50 mL saline</p>"),
        Good(
            "<h1>A study</h1><p>30 mL/min, 5 mM, 3 M, 25 G, 5 MM, 20M, Mg 2, 3 MBq, 2 MR scans, IU/mL, 18 MIU, 3 DLT, EQ-5DL</p>"
        ),
        Good("<h1>A study</h1><p>Part 1 ML model, 6-ML ladder, Beta 2-MG, CD3 MG, 2 UG students, Ca 2.2 Mg 0.9, 3 drugs</p>"),
        Good("<h1>Myasthenia gravis</h1><p>Class 2 MG, or 20 MG with crisis</p><p>DOSE OF 5 MG DAILY FOR 30 DAYS</p>"),
        Good('{"protocolSection": {"armsInterventionsModule": {"interventions": [{"name": "Drug 500 MG"}]}}}', format="json"),
    ),
)
_UNIT = Pattern(unit_symbols.REGEX, case=True, names=False)
_OTHER_MG = Pattern(r"myasthenia|magnesium|monoclonal gammopathy|machine[ -]learning", "myasthenia magnesium gammopathy learning")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """A closed table; text all in capitals and names of products are left alone."""
    for hit in page.find(_UNIT):
        if not _is_meant(page, hit):
            continue
        unit, right = hit["unit"], unit_symbols.right(hit["unit"])
        if unit in unit_symbols.SMALL_L:
            repair = fix("Write litres with a capital L.", hit.replace(right, "unit"), safety=Safety.SAFE)
            message = f"{unit!r} is clearer as {right!r}: a small l looks like the figure 1."
            yield rule.finding(hit.token("unit"), message, fix=repair, severity=Severity.INFO)
            continue
        is_mega = not unit_symbols.MEGA.keys().isdisjoint(unit.split("/"))
        repair = fix(f"Write {right!r}.", hit.replace(right, "unit"), safety=Safety.SAFE)
        severity = None if is_mega else Severity.WARNING
        yield rule.finding(hit.token("unit"), f"{unit!r} should be {right!r}.", fix=repair, severity=severity)


def _is_meant(page: TrialPage, hit: Hit) -> bool:
    text, unit = hit.passage.text, hit["unit"]
    before, after = text[max(0, hit.start - 60) : hit.start], text[hit.end : hit.end + 60]
    if not unit_symbols.is_unit(unit, hit[0][0], before[-12:], after[:12]) or unit_symbols.is_shouted(before + after):
        return False
    is_name = hit.passage.role == "value" and hit.passage.field.startswith(("interventions", "arms"))
    return not is_name and not (unit in ("ML", "MG", "Mg") and after[:1] != "/" and page.mentions(_OTHER_MG))
