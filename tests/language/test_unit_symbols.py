from __future__ import annotations

import re

import pytest

from triallint.language import unit_symbols


def found(text: str) -> list[str]:
    hits = re.finditer(unit_symbols.REGEX, text)
    return [
        f"{hit['unit']} {unit_symbols.right(hit['unit'])}"
        for hit in hits
        if unit_symbols.is_unit(hit["unit"], hit[0][0], text[: hit.start()], text[hit.end() :])
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("30ML/min", ["ML mL"]),
        ("50 Mg/Ml", ["Mg/Ml mg/mL"]),
        ("8 mg/Kg", ["Kg kg"]),
        ("(ug/day", ["ug mcg"]),
        ("4 NG/ML", ["NG/ML ng/mL"]),
        ("9 g/DL", ["DL dL"]),
        ("5 NG tubes, 3 ML models, CD34 MG, 2 DL, part/ML, Ca 2 Mg 1, 5 mg, 10 mM", []),
    ],
)
def test_is_unit(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_shouting() -> None:
    assert unit_symbols.is_shouted("SAFETY OF A DOSE OF 5 MG")
    assert not unit_symbols.is_shouted("Safety of a dose of 5 MG")
