"""Settings: what a configuration file and the command line say, checked word by word, and the rules that follow."""

from __future__ import annotations

import dataclasses
import datetime
import difflib
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

from triallint import lexicon
from triallint import rules as catalogue
from triallint.finding import Severity
from triallint.rule import Rule

FILE_NAMES = ("triallint.toml", ".triallint.toml", "pyproject.toml")
PRESETS = ("recommended", "strict", "patient-page", "record-preflight")
FAIL_ON = ("error", "warning", "info", "never")


class BadSettings(Exception):
    """A configuration that cannot be followed: what is wrong, where, and the nearest thing that would be right."""


@dataclass(frozen=True)
class Override:
    """Settings for some files only."""

    files: tuple[str, ...]
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    severity: Mapping[str, str] = field(default_factory=dict)
    language: str = ""


@dataclass(frozen=True)
class Settings:
    """Everything that decides what is checked and how. ``root`` is the folder of the configuration, "" without one."""

    extend: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = field(default_factory=dict)
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    overrides: tuple[Override, ...] = ()
    rules: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    exclude: tuple[str, ...] = ()
    fail_on: str = "warning"
    min_severity: str = "warning"
    language: str = ""
    custom_rules: tuple[Mapping[str, Any], ...] = ()
    root: str = field(default="", metadata={"internal": True})
    file: str = field(default="", metadata={"internal": True})


KEYS = tuple(each.name.replace("_", "-") for each in dataclasses.fields(Settings) if not each.metadata.get("internal"))
_OVERRIDE_KEYS = tuple(each.name.replace("_", "-") for each in dataclasses.fields(Override))


def find(start: Path) -> Path | None:
    """The nearest configuration file in a folder or above it; a pyproject.toml only when it has [tool.triallint]."""
    for folder in (start, *start.parents):
        for name in FILE_NAMES:
            file = folder / name
            if file.is_file() and (name != "pyproject.toml" or _own_table(file) is not None):
                return file
    return None


def load(file: Path) -> Settings:
    """The settings of a configuration file, presets and extended files included. Raises BadSettings."""
    return _settings(_layers_of(file, ()), str(file), file.parent)


def preset(name: str) -> Settings:
    """A preset that ships with the package."""
    return _settings(_preset_layers(name), f"preset {name}", Path())


def _settings(layers: Iterable[dict[str, Any]], where: str, folder: Path) -> Settings:
    made = Settings()
    for layer in layers:
        made = merged(made, layer)
    checked(made, where)
    return dataclasses.replace(made, root=str(folder), file=where)


def merged(base: Settings, given: Mapping[str, Any]) -> Settings:
    """What is given on top of some settings: tables and ignores are joined, everything else replaces."""
    changes = dict(given)
    for name, new in given.items():
        old = getattr(base, name)
        if name == "rules":
            changes[name] = {**old, **{rule: {**old.get(rule, {}), **table} for rule, table in new.items()}}
        elif isinstance(new, Mapping):
            changes[name] = {**old, **new}
        elif name in ("overrides", "custom_rules"):
            changes[name] = (*old, *new)
        elif name in ("ignore", "extend_select", "exclude"):
            changes[name] = tuple(dict.fromkeys((*old, *new)))
    return dataclasses.replace(base, **changes)


def _layers_of(file: Path, above: tuple[Path, ...]) -> Iterator[dict[str, Any]]:
    """What a file says, by the names of Settings, and before it what the files it extends say."""
    if file in above:
        raise BadSettings(f"{file}: it extends itself.")
    table = (_own_table(file) or {}) if file.name == "pyproject.toml" else _table(file)
    yield from _layers(table, str(file), file.parent, (*above, file))


def _preset_layers(name: str) -> Iterator[dict[str, Any]]:
    text = (files("triallint") / "presets" / f"{name}.toml").read_text("utf-8")
    return _layers(tomllib.loads(text), f"preset {name}", Path(), ())


def _layers(table: dict[str, Any], where: str, folder: Path, above: tuple[Path, ...]) -> Iterator[dict[str, Any]]:
    _check_keys(table, KEYS, where)
    given = {key.replace("-", "_"): _value(Settings, key, value, where) for key, value in table.items()}
    for name in given.get("extend", ()):
        if name in PRESETS:
            yield from _preset_layers(name)
        elif (folder / name).is_file():
            yield from _layers_of((folder / name).resolve(), above)
        else:
            raise BadSettings(f"{where}: extend names {name!r}, which is neither a preset nor a file{_nearest(name, PRESETS)}.")
    yield given


def _table(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except OSError as problem:
        raise BadSettings(f"{file}: it cannot be read: {problem.strerror}.") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise BadSettings(f"{file}: it is not valid TOML: {problem}.") from None


def _own_table(file: Path) -> dict[str, Any] | None:
    """The table [tool.triallint] of a pyproject.toml, if it has one."""
    tools = _table(file).get("tool")
    own = tools.get("triallint") if isinstance(tools, dict) else None
    if own is not None and not isinstance(own, dict):
        raise BadSettings(f"{file}: tool.triallint should be a table, but it is {own!r}.")
    return own


def _check_keys(table: Mapping[str, Any], known: Iterable[str], where: str) -> None:
    for key in table:
        if key not in known:
            raise BadSettings(f"{where}: there is no setting {key!r}{_nearest(key, known)}.")


def _nearest(name: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(name.casefold(), list(known), 1, 0.5)
    return f"; did you mean {near[0]!r}?" if near else ""


def _value(owner: type, key: str, value: Any, where: str) -> Any:
    """A TOML value as the field of Settings or Override has it."""
    kind = {each.name: str(each.type) for each in dataclasses.fields(owner)}[key.replace("-", "_")]
    if kind == "str":
        return _text(key, value, where)
    if kind == "tuple[str, ...]":
        return _texts(key, [value] if isinstance(value, str) else value, where)
    if kind.startswith("tuple["):
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            raise BadSettings(f"{where}: {key} should be a list of tables, [[{key}]].")
        return tuple(_override(each, where) if key == "overrides" else each for each in value)
    if not isinstance(value, dict):
        raise BadSettings(f"{where}: {key} should be a table, but it is {value!r}.")
    if key == "rules":
        return {_rule_named(name): _options(name, table, where) for name, table in value.items()}
    if key == "per-file-ignores":
        return {name: _texts(f"{key}.{name}", each, where) for name, each in value.items()}
    return {name: _severity_word(name, word, where) for name, word in value.items()}


def _text(key: str, value: Any, where: str) -> str:
    if not isinstance(value, str):
        raise BadSettings(f"{where}: {key} should be text, but it is {value!r}.")
    return value


def _texts(key: str, value: Any, where: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise BadSettings(f"{where}: {key} should be a list of texts, but it is {value!r}.")
    return tuple(value)


def _override(table: dict[str, Any], where: str) -> Override:
    _check_keys(table, _OVERRIDE_KEYS, f"{where}, overrides")
    if "files" not in table:
        raise BadSettings(f"{where}: an override needs files = [...].")
    return Override(**{key.replace("-", "_"): _value(Override, key, value, where) for key, value in table.items()})


def _severity_word(name: str, word: Any, where: str) -> str:
    words = [str(each) for each in Severity]
    if word not in words:
        raise BadSettings(f"{where}: the severity of {name} is {word!r}, but it should be {', '.join(words)}.")
    return str(word)


def _options(name: str, table: Any, where: str) -> Mapping[str, Any]:
    if not isinstance(table, dict):
        raise BadSettings(f"{where}: [rules.{name}] should be a table.")
    return table


def _rule_named(name: str) -> str:
    """The name of the rule that is called so, by its name or its code."""
    called = name.casefold()
    return next((rule.name for rule in catalogue.every() if called in (rule.name, rule.code.casefold())), name)


def checked(settings: Settings, where: str) -> None:
    """Raise BadSettings for a value that is of the right kind but means nothing."""
    for key, value, known in (
        ("fail-on", settings.fail_on, FAIL_ON),
        ("min-severity", settings.min_severity, FAIL_ON[:3]),
    ):
        if value not in known:
            raise BadSettings(f"{where}: {key} is {value!r}, but it should be one of {', '.join(known)}.")
    named = (
        *((name, "severity") for name in settings.severity),
        *((name, "rules") for name in settings.rules),
        *((name, key) for key in ("select", "extend_select", "ignore") for name in getattr(settings, key)),
        *((name, "per-file-ignores") for names in settings.per_file_ignores.values() for name in names),
        *((name, "overrides") for each in settings.overrides for name in (*each.ignore, *each.extend_select, *each.severity)),
    )
    own = {name for rule in own_rules(settings, where) for name in catalogue.names_of(rule)}
    for name, key in named:
        if name.casefold() not in own and name.casefold() not in catalogue.known_names():
            raise BadSettings(
                f"{where}: {key.replace('_', '-')} names {name!r}, which is no rule, code or family{_nearest_rule(name)}."
            )
    for name in settings.rules:
        options_of(name, settings, where)


def own_rules(settings: Settings, where: str) -> tuple[Rule, ...]:
    """The rules of the ``[[custom-rules]]`` tables, in their order. Raises BadSettings."""
    try:
        made = tuple(lexicon.custom(table, number) for number, table in enumerate(settings.custom_rules, 1))
    except ValueError as problem:
        raise BadSettings(f"{where}: {problem}") from None
    names = [rule.name for rule in made]
    taken = next((name for at, name in enumerate(names) if name in catalogue.known_names() or name in names[:at]), None)
    if taken:
        raise BadSettings(f"{where}: custom-rules: the name {taken!r} is taken already.")
    return made


def _nearest_rule(name: str) -> str:
    return _nearest(name, [each for each in catalogue.known_names() if not re.fullmatch(r"[a-z]{3}\d{3}", each)])


def options_of(name: str, settings: Settings, where: str) -> Any:
    """The options of a rule, as its own dataclass; None for a rule without. Raises BadSettings."""
    rule = catalogue.by_name().get(name)
    given = settings.rules.get(name, {})
    if rule is None or rule.options is None:
        if given:
            raise BadSettings(f"{where}: the rule {name} has no options.")
        return None
    known = {each.name.replace("_", "-"): each for each in dataclasses.fields(rule.options)}
    _check_keys(given, known, f"{where}, [rules.{name}]")
    values = {}
    for key, value in given.items():
        kind = type(known[key].default)
        if kind is tuple and isinstance(value, list):
            value = tuple(value)
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise BadSettings(f"{where}: [rules.{name}] {key} is {value!r}, but it should be like {known[key].default!r}.")
        least = known[key].metadata.get("at_least")
        if least is not None and value < least:
            raise BadSettings(f"{where}: [rules.{name}] {key} is {value!r}, but it should be at least {least}.")
        values[key.replace("-", "_")] = value
    return rule.options(**values)


def on(text: str) -> datetime.date:
    """A date given by the user as YYYY-MM-DD. Raises BadSettings."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise BadSettings(f"{text!r} is not a date written YYYY-MM-DD.") from None
