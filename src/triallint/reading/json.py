"""JSON, with the place of a value found in the text only when something is to be said of it.

The parser is the standard library's, and it is also what skips over a value on the way to another one; only records with
findings pay that.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from triallint.passage import Mark, Origin, Passage
from triallint.reading.tree import Path, Tree
from triallint.source import Source, Span, Unreadable

_STRING = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"', re.S)
_BLANK = re.compile(r"[ \t\r\n]*")
_SCALAR = re.compile(r"[^,\]}\s]+")
_CHARACTERS = re.compile(r'\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|[^"\\]+', re.S)
_DECODER = json.JSONDecoder()
_NOT_JSON = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|-?\b(?:NaN|Infinity)\b', re.S)


def read(source: Source, start: int = 0, end: int | None = None) -> Tree:
    """The data between two offsets of a source. Raises Unreadable, with the place, for what is not JSON."""
    text = source.text[start:end]
    faults: list[str] = []
    try:
        value = _decoder(faults).decode(text)
    except json.JSONDecodeError as problem:
        at = start + min(problem.pos, len(text))
        raise Unreadable(f"The JSON breaks off or is wrong here: {_plainly(problem)}.", Span(at, at), source) from None
    except RecursionError:
        raise Unreadable("The JSON is nested too deeply to be read.", Span(start, start), source) from None
    except ValueError as problem:
        raise Unreadable(f"The JSON cannot be read: {problem}.", Span(start, start), source) from None
    ascii_only = source.text.isascii()
    known: Known = {}
    return Tree(
        source,
        "json",
        value,
        lambda path: _marks(source, start, path, known),
        lambda _, new: json.dumps(new, ensure_ascii=ascii_only)[1:-1],
        faults=tuple(_notation_faults(source, start, text)) if faults else (),
    )


def subtree(tree: Tree, path: Path, value: Any) -> Tree:
    """The part of a tree at a path, as a tree of its own."""
    return Tree(
        tree.source,
        tree.format,
        value,
        lambda inner: tree.locate((*path, *inner)),
        lambda inner, new: tree.escape((*path, *inner), new),
        tree.comments,
        tree.faults,
    )


def _decoder(faults: list[str]) -> json.JSONDecoder:
    def one_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(pairs)
        if len(made) != len(pairs):
            faults.append("duplicate key")
        return made

    def constant(name: str) -> float:
        faults.append(name)
        return float(name)

    return json.JSONDecoder(object_pairs_hook=one_object, parse_constant=constant)


def _plainly(problem: json.JSONDecodeError) -> str:
    return {
        "Expecting value": "a value is expected",
        "Expecting property name enclosed in double quotes": "a name in double quotes is expected",
        "Expecting ',' delimiter": "a comma is expected",
        "Expecting ':' delimiter": "a colon is expected",
        "Extra data": "something follows the end of the data",
        "Unterminated string starting at": "the string that starts here never ends",
        "Invalid control character at": "a line break or control character stands inside a string",
    }.get(problem.msg, problem.msg[:1].lower() + problem.msg[1:])


def _skip(text: str, at: int) -> int:
    """The offset behind the value that begins at ``at``."""
    if text[at] == '"':
        found = _STRING.match(text, at)
        assert found
        return found.end()
    if text[at] in "[{":
        return _DECODER.raw_decode(text, at)[1]
    found = _SCALAR.match(text, at)
    return found.end() if found else at


def _blank(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    assert found
    return found.end()


Known = dict[int, list[int] | dict[str, int]]
"""Of lists and objects, by their offset: where their values begin."""


def locate(text: str, start: int, path: Path, known: Known | None = None) -> Span:
    """Where the value at ``path`` of the JSON that begins at ``start`` stands, quotes and brackets included.

    ``known`` remembers lists and objects that were walked, so that each is walked once, however much is looked up in it.
    Raises KeyError when there is no such value. Of a key that stands twice the last counts, as for the parser.
    """
    at = _blank(text, start)
    walked: Known = {} if known is None else known
    for step in path:
        at = _members(text, at, walked)[step] if isinstance(step, str) else _element(text, at, step, walked)
    return Span(at, _skip(text, at))


def _members(text: str, at: int, known: Known) -> dict[str, int]:
    found = known.get(at)
    if isinstance(found, dict):
        return found
    members: dict[str, int] = {}
    known[at] = members
    at = _blank(text, at + 1)
    while text[at] == '"':
        name = _STRING.match(text, at)
        assert name
        value_at = _blank(text, _blank(text, name.end()) + 1)
        members[json.loads(name[0]) if "\\" in name[0] else name[0][1:-1]] = value_at
        at = _blank(text, _skip(text, value_at))
        if text[at] != ",":
            break
        at = _blank(text, at + 1)
    return members


def _element(text: str, at: int, index: int, known: Known) -> int:
    starts = known.setdefault(at, [_blank(text, at + 1)])
    assert isinstance(starts, list)
    while len(starts) <= index:
        if text[starts[-1]] == "]":
            raise KeyError(index)
        behind = _blank(text, _skip(text, starts[-1]))
        starts.append(_blank(text, behind + 1) if text[behind] == "," else behind)
    return starts[index]


def _marks(source: Source, start: int, path: Path, known: Known) -> list[Mark]:
    try:
        span = locate(source.text, start, path, known)
    except KeyError:
        span = locate(source.text, start, path[:-1], known)
        return [(0, span.start, span.start)]
    if source.text[span.start] != '"':
        return [(0, span.start, span.end)]
    return list(string_marks(source.text, span.start + 1, span.end - 1)) or [(0, span.start + 1, span.start + 1)]


def string_marks(text: str, start: int, end: int) -> Iterator[Mark]:
    """The marks of a JSON string's content, which stands between two offsets."""
    length = 0
    for found in _CHARACTERS.finditer(text, start, end):
        yield length, found.start(), found.end()
        escape = found[0][0] == "\\"
        length += 1 if escape else found.end() - found.start()


def _notation_faults(source: Source, start: int, text: str) -> Iterator[tuple[str, Passage]]:
    for found in _NOT_JSON.finditer(text):
        if found[0][0] != '"':
            yield (
                f"{found[0]} is not a value that JSON knows.",
                _literal(source, start + found.start(), start + found.end()),
            )
    stack: list[set[str] | None] = []
    key_next = False
    for found in re.finditer(r'"[^"\\]*(?:\\.[^"\\]*)*"|[\[\]{}:,]', text, re.S):
        mark = found[0][0]
        if mark in "{[":
            stack.append(set() if mark == "{" else None)
        elif mark in "}]":
            stack.pop()
        elif mark == '"' and key_next and stack and (keys := stack[-1]) is not None:
            if found[0] in keys:
                place = _literal(source, start + found.start() + 1, start + found.end() - 1)
                yield f"The key {found[0]} stands twice in one object: only the last one counts.", place
            keys.add(found[0])
        key_next = mark in "{,"


def _literal(source: Source, start: int, end: int) -> Passage:
    text = source.text[start:end]
    return Passage("", text, Origin(source, text, [(0, start, end)]), "value")
