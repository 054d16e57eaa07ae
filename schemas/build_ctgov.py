"""Build ctgov-v2-study.schema.json from the OpenAPI document of ClinicalTrials.gov's API v2.

    python schemas/build_ctgov.py PATH/ctg-oas-v2.yaml

The API publishes the document at https://clinicaltrials.gov/data-api/api. Its shape is kept: types, values, nested
definitions, in its own order. What differs is stated here once: nothing is required (the document itself requires only
the two halves of a map point), properties it does not know are allowed, and dates and ages get patterns.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

TARGET = Path(__file__).with_name("ctgov-v2-study.schema.json")
REF = "#/components/schemas/"
WIDTH = 100  # without the key

DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
# The document says `format: date`, which validators may ignore, or says the form only in prose. A `description` here
# completes the sentence "... should be"; patterns spell out [0-9] because \d means other things to other engines.
DEFINITIONS = {
    "Date": {"type": "string", "description": "a date such as 2026-05-31", "pattern": f"^{DATE}$"},
    "PartialDate": {
        "type": "string",
        "description": "a date such as 2026-05-31, 2026-05 or 2026",
        "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
    },
    "DateTimeMinutes": {
        "type": "string",
        "description": "a date and time such as 2026-05-31T14:30",
        "pattern": f"^{DATE}T[0-9]{{2}}:[0-9]{{2}}$",
    },
    "Quantity": {
        "type": "string",
        "description": 'a number and a unit of time such as "18 Years" or "6 Months"',
        "pattern": "^[0-9]+ (Year|Years|Month|Months|Week|Weeks|Day|Days|Hour|Hours|Minute|Minutes)$",
    },
}

# Where the 2.0.0 draft and what the registry publishes disagree, the registry is right.
ADDED_VALUES = {
    "SecondaryIdType": ("CTIS",),  # numbers of the EU's trial register, met in published records
    "ViolationEventType": ("ISSUES_IN_LETTER_ADDRESSED_CONFIRMED",),  # in clients written for later issues of it
}
CHANGED_PROPERTIES = {
    # The draft says a full date; records of results have a month ("2011-07").
    ("OutcomeMeasure", "anticipatedPostingDate"): {"$ref": REF + "PartialDate"},
}


def build(document: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of one study, with every definition it reaches under `$defs`."""
    shapes = document["components"]["schemas"]
    for name, values in ADDED_VALUES.items():
        shapes[name]["enum"] += [value for value in values if value not in shapes[name]["enum"]]
    for (name, prop), shape in CHANGED_PROPERTIES.items():
        shapes[name]["properties"][prop] = shape
    study = translate(shapes["Study"])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": f"Built by schemas/build_ctgov.py from the OpenAPI document {document['info']['version']}.",
        "title": "the study",
        **study,
        "$defs": dict(definitions(study, shapes)),
    }


def definitions(study: dict[str, Any], shapes: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield (name, schema) of every definition reached from the study, ours first, then in the document's order."""
    found: dict[str, dict[str, Any]] = {}
    pending = list(references(study))
    while pending:
        name = pending.pop()
        if name not in found:
            found[name] = DEFINITIONS.get(name) or translate(shapes[name])
            pending += references(found[name])
    yield from ((name, found[name]) for name in DEFINITIONS if name in found)
    yield from ((name, found[name]) for name in shapes if name in found and name not in DEFINITIONS)


def references(schema: Any) -> Iterator[str]:
    """Yield the names of the definitions a schema refers to."""
    if isinstance(schema, dict):
        if "$ref" in schema:
            yield schema["$ref"].rpartition("/")[2]
        for value in schema.values():
            yield from references(value)


def translate(shape: dict[str, Any]) -> dict[str, Any]:
    """Return one OpenAPI schema as JSON Schema, without prose and requirements."""
    if "$ref" in shape:
        return {"$ref": "#/$defs/" + shape["$ref"].removeprefix(REF)}
    if shape.get("format") == "date":
        return {"$ref": "#/$defs/Date"}
    if "pattern" in shape:
        return quantity(shape)
    schema = {key: shape[key] for key in ("type", "enum") if key in shape}
    if "items" in shape:
        schema["items"] = translate(shape["items"])
    if "properties" in shape:
        schema["properties"] = {name: translate(inner) for name, inner in shape["properties"].items()}
    return schema


def quantity(shape: dict[str, Any]) -> dict[str, Any]:
    """Return the reference that stands for the one pattern the document has; a new pattern must be looked at."""
    known = DEFINITIONS["Quantity"]["pattern"]
    if shape["pattern"].replace("\\d", "[0-9]") != known:
        raise SystemExit(f"The document has a pattern this script does not know: {shape['pattern']}")
    return {"$ref": "#/$defs/Quantity"}


def layout(value: Any, depth: int = 0) -> str:
    """Return JSON with one space of indent, in which whatever fits on a line stands on one."""
    line = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, dict | list) or not value or (len(line) + depth < WIDTH and "$defs" not in value):
        return line
    if isinstance(value, dict):
        parts = [f"{json.dumps(key)}: {layout(inner, depth + 1)}" for key, inner in value.items()]
        return wrap("{}", parts, depth)
    return wrap("[]", [layout(inner, depth + 1) for inner in value], depth)


def wrap(brackets: str, parts: list[str], depth: int) -> str:
    """Return parts between brackets, one to a line."""
    inner = ",\n".join(" " * (depth + 1) + part for part in parts)
    return f"{brackets[0]}\n{inner}\n{' ' * depth}{brackets[1]}"


def text(path: Path) -> str:
    """Return the schema file's text for the OpenAPI document at path."""
    return layout(build(yaml.safe_load(path.read_text(encoding="utf-8")))) + "\n"


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit("usage: python schemas/build_ctgov.py PATH_TO_OPENAPI_YAML")
    TARGET.write_text(text(Path(sys.argv[1])), encoding="utf-8")
