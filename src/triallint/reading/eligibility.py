"""Where on a page the eligibility lists are, and their lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from triallint.page import Criterion
from triallint.reading import criteria, vocabulary
from triallint.reading.outline import Block

_MOST_COLUMNS = 8


def read(blocks: list[Block]) -> tuple[Criterion, ...]:
    """The criteria of a page's eligibility lists."""
    return criteria.split(_lines(blocks)) or criteria.split(_lines(blocks, unlabelled=True))


def _lines(blocks: list[Block], unlabelled: bool = False) -> Iterator[criteria.Line]:
    """The lines of the page's eligibility lists; with ``unlabelled`` also of one that is called neither in- nor exclusion."""
    opener: Block | None = None
    filled = False
    owner = 0
    seen: set[str] = set()
    for block in _by_columns(blocks):
        passage = block.passage
        if passage.role == "furniture":
            continue
        opens = criteria.heading_of(passage.text)
        if unlabelled and _announces(block):
            opener, filled = block, False
            continue
        if opens is None and (opener is None or _ends(block, opener, filled)):
            opener = None
            continue
        if opens and (opener is None or block.row or block.kind == "heading"):
            opener, filled = block, False
        filled = filled or (block is not opener and opener is not None and block.row == opener.row)
        if len(passage) > 80 and passage.text[:80] in seen:
            continue  # the excerpt of a text that is also there in full ("read more")
        seen.add(passage.text[:80])
        if block.kind == "item" and not opens:
            first = block.owner == 0 or block.owner != owner
            owner = block.owner
            if first or "\n" not in passage.text:
                yield criteria.marked(passage, 0, len(passage), 4 * block.level, starts_item=first)
                continue
        yield from criteria.lines_of(passage)


def _by_columns(blocks: list[Block]) -> Iterator[Block]:
    """The blocks in reading order; a table whose columns are headed as lists is one row, read column by column."""
    at = 0
    while at < len(blocks):
        row = blocks[at].row
        headed = [each for each in blocks[at : at + _MOST_COLUMNS] if row and each.row == row and _heads_column(each)]
        if len(headed) < 2:
            yield blocks[at]
            at += 1
            continue
        end = next((number for number in range(at, len(blocks)) if _leaves(blocks[number], row)), len(blocks))
        yield from (replace(each, row=row) for each in sorted(blocks[at:end], key=lambda each: each.column))
        at = end


def _leaves(block: Block, row: int) -> bool:
    """Whether a block is no longer in the table that this row heads."""
    return not block.row or (block.row != row and block.header)


def _heads_column(block: Block) -> bool:
    found = criteria.heading_of(block.passage.text) if block.kind == "cell" else None
    return found is not None and found[1] >= len(block.passage)


def _announces(block: Block) -> bool:
    """Whether a heading or label says that eligibility criteria follow."""
    text = block.passage.text
    if block.kind == "heading":
        return vocabulary.section_of(text) == "eligibility"
    return block.kind in ("term", "cell") and vocabulary.label_of(text) == "eligibility"


def _ends(block: Block, opener: Block, filled: bool) -> bool:
    """Whether a block is no longer part of the list that the opener began; ``filled`` if its row holds some of it."""
    text = block.passage.text
    if block.kind == "heading":
        level = opener.level if opener.kind == "heading" else 7
        return block.level <= level or vocabulary.section_of(text) not in ("", "eligibility")
    if opener.row and block.row:
        return block.row > opener.row + (not filled) or (block.row > opener.row and block.header)
    if opener.row and filled:  # behind the table
        return True
    name = vocabulary.label_of(text)
    return bool(name) and name not in ("eligibility", "inclusion", "exclusion") and block.kind in ("term", "cell", "paragraph")
