"""YAML and front matter: PyYAML's nodes carry the places; scalars are traced through quotes, escapes and folding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from triallint.page import Comment
from triallint.passage import Mark
from triallint.reading.tree import Path, Tree
from triallint.source import Source, Span, Unreadable

_MOST_VALUES = 200_000  # what aliases may expand a document to
_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_FOLD = re.compile("[ \t]*(?:(?:\r\n|[\r\n\x85\u2028\u2029])[ \t]*)+")
_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\r?\n[ \t]*|.)", re.S)
_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)*")
_COMMENT = re.compile(r"(?m)(?:^|(?<=[ \t]))#[^\n]*")


def read(source: Source, start: int = 0, end: int | None = None) -> Tree:
    """The first document between two offsets of a source. Raises Unreadable, with the place, for what is not YAML."""
    return next(documents(source, start, end))


def documents(source: Source, start: int = 0, end: int | None = None) -> Iterator[Tree]:
    """The documents between two offsets of a source, at least an empty one. Raises as ``read`` does."""
    import yaml

    text = source.text[start:end]
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        nodes: list[Any] = list(yaml.compose_all(text, loader)) or [None]
        ends = [*(each.end_mark.index for each in nodes[:-1]), len(text)]
        for node, begin, stop in zip(nodes, [0, *ends], ends, strict=False):
            if node is not None:
                _count(node, {}, ())
            yield _tree(source, text, start, node, (begin, stop))
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark or problem.context_mark
        at = start + min(mark.index if mark else 0, len(text))
        raise Unreadable(f"The YAML is wrong here: {problem.problem or problem.context}.", Span(at, at), source) from None
    except yaml.YAMLError as problem:
        raise Unreadable(f"The YAML cannot be read: {problem}.", Span(start, start), source) from None
    except RecursionError:
        raise Unreadable("The YAML is nested too deeply to be read.", Span(start, start), source) from None


def _tree(source: Source, text: str, start: int, node: Any, bounds: tuple[int, int]) -> Tree:
    nodes = dict(_nodes(node, ()))
    return Tree(
        source,
        "yaml",
        _value(node),
        lambda path: _marks(text, start, nodes, path),
        lambda path, new: _written(nodes.get(path), new),
        tuple(_comments(text, start, nodes, bounds)),
    )


def _count(node: Any, known: dict[int, int], above: tuple[int, ...]) -> int:
    """How many values a node stands for, aliases expanded."""
    import yaml

    if id(node) in above:
        raise yaml.YAMLError("a value contains itself")
    if id(node) not in known:
        inside = (*above, id(node))
        known[id(node)] = 1 + sum(_count(each, known, inside) for each in _children(node))
    if known[id(node)] > _MOST_VALUES:
        raise yaml.YAMLError(f"its aliases expand to more than {_MOST_VALUES} values")
    return known[id(node)]


def _children(node: Any) -> Iterator[Any]:
    if node.id == "sequence":
        yield from node.value
    elif node.id == "mapping":
        for key, value in node.value:
            yield key
            yield value


def _value(node: Any) -> Any:
    if node is None:
        return None
    if node.id == "sequence":
        return [_value(each) for each in node.value]
    if node.id == "mapping":
        return {_key(key): _value(value) for key, value in node.value}
    return _scalar(node)


def _key(node: Any) -> str:
    return str(node.value) if node.id == "scalar" else "?"


def _scalar(node: Any) -> Any:
    kind = node.tag.rpartition(":")[2]
    if kind == "null":
        return None
    if kind == "bool":
        return node.value.lower() in ("yes", "true", "on", "y")
    try:
        if kind == "int" and re.fullmatch(r"[-+]?[0-9_]+", node.value) and not re.match(r"[-+]?0[0-9]", node.value):
            return int(node.value.replace("_", ""))
        return float(node.value) if kind == "float" else node.value
    except ValueError:
        return node.value


def _nodes(node: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    if node is None:
        return
    yield path, node
    if node.id == "sequence":
        for index, each in enumerate(node.value):
            yield from _nodes(each, (*path, index))
    elif node.id == "mapping":
        for key, value in node.value:
            yield from _nodes(value, (*path, _key(key)))


def _marks(text: str, base: int, nodes: dict[Path, Any], path: Path) -> list[Mark]:
    node = nodes.get(path)
    if node is None:
        owner = nodes.get(path[:-1])
        at = base + (owner.start_mark.index if owner is not None else 0)
        return [(0, at, at)]
    start, end = node.start_mark.index, node.end_mark.index
    whole: list[Mark] = [(0, base + start, base + end)]
    if node.id != "scalar":
        return whole
    if text[start : start + 1] in ("&", "!"):  # an anchor or a tag before the value
        start = _PROPERTIES.match(text, start, end).end()  # type: ignore[union-attr]
    traced = _traced(text, start, end, node.value, node.style)
    return [(at, base + begin, base + stop) for at, begin, stop in traced] if traced else whole


def _traced(text: str, start: int, end: int, value: str, style: str | None) -> list[Mark] | None:
    """The marks of a scalar's value; None when it cannot be followed character by character."""
    at, indent = start + (style in ("'", '"')), 0
    if style in ("|", ">"):
        at, indent = _block(text, start, end, value)
    marks: list[Mark] = []
    length = 0
    while length < len(value):
        stop, taken = _step(text, at, value, length, style, indent)
        if not stop or stop > max(end, at + 1):
            return None
        if taken:
            _append(marks, length, at, stop, taken)
        length += taken
        at = stop
    return marks or [(0, at, at)]


def _block(text: str, start: int, end: int, value: str) -> tuple[int, int]:
    """Where the text of a block scalar begins, and how far its lines are indented."""
    line = text.find("\n", start, end) + 1 or end
    first = re.compile(r"(?:[ ]*\r?\n)*([ ]*)").match(text, line, end)
    assert first is not None
    own = value.lstrip("\n")
    indent = len(first[1]) - (len(own) - len(own.lstrip(" ")))
    spaces = re.compile(rf"[ ]{{0,{max(0, indent)}}}").match(text, line, end)
    assert spaces is not None
    return spaces.end(), max(0, indent)


def _step(text: str, at: int, value: str, length: int, style: str | None, indent: int) -> tuple[int, int]:
    """Offset behind the next token of a scalar, and how many characters of the value it stands for; 0 if it differs."""
    if style == '"' and (escape := _ESCAPE.match(text, at)):
        return escape.end(), 0 if "\n" in escape[0] else 1
    if style == "'" and text.startswith("''", at):
        return at + 2, 1
    if style == "|":
        kept = re.compile(rf"\r?\n {{0,{indent}}}").match(text, at)
        return (kept.end(), 1) if kept else _same(text, at, value, length)
    fold = (_FOLD if style != ">" else re.compile(rf"(?:\r?\n {{0,{indent}}})+")).match(text, at)
    if fold:
        return fold.end(), _folded(len(_BREAK.findall(fold[0])), value, length, style)
    return _same(text, at, value, length)


def _folded(breaks: int, value: str, length: int, style: str | None) -> int:
    """How many characters some line breaks stand for: one space, or a line break less than there are.

    Of a folded block also all of them, around lines that are indented further and at its end.
    """
    kept = re.compile("\n*").match(value, length).end() - length  # type: ignore[union-attr]
    if style == ">" and (kept == breaks or kept == len(value) - length > 0):
        return kept
    taken = 1 if breaks == 1 else breaks - 1
    return taken if value[length : length + taken].isspace() else 0


def _same(text: str, at: int, value: str, length: int) -> tuple[int, int]:
    return (at + 1, 1) if text[at : at + 1] == value[length] else (0, 0)


def _append(marks: list[Mark], length: int, start: int, stop: int, taken: int) -> None:
    """Add a mark, or lengthen the last one when both are literal runs that touch."""
    literal = stop - start == taken == 1
    if literal and marks and marks[-1][2] == start and marks[-1][2] - marks[-1][1] == length - marks[-1][0]:
        marks[-1] = (marks[-1][0], marks[-1][1], stop)
    else:
        marks.append((length, start, stop))


def _written(node: Any, new: str) -> str | None:
    if node is None or node.id != "scalar":
        return None
    if node.style == '"':
        return new.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    if node.style == "'" and "\n" not in new:
        return new.replace("'", "''")
    if not node.style and (re.search(r": |:$| #|[\n\[\]{},]|^[\s&*!|>'\"%@`#?-]", new)):
        return None
    return new if "\n" not in new else None


def _comments(text: str, base: int, nodes: dict[Path, Any], bounds: tuple[int, int]) -> Iterator[Comment]:
    if "triallint:" not in text:
        return
    scalars = [(n.start_mark.index, n.end_mark.index) for n in nodes.values() if n.id == "scalar"]
    for found in _COMMENT.finditer(text, *bounds):
        if not any(start <= found.start() < end for start, end in scalars):
            yield Comment(found[0][1:], Span(base + found.start(), base + found.end()))
