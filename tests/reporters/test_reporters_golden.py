"""What each format writes for the sample run, byte for byte: read the files in golden/ to see the formats."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from reporter_samples import results, written

from triallint import reporters
from triallint.finding import Severity

NARROW = {"width": 60, "min_severity": Severity.WARNING}
CASES: list[tuple[str, str, dict[str, Any]]] = [
    *((f"{name}.txt", name, {}) for name in reporters.FORMATS),
    ("full-color.txt", "full", {"color": True}),
    ("full-narrow.txt", "full", NARROW),
    ("concise-verbose.txt", "concise", {"verbose": True, "min_severity": Severity.ERROR}),
    ("grouped-quiet.txt", "grouped", {"quiet": True}),
]


@pytest.mark.parametrize(("file", "name", "look"), CASES, ids=[case[0] for case in CASES])
def test_format(file: str, name: str, look: dict[str, Any], golden: Callable[[str, str], None]) -> None:
    golden(file, written(name, results(), **look))
