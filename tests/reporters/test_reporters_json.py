from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from reporter_samples import results, written

from triallint.finding import Severity

SCHEMA = json.loads((Path(__file__).parents[2] / "schemas" / "report.schema.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def document(**look: Severity) -> dict[str, object]:
    read: dict[str, object] = json.loads(written("json", results(), **look))
    return read


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("lowest", Severity)
def test_the_document_is_what_the_schema_says(lowest: Severity) -> None:
    VALIDATOR.validate(document(min_severity=lowest))
    VALIDATOR.validate(json.loads(written("json", [])))


def test_the_schema_knows_every_key() -> None:
    read = document()
    assert list(read) == SCHEMA["required"] == list(SCHEMA["properties"])
    for group, kind in (("files", "file"), ("findings", "finding")):
        assert all(list(each) == SCHEMA["$defs"][kind]["required"] for each in read[group])  # type: ignore[attr-defined]
    for key in read:
        assert not VALIDATOR.is_valid({name: value for name, value in read.items() if name != key})
    assert not VALIDATOR.is_valid({**read, "more": 1})


def test_the_summary_counts_what_is_listed() -> None:
    read = json.loads(written("json", results(), min_severity=Severity.WARNING))
    summary = read["summary"]
    listed = read["findings"]
    assert summary["findings"] == len(listed) == summary["error"] + summary["warning"] + summary["info"]
    assert summary["fixable"] == sum(each["fix"] is not None for each in listed)
    assert summary["files"] == len(read["files"])


def test_findings_are_sorted_and_the_lines_are_the_same_findings() -> None:
    listed = json.loads(written("json", results()))["findings"]
    order = [(each["path"], each["start"]["line"], each["start"]["column"], each["code"]) for each in listed]
    assert order == sorted(order)
    assert [json.loads(line) for line in written("json-lines", results()).splitlines()] == listed


def test_the_same_bytes_twice() -> None:
    assert written("json", results()) == written("json", results())
