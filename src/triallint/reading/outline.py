"""A document as its reader sees it: blocks of text in order, with what they are. What every page format is read into."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from triallint.page import Comment, Link, Tag
from triallint.passage import Mark, Passage
from triallint.source import Source

LEAKED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!<>~|&^])")
# White space that is not one plain space; a single space is left in its run of text.
_BLANKS = re.compile(r"[ \t\n\r\f\v]*[\t\n\r\f\v][ \t\n\r\f\v]*|  +")


@dataclass(frozen=True, slots=True)
class Block:
    """One block of text.

    ``kind``    title, heading, paragraph, item, term, definition, cell or caption
    ``level``   of a heading: 1 to 6; of an item: how deep its list is nested, from 1
    ``owner``   number of the element the text belongs to: blocks of one item or cell share it
    ``row``     number of the table row or definition group, 0 outside of one
    ``column``  which cell of its row it stands in, from 1; 0 outside of a table
    ``header``  a table cell that names the others (``th``), or text that is wholly emphasised
    """

    kind: str
    passage: Passage
    level: int = 0
    owner: int = 0
    row: int = 0
    header: bool = False
    column: int = 0


@dataclass(frozen=True, slots=True)
class Outline:
    """What a page format's reader makes of a source.

    ``data`` holds the structured data a page carries: (what it is, tree) with what being ``front matter`` or ``json-ld``.
    ``faults`` is what is wrong with its notation. ``soup`` is the parsed HTML, for profiles that name elements.
    """

    source: Source
    format: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...] = ()
    images: tuple[Link, ...] = ()
    comments: tuple[Comment, ...] = ()
    language: str = ""
    title: Passage | None = None
    data: tuple[tuple[str, Any], ...] = ()
    tags: Sequence[Tag] = ()
    faults: tuple[tuple[str, Passage], ...] = ()
    soup: Any = field(default=None, repr=False, compare=False)


class Writer:
    """Gathers the text of one block, remembering where each character came from; white space is made one space.

    With ``leaks`` it also undoes the Markdown escapes (``1\\.``, ``\\<``) that sites copy from the registry into their
    pages: to every other rule the text is what was meant, and the piece still shows the escape.
    """

    __slots__ = ("_after_space", "_escaped", "_leaks", "_parts", "length", "marks")

    def __init__(self, leaks: bool = False) -> None:
        self._leaks = leaks
        self.clear()

    def clear(self) -> None:
        """Begin a new block."""
        self._parts: list[str] = []
        self.marks: list[Mark] = []
        self.length = 0
        self._after_space = True
        self._escaped = 0  # how many parts there were when one was an escape

    def literal(self, text: str, start: int) -> None:
        """Text that stands in the source as it is, from ``start`` on."""
        if self._leaks and "\\" in text:
            at = 0
            for escape in LEAKED.finditer(text):
                self._literal(text[at : escape.start()], start + at)
                self._put(escape[1], start + escape.start(), start + escape.end())
                self._escaped = len(self._parts)
                at = escape.end()
            text, start = text[at:], start + at
        if text:
            self._literal(text, start)

    def _literal(self, text: str, start: int) -> None:
        at = 0
        for blank in _BLANKS.finditer(text):
            self._run(text[at : blank.start()], start + at)
            self.space(start + blank.start(), start + blank.end())
            at = blank.end()
        self._run(text[at:], start + at)

    def _run(self, text: str, start: int) -> None:
        """Text in which no two characters of white space stand together."""
        if self._after_space and text[:1] == " ":
            text, start = text[1:], start + 1
        if text:
            self._put(text, start, start + len(text))

    def unit(self, text: str, start: int, end: int) -> None:
        """Text that stands for the source's characters ``start`` to ``end`` as a whole."""
        if self._leaks and self._ends_in_backslash(start) and LEAKED.match("\\" + text):
            self._escaped = len(self._parts) + 1
            self._parts[-1] = self._parts[-1][:-1]
            self.length -= 1
            text_at, source_at, _ = self.marks.pop()
            start = source_at + self.length - text_at
            if text_at < self.length:
                self.marks.append((text_at, source_at, start))
        if text:
            self._put(text, start, end)

    def _ends_in_backslash(self, start: int) -> bool:
        if not self._parts or not self._parts[-1].endswith("\\"):
            return False
        return self.marks[-1][2] == start and self._escaped < len(self._parts)

    def space(self, start: int, end: int) -> None:
        """White space in the source: one space, or none at the beginning and after another."""
        if not self._after_space:
            self._put(" ", start, end)

    def line_break(self, start: int, end: int) -> None:
        """The end of a line within the block."""
        if self.length:
            self._put("\n", start, end)
            self._after_space = True

    def _put(self, text: str, start: int, end: int) -> None:
        self.marks.append((self.length, start, end))
        self._parts.append(text)
        self.length += len(text)
        self._after_space = text[-1] == " "

    def text(self) -> str:
        """What has been gathered, without white space at its end."""
        return "".join(self._parts).rstrip(" \n")

    def marks_of(self, text: str) -> list[Mark]:
        """The marks of the beginning of what has been gathered; they end with it."""
        if len(text) == self.length:
            return self.marks
        kept = self.marks[: max(1, bisect_left(self.marks, (len(text), 0, 0)))]
        if kept:
            text_at, start, end = kept[-1]
            stop = self.marks[len(kept)][0] if len(kept) < len(self.marks) else self.length
            if end - start == stop - text_at:
                kept[-1] = (text_at, start, start + len(text) - text_at)
        return kept

    @property
    def tail(self) -> str:
        """The end of what has been gathered, some characters of it, without white space behind."""
        return "".join(self._parts[-8:]).rstrip(" \n")
