"""Markdown: blocks by markdown-it-py, which knows their lines; the text of each line by its marks, with exact offsets.

What a block's content is, the parser says; where it stands follows from the line it is on, whose end it always is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from triallint.page import Comment, Link
from triallint.passage import Origin, Passage
from triallint.reading import inline
from triallint.reading.outline import Block, Outline
from triallint.source import Source, Unreadable

_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*\r?$", re.S | re.M)


def read(source: Source) -> Outline:
    """The outline of a Markdown document; its front matter is in ``data``. Broken front matter is a fault."""
    from markdown_it import MarkdownIt

    text = source.text
    front = _FRONT_MATTER.match(text)
    data: list[tuple[str, Any]] = []
    comments: list[Comment] = []
    faults: list[tuple[str, Passage]] = []
    body = 0
    if front:
        from triallint.reading import yaml

        try:
            tree = yaml.read(source, *front.span("yaml"))
            data.append(("front matter", tree))
            comments += tree.comments
        except Unreadable as problem:
            at = problem.span.start if problem.span else 0
            faults.append((problem.why, Passage("", "", Origin(source, "", [(0, at, at)]))))
        body = text.count("\n", 0, front.end()) + 1
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    blanked = "\n" * body + text[starts[body] if body < len(starts) else len(text) :] if front else text
    # Lines end at LF here and at CR too for the parser.
    tokens = MarkdownIt("commonmark").enable("table").parse(blanked.replace("\r", " "))
    reader = _Reader(source, starts, comments)
    reader.walk(tokens)
    return Outline(
        source,
        "markdown",
        tuple(reader.blocks),
        tuple(reader.links),
        tuple(reader.images),
        tuple(sorted(comments, key=lambda each: each.span)),
        data=tuple(data),
        faults=tuple(faults),
    )


class _Reader:
    def __init__(self, source: Source, starts: list[int], comments: list[Comment]) -> None:
        self.source = source
        self.starts = starts
        self.comments = comments
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.images: list[Link] = []
        self.depth = 0
        self.owners: list[int] = []
        self.owner = 0
        self.row = 0
        self.column = 0
        self.cell_at = 0
        self.kind = "paragraph"
        self.level = 0

    def walk(self, tokens: list[Any]) -> None:
        for token in tokens:
            kind = token.type
            if kind == "heading_open":
                self.kind, self.level = "heading", int(token.tag[1])
            elif kind == "heading_close":
                self.kind = "paragraph"
            elif kind in ("bullet_list_open", "ordered_list_open"):
                self.depth += 1
            elif kind in ("bullet_list_close", "ordered_list_close"):
                self.depth -= 1
            elif kind == "list_item_open":
                self.owner += 1
                self.owners.append(self.owner)
            elif kind == "list_item_close":
                self.owners.pop()
            elif kind == "tr_open":
                self.row += 1
                self.column = 0
                self.cell_at = self._line(token.map[0])[0] if token.map else 0
            elif kind in ("td_open", "th_open"):
                self.owner += 1
                self.column += 1
                self.kind = kind
            elif kind in ("td_close", "th_close"):
                self.kind = "paragraph"
            elif kind == "inline":
                self._inline(token)
            elif kind == "html_block":
                self._html(token)

    def _line(self, number: int) -> tuple[int, int]:
        start = self.starts[number]
        end = self.starts[number + 1] - 1 if number + 1 < len(self.starts) else len(self.source.text)
        return start, end

    def _html(self, token: Any) -> None:
        from triallint.reading import html as html_reader

        start, end = self._line(token.map[0])[0], self._line(token.map[1] - 1)[1]
        outline = html_reader.read(self.source, start, end)
        self.blocks += (
            replace(each, owner=each.owner and each.owner + self.owner, row=each.row and each.row + self.row)
            for each in outline.blocks
        )
        self.owner += max((each.owner for each in outline.blocks), default=0)
        self.row += max((each.row for each in outline.blocks), default=0)
        self.links += outline.links
        self.images += outline.images
        self.comments += outline.comments

    def _inline(self, token: Any) -> None:
        if not token.map or not token.content.strip():
            return
        ranges = list(self._ranges(token))
        found = inline.read(self.source, ranges, token.children or [])
        self.links += found.links
        self.images += found.images
        self.comments += found.comments
        text = found.writer.text()
        if not text.strip():
            return
        kind, role = self._kind()
        origin = Origin(self.source, text, found.writer.marks_of(text), inline.escape)
        passage = Passage("", text, origin, role)
        in_item = kind == "item"
        owner = self.owners[-1] if in_item else self.owner if kind == "cell" else 0
        header = self.kind == "th_open" or re.fullmatch(r"\s*(\*\*|__)[^*_]+(\*\*|__):?\s*", token.content) is not None
        level = self.level if kind == "heading" else self.depth
        row, column = (self.row, self.column) if kind == "cell" else (0, 0)
        self.blocks.append(Block(kind, passage, level, owner, row, header, column))

    def _kind(self) -> tuple[str, str]:
        if self.kind == "heading":
            return "heading", "heading"
        if self.kind in ("td_open", "th_open"):
            return "cell", "value"
        return ("item", "item") if self.depth else ("paragraph", "prose")

    def _ranges(self, token: Any) -> Iterator[tuple[int, int]]:
        """Where each line of a block's content stands in the source."""
        if self.kind in ("td_open", "th_open"):
            yield self._cell(token.content)
            return
        for number, line in enumerate(token.content.split("\n"), token.map[0]):
            start, end = self._line(number)
            raw = self.source.text[start:end].rstrip()
            if self.kind == "heading" and raw.lstrip(" >").startswith("#"):
                raw = re.sub(r"[ \t]+#+$", "", raw)
            end = start + len(raw)
            yield end - len(line.strip()), end

    def _cell(self, content: str) -> tuple[int, int]:
        """A table's cells stand in the order of the source, each between two unescaped bars."""
        text, stop = self.source.text, self.source.text.find("\n", self.cell_at)
        stop = len(text) if stop < 0 else stop
        start = self.cell_at
        for bar in re.finditer(r"(?<!\\)\|", text[start:stop]):
            begin, end = self.cell_at, start + bar.start()
            self.cell_at = start + bar.end()
            if text[begin:end].strip().replace("\\|", "|") == content.strip():
                return begin + len(text[begin:end]) - len(text[begin:end].lstrip()), begin + len(text[begin:end].rstrip())
        rest = text[self.cell_at : stop]
        return self.cell_at + len(rest) - len(rest.lstrip()), self.cell_at + len(rest.rstrip())
