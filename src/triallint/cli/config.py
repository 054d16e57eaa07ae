"""``triallint config``: show, init, schema, validate."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import click

_START = """# What triallint checks here, and how. `triallint rules` lists the rules, `triallint config schema` all settings.
extend = "recommended"       # or strict, patient-page, record-preflight, or another file
# ignore = ["readability-grade"]
# exclude = ["drafts/**"]
# fail-on = "error"

# [per-file-ignores]
# "archive/**" = ["dates"]

# [severity]
# "placeholder-text" = "warning"
"""


@click.group("config")
def command() -> None:
    """Show, start, describe or validate a configuration."""


@command.command("show")
@click.option("--config", "config_file", metavar="FILE", help="The configuration file; else the nearest one.")
@click.option("--isolated", is_flag=True, help="The defaults.")
def show(**given: Any) -> None:
    """Show the settings in force, as JSON, with the file they come from."""
    settings = _settings(given)
    plain = {key.replace("_", "-"): value for key, value in dataclasses.asdict(settings).items() if key not in ("root", "file")}
    click.echo(json.dumps({"file": settings.file or None, "settings": plain}, indent=2, default=dict))


@command.command("validate")
@click.option("--config", "config_file", metavar="FILE", help="The configuration file; else the nearest one.")
def validate(**given: Any) -> None:
    """Say whether the configuration is right; exit status 2 if not."""
    settings = _settings(given)
    click.echo(f"{settings.file} is valid." if settings.file else "There is no configuration file; the defaults hold.")


@command.command("init")
def init() -> None:
    """Write a triallint.toml to start from."""
    file = Path("triallint.toml")
    try:
        with file.open("x", encoding="utf-8") as out:
            out.write(_START)
    except FileExistsError:
        raise click.ClickException("There is a triallint.toml here already.") from None
    except OSError as problem:
        raise click.ClickException(f"{file} cannot be written: {problem.strerror}.") from None
    click.echo("Wrote triallint.toml.")


@command.command("schema")
def schema() -> None:
    """Print the JSON Schema of the configuration, for editors that check TOML."""
    from triallint import schema as schemas

    click.echo(json.dumps(schemas.load("config"), indent=2))


def _settings(given: dict[str, Any]) -> Any:
    from triallint.cli.settings import settings_from
    from triallint.config import BadSettings

    try:
        return settings_from(given)
    except BadSettings as problem:
        raise click.ClickException(str(problem)) from None
