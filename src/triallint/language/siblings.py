"""Criteria that stand in one list: only those can repeat each other; a cohort's list may repeat another cohort's."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.page import Criterion, TrialPage


def lists(page: TrialPage) -> Iterator[list[Criterion]]:
    """The lists of a page's criteria: those of one kind under one sub-heading, and the sub-lists of each item."""
    top: dict[tuple[str, int, int], list[Criterion]] = {}
    for each in page.criteria:
        key = (each.kind, id(each.group.origin), each.group.start) if each.group else (each.kind, 0, 0)
        top.setdefault(key, []).append(each)
    yield from top.values()
    for each in page.all_criteria:
        if each.children:
            yield list(each.children)
