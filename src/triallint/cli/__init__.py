"""The command line: one file per command, each loaded when it is called."""

from __future__ import annotations

import importlib
import io
import os
import sys

import click

from triallint import __version__

_COMMANDS = {
    "check": "Check trial pages and registry records.",
    "rule": "Explain a rule.",
    "rules": "List the rules.",
    "inspect": "Show what was read from a file, every field with its line.",
    "config": "Show, start, describe or validate a configuration.",
    "cache": "Manage the cache of results.",
}


class _Lazy(click.Group):
    """Knows its commands by name; imports the one that is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"triallint.cli.{cmd_name}").command
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in _COMMANDS and not args[0].startswith("-") and os.path.exists(args[0]):
            ctx.fail(f"{args[0]!r} is no command. To check it: triallint check {args[0]}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", message="triallint %(version)s")
def cli() -> None:
    """The linter for clinical-trial content.

    Reads trial pages (HTML, Markdown, text) and registry records (JSON, NDJSON, YAML) and says, at the exact characters,
    what is wrong, why it matters and what to do.

    \b
    Examples:
      triallint check site/trials/
      triallint check --fix page.html
      triallint rule mistranslated-term
    """


def main() -> None:
    """The entry point: exit status 0, 1 or 2, and never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        cli.main(prog_name="triallint", standalone_mode=False)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except click.ClickException as problem:
        problem.show()
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrupted.", err=True)
        sys.exit(130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)
    except Exception as problem:
        if os.environ.get("TRIALLINT_DEBUG"):
            raise
        click.echo(f"triallint: internal error: {type(problem).__name__}: {problem}", err=True)
        click.echo("Please report it. TRIALLINT_DEBUG=1 shows where it happened.", err=True)
        sys.exit(2)
