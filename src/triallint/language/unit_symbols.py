"""Symbols of units written in the wrong letters, and when such letters are a unit at all."""

from __future__ import annotations

import re

# Milli in capitals: by the standard, M is mega, a thousand million times as much.
MEGA = {
    "ML": "mL", "Ml": "mL", "MG": "mg", "Mg": "mg", "MCG": "mcg", "Mcg": "mcg", "MMOL": "mmol", "Mmol": "mmol", "MMol": "mmol",
    "MEQ": "mEq", "MEq": "mEq", "Meq": "mEq",
}  # fmt: skip
# Wrong, and read right by everyone.
HARMLESS = {
    "KG": "kg", "Kg": "kg", "kG": "kg", "UG": "mcg", "Ug": "mcg", "ug": "mcg", "MMHG": "mmHg", "mmHG": "mmHg", "MmHg": "mmHg",
    "MMHg": "mmHg", "mmhg": "mmHg", "mmoL": "mmol", "mMol": "mmol", "pMol": "pmol", "nMol": "nmol", "Umol": "umol",
    "Iu": "IU", "mIu": "mIU", "KPa": "kPa", "kpa": "kPa", "KPA": "kPa",
}  # fmt: skip
_BELOW = {"DL": "dL", "Dl": "dL", "MIN": "min", "Min": "min", "Mol": "mol"}  # units only after a slash
_ABOVE = {"NG": "ng", "Ng": "ng", "nG": "ng", "PG": "pg", "Pg": "pg", "NMOL": "nmol", "UMOL": "umol"}  # only before one
SMALL_L = {"ml": "mL", "dl": "dL"}
_RIGHT = {**MEGA, **HARMLESS, **_BELOW, **_ABOVE, **SMALL_L}

_FORM = "(?:" + "|".join(sorted(_RIGHT, key=len, reverse=True)) + ")"
REGEX = rf"[\d/(] ?(?=[MKUmkundpNPDI])(?P<unit>{_FORM}(?:/{_FORM})*)(?![\w²³-])"

_NUMERATOR = re.compile(
    r"(?:[\d\s(]|^)(?:[mk]?IU|m?U|[mkcnpµμu]?g|mc[gL]|[mnpuµμ]?mol|m?L|mEq|cells|copies|min|h|day|d|K|kg)\s?$"
)
_PART_OF_NAME = re.compile(r"[A-Za-z]-?[\d.,]*$")  # CD34 MG
_NO_UNIT = re.compile(r"\s*(?:patients?|students?|models?|algorithms?|based|learning|tools?|[<>=≤≥:±]|\d)")


def right(unit: str) -> str:
    """The right symbol for a wrong one, part by part."""
    return "/".join(_RIGHT[each] for each in unit.split("/"))


def is_unit(unit: str, lead: str, before: str, after: str) -> bool:
    """Whether such letters are a unit: they follow a number, a unit and a slash, or a bracket with a slash behind them.

    ``lead`` is the digit, slash or bracket, ``before`` and ``after`` what stands around.
    """
    first = unit.partition("/")[0]
    is_above = "/" in unit or after.startswith("/")
    if first in _ABOVE and not is_above:
        return False
    if lead == "/":
        return _NUMERATOR.search(before) is not None
    if lead == "(":
        return after.startswith("/") and first in ("ug", "Mg", "MG")
    if first in _BELOW or _PART_OF_NAME.search(before):
        return False
    return is_above or first not in ("ML", "MG", "Mg", "UG") or not _NO_UNIT.match(after)


def is_shouted(around: str) -> bool:
    """Whether a text is written in capitals throughout, so that those of its units mean nothing."""
    return sum(map(str.isupper, around)) > max(12, 2 * sum(map(str.islower, around)))
