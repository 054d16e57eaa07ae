"""Limits in words: a measured thing, a comparison, a number, a unit.

Units are written as UCUM writes them, in lower case (mg/dl, 10*9/l, ml/min, mm[hg]); a count per litre and one per microlitre
are brought to one scale, and so are milligrams per decilitre and micromoles per litre of creatinine.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from triallint.page import TrialPage
from triallint.passage import Hit, Passage, Pattern


@dataclass(frozen=True, slots=True)
class Analyte:
    """Something that is measured: its name, usual unit, the range in which values are possible, and the normal limits if any.

    ``bare`` says that a number without a unit is clear.
    """

    name: str
    unit: str
    least: float
    most: float
    low: float | None
    high: float | None
    bare: bool


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit in a passage. ``sign`` is <, <=, > or >=; ``value`` is in ``unit``, "" where none is given.

    ``relative`` marks a multiple of the upper or lower limit of normal.
    """

    hit: Hit
    analyte: Analyte
    sign: str
    value: float
    unit: str
    relative: bool

    @property
    def place(self) -> Passage:
        """The words of the limit."""
        return self.hit.passage.stripped(*self.hit.bounds())

    @property
    def comparable(self) -> bool:
        """Whether the value is on the analyte's usual scale."""
        return not self.relative and (self.unit == self.analyte.unit or (not self.unit and self.analyte.bare))


_GOES_ON = (",", "'", ".")
_SIGNS = {
    "<": "<", "less than": "<", "below": "<", "lower than": "<", "under": "<",
    "\u2264": "<=", "<=": "<=", "=<": "<=", "</=": "<=", "< or =": "<=",
    "no more than": "<=", "not more than": "<=", "up to": "<=",
    ">": ">", "more than": ">", "greater than": ">", "above": ">", "higher than": ">", "over": ">", "exceeding": ">",
    "\u2265": ">=", ">=": ">=", "=>": ">=", ">/=": ">=", "> or =": ">=",
    "at least": ">=", "not less than": ">=", "no less than": ">=",
}  # fmt: skip
_UNITS = {
    "mg/dl": ("mg/dl", 1), "umol/l": ("umol/l", 1), "\u00b5mol/l": ("umol/l", 1), "\u03bcmol/l": ("umol/l", 1),
    "g/dl": ("g/dl", 1), "g/l": ("g/l", 1), "mmol/l": ("mmol/l", 1), "meq/l": ("mmol/l", 1), "u/l": ("u/l", 1),
    "iu/l": ("u/l", 1),     "ml/min/1.73m2": ("ml/min", 1), "ml/min/1.73 m2": ("ml/min", 1), "ml/min": ("ml/min", 1),
    "%": ("%", 1), "percent": ("%", 1), "mmhg": ("mm[hg]", 1), "mm hg": ("mm[hg]", 1), "bpm": ("/min", 1),
    "beats/min": ("/min", 1),
    "kg/m2": ("kg/m2", 1), "kg/m\u00b2": ("kg/m2", 1), "ms": ("ms", 1), "msec": ("ms", 1),
    "mmol/mol": ("mmol/mol", 1),
    **{
        f"{times}{power}/l": ("10*9/l", 1)
        for times in ("x ", "x", "\u00d7 ", "\u00d7", "* ", "*")
        for power in ("10\u2079", "10^9", "109", "10*9", "10e9")
    },
    "/mm3": ("10*9/l", 0.001), "/mm\u00b3": ("10*9/l", 0.001),
    "/ul": ("10*9/l", 0.001), "/\u00b5l": ("10*9/l", 0.001), "/\u03bcl": ("10*9/l", 0.001), "cells/mm3": ("10*9/l", 0.001),
    "\u00b0c": ("cel", 1), "celsius": ("cel", 1),
}  # fmt: skip


@cache
def analytes() -> dict[str, Analyte]:
    """The analytes by each of their names.

    Ranges: what survives in case reports, rounded outwards; normal limits: the usual reference ranges of adults.
    """
    found = {}
    with (Path(__file__).parent / "data/analytes.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            low, high = (float(row[key]) if row[key] else None for key in ("normal_low", "normal_high"))
            analyte = Analyte(row["name"], row["unit"], float(row["least"]), float(row["most"]), low, high, bool(row["bare"]))
            for name in row["names"].split("|"):
                found[name] = analyte
    return found


@cache
def _pattern() -> Pattern:
    names = "|".join(sorted(analytes(), key=len, reverse=True))
    signs = "|".join(re.escape(sign) for sign in sorted(_SIGNS, key=len, reverse=True))
    units = "|".join(re.escape(unit).replace(r"\ ", " ?") for unit in sorted(_UNITS, key=len, reverse=True))
    number = r"\d{1,3}(?:,\d{3})+|\d{1,6}(?:\.\d{1,3})?"
    return Pattern(
        rf"(?P<name>{names})(?: ?\([a-z0-9, ]{{1,20}}\))?(?: level| value| score| count)?"
        rf"(?: \(?(?:of|is|are|was|must be|should be))? ?\(?(?P<sign>{signs})(?: or equal to)? ?(?P<value>{number})"
        rf"(?P<more>[- ](?:to|and) ?\d| ?- ?\d)? ?(?P<unit>{units})?"
        r"(?P<uln> ?[x\u00d7*]? ?(?:times )?(?:the )?(?:institutional )?"
        r"(?:uln|lln|upper limit|upper normal|lower limit|normal))?",
        # Signs are rarer than names: "alt" is in "health", "anc" in "cancer".
        tuple(sign for sign in _SIGNS if not any(other in sign for other in _SIGNS if other != sign)),
        reach=200,
    )


def limits(page: TrialPage) -> list[Limit]:
    """Every limit of an analyte in the criteria, in reading order; ranges are left out."""
    return page.once(_limits)


def _limits(page: TrialPage) -> list[Limit]:
    return list(_found(page))


def _found(page: TrialPage) -> Iterator[Limit]:
    known = analytes()
    for hit in page.find(_pattern()):
        if (
            hit.before[-1:].isalnum()
            or hit.before[-1:] == "-"
            or hit["more"]
            or (hit.after[:1] in _GOES_ON and hit.after[1:3].lstrip()[:1].isdigit())
        ):
            continue
        analyte = known[hit["name"].lower()]
        unit, scale = _UNITS.get(hit["unit"].lower(), ("", 1.0)) if hit["unit"] else ("", 1.0)
        value = float(hit["value"].replace(",", "")) * scale
        yield Limit(hit, analyte, _sign(hit), value, unit, bool(hit["uln"]))


def _sign(hit: Hit) -> str:
    sign = _SIGNS[hit["sign"].lower()]
    return sign + "=" if "or equal" in hit[0].lower() and not sign.endswith("=") else sign
