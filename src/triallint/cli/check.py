"""``triallint check``: the main job."""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, TextIO

import click

from triallint import __version__
from triallint.cli.settings import settings_from
from triallint.reporters import FORMATS


def _names(context: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    del context, parameter
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


@click.command(
    "check", epilog="Exit status: 0 nothing at or above --fail-on, 1 findings, 2 usage, configuration or unreadable input."
)
@click.argument("paths", nargs=-1)
@click.option("--select", multiple=True, callback=_names, metavar="RULES", help="Run only these rules (names, codes, families).")
@click.option("--extend-select", multiple=True, callback=_names, metavar="RULES", help="Run these rules too.")
@click.option("--ignore", multiple=True, callback=_names, metavar="RULES", help="Do not run these rules.")
@click.option("--per-file-ignores", multiple=True, metavar="GLOB:RULES", help="Do not run these rules on these files.")
@click.option("--min-severity", type=click.Choice(["error", "warning", "info"]), help="Show findings from this severity up.")
@click.option("--fail-on", type=click.Choice(["error", "warning", "info", "never"]), help="What makes the exit status 1.")
@click.option("--fix", is_flag=True, help="Apply safe fixes to the files.")
@click.option("--unsafe-fixes", is_flag=True, help="Apply fixes that want a human's eye too; registry records only with this.")
@click.option("--diff", is_flag=True, help="Show what fixing would change; write nothing.")
@click.option(
    "--output-format", type=click.Choice(list(FORMATS)), default="full", show_default=True, help="How findings are shown."
)
@click.option("--report", "reports", multiple=True, metavar="FORMAT=FILE", help="Also write a report to a file. Repeatable.")
@click.option("--stdin-filename", metavar="NAME", help="What to call standard input; tells its format.")
@click.option("--files-from", metavar="FILE", help="Read the paths to check from a file, one a line ('-' for standard input).")
@click.option("--exclude", multiple=True, metavar="GLOB", help="Leave these out when walking folders.")
@click.option("--force-exclude", is_flag=True, help="Leave excluded files out even when they are named.")
@click.option("--allow-empty", is_flag=True, help="It is no error when there is no trial among the inputs.")
@click.option("--config", "config_file", metavar="FILE", help="Use this configuration file.")
@click.option("--isolated", is_flag=True, help="Use no configuration file.")
@click.option("--today", metavar="YYYY-MM-DD", help="Judge dates as of this day.")
@click.option("--jobs", type=click.IntRange(0), default=0, metavar="N", help="Processes; 0 chooses by the number of files.")
@click.option("--no-cache", is_flag=True, help="Neither read nor write the cache.")
@click.option("--statistics", is_flag=True, help="Count findings by rule.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even when there are findings.")
@click.option("-q", "--quiet", is_flag=True, help="Findings only, no summary.")
@click.option("-v", "--verbose", is_flag=True, help="Tell what was not checked, and why.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colours; NO_COLOR is honoured.")
def command(**given: Any) -> None:
    """Check trial pages and registry records.

    PATHS are files or folders ('-' for standard input); without any, the working folder. Folders are searched for HTML,
    Markdown, text, JSON, NDJSON and YAML files; what is no trial is left alone.

    \b
    Examples:
      triallint check site/ --output-format concise
      triallint check page.html --fix
      curl -s URL | triallint check - --stdin-filename page.html
      triallint check export.ndjson.gz --select DUP,TRM --fail-on error
    """
    from triallint import config

    try:
        sys.exit(_Run(given).go())
    except config.BadSettings as problem:
        raise click.ClickException(str(problem)) from None


class _Run:
    """One call of the command."""

    def __init__(self, given: dict[str, Any]) -> None:
        from triallint import config

        self.given = given
        self.settings = settings_from(given)
        self.today = config.on(given["today"]) if given["today"] else datetime.date.today()
        self.fixing = given["fix"] or given["unsafe_fixes"] or given["diff"]
        self.fixed = 0
        self.failed = self.found = self.trials = False

    def go(self) -> int:
        from triallint import batch, inputs

        given = self.given
        cached = "" if given["no_cache"] or self.fixing else os.path.join(self.settings.root or ".", ".triallint_cache")
        job = batch.Job(self.settings, self.today, cached)
        wanted = sorted(self._inputs(inputs), key=lambda each: each.name)
        results = self._fixed(wanted, job) if self.fixing else batch.run(wanted, job, given["jobs"])
        self._report(self._watched(results, len(wanted)))
        if self.fixed and not given["quiet"]:
            click.echo(f"{'Would fix' if given['diff'] else 'Fixed'} {self.fixed} finding{'s' * (self.fixed != 1)}.", err=True)
        return self._status()

    def _inputs(self, inputs: Any) -> Iterator[Any]:
        given = self.given
        paths = list(given["paths"])
        if given["files_from"]:
            paths += [line for line in _read(given["files_from"]).splitlines() if line.strip()]
        if self._reads_stdin():
            yield inputs.Input(given["stdin_filename"] or "stdin", data=sys.stdin.buffer.read())
            paths = [path for path in paths if path != "-"]
        elif not paths and not given["files_from"]:
            paths = ["."]
        exclude = (*self.settings.exclude, *given["exclude"])
        yield from inputs.expand(paths, exclude, given["force_exclude"])

    def _reads_stdin(self) -> bool:
        paths = self.given["paths"]
        return "-" in paths or (self.given["stdin_filename"] and not paths and not self.given["files_from"])

    def _watched(self, results: Iterable[Any], total: int) -> Iterator[Any]:
        from triallint.cli.progress import Progress
        from triallint.finding import Severity

        fail_on = None if self.settings.fail_on == "never" else Severity[self.settings.fail_on.upper()]
        with Progress(total, sys.stderr, not self.given["quiet"]) as progress:
            for result in results:
                self.failed |= result.failed
                self.trials |= result.status != "not a trial"
                self.found |= fail_on is not None and any(each.severity >= fail_on for each in result.findings)
                progress.step(result.path)
                yield result

    def _report(self, results: Iterable[Any]) -> None:
        from triallint import reporters
        from triallint.finding import Severity
        from triallint.reporters.statistics import table
        from triallint.reporters.totals import Totals

        given = self.given
        look = reporters.Look(
            color=_wants_color(given["color"], sys.stdout),
            width=_width(),
            version=__version__,
            today=self.today,
            min_severity=Severity[self.settings.min_severity.upper()],
            verbose=given["verbose"],
            quiet=given["quiet"],
        )
        out = sys.stderr if self.fixing and not given["diff"] and self._reads_stdin() else sys.stdout
        totals = Totals(look.min_severity)
        watched = totals.watch(results) if given["statistics"] else iter(results)
        targets = [_target(each) for each in given["reports"]]
        shown = list(watched) if targets or given["diff"] else watched
        if not given["diff"]:
            reporters.load(given["output_format"])(shown, out, look)
        for form, path in targets:
            with open(path, "w", encoding="utf-8", errors="backslashreplace", newline="") as file:
                reporters.load(form)(shown, file, replace(look, color=False, width=100))
        if given["statistics"]:
            machine = given["output_format"] in ("json", "json-lines")
            (sys.stderr if machine else out).writelines(f"{line}\n" for line in table(totals))

    def _fixed(self, wanted: list[Any], job: Any) -> Iterator[Any]:
        from triallint import batch
        from triallint.cli.fixes import fixed_file

        checker = batch.Checker(job)
        for each in wanted:
            result, count = fixed_file(each, checker, self.settings, unsafe=self.given["unsafe_fixes"], diff=self.given["diff"])
            self.fixed += count
            yield from result

    def _status(self) -> int:
        if self.failed:
            return 2
        if not self.trials and not self.given["allow_empty"]:
            click.echo("triallint: no trial was found in the input (--allow-empty makes that no error).", err=True)
            return 2
        return 1 if self.found and not self.given["exit_zero"] else 0


def _read(name: str) -> str:
    if name == "-":
        return sys.stdin.read()
    try:
        return Path(name).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise click.ClickException(f"{name} cannot be read: {problem}.") from None


def _target(text: str) -> tuple[str, str]:
    form, _, path = text.partition("=")
    if form not in FORMATS or not path:
        raise click.ClickException(f"--report takes FORMAT=FILE with one of {', '.join(FORMATS)}, not {text!r}.")
    return form, path


def _wants_color(choice: str, out: TextIO) -> bool:
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (out.isatty() and os.environ.get("TERM") != "dumb")


def _width() -> int:
    import shutil

    return max(40, min(160, shutil.get_terminal_size((100, 24)).columns))
