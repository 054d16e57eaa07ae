"""Limits of analytes: what is compared with what."""

from __future__ import annotations

import pytest

from triallint import reading
from triallint.language.quantities import analytes, limits
from triallint.source import Source

PAGE = "<h1>NCT01234567</h1><h2>Inclusion criteria</h2><ul><li>{}</li></ul>"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hemoglobin ≥ 9 g/dL", ("hemoglobin", ">=", 9.0, "g/dl", False)),
        ("ALT ≤ 2.5 × ULN", ("alt", "<=", 2.5, "", True)),
        ("Platelet count of at least 100,000/mm3", ("platelets", ">=", 100.0, "10*9/l", False)),
        ("eGFR less than or equal to 30 mL/min/1.73 m2", ("egfr", "<=", 30.0, "ml/min", False)),
    ],
)
def test_a_limit(text: str, expected: tuple[object, ...]) -> None:
    (page,) = reading.read(Source("NCT01234567.html", PAGE.format(text)))
    (limit,) = limits(page)
    assert (limit.analyte.name, limit.sign, limit.value, limit.unit, limit.relative) == expected
    assert limit.hit.place().text == text


def test_a_range_is_no_limit() -> None:
    (page,) = reading.read(Source("NCT01234567.html", PAGE.format("BMI > 18 to 30 kg/m2")))
    assert not limits(page)


def test_normal_values_are_possible_ones() -> None:
    for analyte in analytes().values():
        for value in (analyte.low, analyte.high):
            assert value is None or analyte.least <= value <= analyte.most
