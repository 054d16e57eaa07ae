"""The rules: one folder per family, one file per rule, named after the fault. Found by walking this package."""

from __future__ import annotations

import dataclasses
import importlib
import os
from functools import cache
from pathlib import Path

from triallint import lexicon
from triallint.rule import FAMILIES, Rule


@cache
def every() -> tuple[Rule, ...]:
    """All rules, coded and lexicon, by code."""
    coded = [_loaded(f"triallint.rules.{family}.{name}") for family, name in _files()]
    return tuple(sorted([*coded, *lexicon.rules()], key=lambda rule: rule.code))


@cache
def by_name() -> dict[str, Rule]:
    """The rules by name."""
    return {rule.name: rule for rule in every()}


def _files() -> list[tuple[str, str]]:
    here = Path(__file__).parent
    return [
        (family, entry[:-3])
        for family in FAMILIES.values()
        if (here / family).is_dir()
        for entry in sorted(os.listdir(here / family))
        if entry.endswith(".py") and not entry.startswith("_")
    ]


def _loaded(module_name: str) -> Rule:
    module = importlib.import_module(module_name)
    rule: Rule = module.rule
    check = getattr(module, "check", None)
    return dataclasses.replace(rule, check=check) if check else rule


@cache
def known_names() -> frozenset[str]:
    """Every name a rule may be called by, in lower case: names, codes, families, ALL."""
    families = (name.casefold() for pair in FAMILIES.items() for name in pair)
    return frozenset(["all", *families, *(name for rule in every() for name in names_of(rule))])


@cache
def names_of(rule: Rule) -> frozenset[str]:
    """All names of one rule, in lower case."""
    letters = rule.code[:3].casefold()
    return frozenset((rule.name, rule.code.casefold(), letters, FAMILIES.get(rule.code[:3], letters), "all"))
