"""What a stretch of a source says, worked out without the readers: what their pieces are compared with."""

from __future__ import annotations

import html
import json
import re

from triallint.passage import Passage

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def said(raw: str, form: str) -> str:
    """The text that a decoded unit or a literal run of a source stands for, white space as one space."""
    if form == "json":
        raw = str(json.loads(f'"{raw}"'))
    elif form in ("html", "markdown"):
        raw = re.sub(r"(?i)<br\b[^>]*>", "\n", raw)
        raw = html.unescape(raw)
    if form in ("html", "markdown", "text", "json"):
        raw = _ESCAPED.sub(r"\1", raw)
    if form == "markdown" and "\n" in raw and not raw.strip(" \t\r\n\xa0\\>"):
        raw = "\n"  # the end of a line, with the quotation marks of the next
    return spaced(raw)


def spaced(text: str) -> str:
    """The text with every run of white space that HTML, YAML or Markdown fold made one space."""
    return re.sub(r"[ \t\r\n\f\v]+", " ", text)


def assert_decodes(passage: Passage, form: str) -> None:
    """Each piece stands inside the source, in order, and decodes to its text; together they are the passage."""
    source = passage.origin.source.text
    pieces = list(passage.pieces)
    end = 0
    for piece in pieces:
        raw = source[piece.span.start : piece.span.end]
        assert end <= piece.span.start <= piece.span.end <= len(source)
        assert said(raw, form) == spaced(piece.text), (raw, piece.text)
        end = piece.span.end
    assert "".join(piece.text for piece in pieces) == passage.decoded
