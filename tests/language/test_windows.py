"""Time windows and what they count from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triallint.language.windows import windows


@pytest.mark.parametrize(
    "text", ["stroke within 6 months before screening", "within the past 2 years", "within 30 days of surgery"]
)
def test_anchored(text: str) -> None:
    assert [each.anchored for each in windows(text)] == [True]


@pytest.mark.parametrize("text", ["stroke within 6 months", "unstable angina within three weeks; seen at screening"])
def test_not_anchored(text: str) -> None:
    assert [each.anchored for each in windows(text)] == [False]


def test_a_place_is_no_window() -> None:
    assert not list(windows("in 3 days of the week"))


@given(st.text())
def test_offsets_are_inside(text: str) -> None:
    for each in windows(text.lower()):
        assert 0 <= each.start < each.end <= len(text.lower())
