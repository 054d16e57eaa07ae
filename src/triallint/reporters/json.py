"""The whole report as one JSON document, described by schemas/report.schema.json: for programs.

Pure ASCII: whatever a page holds, line separators, bidi controls and lone surrogates included, is escaped, so that the
report is the same bytes everywhere and can be shown anywhere. One file or finding a line, so that differences are small.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from tempfile import SpooledTemporaryFile
from typing import TextIO

from triallint.finding import Severity
from triallint.reporters.look import Look
from triallint.reporters.totals import Totals, shown
from triallint.result import FileResult, Place, Report
from triallint.source import Position

SCHEMA_VERSION = 1
_IN_MEMORY = 1 << 24  # characters; more waits on the disk


def report(results: Iterable[FileResult], out: TextIO, look: Look) -> None:
    """Write the document. Nothing is written before all results are there: no reader meets half a document."""
    totals = Totals(look.min_severity)
    with _spool() as files, _spool() as findings:
        for parts in totals.by_file(results):
            for part in parts:
                for each in shown(part, look.min_severity):
                    _add(findings, finding(each))
            _add(files, _file(totals.account))
        head = {"schema_version": SCHEMA_VERSION, "tool": {"name": "triallint", "version": look.version}}
        out.write(f'{json.dumps(head | {"today": look.today.isoformat()})[:-1]},\n"files": [')
        _copy(files, out)
        out.write('],\n"findings": [')
        _copy(findings, out)
        out.write(f'],\n"summary": {json.dumps(_summary(totals))}}}\n')


def finding(report: Report) -> dict[str, object]:
    """A finding as plain values."""
    place, fix = report.place, report.fix
    return {
        "code": report.code,
        "rule": report.rule,
        "family": report.family,
        "severity": str(report.severity),
        "confidence": report.confidence,
        "message": report.message,
        "why": report.why,
        "help": report.help,
        "path": place.path,
        "trial_id": report.trial_id,
        "field": report.field,
        "start": _position(place.start),
        "end": _position(place.end),
        "excerpt": place.excerpt,
        "related": [_related(each) for each in report.related],
        "fix": fix
        and {
            "title": fix.title,
            "safety": fix.safety,
            "edits": [{"start": each.start, "end": each.end, "old": each.old, "text": each.text} for each in fix.edits],
        },
        "fingerprint": report.fingerprint,
    }


def _related(place: Place) -> dict[str, object]:
    return {
        "message": place.message,
        "excerpt": place.excerpt,
        "path": place.path,
        "start": _position(place.start),
        "end": _position(place.end),
    }


def _position(position: Position) -> dict[str, int]:
    return {"line": position.line, "column": position.column, "offset": position.offset}


def _file(account: FileResult) -> dict[str, object]:
    return {
        "path": account.path,
        "format": account.format,
        "status": account.status,
        "pages": account.pages,
        "rules_run": account.rules_run,
        "skipped": dict(sorted(account.skipped.items())),
    }


def _summary(totals: Totals) -> dict[str, int]:
    return {
        "files": totals.files.total(),
        "findings": totals.shown.total(),
        **{str(each): totals.shown[each] for each in sorted(Severity, reverse=True)},
        "fixable": totals.fixable,
        "suppressed": totals.suppressed,
        "baselined": totals.baselined,
    }


def _spool() -> SpooledTemporaryFile[str]:
    return SpooledTemporaryFile(_IN_MEMORY, "w+", encoding="ascii", newline="\n")


def _add(spool: SpooledTemporaryFile[str], value: dict[str, object]) -> None:
    spool.write(f"{',' if spool.tell() else ''}\n{json.dumps(value)}")


def _copy(spool: SpooledTemporaryFile[str], out: TextIO) -> None:
    if spool.tell():
        spool.seek(0)
        shutil.copyfileobj(spool, out)
        out.write("\n")
