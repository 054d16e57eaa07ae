"""Plain text to blocks: lines joined where they were wrapped, each character with its place."""

from __future__ import annotations

import pytest
from decoding import assert_decodes
from hypothesis import given, settings
from hypothesis import strategies as st

from triallint.reading import text
from triallint.source import Source, apply

LONG = "This line is as long as the width at which an editor wraps it"

# Each with the (kind, text) of its blocks.
TEXTS = {
    "A title\n\nFirst paragraph.\nSecond paragraph.\n": [
        "paragraph: A title",
        "paragraph: First paragraph.",
        "paragraph: Second paragraph.",
    ],
    f"{LONG}\nand goes on here.\nNot this.\n": [f"paragraph: {LONG} and goes on here.", "paragraph: Not this."],
    f"{LONG}  \r\n   and goes on here.\r\n": [f"paragraph: {LONG} and goes on here."],
    f"{LONG}.\nA new one.\n": [f"paragraph: {LONG}.", "paragraph: A new one."],
    f"{LONG} (so).)\nA new one.\n": [f"paragraph: {LONG} (so).)", "paragraph: A new one."],
    f"{LONG}\n\nA new one.\n": [f"paragraph: {LONG}", "paragraph: A new one."],
    "short\nlines\n": ["paragraph: short", "paragraph: lines"],
    "* one\n  goes on\n* two\nnot on\n": ["item: * one goes on", "item: * two", "paragraph: not on"],
    f"1. {LONG}\ngoes on\n2) two\n(3) three\n": [f"item: 1. {LONG} goes on", "item: 2) two", "item: (3) three"],
    "1\\. one\n2\\. two \\< 5\n": ["item: 1. one", "item: 2. two < 5"],
    "Inclusion Criteria:\n- a\nEXCLUSION CRITERIA\n- b\n": [
        "heading: Inclusion Criteria:",
        "item: - a",
        "heading: EXCLUSION CRITERIA",
        "item: - b",
    ],
    "Summary\ntext\n\nSummary\n": ["heading: Summary", "paragraph: text", "heading: Summary"],
    "text\nSummary\n": ["paragraph: text", "paragraph: Summary"],
    "# Head\ntext\n": ["heading: # Head", "paragraph: text"],
    f"{LONG}\n=====\nnext\n-----\n***\n": [f"paragraph: {LONG}", "paragraph: next"],
    f"{LONG}\nPhasePHASE1\n": [f"paragraph: {LONG}", "paragraph: PhasePHASE1"],
    " \t\n\r\n\n": [],
    "": [],
    "no end": ["paragraph: no end"],
    "a  b\tc\x0cd": ["paragraph: a b c d"],
}


@pytest.mark.parametrize(("written", "blocks"), TEXTS.items())
def test_a_text_falls_into_blocks(written: str, blocks: list[str]) -> None:
    found = text.read(Source("a.txt", written)).blocks
    assert [f"{block.kind}: {block.passage.decoded}" for block in found] == blocks
    for block in found:
        assert_decodes(block.passage, "text")


LINES = st.sampled_from(
    [LONG, f"{LONG} ", f"  {LONG}.", "* item", "  go on", "1. one", "", " ", "a \\< b", "x\\", "====", "Summary", "é  ü"]
)


@given(st.lists(LINES, max_size=14), st.sampled_from(["\n", "\r\n", "\r\r\n"]))
@settings(deadline=None)
def test_every_block_stands_where_it_is(lines: list[str], end: str) -> None:
    written = end.join(lines)
    blocks = text.read(Source("a.txt", written)).blocks
    for block in blocks:
        assert_decodes(block.passage, "text")
    if "\\" not in written:
        shown = " ".join(block.passage.decoded for block in blocks)
        assert shown.split() == [word for line in lines if line != "====" for word in line.split()]


def test_what_is_written_is_read_again() -> None:
    source = Source("a.txt", f"{LONG}\nage \\< 5 years\n")
    passage = text.read(source).blocks[0].passage
    edit = passage.replace(passage.text.index("<"), passage.text.index("<") + 1, "≤ 1 &")
    assert edit is not None
    again = text.read(Source("a.txt", apply(source.text, [edit]))).blocks[0].passage
    assert again.decoded == f"{LONG} age ≤ 1 & 5 years"


def test_a_long_text_is_one_paragraph_and_is_read_at_once() -> None:
    """Lines without an end of sentence, such as a table of numbers, all go on: the time must grow with their number only."""
    (block,) = text.read(Source("a.txt", f"{LONG}\n" * 20_000)).blocks
    assert block.passage.decoded.count(LONG) == 20_000
