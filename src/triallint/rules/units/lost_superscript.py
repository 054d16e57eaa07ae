"""``109/L`` for 10⁹/L."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Rule

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
    examples=(
        Bad("<h1>A study</h1><p>Platelets ≥ 100 ⟦109/L⟧</p>", fixed="<h1>A study</h1><p>Platelets ≥ 100 × 10⁹/L</p>"),
        Bad("<h1>A study</h1><p>ANC ≥ 1.5 x ⟦109/L⟧</p>", fixed="<h1>A study</h1><p>ANC ≥ 1.5 x 10⁹/L</p>"),
        Bad("<h1>A study</h1><p>a dose of 2 × ⟦106 /kg⟧ cells</p>", fixed="<h1>A study</h1><p>a dose of 2 × 10⁶/kg cells</p>"),
        Bad("<h1>A study</h1><p>neutrophil count over ⟦109/L⟧</p>", fixed="<h1>A study</h1><p>neutrophil count over 10⁹/L</p>"),
        Good("<h1>A study</h1><p>Hemoglobin 109 g/L, 109 mg/L; room 109/L; 10⁹/L; 10^9/L; 10 9/L; 1091/L; 2.109/L; 106 mL</p>"),
    ),
)

_SHAPE = Pattern(r"(?P<all>10(?P<power>3|6|9|12)\s?/\s?(?P<per>l|ul|µl|μl|ml|kg|mm3)\b)(?![³/])", "109 106 1012 103")
_FACTOR = re.compile(r"(?:[0-9]\s*(?P<sign>[x×*·])?\s*)$", re.I)
_CELLS = re.compile(r"\b(?:platelets?|neutrophils?|leu[ck]ocytes?|lymphocytes?|eosinophils?|cells?|wbc|anc|plt|counts?)\b", re.I)
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Only after a factor, or where cells are counted: 109 per litre of anything else may be a number."""
    for hit in page.find(_SHAPE):
        factor = _FACTOR.search(hit.before[-12:])
        if hit.before[-1:] in ".,/-" or hit.before[-1:].isalnum() or not (factor or _CELLS.search(hit.before[-60:])):
            continue
        power = f"10{hit['power'].translate(_RAISED)}/{hit['per']}"
        sign = "× " if factor and not factor["sign"] else ""
        repair = fix(f"Write {power}.", hit.replace(f"{sign}{power}", "all"), safety=Safety.UNSAFE)
        yield rule.finding(hit.place("all"), f"{hit['all']!r} should be {power!r}: the exponent is no longer raised.", fix=repair)
