"""Results of files that have not changed, kept between runs.

A result is found by a hash of all that decides it: the file's bytes and name, the rules and their settings, the day. It is
stored as JSON, so that a broken or foreign cache can do no more than be ignored.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

from triallint import __version__
from triallint.finding import Severity
from triallint.result import FileResult, Line, Place, Repair, Replacement, Report
from triallint.source import Position

FOLDER = ".triallint_cache"


@dataclasses.dataclass(frozen=True)
class Cache:
    """A folder of results. ``base`` is the hash of everything but the file."""

    folder: Path
    base: bytes

    def _file(self, name: str, data: bytes) -> Path:
        digest = hashlib.blake2b(b"\0".join((self.base, name.encode("utf-8", "surrogatepass"), data)), digest_size=20).hexdigest()
        return self.folder / digest[:2] / f"{digest[2:]}.json"

    def get(self, name: str, data: bytes) -> FileResult | None:
        """The result of a file with these bytes, if it is known."""
        try:
            return _result(json.loads(self._file(name, data).read_bytes()))
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None

    def put(self, name: str, data: bytes, result: FileResult) -> None:
        """Keep a result; a cache that cannot be written is no error."""
        file = self._file(name, data)
        try:
            if not self.folder.is_dir():
                self.folder.mkdir(parents=True)
                (self.folder / ".gitignore").write_text("*\n")
                (self.folder / "CACHEDIR.TAG").write_text("Signature: 8a477f597d28d172789f06886806bc55\n")
            file.parent.mkdir(exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=file.parent)
            with os.fdopen(handle, "w", encoding="utf-8") as stream:
                json.dump(dataclasses.asdict(result), stream)
            os.replace(temporary, file)
        except (OSError, ValueError):
            return


def opened(folder: Path, settings: object, today: object) -> Cache:
    """The cache for a run with these settings on this day."""
    parts = (__version__, repr(settings), str(today), _package_state())
    return Cache(folder, hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=20).digest())


def clean(folder: Path) -> int:
    """Remove the cache; how many results it held."""
    held = sum(1 for _ in folder.glob("*/*.json"))
    shutil.rmtree(folder, ignore_errors=True)
    return held


def _package_state() -> str:
    """Changes whenever a file of the package does, so that a rule being written is never answered from the cache."""
    newest = count = 0
    for root, _, names in os.walk(Path(__file__).parent):
        if not root.endswith("__pycache__"):
            for name in names:
                count += 1
                newest = max(newest, os.stat(os.path.join(root, name)).st_mtime_ns)
    return f"{count} {newest}"


def _result(plain: dict[str, Any]) -> FileResult:
    return FileResult(**{**plain, "findings": tuple(_report(each) for each in plain["findings"])})


def _report(plain: dict[str, Any]) -> Report:
    fix = plain["fix"]
    return Report(
        **{
            **plain,
            "severity": Severity(plain["severity"]),
            "place": _place(plain["place"]),
            "related": tuple(_place(each) for each in plain["related"]),
            "fix": fix and Repair(**{**fix, "edits": tuple(Replacement(**each) for each in fix["edits"])}),
        }
    )


def _place(plain: dict[str, Any]) -> Place:
    return Place(
        **{
            **plain,
            "start": Position(**plain["start"]),
            "end": Position(**plain["end"]),
            "lines": tuple(Line(**each) for each in plain["lines"]),
        }
    )
