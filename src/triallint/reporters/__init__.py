"""Results to text: one function per format, one file each.

A reporter is ``report(results, out, look)``. The results come sorted by path (a large file's in several parts, one after
another) and may be more than fit into memory: a reporter writes as they come and keeps nothing but totals.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TextIO

from triallint.reporters.look import Look
from triallint.reporters.printable import visible
from triallint.result import FileResult

__all__ = ["FORMATS", "Look", "Reporter", "load", "visible"]

Reporter = Callable[[Iterable[FileResult], TextIO, Look], None]

FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "full": "full",
        "concise": "concise",
        "grouped": "grouped",
        "json": "json",
        "json-lines": "json_lines",
        "statistics": "statistics",
    }
)
"""The name of each format and the module here whose ``report`` writes it. This is the only list."""


def load(name: str) -> Reporter:
    """The reporter of a format. Raises KeyError for a name that is not in FORMATS."""
    reporter: Reporter = importlib.import_module(f"triallint.reporters.{FORMATS[name]}").report
    return reporter
