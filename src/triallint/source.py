"""Where a character lives in a file, and how to replace it.

A position inside the program is an offset: a 0-based count of Unicode code points into the decoded text. Spans are
half-open. Lines and columns are made from offsets only when a result leaves the program; a line ends at LF and at
nothing else, so that every editor and every other tool of the field counts alike.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]+)", re.I)
# What a page in ASCII letters can be written in, by Python's names; others are ignored.
_LEGACY = re.compile(
    r"cp(?:125\d|866|874|932|949|950)|iso8859-\d+|koi8-[ru]|gb(?:k|2312|18030)|big5(?:hkscs)?|euc_(?:jp|kr)|shift_jis|mac-roman"
)
_HEAD = 4096  # a page declares its encoding within its first bytes (HTML standard: 1024; pages in the wild: later)


class Unreadable(Exception):
    """An input that cannot be read as text of its format: why, and the span of the fault where one is known."""

    def __init__(self, why: str, span: Span | None = None, source: Source | None = None) -> None:
        super().__init__(why)
        self.why = why
        self.span = span
        self.source = source


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a source's text: offsets ``start`` (included) to ``end`` (excluded); empty when they are equal."""

    start: int
    end: int

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character, or are the same empty span."""
        return self == other or (self.start < other.end and other.start < self.end)


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place for a human: 1-based line and column (in code points), and the 0-based offset in the whole file."""

    line: int
    column: int
    offset: int


FILE_START = Position(1, 1, 0)


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the characters at ``span``, which are ``old`` now, by ``text``; both as they stand in the source."""

    span: Span
    old: str
    text: str


@dataclass(frozen=True)
class Source:
    """A text with its name and with all that is needed to write it back as it was.

    ``base`` is where the text begins in its file: the file's start, or a line of an NDJSON file.
    """

    name: str
    text: str
    encoding: str = "utf-8"
    bom: bytes = b""
    base: Position = FILE_START

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

    def position(self, offset: int) -> Position:
        """Line, column and file offset of a character of this text."""
        line = bisect_right(self._line_starts, offset) - 1
        column = offset - self._line_starts[line] + 1
        if line == 0:
            column += self.base.column - 1
        return Position(self.base.line + line, column, self.base.offset + offset)

    def line_at(self, offset: int) -> Span:
        """The line that holds ``offset``, without its end."""
        line = bisect_right(self._line_starts, offset) - 1
        start = self._line_starts[line]
        end = self.text.find("\n", start)
        end = len(self.text) if end < 0 else end
        return Span(start, end - 1 if self.text[start:end].endswith("\r") else end)

    def encode(self, text: str) -> bytes:
        """The bytes of ``text`` in this source's encoding, byte order mark included.

        Raises UnicodeEncodeError when the encoding lacks a character.
        """
        return self.bom + text.encode(self.encoding)


def decode(data: bytes, name: str) -> Source:
    """Decode a file's bytes once, every line end kept.

    The order is: byte order mark, valid UTF-8, the page's own declaration, Windows-1252. Raises Unreadable for
    binary data, and for text that is UTF-8 but for a few broken bytes (guessing would garble the rest).
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, name, mark)
    if b"\0" in data:
        raise Unreadable("The file is not text: it contains NUL bytes.")
    try:
        return Source(name, data.decode("utf-8"))
    except UnicodeDecodeError:
        return _strict(data, _legacy_encoding(data), name)


def _strict(data: bytes, encoding: str, name: str, bom: bytes = b"") -> Source:
    try:
        return Source(name, data.decode(encoding), encoding, bom)
    except UnicodeDecodeError as problem:
        source = Source(name, data.decode(encoding, "replace"), encoding, bom)
        at = len(data[: problem.start].decode(encoding))
        found = f"byte {len(bom) + problem.start + 1} is 0x{data[problem.start]:02x}"
        why = f"The file is not valid {encoding.upper()}: {found}. Save it as UTF-8."
        raise Unreadable(why, Span(at, at), source) from None


def _legacy_encoding(data: bytes) -> str:
    declared = _DECLARED.search(data, 0, _HEAD)
    if declared:
        try:
            codec = codecs.lookup(declared[1].decode("ascii")).name
        except LookupError:
            codec = ""
        if codec in ("iso8859-1", "ascii"):
            return "cp1252"  # as browsers read it (Encoding Standard, section 4.2)
        if _LEGACY.fullmatch(codec):
            return codec
    has_utf8_sequences = re.search(rb"[\xc3-\xf4][\x80-\xbf]", data) is not None
    return "utf-8" if has_utf8_sequences else "cp1252"


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits made. They must not overlap, and each must find its ``old`` text (else ValueError)."""
    parts: list[str] = []
    done = 0
    for edit in sorted(edits, key=lambda each: each.span):
        if edit.span.start < done or text[edit.span.start : edit.span.end] != edit.old:
            raise ValueError(f"cannot apply {edit} at {done}")
        parts += (text[done : edit.span.start], edit.text)
        done = edit.span.end
    return "".join((*parts, text[done:]))
