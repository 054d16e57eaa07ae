"""Values as pages show them to the registry's own tokens and to plain numbers. None for what is none of them."""

from __future__ import annotations

import datetime
import re

_STATUS = {
    "active, not recruiting": "ACTIVE_NOT_RECRUITING",
    "active not recruiting": "ACTIVE_NOT_RECRUITING",
    "completed": "COMPLETED",
    "enrolling by invitation": "ENROLLING_BY_INVITATION",
    "not yet recruiting": "NOT_YET_RECRUITING",
    "recruiting": "RECRUITING",
    "open to recruitment": "RECRUITING",
    "now recruiting": "RECRUITING",
    "currently recruiting": "RECRUITING",
    "suspended": "SUSPENDED",
    "terminated": "TERMINATED",
    "prematurely ended": "TERMINATED",
    "ended prematurely": "TERMINATED",
    "terminated early": "TERMINATED",
    "stopped early": "TERMINATED",
    "temporarily halted": "SUSPENDED",
    "withdrawn": "WITHDRAWN",
    "available": "AVAILABLE",
    "no longer available": "NO_LONGER_AVAILABLE",
    "temporarily not available": "TEMPORARILY_NOT_AVAILABLE",
    "approved for marketing": "APPROVED_FOR_MARKETING",
    "withheld": "WITHHELD",
    "unknown status": "UNKNOWN",
    "unknown": "UNKNOWN",
}
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_MONTHS = {name: at for at, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_DATES = (
    re.compile(r"(?P<y>\d{4})[-/._](?P<m>\d{1,2})(?:[-/._](?P<d>\d{1,2}))?(?!\d)"),
    re.compile(rf"{_MONTH}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})", re.I),
    re.compile(rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+{_MONTH},?[\s-]+(?P<y>\d{{4}})", re.I),
    re.compile(rf"{_MONTH},?\s+(?P<y>\d{{4}})", re.I),
    re.compile(r"(?P<d>\d{1,2})[/.](?P<m>\d{1,2})[/.](?P<y>\d{4})"),
)
_AGE = re.compile(r"(\d+(?:\.\d+)?)\s*(year|month|week|day|hour|minute|yr|y\b|mo\b)?", re.I)

_AGE_GROUP = re.compile(r"\s*(\d+)\s*(?:(?:-|–|to)\s*(\d+)|\+)\s*(?:years?)?\s*", re.I)  # 18-64 years, 65+ years


def status(text: str) -> str | None:
    """A recruitment status as the registry's token."""
    plain = " ".join(text.replace("_", " ").casefold().split()).strip(" .:")
    return _STATUS.get(plain)


def phases(text: str) -> tuple[str, ...]:
    """Phases as the registry's tokens: PHASE1, EARLY_PHASE1, NA; two for a trial of two phases, none for no phase.

    The European form, with a yes or no behind each phase, gives those with a yes.
    """
    plain = text.replace("_", " ").casefold()
    if ticked := re.findall(r"\(phase (iv|i{1,3})\)\W{0,3}(yes|no)\b", plain):
        return tuple(f"PHASE{_ROMAN[each]}" for each, answer in ticked if answer == "yes")
    if re.fullmatch(r"\W*(n/?a|not applicable)\W*", plain):
        return ("NA",)
    if "early" in plain or re.search(r"\bphase 0\b|^\W*0\W*$", plain):
        return ("EARLY_PHASE1",)
    found = re.findall(r"(?<![a-z0-9])(?:phase\s*)?(iv|i{1,3}|[1-4])(?:[ab])?(?![a-z0-9.])", plain)
    return tuple(dict.fromkeys(f"PHASE{_ROMAN.get(each, each)}" for each in found))


def sex(text: str) -> str | None:
    """ALL, FEMALE or MALE."""
    plain = text.casefold()
    women = re.search(r"\b(female|females|women|woman|girls)\b", plain) is not None
    men = re.search(r"\b(male|males|men|man|boys)\b", plain) is not None
    if re.search(r"\b(all|both|any)\b", plain) or (women and men):
        return "ALL"
    return "FEMALE" if women else "MALE" if men else None


def study_type(text: str) -> str | None:
    """INTERVENTIONAL, OBSERVATIONAL or EXPANDED_ACCESS."""
    plain = text.replace("_", " ").casefold()
    return next(
        (token for word, token in _STUDY_TYPES.items() if word in plain),
        None,
    )


_STUDY_TYPES = {
    "interventional": "INTERVENTIONAL",
    "observational": "OBSERVATIONAL",
    "expanded access": "EXPANDED_ACCESS",
}


def count(text: str) -> int | None:
    """A number of participants."""
    found = re.search(r"\d{1,3}(?:[, ]\d{3})+(?!\d)|\d+", text)
    return int(re.sub(r"\D", "", found[0])) if found else None


def ages(text: str) -> tuple[str | None, str | None]:
    """The lowest and highest age, each as ``18 Years``; None where there is no limit."""
    groups = [_AGE_GROUP.fullmatch(part) for part in text.split(",")]
    if len(groups) > 1 and all(groups):
        lows, highs = zip(*((int(group[1]), int(group[2] or 0)) for group in groups if group), strict=True)
        return f"{min(lows)} Years", f"{max(highs)} Years" if all(highs) else None
    found = [(match[1], _unit(match[2])) for match in _AGE.finditer(text)]
    if not found:
        return None, None
    if len(found) >= 2:
        (low, low_unit), (high, high_unit) = found[:2]
        return f"{low} {low_unit or high_unit or 'Years'}", f"{high} {high_unit or 'Years'}"
    age = f"{found[0][0]} {found[0][1] or 'Years'}"
    if re.search(r"\b(up to|under|younger|maximum|below|less than)\b|[<≤]|and (?:younger|under)", text, re.I):
        return None, age
    return age, None


def _unit(text: str) -> str:
    named = {"y": "Years", "m": "Months", "w": "Weeks", "d": "Days", "h": "Hours"}
    if text and text.casefold().startswith("mi"):
        return "Minutes"
    return named.get(text[:1].casefold(), "") if text else ""


def date(text: str) -> datetime.date | None:
    """The first date in a text; a month without a day gives its first day, a bare year none. None if impossible."""
    for form in _DATES:
        found = form.search(text)
        if found:
            parts = found.groupdict()
            month = int(parts["m"]) if parts.get("m") else _MONTHS[parts["month"][:3].casefold()]
            try:
                return datetime.date(int(parts["y"]), month, int(parts.get("d") or 1))
            except ValueError:
                return None
    return None
