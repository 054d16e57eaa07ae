"""Dates as pages and records write them."""

from __future__ import annotations

import datetime
import re

_MONTHS = {name: at for at, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_FORMS = (
    re.compile(r"(?<!\d)(?P<y>\d{4})[-/._](?P<m>\d{1,2})(?:[-/._](?P<d>\d{1,2}))?(?!\d)"),
    re.compile(rf"{_MONTH}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})", re.I),
    re.compile(rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+{_MONTH},?[\s-]+(?P<y>\d{{4}})", re.I),
    re.compile(rf"{_MONTH},?\s+(?P<y>\d{{4}})", re.I),
)
_NUMBERS = re.compile(r"(?<!\d)(?P<a>\d{1,2})[/.](?P<b>\d{1,2})[/.](?P<y>\d{4})(?!\d)")


def plain_date(text: str) -> datetime.date | None:
    """The first date in a text; its first day when only month and year are given. None when there is none, or no such day.

    Of 03/04/2026 either order will do, where only one makes a date that one: whether it is clear is another question.
    """
    return _found(text)[0]


def latest_date(text: str) -> datetime.date | None:
    """As ``plain_date``, but the last day that is meant: of a month its last one, of a bare year the 31st of December."""
    day, is_month = _found(text)
    if day is None:
        year = re.fullmatch(r"\D{0,12}((?:19|20)\d\d)\W*", text)
        return datetime.date(int(year[1]), 12, 31) if year else None
    following = (day.replace(day=28) + datetime.timedelta(days=4)).replace(day=1)
    return following - datetime.timedelta(days=1) if is_month else day


def _found(text: str) -> tuple[datetime.date | None, bool]:
    """The first date in a text, and whether only its month and year are given."""
    for form in _FORMS:
        found = form.search(text)
        if found:
            parts = found.groupdict()
            month = int(parts["m"]) if parts.get("m") else _MONTHS[parts["month"][:3].casefold()]
            return _day(int(parts["y"]), month, int(parts.get("d") or 1)), not parts.get("d")
    numbers = _NUMBERS.search(text)
    if numbers is None:
        return None, False
    year, one, other = int(numbers["y"]), int(numbers["a"]), int(numbers["b"])
    return _day(year, other, one) or _day(year, one, other), False


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
