"""Structured data with places: a parsed value, and where in the source each part of it stands, found only when asked."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from triallint.page import Comment
from triallint.passage import Mark, Origin, Passage
from triallint.source import Source

Path = tuple[str | int, ...]

# The registry's markup fields escape Markdown's marks with a backslash (API v2: "markup" fields are in Markdown).
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!<>~|&^=\"'])")


@dataclass(frozen=True)
class Tree:
    """One document's data.

    ``locate``  the marks of the value at a path: of its decoded text for a string, of the raw characters otherwise
    ``escape``  writes text into a string of this format
    ``faults``  what is wrong with the notation itself, each with its place
    """

    source: Source
    format: str
    value: Any
    locate: Callable[[Path], list[Mark]]
    escape: Callable[[Path, str], str | None]
    comments: tuple[Comment, ...] = ()
    faults: tuple[tuple[str, Passage], ...] = ()

    def at(self, path: tuple[str, ...]) -> Any:
        """The value at a path of names; None where it does not lead anywhere."""
        value = self.value
        for step in path:
            value = value.get(step) if isinstance(value, dict) else None
        return value

    def passage(self, path: Path, value: Any, name: str, role: str = "prose", markup: bool = False) -> Passage:
        """The text at a path. ``markup`` says that backslashes before punctuation are the format's, not the text's."""
        text = shown(value)
        # A number is not rewritten as text, nor a name that other parts of the record refer to by its letters.
        if not isinstance(value, str) or _REFERRED_TO.fullmatch(name):
            return Passage(name, text, Origin(self.source, text, lambda: self.locate(path), lambda _: None), role)
        escapes = [found.start() for found in _ESCAPE.finditer(text)] if markup and "\\" in text else []
        if not escapes:
            origin = Origin(self.source, text, lambda: self.locate(path), lambda new: self.escape(path, new))
            return Passage(name, text, origin, role)
        unescaped = _ESCAPE.sub(r"\1", text)
        origin = Origin(
            self.source,
            unescaped,
            lambda: _without(escapes, Passage("", text, Origin(self.source, text, self.locate(path)))),
            lambda new: self.escape(path, _ESCAPE_AGAIN.sub(r"\\\g<0>", new)),
        )
        return Passage(name, unescaped, origin, role)


_REFERRED_TO = re.compile(r"arms\[\d+\]\.label|interventions\[\d+\]\.name")
_ESCAPE_AGAIN = re.compile(r"[\\`*_\[\]<>~^]")


def unescaped(value: Any) -> str:
    """The text of a markup field without its Markdown escapes."""
    text = shown(value)
    return _ESCAPE.sub(r"\1", text) if "\\" in text else text


def shown(value: Any) -> str:
    """A value as text."""
    if isinstance(value, str):
        return value
    return "true" if value is True else "false" if value is False else "" if value is None else str(value)


def _without(escapes: list[int], escaped: Passage) -> list[Mark]:
    """The marks of a text after its escapes at these offsets have been taken for one character each."""
    marks: list[Mark] = []
    at = length = 0
    for escape in [*escapes, len(escaped.text)]:
        for piece in escaped.slice(at, escape).pieces:
            marks.append((length, piece.span.start, piece.span.end))
            length += len(piece.text)
        if escape < len(escaped.text):
            span = escaped.span_of(escape, escape + 2)
            marks.append((length, span.start, span.end))
            length += 1
        at = escape + 2
    return marks


def values_at(value: Any, path: tuple[str, ...], base: Path = ()) -> list[tuple[Path, Any]]:
    """All (path, value) a pattern of keys leads to; the step ``*`` goes into each element of a list."""
    for at, step in enumerate(path):
        if step == "*":
            inside = path[at + 1 :]
            elements = enumerate(value) if isinstance(value, list) else ()
            return [found for index, each in elements for found in values_at(each, inside, (*base, *path[:at], index))]
        value = value.get(step) if isinstance(value, dict) else None
        if value is None:
            return []
    return [((*base, *path), value)] if value is not None else []
