"""Criteria that stand in one list: only those can repeat each other; a cohort's list may repeat another cohort's."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.page import Criterion, TrialPage


def lists(page: TrialPage) -> Iterator[list[Criterion]]:
    """The lists of a page's criteria: those of one kind under one sub-heading, and the sub-lists of each item.

    An item that ends with a colon begins a new list even where its sub-items are not set off from it.
    """
    top: dict[tuple[str, int, int], list[Criterion]] = {}
    for each in page.criteria:
        key = (each.kind, id(each.group.origin), each.group.start) if each.group else (each.kind, 0, 0)
        top.setdefault(key, []).append(each)
    for items in (*top.values(), *(each.children for each in page.all_criteria)):
        part: list[Criterion] = []
        for each in items:
            if each.text.endswith(":") and not each.children:
                yield part
                part = []
            else:
                part.append(each)
        yield part
