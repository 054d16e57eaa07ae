"""Which rules run on a file, at what severity and with what options."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from triallint import rules as catalogue
from triallint.config import Settings, options_of, own_rules
from triallint.finding import Severity
from triallint.globs import matches
from triallint.rule import Rule


@dataclass(frozen=True)
class Active:
    """A rule that may run, with the severity the user gave it (None: its own) and its options."""

    rule: Rule
    severity: Severity | None
    options: Any
    selected: bool

    def runs_on(self, kind: str) -> bool:
        """Whether it runs on pages or records."""
        return self.rule.severity(kind) is not None and (self.selected or kind not in self.rule.off)


def _is_named(rule: Rule, names: Iterable[str]) -> bool:
    return any(name.casefold() in catalogue.names_of(rule) for name in names)


def active(settings: Settings, path: str = "") -> tuple[Active, ...]:
    """The rules that may run on a file, with their severities and options. ``path`` is relative to the root."""
    override = [each for each in settings.overrides if matches(path, each.files)]
    ignored = [*settings.ignore, *(name for each in override for name in each.ignore)]
    ignored += [name for glob, names in settings.per_file_ignores.items() if matches(path, (glob,)) for name in names]
    extended = [*settings.extend_select, *(name for each in override for name in each.extend_select)]
    severity = {**settings.severity, **{name: word for each in override for name, word in each.severity.items()}}
    chosen = []
    for rule in (*catalogue.every(), *own_rules(settings, settings.file)):
        selected = _is_named(rule, settings.select) or _is_named(rule, extended)
        if _is_named(rule, ignored) or (settings.select and not selected):
            continue
        chosen.append(Active(rule, _severity_for(rule, severity), options_of(rule.name, settings, ""), selected))
    return tuple(chosen)


def _severity_for(rule: Rule, given: Mapping[str, str]) -> Severity | None:
    """The user's severity for a rule: by its name or code before its family, and the family before ALL."""
    names = (rule.name, rule.code.casefold(), rule.code[:3].casefold(), rule.family, "all")
    lowered = {name.casefold(): word for name, word in given.items()}
    word = next((lowered[name] for name in names if name in lowered), None)
    return Severity[word.upper()] if word else None


def language_for(settings: Settings, path: str) -> str:
    """The language a file is declared to be in, "" when the configuration does not say."""
    return next((each.language for each in settings.overrides if each.language and matches(path, each.files)), settings.language)
