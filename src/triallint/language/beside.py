"""The words right before and right behind a tag of a page."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from triallint.page import Tag, TrialPage
    from triallint.passage import Passage

_FEW = 70  # characters: enough to find the place by


def behind(page: TrialPage, tag: Tag) -> Passage:
    """The first words behind a tag: of the text it stands in, else of the next one; without any, its empty place."""
    passage, at = _around(page, tag)
    if passage is None or not passage.text[at:].strip():
        passage, at = page.text_after(tag), 0
    part = passage.text[at : at + _FEW]
    if len(passage.text) > at + _FEW and " " in part.strip():
        part = part[: part.rindex(" ")]
    return passage.stripped(at, at + len(part))


def before(page: TrialPage, tag: Tag) -> Passage | None:
    """The last words before a tag: of the line it stands in, else the whole text before it, if that is short."""
    passage, at = _around(page, tag)
    if passage is None:
        return None
    at = len(passage.text[:at].rstrip())
    start = passage.text.rfind("\n", 0, at) + 1
    return passage.stripped(start, at) if at - start <= _FEW else None


def _around(page: TrialPage, tag: Tag) -> tuple[Passage | None, int]:
    """The text a tag stands in, or the one that ends before it, and how much of it stands before the tag."""
    where = tag.place("").span.start
    index = bisect_right(page.passages, where, key=lambda each: each.span.start) - 1
    if index < 0:
        return None, 0
    passage, at = page.passages[index], 0
    for piece in passage.pieces:
        if piece.span.start >= where:
            break
        at += len(piece.text)
    return passage, at
