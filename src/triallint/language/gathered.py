"""How much to tell of what a page has over and over: a habit is one finding, not fifty."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")
MOST = 5  # places that are told one by one


def gathered(found: Sequence[T]) -> tuple[Sequence[T], int]:
    """All of a few places and 0; of many the first, and how many others there are."""
    return (found, 0) if len(found) <= MOST else (found[:1], len(found) - 1)
