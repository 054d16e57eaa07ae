"""Time windows: how long, and counted from when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

_NUMBER = r"(?:\d+(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|twenty-four|thirty|a|an)"
_UNIT = r"(?P<unit>minute|hour|day|week|month|year|half-li[fv]e)s?"
_WINDOW = (
    rf"(?P<relation>within|in)(?: the)?(?P<past> last| past| previous| preceding| prior)?(?: a period of)?"
    r" (?:about |at least |up to )?"
    rf"(?P<number>{_NUMBER})(?: ?(?:-|to) ?\d+)?[ -]{_UNIT}\b"
)
_ANCHOR = (
    r"\b(?:before|prior|preceding|previous|of|after|following|from|since|at|until|till|between|past|last|ago|earlier"
    r"|screening|enrol|baseline|consent|randomi|visit|dose|dosing|infusion|inclusion|entry|admission|registration"
    r"|recruitment|surgery|study|treatment start"
    r"|day ?[01]\b|d1\b|postpartum|post|pre|upcoming|next|future|duration|scheduled|planned|expected|anticipated)"
)


@dataclass(frozen=True, slots=True)
class Window:
    """A time window: its half-open offsets, the unit in the singular, and whether its clause says from when it counts."""

    start: int
    end: int
    unit: str
    anchored: bool


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def windows(text: str) -> Iterator[Window]:
    """The windows "within 6 months ..." of a text in lower case.

    A window is anchored when its own clause, to the next full stop or semicolon on either side, has a word that an anchor
    begins with: before, of, since, screening ...
    """
    for found in _compiled(_WINDOW).finditer(text):
        if found["relation"] == "in" and not found["past"]:
            continue
        begin = max(text.rfind(stop, 0, found.start()) for stop in (".", ";")) + 1
        ends = [at for stop in (". ", ";") if (at := text.find(stop, found.end())) >= 0]
        around = text[begin : found.start()] + " " + text[found.end() : min(ends, default=len(text))]
        anchored = bool(found["past"]) or _compiled(_ANCHOR).search(around) is not None
        yield Window(found.start(), found.end(), found["unit"], anchored)
