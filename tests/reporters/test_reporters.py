from __future__ import annotations

import dataclasses
import io
import pkgutil
import subprocess
import sys
from collections.abc import Iterator

import pytest
from reporter_samples import LOOK, Says, checked, results, written

from triallint import reporters
from triallint.finding import Severity
from triallint.reporters import statistics
from triallint.reporters.summary import summary
from triallint.reporters.totals import Totals, joined
from triallint.result import FileResult, Repair

NO_TRIAL = FileResult("README.md", "markdown", "not a trial")
CLEAN = FileResult("clean.html", "html", "checked", pages=1, rules_run=9)
PAGE = "NCT01000001, within 1 ⟦months⟧"


def page(path: str, severity: Severity, repair: str = "") -> FileResult:
    fix = ((0, repair),) if repair else ()
    return dataclasses.replace(checked(path, PAGE, Says(0, "Wrong.", severity, fix=fix)), skipped={})


def said(*given: FileResult, lowest: Severity = Severity.INFO) -> list[str]:
    totals = Totals(lowest)
    list(totals.watch(given))
    return list(summary(totals))


def test_every_module_with_a_report_is_a_format() -> None:
    here = [each.name for each in pkgutil.iter_modules(reporters.__path__)]
    modules = {name: __import__(f"triallint.reporters.{name}", fromlist=["report"]) for name in here}
    assert {name for name, module in modules.items() if hasattr(module, "report")} == set(reporters.FORMATS.values())
    assert all(callable(reporters.load(name)) for name in reporters.FORMATS)


def test_nothing_heavy_is_imported() -> None:
    code = "import sys, triallint.reporters.full; sys.exit(bool({'rich', 'click', 'bs4', 'tempfile', 'json'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-I", "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("name", ["full", "concise", "grouped", "json-lines"])
def test_results_are_written_as_they_come(name: str) -> None:
    out = io.StringIO()

    def coming() -> Iterator[FileResult]:
        yield page("a.html", Severity.ERROR)
        yield page("b.html", Severity.ERROR)
        assert "a.html" in out.getvalue()

    reporters.load(name)(coming(), out, LOOK)


@pytest.mark.parametrize("name", reporters.FORMATS)
def test_no_results(name: str) -> None:
    assert "Traceback" not in written(name, [])


@pytest.mark.parametrize("name", [name for name in reporters.FORMATS if name != "statistics"])
def test_findings_are_told_in_order_and_from_the_lowest_severity_up(name: str) -> None:
    (result,) = (each for each in results() if each.path.endswith(".html"))
    shuffled = dataclasses.replace(result, findings=result.findings[::-1])
    assert written(name, [shuffled]) == written(name, [result])
    assert "No review date." not in written(name, [result], min_severity=Severity.WARNING)


class TestSummary:
    def test_nothing_found(self) -> None:
        assert said(CLEAN) == ["No findings in 1 file."]
        assert said(CLEAN, dataclasses.replace(CLEAN, path="z.html", pages=3)) == ["No findings in 2 files (4 trials)."]

    def test_nothing_checked(self) -> None:
        assert said(NO_TRIAL) == [
            "Nothing was checked: there is no trial among the files.",
            "Not checked: 1 file not a trial (-v lists them).",
        ]

    def test_severities_and_repairs(self) -> None:
        given = [page("a.txt", Severity.ERROR, "month"), page("b.txt", Severity.ERROR), page("c.txt", Severity.WARNING)]
        expected = "3 findings in 3 of 4 files: 2 errors, 1 warning; 1 can be fixed with --fix."
        assert said(*given, CLEAN) == [expected]

    def test_a_record_is_repaired_with_unsafe_fixes_only_and_a_compressed_one_not_at_all(self) -> None:
        record = dataclasses.replace(page("a.txt", Severity.ERROR, "month"), format="json")
        assert said(record) == ["1 finding in 1 file: 1 error; 1 can be fixed with --unsafe-fixes."]
        packed = dataclasses.replace(record, path="a.json.gz")
        assert said(packed) == ["1 finding in 1 file: 1 error."]
        assert "(safe, but in a record: --unsafe-fixes)" in written("full", [record])
        assert "by hand" in written("full", [packed])

    def test_what_is_not_shown_is_counted(self) -> None:
        given = [page("a.txt", Severity.WARNING), page("b.txt", Severity.INFO)]
        assert said(*given, lowest=Severity.ERROR) == [
            "No errors in 2 files.",
            "1 warning and 1 info not shown (--min-severity info).",
        ]
        assert said(given[1], lowest=Severity.WARNING)[0] == "No errors or warnings in 1 file."

    def test_what_was_not_checked(self) -> None:
        broken = FileResult("b.json", "json", "unreadable", failed=True)
        crashed = dataclasses.replace(CLEAN, failed=True, skipped={"drift": "no registry"})
        foreign = dataclasses.replace(CLEAN, path="es.html", skipped={"drift": "no registry", "grade": "not in English"})
        assert said(broken, crashed, foreign, NO_TRIAL)[1:] == [
            "Not checked: 1 file unreadable, 1 file not a trial (-v lists them).",
            "Checked only in part: 1 file (see unreadable-input and rule-crashed).",
            "Rules not run (-v names them): 1 (no registry), 1 (not in English, in 1 of 2 files).",
        ]

    def test_quiet(self) -> None:
        assert written("full", [CLEAN], quiet=True) == written("statistics", [CLEAN], quiet=True) == ""

    def test_verbose(self) -> None:
        given = [dataclasses.replace(CLEAN, skipped={"drift": "no registry", "again": "no registry"}), NO_TRIAL]
        assert written("concise", given, verbose=True).splitlines()[:2] == [
            "clean.html: 2 rules not run (no registry): again, drift.",
            "README.md: not a trial, so it was not checked.",
        ]


class TestFull:
    def test_a_place_without_its_line(self) -> None:
        (report,) = page("a.txt", Severity.ERROR, "month").findings
        bare = dataclasses.replace(report, place=dataclasses.replace(report.place, lines=()), help="")
        assert written("full", [dataclasses.replace(CLEAN, findings=(bare,))], quiet=True).splitlines() == [
            "a.txt:1:23: error TRM901 wording-differs: Wrong.",
            "  why: A reader takes it for something else.",
            "  fix: Write what is meant. (safe: --fix)",
            "    - months",
            "    + month",
            "",
        ]

    def test_a_long_repair_is_counted(self) -> None:
        (report,) = page("a.txt", Severity.ERROR, "1\n2\n3\n4\n5\n6\n7\n8\n9\n").findings
        shown = written("full", [dataclasses.replace(CLEAN, findings=(report,))], quiet=True)
        assert shown.splitlines()[-4:] == ["    + 6", "    + 7", "    ... 2 more lines", ""]

    def test_a_repair_without_edits_shows_none(self) -> None:
        (report,) = page("a.txt", Severity.ERROR).findings
        bare = dataclasses.replace(report, fix=Repair("Ask the sponsor.", "unsafe", ()))
        shown = written("full", [dataclasses.replace(CLEAN, findings=(bare,))], quiet=True)
        assert shown.endswith("  fix: Ask the sponsor. (unsafe: --unsafe-fixes)\n\n")

    def test_many_related_places(self) -> None:
        (report,) = page("a.txt", Severity.ERROR).findings
        many = dataclasses.replace(report, related=(report.place,) * 15)
        shown = written("full", [dataclasses.replace(CLEAN, findings=(many,))], quiet=True)
        assert shown.count("see also") == 3
        assert f"also at {', '.join(['a.txt:1:23'] * 10)} and 2 more\n" in shown


class TestParts:
    """A file of one record a line comes in parts; the report knows one file."""

    def test_counts(self) -> None:
        first = dataclasses.replace(CLEAN, pages=64, rules_run=9, skipped={"a": "no", "b": "no"}, suppressed=1)
        second = dataclasses.replace(CLEAN, pages=2, rules_run=10, skipped={"a": "no"}, baselined=1)
        both = joined(first, second)
        assert (both.pages, both.rules_run, dict(both.skipped)) == (66, 10, {"a": "no"})
        assert (both.suppressed, both.baselined) == (1, 1)
        assert said(first, second)[0] == "No findings in 1 file (66 trials)."

    def test_a_part_that_is_broken_makes_the_file_checked_in_part(self) -> None:
        broken = FileResult(CLEAN.path, "", "unreadable", failed=True)
        for parts in ((broken, CLEAN), (CLEAN, broken)):
            both = joined(*parts)
            assert (both.status, both.failed, both.format) == ("checked", True, "html")
            assert said(*parts)[1] == "Checked only in part: 1 file (see unreadable-input and rule-crashed)."

    def test_the_path_is_told_once(self) -> None:
        assert written("grouped", results()).count("site/records.ndjson") == 1
        assert written("json", results()).count('"format": "ndjson"') == 1


def test_statistics_after_another_format() -> None:
    totals = Totals(Severity.WARNING)
    reporters.load("concise")(totals.watch(results()), io.StringIO(), LOOK)
    shown = list(statistics.table(totals))
    assert shown[1].split() == ["13", "3", "10", "error/warning", "TRM901", "wording-differs"]
