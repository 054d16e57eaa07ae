"""``30ML/min``: capitals and small letters of units, where they tell units apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
from triallint.page import TrialPage
from triallint.passage import Hit, Pattern
from triallint.rule import Bad, Citation, Context, Good, Rule

rule = Rule(
    name="unit-case",
    code="UNI001",
    what="A unit after a number has a capital for a small letter, or the other way round.",
    why="Case tells units apart: a capital M is mega, a million; a small m is milli, a thousandth.",
    do="Write the unit as its standard does: mL, mg, mmol, kg, mcg, dL.",
    pages=Severity.ERROR,
    records=Severity.ERROR,
    citations=(
        Citation("NIST Special Publication 811, section 6.1: unit symbols", "https://www.nist.gov/pml/special-publication-811"),
    ),
    examples=(
        Bad("<p>NCT01234567</p><p>eGFR≥30⟦ML⟧/min/1.73m2</p>", fixed="<p>NCT01234567</p><p>eGFR≥30mL/min/1.73m2</p>"),
        Bad(
            "<p>NCT01234567</p><p>5 ⟦MG⟧ daily; 8 mg/⟦Kg⟧; 50⟦Mg/Ml⟧; 2 ⟦Mmol⟧/L; 12 IU/⟦ML⟧; 9 g/⟦DL⟧; 140 ⟦mmHG⟧; 10 ⟦ug⟧</p>",
            fixed="<p>NCT01234567</p><p>5 mg daily; 8 mg/kg; 50mg/mL; 2 mmol/L; 12 IU/mL; 9 g/dL; 140 mmHg; 10 mcg</p>",
        ),
        Bad(
            "<p>NCT01234567</p><p>PSA &gt; 4 ng/⟦ml⟧, 50 ml of saline</p>",
            fixed="<p>NCT01234567</p><p>PSA &gt; 4 ng/mL, 50 mL of saline</p>",
        ),
        Good("<p>NCT01234567</p><p>5 mg, 2 mL, 1 mM, 3 M, 25 G needle, 20M variants, 5 MM, Beta 2-MG, 6-ML ladder, 18 MIU</p>"),
        Good("<p>NCT01234567</p><p>Myasthenia gravis: class 2 MG, 20 MG patients. Ca 2.2 Mg 0.9, 3 ML models, 2 UG students</p>"),
        Good("<p>NCT01234567</p><h1>SAFETY OF 20 MG OR 80 MG IN ADULTS</h1><p>and/Or, MG/MM cells, 3 drug classes</p>"),
    ),
)

_MEGA = dict(ML="mL", Ml="mL", MG="mg", Mg="mg", MCG="mcg", Mcg="mcg", MMOL="mmol", Mmol="mmol", MEQ="mEq", MEq="mEq", Meq="mEq")
_OTHER = dict(KG="kg", Kg="kg", kG="kg", UG="mcg", Ug="mcg", ug="mcg", mmHG="mmHg", MMHG="mmHg", mmhg="mmHg", MmHg="mmHg")
_OTHER |= dict(
    mmoL="mmol", mMol="mmol", pMol="pmol", nMol="nmol", Umol="umol", Iu="IU", mIu="mIU", KPa="kPa", kpa="kPa", KPA="kPa"
)
_BELOW = dict(DL="dL", Dl="dL", MIN="min", Min="min", Mol="mol")  # only after a slash
_ABOVE = dict(NG="ng", Ng="ng", nG="ng", PG="pg", Pg="pg", NMOL="nmol", UMOL="umol")  # only before one
_SMALL = dict(ml="mL", dl="dL", meq="mEq")
_RIGHT = {**_MEGA, **_OTHER, **_BELOW, **_ABOVE, **_SMALL}
_FORM = "(?:" + "|".join(sorted(_RIGHT, key=len, reverse=True)) + ")"
_UNIT = Pattern(rf"[\d/(] ?(?P<unit>{_FORM}(?:/{_FORM})*)(?![\w²³])", "ml mg mcg mol meq kg ug hg iu kpa dl min ng pg", case=True)
_NUMERATOR = re.compile(
    r"(?:[\d\s(]|^)(?:[mk]?IU|m?U|[mkcnpµμu]?g|mc[gL]|[mnpuµμ]?mol|m?L|mEq|cells|copies|min|h|day|d|K|kg)\s?/$"
)
_MACHINE_LEARNING = Pattern(r"machine[ -]learning|maximum likelihood", "machine likelihood")
_MYASTHENIA = Pattern("myasthenia", "myasthenia")
_NO_UNIT_AFTER = re.compile(r"\s*(?:patients|students|models?|algorithms?|[<>=≤≥:]|\d)")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Find units in the wrong case; small l for litre is told once a page."""
    small: list[Hit] = []
    for hit in page.find(_UNIT):
        if not _is_unit(hit, page):
            continue
        forms = hit["unit"].split("/")
        if set(forms) <= _SMALL.keys():
            small.append(hit)
            continue
        right = "/".join(_RIGHT[form] for form in forms)
        is_mega = any(form in _MEGA for form in forms)
        message = f"{hit['unit']!r} is not the unit {right!r}" + (
            ": with a capital M it is a million times as much or more." if is_mega else "."
        )
        repair = fix(f"Write {right!r}.", hit.replace(right, "unit"), safety=Safety.SAFE)
        yield rule.finding(hit.place("unit"), message, fix=repair, severity=None if is_mega else Severity.WARNING)
    if small:
        yield _litres(small)


def _is_unit(hit: Hit, page: TrialPage) -> bool:
    """Whether a number or a unit and a slash stand before it, and nothing says that the letters mean something else."""
    unit, lead, after = hit["unit"], hit[0][0], hit.after[:12]
    text = hit.passage.text
    first = unit.split("/")[0]
    if text.isupper() or (first in _ABOVE and not ("/" in unit or after.startswith("/"))):
        return False
    if lead == "/":
        return _NUMERATOR.search(text[max(0, hit.start - 12) : hit.start + 1]) is not None
    if lead == "(":
        return after.startswith("/") and first in ("ug", "Mg", "MG", "ng")
    start = hit.start
    is_part = re.search(r"(?:[A-Za-z]|\d-|[A-Za-z]-)[\d.,]*$", text[max(0, start - 8) : start]) is not None
    if first in _BELOW or is_part:
        return False
    if "/" in unit or after.startswith("/"):
        return True
    if first in ("ML", "MG", "Mg", "UG") and _NO_UNIT_AFTER.match(after):
        return False
    return not ((first == "MG" and page.mentions(_MYASTHENIA)) or (first == "ML" and page.mentions(_MACHINE_LEARNING)))


def _litres(hits: list[Hit]) -> Finding:
    first = hits[0]
    right = "/".join(_RIGHT[form] for form in first["unit"].split("/"))
    edits = [edit for hit in hits if (edit := hit.replace("/".join(_RIGHT[form] for form in hit["unit"].split("/")), "unit"))]
    times = f" ({len(hits)} times on this page)" if len(hits) > 1 else ""
    return rule.finding(
        first.place("unit"),
        f"{first['unit']!r}{times} is clearer as {right!r}: a small l looks like the figure 1.",
        severity=Severity.INFO,
        fix=fix("Write the litre with a capital L.", *edits, safety=Safety.SAFE),
    )
