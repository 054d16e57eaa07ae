"""How a report is to look, decided once by the command line."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from triallint.finding import Severity

_STYLES = {
    "error": "1;31",
    "warning": "1;33",
    "info": "1;36",
    "strong": "1",
    "margin": "34",
    "old": "31",
    "new": "32",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What the user asked for.

    ``width``         columns there are to print in; source lines are cut to it, sentences are not
    ``min_severity``  findings below it are counted, not shown
    ``verbose``       tell file by file what was not checked; ``quiet``: no summary
    """

    version: str
    today: datetime.date
    color: bool = False
    width: int = 100
    min_severity: Severity = Severity.INFO
    verbose: bool = False
    quiet: bool = False

    def paint(self, text: str, style: str) -> str:
        """The text in a colour, where colours are wanted; what it says must be clear without."""
        return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if self.color and text else text
