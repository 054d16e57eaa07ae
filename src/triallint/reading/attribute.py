"""The value of an attribute of an HTML tag, where it stands in the source."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from triallint.passage import Origin, Passage
from triallint.reading.outline import Writer
from triallint.source import Source

_ATTRIBUTE = re.compile(r"""([^\s"'/=>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?""")
_UNQUOTED = 4  # its group without quotes
_REFERENCE = re.compile(r"&(?:#\w+|\w+);?")


def value(source: Source, name: str, start: int, stop: int) -> Passage:
    """The text of an attribute of the tag between two offsets; empty, at the tag, when it has none.

    What stands in quotes can be replaced.
    """
    for found in _ATTRIBUTE.finditer(source.text, start + 1, stop):
        if found[1].lower() == name and found.lastindex and found.lastindex > 1:
            begin, end = found.span(found.lastindex)
            return _decoded(source, begin, end, _unwritable if found.lastindex == _UNQUOTED else html.escape)
    return Passage("", "", Origin(source, "", [(0, start, start)], _unwritable), "value")


def _decoded(source: Source, start: int, end: int, escape: Callable[[str], str | None]) -> Passage:
    writer = Writer()
    at = start
    for found in _REFERENCE.finditer(source.text, start, end):
        writer.literal(source.text[at : found.start()], at)
        writer.unit(html.unescape(found[0]), *found.span())
        at = found.end()
    writer.literal(source.text[at:end], at)
    text = writer.text()
    return Passage("", text, Origin(source, text, writer.marks_of(text) or [(0, start, start)], escape), "value")


def _unwritable(text: str) -> str | None:
    del text
    return None
