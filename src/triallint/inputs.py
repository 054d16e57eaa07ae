"""What to check: the files named, the files below the folders named, and standard input."""

from __future__ import annotations

import gzip
import os
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from triallint.globs import matches
from triallint.reading import SUFFIXES, format_of
from triallint.source import Source, Unreadable, decode

_NEVER = frozenset((".git", ".hg", ".svn", "node_modules", "__pycache__", ".venv", "venv", ".tox", ".triallint_cache"))
MOST_BYTES = 256 * 1024 * 1024  # of one file, unpacked: a gzip bomb ends here


@dataclass(frozen=True, slots=True)
class Input:
    """One thing to check. ``name`` is what reports call it; ``data`` is given for standard input only.

    ``given`` is True for a file named by the user: it must exist, and its format is told by its content if need be.
    """

    name: str
    given: bool = True
    data: bytes | None = None

    @property
    def is_packed(self) -> bool:
        """Whether the file is compressed (and so cannot be rewritten in place)."""
        return self.name.lower().endswith(".gz")

    @property
    def is_lines(self) -> bool:
        """Whether the file holds one record a line, to be read line by line."""
        return self.data is None and format_of(self.name, "") == "ndjson"

    def load(self) -> Source:
        """The decoded text. Raises Unreadable."""
        if self.data is not None:
            return decode(self.data, self.name)
        path = Path(self.name)
        try:
            if not path.is_file():
                raise Unreadable("There is no such file." if not path.exists() else "This is not a regular file.")
            with gzip.open(path) if self.is_packed else path.open("rb") as stream:
                data = stream.read(MOST_BYTES + 1)
        except (OSError, EOFError, zlib.error) as problem:
            why = getattr(problem, "strerror", None) or str(problem) or type(problem).__name__
            raise Unreadable(f"The file cannot be read: {why}.") from None
        if len(data) > MOST_BYTES:
            raise _too_large("file")
        return decode(data, self.name)

    def lines(self) -> Iterator[bytes]:
        """The lines of the file, one after another, line ends included. Raises Unreadable."""
        path = Path(self.name)
        try:
            with gzip.open(path) if self.is_packed else path.open("rb") as stream:
                while line := stream.readline(MOST_BYTES + 1):
                    if len(line) > MOST_BYTES:
                        raise _too_large("line")
                    yield line
        except (OSError, EOFError, zlib.error) as problem:
            why = getattr(problem, "strerror", None) or str(problem) or type(problem).__name__
            raise Unreadable(f"The file cannot be read: {why}.") from None


def _too_large(what: str) -> Unreadable:
    return Unreadable(f"The {what} is larger than {MOST_BYTES // 1024 // 1024} MB.")


def expand(paths: Iterable[str], exclude: tuple[str, ...] = (), force_exclude: bool = False) -> Iterator[Input]:
    """The files the user means, each once, in the order given; a folder's files sorted by path."""
    seen: set[str] = set()
    for path in paths:
        found = _below(path, exclude) if os.path.isdir(path) else _named(path, exclude if force_exclude else ())
        for each in found:
            name = PurePath(each.name).as_posix()  # without "./"
            if name not in seen:
                seen.add(name)
                yield each


def _named(path: str, exclude: tuple[str, ...]) -> Iterator[Input]:
    if not matches(_relative(path), exclude):
        yield Input(path)


def _below(folder: str, exclude: tuple[str, ...]) -> Iterator[Input]:
    ignored = _Ignored(Path(folder))
    for root, folders, names in os.walk(folder):
        here = Path(root)
        ignored.enter(here)
        folders[:] = sorted(each for each in folders if each not in _NEVER and not ignored.names(each, is_folder=True))
        for name in sorted(names):
            path = here / name
            shown = path.as_posix()
            if _is_candidate(name) and path.is_file() and not ignored.names(name) and not matches(_relative(shown), exclude):
                yield Input(shown, given=False)


def _is_candidate(name: str) -> bool:
    suffixes = [each.lower() for each in PurePath(name).suffixes]
    return bool(suffixes) and (
        suffixes[-1] in SUFFIXES or (suffixes[-1] == ".gz" and suffixes[-2:-1] != [] and suffixes[-2] in SUFFIXES)
    )


def _relative(path: str) -> str:
    """A path as globs see it: from the working folder, with forward slashes."""
    shown = os.path.relpath(path) if os.path.isabs(path) else os.path.normpath(path)
    return shown.replace(os.sep, "/")


class _Ignored:
    """The .gitignore files from the repository's root down to the folders walked."""

    def __init__(self, folder: Path) -> None:
        self._specs: list[tuple[Path, Any]] = []
        self._here = top = folder.resolve()
        above = [top, *top.parents]
        root = next((each for each in above if (each / ".git").exists()), top)
        for each in reversed(above[1 : above.index(root) + 1]):
            self._read(each)

    def enter(self, folder: Path) -> None:
        """Come to a folder and take its own .gitignore into account."""
        self._here = folder.resolve()
        self._read(self._here)

    def _read(self, folder: Path) -> None:
        file = folder / ".gitignore"
        if file.is_file():
            from pathspec import GitIgnoreSpec

            self._specs.append((folder, GitIgnoreSpec.from_lines(file.read_text("utf-8", "replace").splitlines())))

    def names(self, name: str, is_folder: bool = False) -> bool:
        """Whether something in the folder last entered is ignored; the nearest .gitignore that speaks of it decides."""
        path = self._here / name
        for base, spec in reversed(self._specs):
            if path.is_relative_to(base):
                found = spec.check_file(path.relative_to(base).as_posix() + ("/" if is_folder else "")).include
                if found is not None:
                    return bool(found)
        return False
