"""A line on the terminal that says how far a long run has come; nothing at all where nobody watches."""

from __future__ import annotations

import time
from types import TracebackType
from typing import TextIO

_PATIENCE = 1.5  # seconds before a run counts as long
_PAUSE = 0.2


class Progress:
    """Counts files on a terminal's last line, and leaves the line empty at the end."""

    def __init__(self, total: int, out: TextIO, wanted: bool) -> None:
        self._total = total
        self._out = out
        self._active = wanted and out.isatty()
        self._done = 0
        self._path = ""
        self._next = time.monotonic() + _PATIENCE

    def __enter__(self) -> Progress:
        return self

    def step(self, path: str) -> None:
        """A result has come."""
        self._done += path != self._path
        self._path = path
        now = time.monotonic()
        if self._active and now >= self._next:
            self._next = now + _PAUSE
            self._out.write(f"\r\x1b[K{self._done} of {self._total} files checked")
            self._out.flush()

    def __exit__(self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None) -> None:
        if self._active:
            self._out.write("\r\x1b[K")
            self._out.flush()
