"""Plain text, by its lines: headings we know, lists by their markers, quick facts line by line, paragraphs joined."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.passage import Origin, Passage
from triallint.reading import vocabulary
from triallint.reading.criteria import heading_of
from triallint.reading.outline import Block, Outline, Writer
from triallint.source import Source

_RULE = re.compile(r"[=\-_*#\s]{3,}$")
_HARD_WRAP = 60  # a line shorter than this was ended on purpose


def read(source: Source) -> Outline:
    """The outline of a plain text."""
    blocks = tuple(_blocks(source))
    return Outline(source, "text", blocks)


def _blocks(source: Source) -> Iterator[Block]:
    writer = Writer(leaks=True)
    kind, start = "", 0
    after_blank = True
    for start, stop in _lines(source.text):
        line = source.text[start:stop]
        if not line.strip() or _RULE.match(line):
            yield from _finished(writer, source, kind)
            kind, after_blank = "", True
            continue
        if kind and not _goes_on(line, kind, writer):
            yield from _finished(writer, source, kind)
            kind = ""
        if not kind:
            kind = _kind(line, after_blank)
        else:
            writer.space(start - 1, start)
        writer.literal(line, start)
        after_blank = False
        if kind == "heading":
            yield from _finished(writer, source, kind)
            kind = ""
    yield from _finished(writer, source, kind)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(text):
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        yield at, stop - (text[at:stop][-1:] == "\r")
        at = stop + 1


def _kind(line: str, after_blank: bool) -> str:
    text = line.strip()
    if heading_of(text) and len(text) < 80:
        return "heading"
    if text.startswith("#") or (after_blank and vocabulary.section_of(text)):
        return "heading"
    return "item" if re.match(r"\s*(?:[*•·‣∙⁃○●▪\-–+]|\(?\d{1,2}\\?[.)])\s*\S", line) else "paragraph"


def _goes_on(line: str, kind: str, writer: Writer) -> bool:
    """Whether a line goes on with the block above it, as in text wrapped at a fixed width."""
    if _kind(line, False) != "paragraph" or vocabulary.glued_label(line.strip()):
        return False
    if kind == "item" and line[:1] in " \t":
        return True
    return writer.length >= _HARD_WRAP and not writer.tail.endswith((*".!?:;", ".)", '."'))


def _finished(writer: Writer, source: Source, kind: str) -> Iterator[Block]:
    text = writer.text()
    if text.strip():
        role = {"heading": "heading", "item": "item"}.get(kind, "prose")
        passage = Passage("", text, Origin(source, text, writer.marks_of(text)), role)
        yield Block(kind, passage, 2 if kind == "heading" else 1)
    writer.clear()
