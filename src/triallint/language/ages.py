"""Ages in words: "18 years or older", "between 2 and 12 years", "< 6 months"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

_YEARS = {"year": 1.0, "yr": 1.0, "y": 1.0, "month": 1 / 12, "mo": 1 / 12, "week": 7 / 365.25, "day": 1 / 365.25}
_UNIT = r"(?:years?|yrs?|months?|weeks?|days?)"
_FORMS = (
    rf"(?P<low>\d{{1,3}}) ?(?P<unit>{_UNIT})?(?: old| of age)?,? ?(?:-|to|through|and|\u2264 age \u2264) ?"
    rf"(?P<high>\d{{1,3}}) ?(?P<last>{_UNIT})",
    rf"(?:\u2265|>=|at least|minimum (?:age )?of|older than or equal to) ?(?P<low>\d{{1,3}}) ?(?P<unit>{_UNIT})",
    rf"(?P<low>\d{{1,3}}) ?(?P<unit>{_UNIT})(?: old| of age)?,? (?:and|or) (?:older|over|above|up|more)",
    rf"(?:\u2264|<=|up to|no older than|maximum (?:age )?of) ?(?P<high>\d{{1,3}}) ?(?P<last>{_UNIT})",
    rf"(?P<high>\d{{1,3}}) ?(?P<last>{_UNIT})(?: old| of age)? (?:and|or) (?:younger|under|below|less)(?! than)",
)


@dataclass(frozen=True, slots=True)
class Ages:
    """A range of ages: half-open offsets in the text, limits in years, None where there is no limit. Both limits are included."""

    start: int
    end: int
    low: float | None
    high: float | None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def ages(text: str) -> Iterator[Ages]:
    """The ranges of ages of a text in lower case, one for each place, in the order of the forms above."""
    taken: list[tuple[int, int]] = []
    for form in _FORMS:
        for found in _compiled(form).finditer(text):
            start, end = found.span()
            if any(start < stop and begin < end for begin, stop in taken) or text[start - 1 : start].isalnum():
                continue
            taken.append((start, end))
            groups = found.groupdict()
            unit, last = groups.get("unit") or groups.get("last"), groups.get("last") or groups.get("unit")
            yield Ages(start, end, in_years(groups.get("low"), unit), in_years(groups.get("high"), last))


def in_years(number: str | None, unit: str | None) -> float | None:
    """A number of years, months, weeks or days in years; None without a number."""
    if not number or not unit:
        return None
    return float(number) * next(years for name, years in _YEARS.items() if unit.lower().startswith(name))


def of_field(text: str | None) -> float | None:
    """The years of a registry's own notation ("18 Years", "6 Months"), None where there is no limit."""
    found = _compiled(r"(\d{1,3}) ?([a-z]+)").match((text or "").strip().lower())
    return in_years(found[1], found[2]) if found and any(found[2].startswith(name) for name in _YEARS) else None
