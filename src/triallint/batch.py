"""Check many inputs, one after another or several at a time; the results come in the order of the inputs either way."""

from __future__ import annotations

import dataclasses
import datetime
import multiprocessing
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from triallint import account, engine, selection
from triallint import cache as results
from triallint.config import Settings
from triallint.inputs import Input
from triallint.result import FileResult
from triallint.selection import Active
from triallint.source import FILE_START, Position, Source, Unreadable, decode

_MANY_FILES = 200  # below this, starting processes costs more than it saves
_CHUNK = 8
_LINES_AT_A_TIME = 64


@dataclass(frozen=True)
class Job:
    """What is the same for every input of a run; picklable. ``cache`` is the folder of the cache, "" for none."""

    settings: Settings
    today: datetime.date
    cache: str = ""


def run(inputs: Sequence[Input], job: Job, jobs: int = 0) -> Iterator[FileResult]:
    """The results of the inputs, in order. ``jobs`` processes; 0 takes one, or all cores for many files.

    A file of one record a line gives its results in parts: all of the same path, one after another.
    """
    if jobs == 0:
        jobs = (os.cpu_count() or 1) if len(inputs) >= _MANY_FILES else 1
    if jobs == 1 or len(inputs) < 2:
        checker = Checker(job)
        for each in inputs:
            yield from checker.check(each)
        return
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    with multiprocessing.get_context(method).Pool(min(jobs, len(inputs)), _start, (job,)) as pool:
        for parts in pool.imap(_check_all, inputs, _CHUNK):
            yield from parts


_CHECKERS: list[Checker] = []  # a worker process's own


def _start(job: Job) -> None:
    _CHECKERS[:] = [Checker(job)]


def _check_all(each: Input) -> list[FileResult]:
    return list(_CHECKERS[0].check(each))


class Checker:
    """Checks inputs for one job; knows which rules apply where."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self._rules: dict[str, tuple[Active, ...]] = {}
        self._cache = results.opened(Path(job.cache), job.settings, job.today) if job.cache else None

    def rules(self, path: str) -> tuple[Active, ...]:
        """The rules for a file; worked out anew only where a glob of the settings can tell files apart."""
        settings = self.job.settings
        key = path if settings.per_file_ignores or settings.overrides else ""
        if key not in self._rules:
            self._rules[key] = selection.active(settings, key)
        return self._rules[key]

    def check(self, each: Input) -> Iterator[FileResult]:
        """The result of one input, from the cache if it is there."""
        if each.is_lines and Path(each.name).is_file():
            yield from self._by_lines(each)
            return
        try:
            source = each.load()
        except Unreadable as problem:
            yield account.unreadable(problem, each.name, "")
            return
        data = source.encode(source.text) if self._cache else b""
        found = self._cache.get(each.name, data) if self._cache else None
        if found is None:
            found = self.check_source(source)
            if self._cache:
                self._cache.put(each.name, data, found)
        yield found

    def check_source(self, source: Source) -> FileResult:
        """The result of a text."""
        path = relative(source.name, self.job.settings.root)
        language = selection.language_for(self.job.settings, path)
        return engine.check_file(source, self.rules(path), self.job.today, path, language)

    def _by_lines(self, each: Input) -> Iterator[FileResult]:
        """The results of a file of one record a line, in parts, so that its size does not matter."""
        told = False
        at, block = FILE_START, ""
        broken: list[FileResult] = []
        for count, (line, problem) in enumerate(_decoded(each), 1):
            if problem is not None:
                broken.append(account.unreadable(_placed(problem, each, at, block), each.name, "ndjson"))
            block += line if problem is None else _blank(line)
            if count % _LINES_AT_A_TIME == 0:
                for part in self._with_broken(Source(each.name, block, base=at), broken):
                    told = True
                    yield part
                broken = []
                at, block = Position(FILE_START.line + count, 1, at.offset + len(block)), ""
        for part in self._with_broken(Source(each.name, block, base=at), broken):
            told = True
            yield part
        if not told:
            yield FileResult(each.name, "ndjson", "not a trial")

    def _with_broken(self, block: Source, broken: list[FileResult]) -> Iterator[FileResult]:
        """The result of a block of lines, with the findings of its lines that could not be decoded in their places."""
        part = self.check_source(block)
        findings = [*part.findings, *(finding for each in broken for finding in each.findings)]
        if broken:
            status = part.status if part.status == "checked" else "unreadable"
            ordered = tuple(sorted(findings, key=lambda each: each.order))
            part = dataclasses.replace(part, status=status, findings=ordered, failed=True)
        if part.status != "not a trial":
            yield part


def _decoded(each: Input) -> Iterator[tuple[str, Unreadable | None]]:
    """The lines of a file as text; a line that cannot be decoded, or the end of what can be unpacked, with why."""
    try:
        for line in each.lines():
            try:
                yield decode(line, each.name).text, None
            except Unreadable as problem:
                yield line.decode("utf-8", "replace"), problem
    except Unreadable as problem:
        yield "", problem


def _blank(line: str) -> str:
    """A line as long as this one, with nothing on it."""
    return " " * len(line.rstrip("\n")) + "\n" if line else ""


def _placed(problem: Unreadable, each: Input, at: Position, block: str) -> Unreadable:
    """A line's problem with its place in the file."""
    position = Position(at.line + block.count("\n"), 1, at.offset + len(block))
    line = problem.source or Source(each.name, "")
    return Unreadable(problem.why, problem.span, dataclasses.replace(line, base=position))


def relative(name: str, root: str) -> str:
    """A file's path from the configuration's folder, with forward slashes; as it is given when it lies elsewhere."""
    full = os.path.abspath(name)
    base = os.path.abspath(root or ".")
    shown = os.path.relpath(full, base) if full.startswith(base.rstrip(os.sep) + os.sep) else name
    return shown.replace(os.sep, "/")
