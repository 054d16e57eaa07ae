"""The settings of a call: the configuration file, and the options on top of it."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

from triallint import config
from triallint.config import BadSettings, Settings


def settings_from(given: dict[str, Any]) -> Settings:
    """The settings that a command's options and the nearest configuration file make. Raises BadSettings."""
    settings = _from_file(given)
    changes: dict[str, Any] = {name: given[name] for name in ("select", "min_severity", "fail_on") if given.get(name)}
    for name in ("extend_select", "ignore"):
        if given.get(name):
            changes[name] = (*getattr(settings, name), *given[name])
    if given.get("per_file_ignores"):
        changes["per_file_ignores"] = {**settings.per_file_ignores, **dict(map(_per_file, given["per_file_ignores"]))}
    made = dataclasses.replace(settings, **changes)
    config.checked(made, "the command line" if changes else settings.file or "the configuration")
    return made


def _from_file(given: dict[str, Any]) -> Settings:
    if given.get("isolated"):
        return Settings()
    if given.get("config_file"):
        file = Path(given["config_file"])
        if not file.is_file():
            raise BadSettings(f"{file}: there is no such configuration file.")
        return config.load(file)
    found = config.find(Path.cwd())
    return config.load(found) if found else Settings()


def _per_file(text: str) -> tuple[str, tuple[str, ...]]:
    glob, _, names = text.rpartition(":")
    if not glob:
        raise BadSettings(f"--per-file-ignores takes GLOB:RULES, not {text!r}.")
    return glob, tuple(each.strip() for each in names.split(",") if each.strip())
