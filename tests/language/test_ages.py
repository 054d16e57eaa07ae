"""Ages in words and in fields."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triallint.language.ages import ages, of_field


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("18 years or older", 18, None),
        ("aged between 2 and 12 years", 2, 12),
        ("≥ 18 years", 18, None),
        ("up to 65 years of age", None, 65),
        ("6 months to 5 years", 0.5, 5),
        ("18 to 65 years old", 18, 65),
    ],
)
def test_a_range(text: str, low: float | None, high: float | None) -> None:
    (found,) = ages(text)
    assert (found.low, found.high) == (low, high)


def test_fields() -> None:
    assert of_field("18 Years") == 18
    assert of_field("6 Months") == 0.5
    assert of_field("N/A") is None


@given(st.text())
def test_offsets_are_inside(text: str) -> None:
    for each in ages(text.lower()):
        assert 0 <= each.start < each.end <= len(text.lower())
