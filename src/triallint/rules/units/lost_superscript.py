"""``109/L`` for 10⁹/L."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
from triallint.page import TrialPage
from triallint.passage import Hit, Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="lost-superscript",
    code="UNI005",
    what="A power of ten lost its raised exponent: 10⁹/L became 109/L.",
    why="100 109/L is no number of platelets; a reader cannot tell what the limit is.",
    do="Write 10⁹/L, or 10^9/L where raised digits cannot be used.",
    pages=Severity.ERROR,
    records=Severity.ERROR,
    english=False,
    citations=(Citation("Registry texts: 4.0 % of 3,686 eligibility sections, 14 of 14 read were true", read="2026-11-23"),),
    measured=(
        Measured("21,078 records and WHO rows", rate=4.06, right=110, read=110),
        Measured("143 saved web pages", rate=85.31, right=8, read=8),
    ),
    examples=(
        Bad("<h1>A study</h1><p>Platelets ≥ 100 ⟦109/L⟧</p>", fixed="<h1>A study</h1><p>Platelets ≥ 100 × 10⁹/L</p>"),
        Bad(
            "<h1>A study</h1><p>ANC ≥ 1.5 x ⟦109/L⟧, PLT 75x⟦109 / L⟧, RBC 3×⟦1012/L⟧, WBC 3 x ⟦10 9/L⟧</p>",
            fixed="<h1>A study</h1><p>ANC ≥ 1.5 x 10⁹/L, PLT 75x10⁹/L, RBC 3×10¹²/L, WBC 3 x 10⁹/L</p>",
        ),
        Bad(
            "<h1>A study</h1><p>2 × ⟦106 /kg⟧ cells, 1×⟦107⟧ CAR-T cells, 450 x ⟦109⟧ bacteria, (unit: x⟦103/mm3⟧)</p>",
            fixed="<h1>A study</h1><p>2 × 10⁶/kg cells, 1×10⁷ CAR-T cells, 450 x 10⁹ bacteria, (unit: x10³/mm3)</p>",
        ),
        Bad("<h1>A study</h1><p>neutrophil count over ⟦109/L⟧</p>", fixed="<h1>A study</h1><p>neutrophil count over 10⁹/L</p>"),
        Good("<h1>A study</h1><p>Hemoglobin 109 g/L, 109 mg/L; room 109/L; 10⁹/L; 10^9/L; 10E9/L; 1091/L; 2.109/L; 106 mL</p>"),
        Good("<h1>A study</h1><p>TX103 CAR-T cells; 5 x 105 mm; 2 x 108 mg; 100-109/L; 106/109 patients; 2 x 10 3 times</p>"),
        Good("<h1>A study</h1><p>platelets above 109,000/mm3; 12 of 106 cells; visit 5 103 days; 1 x 10.5 L; 4 x 109 people</p>"),
    ),
)

_SHAPE = Pattern(
    r"(?P<all>(?P<ten>10 ?(?P<power>1[0-4]|[3-9]))(?!\d|[.,^]\d)"
    r"(?P<unit>\s{0,20}/\s?(?P<per>l|ul|µl|μl|mcl|ml|kg|mm3|mm³|lit(?:er|re))\b)?)",
    "10",
)
_SIGN = re.compile(r"(?:[\d)]\s*|(?:^|[\s(:]))[x×*·]\s*$", re.I)
_FACTOR = re.compile(r"(?:^|[\s<>≥≤=(~])\d[\d.,]*\s+$")
_CELLS = re.compile(r"\b(?:platelets?|neutrophils?|leu[ck]ocytes?|lymphocytes?|eosinophils?|cells?|wbc|anc|plt|counts?)\b", re.I)
_COUNTED = re.compile(
    r"\s?(?:[\w+/-]+\s){0,3}(?:cells?|cop(?:y|ies)|cfu|pfu|vg|vp|tu|iu|bacteria|spermatozoa|[\w+-]*car|[a-z]*mscs?)\b"
    r"|\s?(?:[\w+-]*cart?\b|l-1\b|l\b|[/／]|per\b)",
    re.I,
)
_MEASURE = re.compile(r"\s?(?:mg|mcg|µg|ng|g|kg|mm|cm|m|mmhg|ms|people|patients|times)\b", re.I)
_USUAL = ("3", "6", "9", "12")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """After a factor or a multiplication sign, or where cells are counted: 109 per litre of anything else may be a number."""
    for hit in page.find(_SHAPE):
        sign = _sign_to_add(hit)
        if sign is None:
            continue
        power = f"10{hit['power'].translate(_RAISED)}" + (f"/{hit['per']}" if hit["unit"] else "")
        repair = fix(f"Write {power}.", hit.replace(sign + power, "all"), safety=Safety.UNSAFE)
        yield rule.finding(hit.place("all"), f"{hit['all']!r} should be {power!r}: the exponent is no longer raised.", fix=repair)


def _sign_to_add(hit: Hit) -> str | None:
    """What stands before a power of ten in its mended form; None where the number is none."""
    text = hit.passage.text
    before = text[max(0, hit.start - 60) : hit.start]
    if _SIGN.search(before):
        after = text[hit.end : hit.end + 40]
        is_count = hit["power"] in _USUAL and _CELLS.search(before) and not _MEASURE.match(after)
        return "" if hit["unit"] or is_count or _COUNTED.match(after) else None
    if not hit["unit"] or hit["power"] not in _USUAL:
        return None
    if _FACTOR.search(before):
        return "× "
    return "" if " " not in hit["ten"] and before[-1:] in (" ", "(", ":", "") and _CELLS.search(before) else None
