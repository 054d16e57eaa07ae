"""jsonschema's door: (value, schema name) -> problems, in an editor's words.

The schemas are JSON Schema 2020-12 files in `schemas/`. Their annotations carry the words: the `title` of a property
is how a reader would name it ("a primary outcome"), the `description` of a form ends the sentence "it should be ...".
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

Steps = tuple[str | int, ...]
Schema = dict[str, Any]
Error = Any  # jsonschema's ValidationError, whose stubs declare every attribute as perhaps unset

QUOTED = 60  # characters of a value that a message repeats
LISTED = 15  # allowed values that a message lists; there are 14 statuses
OF_THE_REGISTRY = ("ctgov-v2-study", "trial-page")

TYPES = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a group of fields",
    "null": "empty (null)",
}
SENTENCES = {
    "minLength": "should have {limit} characters or more, but it has {size}",
    "maxLength": "should have {limit} characters or fewer, but it has {size}",
    "minItems": "should have {limit} items or more, but it has {size}",
    "maxItems": "should have {limit} items or fewer, but it has {size}",
    "uniqueItems": "has the same item twice",
    "minimum": "should be {limit} or more, but it is {value}",
    "maximum": "should be {limit} or less, but it is {value}",
    "exclusiveMinimum": "should be more than {limit}, but it is {value}",
    "exclusiveMaximum": "should be less than {limit}, but it is {value}",
    "const": "should be {limit}, but it is {value}",
}


@dataclass(frozen=True)
class Problem:
    """One way in which a value is not what its schema describes; `path` leads from the value to the place."""

    path: Steps
    kind: str  # the keyword of JSON Schema: type, enum, pattern, required, minItems ...
    message: str  # a complete sentence
    missing: str | None = None  # of kind required: the name of what is not there; path is then what should have it


def problems(value: object, schema_name: str) -> Iterator[Problem]:
    """Yield what is wrong with a value, by path, then keyword; nothing when it is valid."""
    if _certainly_valid(value, schema_name):
        return
    root = load(schema_name)
    told = [p for error in _jsonschema(schema_name).iter_errors(value) for p in _tell(error, root, schema_name)]
    mistyped = {problem.path for problem in told if problem.kind == "type"}
    for problem in sorted(dict.fromkeys(told), key=_order):
        # Text that should be a list is not also "not one of the values": the first thing to repair is enough.
        if problem.kind == "type" or problem.path not in mistyped:
            yield problem


@cache
def load(name: str) -> Schema:
    """Return the schema `<name>.schema.json`, which lies in the package or, in a checkout, at the repository's root."""
    here = Path(__file__).resolve()  # importlib.resources gives the same folder, at 11 ms of every cold start
    for folder in (here.parent / "schemas", here.parents[2] / "schemas"):
        path = folder / f"{name}.schema.json"
        if path.is_file():
            schema: Schema = json.loads(path.read_text(encoding="utf-8"))
            return schema
    raise FileNotFoundError(f'triallint has no schema named "{name}": its file {name}.schema.json is missing.')


def _certainly_valid(value: object, schema_name: str) -> bool:
    """Return whether the quick validator says yes; its no, and what it cannot read, is for jsonschema to judge.

    Where the two disagree (NaN, a line break at the end of a value with a pattern) the quick one is the stricter, so
    its yes holds, unless a schema negates the type "number" or a pattern that ends in `$`; a test forbids that.
    """
    try:
        return bool(_jsonschema_rs(schema_name).is_valid(value))
    except ValueError:  # a date from YAML, a number as a key, half of a surrogate pair
        return False


@cache
def _jsonschema_rs(name: str) -> Any:
    import jsonschema_rs

    return jsonschema_rs.Draft202012Validator(load(name))


@cache
def _jsonschema(name: str) -> Any:
    from jsonschema import Draft202012Validator, validators

    # A tuple is a list to jsonschema_rs, and frozen values hold tuples.
    lists = Draft202012Validator.TYPE_CHECKER.redefine("array", lambda _, value: isinstance(value, list | tuple))
    extend: Any = validators.extend
    return extend(Draft202012Validator, type_checker=lists)(load(name))


def _order(problem: Problem) -> tuple[object, ...]:
    """Return what problems are sorted by; the steps of a path are names or numbers, which do not compare."""
    return tuple((isinstance(step, str), step) for step in problem.path), problem.kind, problem.message


def _tell(error: Error, root: Schema, schema_name: str) -> Iterator[Problem]:
    """Yield one error of jsonschema as problems: more than one where it speaks of several names at once."""
    error = _deepest(error)
    path, kind = tuple(error.absolute_path), str(error.validator)
    if kind == "required":
        missing = [name for name in error.validator_value if name not in error.instance]
        yield from (Problem(path, kind, _lacks(root, path, name), name) for name in missing)
    elif kind == "additionalProperties":
        yield from (Problem((*path, name), kind, _unknown(name, error.schema)) for name in map(str, _extra(error)))
    elif types := _wanted_types(error):
        wanted = " or ".join(TYPES[name] for name in types)
        yield Problem(path, "type", f"{_place(root, path)} should be {wanted}, but it is {_called(error.instance)}.")
    elif kind == "enum":
        yield Problem(path, kind, _not_listed(error, path, schema_name))
    else:
        yield Problem(path, kind, _sentence(error, root, path))


def _deepest(error: Error) -> Error:
    """Return the error that a choice between forms comes down to: the one furthest inside, where most did fit."""
    while error.context and not _wanted_types(error):
        depth = max(len(inner.absolute_path) for inner in error.context)
        deepest = [inner for inner in error.context if len(inner.absolute_path) == depth]
        error = next((inner for inner in deepest if inner.validator != "type"), deepest[0])
    return error


def _wanted_types(error: Error) -> list[str]:
    """Return the types that would have been right, also of a choice in which no form has the value's type."""
    if error.validator == "type":
        return [error.validator_value] if isinstance(error.validator_value, str) else list(error.validator_value)
    if any(inner.validator != "type" or inner.absolute_path != error.absolute_path for inner in error.context):
        return []
    return list(dict.fromkeys(name for inner in error.context for name in _wanted_types(inner)))


def _extra(error: Error) -> list[str]:
    """Return the names in a group of fields that its schema does not know."""
    patterns, known = error.schema.get("patternProperties", {}), error.schema.get("properties", {})
    return [name for name in error.instance if name not in known and not any(re.search(p, name) for p in patterns)]


def _unknown(name: str, schema: Schema) -> str:
    near = _nearest(name, list(schema.get("properties", {})))
    return f"{_quote(name)} is not a known name" + (f"; nearest: {near}." if near else ".")


def _lacks(root: Schema, path: Steps, name: str) -> str:
    """Say that something is not there: 'The study has no primary outcome.'"""
    title = _title(root, (*path, name))
    return f"{_place(root, path)} has no {re.sub('^(?:a|an|the) ', '', title) if title else _quote(name)}."


def _not_listed(error: Error, path: Steps, schema_name: str) -> str:
    """Say that a value is not an allowed one, with the allowed ones that look like it, else all of them."""
    allowed = error.validator_value
    whose = "the registry's values" if schema_name in OF_THE_REGISTRY else "the values"
    field = next((f" for {step}" for step in reversed(path) if isinstance(step, str)), "")
    near = _nearest(error.instance, allowed)
    more = f" and {len(allowed) - LISTED} more" if len(allowed) > LISTED else ""
    hint = f"nearest: {near}" if near else "allowed: " + ", ".join(map(_quote, allowed[:LISTED])) + more
    return f"{_quote(error.instance)} is not one of {whose}{field}; {hint}."


def _nearest(value: object, allowed: Sequence[object]) -> str:
    """Return the allowed texts nearest to a value, quoted, at most two; the same letters and digits win alone."""
    from difflib import get_close_matches  # needed only when something is wrong

    if not isinstance(value, str):
        return ""
    folded = {_fold(text): text for text in allowed if isinstance(text, str) and _denies(text) == _denies(value)}
    near = [_fold(value)] if _fold(value) in folded else get_close_matches(_fold(value), folded, n=2, cutoff=0.7)
    return " or ".join(_quote(folded[text]) for text in near)


def _denies(text: str) -> bool:
    """Return whether a text says not: 'Not recruiting' looks like RECRUITING and is the opposite."""
    return bool(re.search(r"(?<![a-z])(?:not?|non)(?![a-z])", text.lower()))


def _fold(text: str) -> str:
    """Return a text's letters and digits in lower case, with phases in Arabic numerals: 'Phase II' is 'phase2'."""
    arabic = re.sub(r"\b(?:iv|i{1,3})\b", lambda roman: str(len(roman[0].replace("v", "iii"))), text.lower())
    return re.sub(r"[\W_]+", "", arabic)


def _sentence(error: Error, root: Schema, path: Steps) -> str:
    """Say what is wrong by any other keyword."""
    place, limit, value = _place(root, path), error.validator_value, error.instance
    if error.validator in ("minLength", "minItems") and not value and path:
        return _lacks(root, path[:-1], path[-1]) if isinstance(path[-1], str) else f"{place} is empty."
    if error.validator in SENTENCES:
        size = len(value) if isinstance(value, str | list | tuple) else 0
        return f"{place} {SENTENCES[error.validator].format(limit=_quote(limit), value=_quote(value), size=size)}."
    if isinstance(error.schema, dict) and "description" in error.schema:
        return f"{place} should be {error.schema['description']}, but it is {_called(value)}."
    return f"{place} does not have the expected form; it is {_called(value)}."


def _place(root: Schema, path: Steps) -> str:
    """Return the beginning of a sentence about a place: '"phases"', 'Item 2 of "phases"', 'The study'."""
    field = next((_quote(step) for step in reversed(path) if isinstance(step, str)), "")
    if path and isinstance(path[-1], int):
        return f"Item {path[-1] + 1}" + (f" of {field}" if field else "")
    title: str = root.get("title", "the file")
    return field or title[:1].upper() + title[1:]


def _title(root: Schema, path: Steps) -> str | None:
    """Return the title of the property at a path."""
    schema = root
    for step in path:
        if "$ref" in schema:
            schema = root["$defs"][schema["$ref"].rpartition("/")[2]]
        schema = schema.get("properties", {}).get(step, {}) if isinstance(step, str) else schema.get("items", {})
    return schema.get("title")


def _called(value: object) -> str:
    """Return a value as a reader would call it: 'the text "PHASE1"', 'a list'."""
    if isinstance(value, str):
        return f"the text {_quote(value)}" if value else "empty text"
    if value is None or isinstance(value, Mapping | list | tuple):
        return TYPES["null" if value is None else "object" if isinstance(value, Mapping) else "array"]
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return f"the {'number' if number else 'value'} {_quote(value)}"


def _quote(value: object) -> str:
    """Return a value as JSON, shortened, in characters that any output can hold."""
    short = value[: QUOTED - 1] + "…" if isinstance(value, str) and len(value) > QUOTED else value
    text = json.dumps(short, ensure_ascii=False, default=str)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
