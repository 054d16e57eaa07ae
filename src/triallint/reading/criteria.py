"""Eligibility text to criteria: headings, markers, nesting, continued lines, and lists flattened to one line.

A criterion is a slice of the text it was read from, so it needs no search to be pointed at.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from triallint.page import Criterion
from triallint.passage import Passage

_HEADING = re.compile(
    r"""\W{0,4}
    (?!(?:show|hide|see|view|read|display|expand)\b)(?P<before>(?:[\w'/&+-]+[ \t]+){0,4}?)
    (?P<kind>inclusion|exclusion|inclusive|exclusive)
    (?P<both>[ \t]*(?:/|&|and|or)[ \t]*(?:inclusion|exclusion))?
    (?P<word>[ \t]+(?:criteria|criterion|critera)(?:[ \t]+details?)?)?
    [ \t]*(?P<about>(?:\(?(?:for|of|in|at|to|part|cohort|arm|phase|group|stage|step|-|\()[^:\n]{0,80}?)?)
    [ \t]*(?P<colon>[:.]?)[ \t*_]*(?=$|\n|(?P<text>\S))""",
    re.I | re.X,
)
_INNER_HEADING = re.compile(
    r"(?<=[\s.;:])(?=(?:(?:Key|Main|General|Major) )?(?:Inclusion|Exclusion|INCLUSION|EXCLUSION) "
    r"(?:[Cc]riteria|CRITERIA)\s{0,2}:)"
)
_BULLET = r"[*•·‣∙⁃○●◦▪■□➢❖▶✓–—+-]|o(?=\s)"
_NUMBER = r"\(?(?:[0-9]{1,2}|[a-zA-Z]|[ivx]{2,4}|[①-⑳])\\?[.)](?![0-9])|[①-⑳]|[0-9]{1,2}[、．]"
_MARKER = re.compile(
    rf"(?P<indent>[ \t]*)(?:(?P<bullet>{_BULLET})(?:[ \t]+|(?=[A-Za-z(])))?(?:(?P<number>{_NUMBER})[ \t]*(?=\S))?(?P<text>\S)?"
)
_HARD_WRAPPED = 100  # a shorter line does not hold a whole list
_FLAT_NUMBER = re.compile(r"(?:(?<=^)|(?<=[;.:,)]\s)|(?<=[a-z]\s))(?=\(?([0-9]{1,2})\\?[.)]\s?[A-Z≥≤<>\"'(])")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of eligibility text: a slice, how far it is indented, and its marker (an empty passage if none)."""

    passage: Passage
    indent: int = 0
    marker: Passage | None = None
    number: str = ""
    bullet: str = ""
    starts_item: bool = False
    after_blank: bool = False


@dataclass(slots=True)
class _Node:
    """A criterion being built."""

    line: Line
    kind: str
    group: Passage | None
    start: Passage
    end: int
    children: list[_Node] = field(default_factory=list)


def heading_of(text: str) -> tuple[str, int] | None:
    """The kind of list a heading announces (inclusion, exclusion, or "" for both) and how long the heading is.

    None when the text does not begin with such a heading. The heading is longer than nothing and may be followed by the
    list itself on the same line.
    """
    found = _HEADING.match(text) if "clusi" in text[:80].casefold() else None
    if not found:
        return None
    followed = found["text"] is not None
    if not found["word"] and (followed or not found["colon"]) and text.strip().casefold() not in ("inclusion", "exclusion"):
        return None
    if (followed and found["colon"] != ":") or (found["before"] and followed and len(found["before"].split()) > 2):
        return None
    if found["both"]:
        return "", found.end()
    return found["kind"][:2].lower().replace("in", "inclusion").replace("ex", "exclusion"), found.end()


def lines_of(passage: Passage) -> Iterator[Line]:
    """The non-blank lines of a text; a list flattened to one line gives a line for each of its items."""
    for part in _split_at(passage, [found.start() for found in _INNER_HEADING.finditer(passage.text)]):
        yield from _plain_lines(part)


def _split_at(passage: Passage, cuts: list[int]) -> Iterator[Passage]:
    bounds = [0, *cuts, len(passage.text)]
    for start, end in itertools.pairwise(bounds):
        if start < end:
            yield passage.slice(start, end)


def _plain_lines(passage: Passage) -> Iterator[Line]:
    text, at, blank = passage.text, 0, True
    while at < len(text):
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        if text[at:stop].strip():
            for line in _items_on(passage.slice(at, stop)):
                yield _after_blank(line, blank)
                blank = False
        else:
            blank = True
        at = stop + 1


def _after_blank(line: Line, blank: bool) -> Line:
    return Line(line.passage, line.indent, line.marker, line.number, line.bullet, line.starts_item, blank)


def _items_on(line: Passage) -> Iterator[Line]:
    """The line itself; its heading and what follows it; or the numbered items written on it one after another."""
    heading = heading_of(line.text)
    if heading and heading[1] < len(line.text.rstrip()):
        yield marked(line.slice(0, heading[1]))
        line = line.slice(heading[1], len(line.text))
    cuts: list[int] = []
    for found in _FLAT_NUMBER.finditer(line.text) if len(line.text) > _HARD_WRAPPED else ():
        if int(found[1]) == len(cuts) + 1:
            cuts.append(found.start())
    for part in _split_at(line, cuts if len(cuts) >= 3 or (heading and len(cuts) >= 2) else []):
        if part.text.strip():
            yield marked(part)


def marked(line: Passage, indent: int | None = None, starts_item: bool = False) -> Line:
    """A line with its typed marker taken off. ``indent`` is the list's own depth where the format knows it."""
    found = _MARKER.match(line.text)
    assert found is not None, "every part of the expression is optional"
    text_at = found.start("text") if found["text"] else len(line.text)
    begin = min(found.start(name) if found[name] else text_at for name in ("bullet", "number"))
    if found["text"] and not _is_marker(found, line.text):
        text_at = begin
    width = len(found["indent"].expandtabs(4)) if indent is None else indent
    has_marker = begin < text_at
    return Line(
        line.stripped(text_at, len(line.text)),
        width,
        line.stripped(begin, text_at) if has_marker else None,
        (found["number"] or "").strip("().\\ ") if has_marker else "",
        found["bullet"] or "" if has_marker else "",
        starts_item or has_marker,
    )


def _is_marker(found: re.Match[str], text: str) -> bool:
    """Whether what looks like a marker is one: "- 5" and "I. V. line" are text."""
    number, bullet = found["number"], found["bullet"]
    if number is None:
        return bullet is not None
    rest = text[found.start("text") :]
    is_letter = number.strip("(.)\\").isalpha() and len(number.strip("(.)\\")) == 1
    return not (is_letter and re.match(r"[A-Z]\.|\d", rest) is not None)


def split(lines: Iterable[Line], kind: str = "") -> tuple[Criterion, ...]:
    """The criteria of some lines of eligibility text, each list nested as it was written."""
    roots: list[_Node] = []
    stack: list[_Node] = []
    group: Passage | None = None
    listed = False
    for line in lines:
        heading = heading_of(line.passage.text) if not line.number else None
        if heading and heading[1] >= len(line.passage.text):
            kind, group, stack, listed = heading[0], None, [], False
        elif _continues(line, stack, listed):
            _extend(stack, line)
        elif _is_group(line, listed):
            group, stack = line.passage, []
        else:
            listed = listed or line.starts_item
            node = _Node(line, kind, group, line.passage, len(line.passage.text))
            stack = _above(stack, line)
            (stack[-1].children if stack else roots).append(node)
            stack = [*stack, node]
    return _built(roots)


def _continues(line: Line, stack: list[_Node], listed: bool) -> bool:
    """Whether the line goes on with the item above it."""
    if not stack or line.starts_item or not listed:
        return bool(stack) and not line.starts_item and not line.after_blank and _same_text(stack[-1], line)
    deeper = line.indent > stack[0].line.indent
    return (not line.after_blank or deeper) and _same_text(stack[-1], line)


def _same_text(node: _Node, line: Line) -> bool:
    return node.start.origin is line.passage.origin and not node.children


def _extend(stack: list[_Node], line: Line) -> None:
    stack[-1].end = line.passage.start - stack[-1].start.start + len(line.passage.text)


def _is_group(line: Line, listed: bool) -> bool:
    text = line.passage.text
    if line.starts_item or (not line.after_blank and listed):
        return False
    return text.endswith(":") and len(text) <= 120


def _above(stack: list[_Node], line: Line) -> list[_Node]:
    """The open items the line's item stands under."""
    kept = [node for node in stack if node.line.indent < line.indent]
    same = [node for node in stack if node.line.indent == line.indent]
    for node in same:
        if _style(node.line) == _style(line):
            return kept + same[: same.index(node)]
    return kept + (same if same and _opens_sublist(same[-1], line) else [])


def _style(line: Line) -> str:
    if not line.number:
        return line.bullet
    return line.bullet + ("1" if line.number.isdigit() else "a" if len(line.number) == 1 else "i")


def _opens_sublist(node: _Node, line: Line) -> bool:
    """Whether a marker of another style, no further indented, begins a list under the item before it."""
    return (line.starts_item and node.start.text.endswith(":")) or (line.number in ("a", "A", "i") and node.line.number != "")


def _built(roots: list[_Node]) -> tuple[Criterion, ...]:
    counts: dict[str, int] = {}
    built = []
    for node in roots:
        name = f"criteria.{node.kind or 'unlabelled'}"
        at = counts[name] = counts.get(name, -1) + 1
        built.append(_criterion(node, f"{name}[{at}]"))
    return tuple(built)


def _criterion(node: _Node, name: str) -> Criterion:
    children = tuple(_criterion(child, f"{name}.children[{at}]") for at, child in enumerate(node.children))
    passage = node.start.extended(node.end).within(name)
    marker = node.line.marker or passage.slice(0, 0)
    return Criterion(node.kind, passage, marker.within(name), node.line.number, children, node.group)
