"""``triallint cache clean``."""

from __future__ import annotations

from pathlib import Path

import click


@click.group("cache")
def command() -> None:
    """Manage the cache of results."""


@command.command("clean")
def clean() -> None:
    """Remove the cache of the nearest configuration's folder, or of this one."""
    from triallint import cache, config

    found = config.find(Path.cwd())
    folder = (found.parent if found else Path()) / cache.FOLDER
    held = cache.clean(folder)
    click.echo(f"Removed {held} result{'s' * (held != 1)}.")
