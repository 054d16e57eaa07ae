"""Facts on a page: labels and the values that stand behind, beside or below them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from triallint.page import Field
from triallint.passage import Passage
from triallint.reading import ids, values, vocabulary
from triallint.reading.outline import Block

_STRUCTURAL = frozenset("term cell caption paragraph heading".split())


def pairs(blocks: list[Block]) -> Iterator[tuple[str, Passage, Passage, str]]:
    """(field, label, value, how) of every label with a value."""
    for at, block in enumerate(blocks):
        passage = block.passage
        if passage.role == "furniture":
            continue
        name = vocabulary.label_of(passage.text)
        if name and block.kind in _STRUCTURAL:
            value = _value_of(blocks, at)
            if value is not None:
                yield name, passage, value, "cell" if block.row else "label"
            continue
        if glued := vocabulary.glued_label(passage.text) if block.kind == "paragraph" else None:
            yield glued[0], passage.slice(0, glued[1]), passage.slice(glued[1], len(passage.text)), "glued label"
            continue
        for start, colon, end in _labelled_lines(passage.text) if ":" in passage.text else ():
            if name := vocabulary.label_of(passage.text[start:colon]):
                yield name, passage.slice(start, colon), passage.stripped(colon + 1, end), "label"


def _labelled_lines(text: str) -> Iterator[tuple[int, int, int]]:
    """(start, colon, end) of each line that begins with something like a label and goes on with a value."""
    start = 0
    for line in text.split("\n"):
        colon = line.find(":")
        if 2 <= colon <= 60 and line[colon + 1 : colon + 2].isspace() and line[colon + 1 :].strip():
            yield start, start + colon, start + len(line)
        start += len(line) + 1


def _value_of(blocks: list[Block], at: int) -> Passage | None:
    """What stands behind a label: the next cell of its row, the definition, or the block below."""
    label, follow = blocks[at], blocks[at + 1 : at + 2]
    if not follow:
        return None
    value = follow[0]
    if label.kind == "heading" and vocabulary.section_of(label.passage.text):
        return None
    if label.row and value.row == label.row and value.owner != label.owner:
        return None if value.header and vocabulary.label_of(value.passage.text) else value.passage
    is_plain = value.kind in ("paragraph", "cell", "item", "definition") and not vocabulary.label_of(value.passage.text)
    if label.row and value.row != label.row:
        alone = label.header and not any(b.row == value.row and b is not value for b in blocks[at + 2 : at + 4])
        return value.passage if is_plain and alone else None
    return value.passage if is_plain and len(value.passage) < 400 else None


def items(value: Passage) -> Iterator[Field[str]]:
    """The items of a list written in one line."""
    separator = r"\n|;" if ";" in value.text or "\n" in value.text else r"(?<!\d),(?!\d)|, | \| "
    at = 0
    for cut in [*re.finditer(separator, value.text), None]:
        end = cut.start() if cut else len(value.text)
        item = value.stripped(at, end)
        if item.text:
            yield Field(item.decoded.rstrip("."), item)
        at = cut.end() if cut else end


def parsed(name: str, text: str) -> Any:
    """The value of a fact as the model has it; None when the text is no such value."""
    if name == "status":
        return values.status(text)
    if name == "phase":
        return values.phases(text) or None
    if name == "enrollment":
        return values.count(text)
    if name in ("sex", "study_type"):
        return (values.sex if name == "sex" else values.study_type)(text)
    if name == "trial_id":
        found = ids.FOUND.re.search(text)
        return found[0] if found else text if re.fullmatch(r"[A-Za-z]{2,8}[-/]?\d[\w/-]*", text.strip()) else None
    if name in ("minimum_age", "maximum_age"):
        low, high = values.ages(text)
        return low or high
    return text if len(text) < 2000 else None
