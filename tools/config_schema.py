"""Write schemas/config.schema.json from the settings and the rules' options: python tools/config_schema.py [--check]."""

from __future__ import annotations

import dataclasses
import json
import pathlib
import sys
from typing import Any

from triallint import config, rules
from triallint.finding import Severity
from triallint.rule import FAMILIES, Rule

FILE = pathlib.Path(__file__).resolve().parent.parent / "schemas/config.schema.json"
_TEXTS = {"type": "array", "items": {"type": "string"}}
_WORDS = {
    "extend": "Presets or files to start from, a later one on top of an earlier one.",
    "select": "Run only these rules: names, codes, families, ALL.",
    "extend-select": "Run these rules too.",
    "ignore": "Do not run these rules.",
    "severity": "The severity of a rule, by its name, code or family.",
    "per-file-ignores": "Rules that do not run on the files a glob names.",
    "overrides": "Settings for some files only.",
    "rules": "Options of single rules.",
    "exclude": "Globs of files to leave out when folders are walked.",
    "fail-on": "The severity from which on the exit status is 1.",
    "min-severity": "The severity from which on findings are shown and fixed.",
    "language": "The language of the texts, when they do not say; rules for English are skipped for others.",
    "custom-rules": "Word rules of your own.",
}


def schema() -> dict[str, Any]:
    severity = {"enum": [str(each) for each in Severity]}
    names = {
        "enum": ["ALL", *sorted({*FAMILIES, *FAMILIES.values()}), *(name for r in rules.every() for name in (r.name, r.code))]
    }
    named = {"type": "array", "items": {"anyOf": [names, {"type": "string"}]}}
    severities = {"type": "object", "additionalProperties": severity}
    kinds: dict[str, Any] = {
        "extend": {"anyOf": [{"type": "string"}, _TEXTS]},
        **dict.fromkeys(("select", "extend-select", "ignore"), named),
        "severity": severities,
        "per-file-ignores": {"type": "object", "additionalProperties": named},
        "overrides": {"type": "array", "items": _override(named, severities)},
        "rules": {"type": "object", "properties": {rule.name: _options(rule) for rule in rules.every() if rule.options}},
        "exclude": _TEXTS,
        "fail-on": {"enum": list(config.FAIL_ON)},
        "min-severity": severity,
        "language": {"type": "string"},
        "custom-rules": {"type": "array", "items": {"type": "object", "required": ["name"]}},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "triallint configuration (triallint.toml, or [tool.triallint] in pyproject.toml)",
        "type": "object",
        "additionalProperties": False,
        "properties": {key: {"description": _WORDS[key], **kinds[key]} for key in config.KEYS},
    }


def _override(named: dict[str, Any], severities: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "required": ["files"],
        "additionalProperties": False,
        "properties": {
            "files": _TEXTS,
            "ignore": named,
            "extend-select": named,
            "severity": severities,
            "language": {"type": "string"},
        },
    }


def _options(rule: Rule) -> dict[str, Any]:
    assert rule.options is not None
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {each.name.replace("_", "-"): _option(each) for each in dataclasses.fields(rule.options)},
    }


def _option(field: Any) -> dict[str, Any]:
    kind = {bool: "boolean", int: "integer", float: "number", str: "string", tuple: "array"}[type(field.default)]
    least = field.metadata.get("at_least")
    default = list(field.default) if kind == "array" else field.default
    limits = {} if least is None else {"minimum": least}
    return {"description": field.metadata.get("help", ""), "type": kind, "default": default, **limits}


def main() -> None:
    text = json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"
    if "--check" in sys.argv:
        sys.exit(FILE.read_text("utf-8") != text)
    FILE.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
