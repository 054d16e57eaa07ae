"""Criteria that stand in one list: only those can repeat each other; a cohort's list may repeat another cohort's."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from triallint.page import Criterion, TrialPage

_LETTERS = 24  # of the beginning or end of an item, by which others like it are found
_LEAST = 18


def lists(page: TrialPage) -> Iterator[list[Criterion]]:
    """The lists of a page's criteria: those of one kind under one sub-heading, and the sub-lists of each item.

    An item that ends with a colon begins a new list even where its sub-items are not set off from it, and so does one
    with which the numbers start anew.
    """
    top: dict[tuple[str, int, int], list[Criterion]] = {}
    for each in page.criteria:
        key = (each.kind, id(each.group.origin), each.group.start) if each.group else (each.kind, 0, 0)
        top.setdefault(key, []).append(each)
    for items in (*top.values(), *(each.children for each in page.all_criteria if each.children)):
        part: list[Criterion] = []
        numbered = False
        for each in items:
            is_lead_in = not each.children and each.text.endswith(":")
            if is_lead_in or (numbered and each.number == "1"):
                yield part
                part, numbered = [], False
            if not is_lead_in:
                part.append(each)
                numbered = numbered or each.number != ""
        yield part


def alike(page: TrialPage) -> tuple[list[Criterion], ...]:
    """Of each list the items that begin or end as another one does, or in the words of another one; the rest is unlike.

    It takes a tenth of the time of a comparison by words, and in most lists it leaves nothing to compare.
    """
    return page.once(_alike)


def _alike(page: TrialPage) -> tuple[list[Criterion], ...]:
    return tuple(some for items in lists(page) if len(items) > 1 and (some := _of_list(items)))


def _of_list(items: list[Criterion]) -> list[Criterion]:
    texts = [each.text.lower().strip(" .,;:()[]\"'*-") for each in items]
    joined = "\0".join(texts)
    starts, at = [], 0
    for text in texts:
        starts.append(at)
        at += len(text) + 1
    found: set[int] = set()
    for number, text in enumerate(texts):
        if len(text) < _LEAST:
            continue
        for needle in (text[:_LETTERS], text.rstrip("s")[-_LETTERS:]):
            at = joined.find(needle)
            while at >= 0:
                index = bisect_right(starts, at) - 1
                if index != number:
                    found.update((index, number))
                at = joined.find(needle, at + 1)
    return [items[number] for number in sorted(found)]
