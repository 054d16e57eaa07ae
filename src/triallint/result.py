"""What checking one file gave, ready to be shown: findings with lines and columns, and an honest account of the run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from triallint.finding import Severity
from triallint.source import Position


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source, for showing it: of a very long one a part, with ``cut`` characters left out before it."""

    number: int
    text: str
    cut: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a file. ``lines`` are the first and, if it is another, the last line it touches."""

    path: str
    start: Position
    end: Position
    excerpt: str
    message: str = ""
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Replacement:
    """An edit in a file: offsets ``start`` to ``end`` (code points, half-open), the text there now, the new text."""

    start: int
    end: int
    old: str
    text: str


@dataclass(frozen=True, slots=True)
class Repair:
    """A fix with the places of its edits in the file. ``safety`` is safe or unsafe."""

    title: str
    safety: str
    edits: tuple[Replacement, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A finding as it is told to the world."""

    code: str
    rule: str
    family: str
    severity: Severity
    confidence: str
    message: str
    why: str
    help: str
    place: Place
    trial_id: str
    field: str
    related: tuple[Place, ...]
    fix: Repair | None
    fingerprint: str

    @property
    def order(self) -> tuple[str, int, int, str, int]:
        """How reports are sorted: path, line, column, code."""
        return (self.place.path, self.place.start.line, self.place.start.column, self.code, self.place.end.offset)


@dataclass(frozen=True, slots=True)
class FileResult:
    """The account of one file.

    ``status``      checked, not a trial, or unreadable
    ``rules_run``   how many rules ran; ``skipped`` says of the others why they did not
    ``suppressed``  how many findings inline suppressions hid; ``baselined`` how many the baseline did
    ``failed``      the run of this file is not to be trusted: it could not be read, or a rule crashed (exit status 2)
    """

    path: str
    format: str
    status: str
    pages: int = 0
    rules_run: int = 0
    skipped: Mapping[str, str] = field(default_factory=dict)
    findings: tuple[Report, ...] = ()
    suppressed: int = 0
    baselined: int = 0
    failed: bool = False
