"""Fixing files: what may be written where, the difference shown, and the file replaced as a whole or not at all."""

from __future__ import annotations

import contextlib
import difflib
import os
import shutil
import sys
import tempfile
from pathlib import Path

import click

from triallint import fixing
from triallint.batch import Checker
from triallint.config import Settings
from triallint.finding import Severity
from triallint.inputs import Input
from triallint.reporters import visible
from triallint.reporters.totals import option_for
from triallint.result import FileResult, Report
from triallint.source import Source, Unreadable


def fixed_file(each: Input, checker: Checker, settings: Settings, *, unsafe: bool, diff: bool) -> tuple[list[FileResult], int]:
    """Fix one file (or show the difference): its results afterwards, or before with ``diff``, and how many were fixed."""
    if each.is_packed:
        return list(checker.check(each)), 0
    try:
        source = each.load()
    except Unreadable:
        return list(checker.check(each)), 0
    lowest = Severity[settings.min_severity.upper()]
    before = checker.check_source(source)

    def wanted(report: Report) -> bool:
        needs = option_for(report.fix, before) if report.fix else ""
        return report.severity >= lowest and (needs == "--fix" or (unsafe and needs != ""))

    done = fixing.fix(source, checker.check_source, wanted)
    if done.refused:
        click.echo(f"{each.name}: {done.refused}.", err=True)
    if each.data is not None and not diff:
        sys.stdout.write(done.text)
        return [done.result], len(done.repaired)
    if done.text == source.text:
        return [before], 0
    if diff:
        _show_difference(source, done.text)
        return [before], len(done.repaired)
    return _written(source, done, before)


def _written(source: Source, done: fixing.Fixed, before: FileResult) -> tuple[list[FileResult], int]:
    try:
        write(Path(source.name), source.encode(done.text))
    except UnicodeEncodeError as problem:
        missing = done.text[problem.start]
        click.echo(f"{source.name} was not fixed: its encoding, {source.encoding}, has no {missing!r}.", err=True)
        return [before], 0
    except OSError as problem:
        click.echo(f"{source.name} was not fixed: {problem.strerror}.", err=True)
        return [before], 0
    return [done.result], len(done.repaired)


def write(path: Path, data: bytes) -> None:
    """Replace a file's content at once: after a crash it is the old one or the new one. Links and modes are kept."""
    target = path.resolve()
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        shutil.copymode(target, temporary)
        os.replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise


def _show_difference(source: Source, fixed: str) -> None:
    old, new = source.text.split("\n"), fixed.split("\n")
    for line in difflib.unified_diff(old, new, source.name, source.name, lineterm=""):
        click.echo(visible(line.rstrip("\r")))
