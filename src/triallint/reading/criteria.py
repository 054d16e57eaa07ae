"""Eligibility text to criteria: headings, markers, nesting, continued lines, and lists flattened to one line.

A criterion is a slice of the text it was read from, so it needs no search to be pointed at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from triallint.page import Criterion
from triallint.passage import Passage

_HEADING = re.compile(
    r"""\W{0,4}
    (?!(?:show|hide|see|view|read|display|expand)\b)(?P<before>(?:[\w'/&+-]+[ \t]+){0,4}?)
    (?P<kind>inclusion|exclusion|inclusive|exclusive)
    (?P<both>[ \t]*(?:/|&|and|or)[ \t]*(?:inclusion|exclusion))?
    (?P<word>[ \t]+(?:criteria|criterion|critera)(?:[ \t]+details?)?)?
    [ \t]*(?P<about>(?:\(|(?:for|of|in|at|to|part|cohort|arm|phase|group|stage|step)\b|-)[^:\n]{0,80}?(?=[ \t]*(?::|$|\n)))?
    [ \t]*(?P<colon>[:.]?)[ \t*_]*(?=$|\n|(?P<text>\S))""",
    re.I | re.X,
)
_INNER_HEADING = re.compile(r"(?:Inclusion|Exclusion|INCLUSION|EXCLUSION) (?:[Cc]riteria|CRITERIA)\s{0,2}:")
_BEFORE_HEADING = re.compile(r"(?:^|[\s.;:])(?P<key>(?:(?:Key|Main|General|Major) )?)$")
_BULLET = r"[*•·‣∙⁃○●◦▪■□➢❖▶✓–—+-]|o(?=\s)"
_NUMBER = r"\(?(?:[0-9]{1,2}|[a-zA-Z]|[ivx]{2,4}|[①-⑳])\\?[.)](?![0-9])|[①-⑳]|[0-9]{1,2}[、．]"
_MARKER = re.compile(
    rf"(?P<indent>[ \t]*)(?:(?P<bullet>{_BULLET})(?:[ \t]+|(?=[A-Za-z(])))?(?:(?P<number>{_NUMBER})[ \t]*(?=\S))?(?P<text>\S)?"
)
_FIRST_NUMBER = re.compile(r"1\\?[.)]\s?[A-Z≥≤<>\"'(]")
_LONGEST_GROUP = 120
_PART = re.compile(r"(?:group|cohort|part|arm|stage|step|sub-?study) [A-Z0-9]\w{0,9}\b", re.I)
_LINE_END = re.compile("\n")
_HARD_WRAPPED = 100  # a shorter line does not hold a whole list
_FLAT_NUMBER = re.compile(r"(?:(?<=^)|(?<=[;.:,)]\s)|(?<=[a-z]\s))(?=\(?([0-9]{1,2})\\?[.)]\s?[A-Z≥≤<>\"'(])")


class Line(NamedTuple):
    """A line of eligibility text: a stretch of ``whole``, how far it is indented, and its marker (empty if it has none).

    Offsets are half-open and count in ``whole``; the text is what is left without the marker.
    """

    whole: Passage
    start: int
    end: int
    indent: int = 0
    marker_start: int = 0
    marker_end: int = 0
    number: str = ""
    bullet: str = ""
    starts_item: bool = False
    after_blank: bool = False

    @property
    def text(self) -> str:
        """The words of the line."""
        return self.whole.text[self.start : self.end]


@dataclass(slots=True)
class _Node:
    """A criterion being built."""

    line: Line
    kind: str
    group: Passage | None
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
    cuts = {found.end() for found in _LINE_END.finditer(passage.text)}
    for heading in _INNER_HEADING.finditer(passage.text):
        before = _BEFORE_HEADING.search(passage.text, max(0, heading.start() - 10), heading.start())
        if before:
            cuts.add(before.start("key"))
    blank = True
    for start, end in _between(0, len(passage.text), sorted(cuts)):
        if passage.text[start:end].isspace():
            blank = True
            continue
        for line in _items_on(passage, start, end):
            yield line._replace(after_blank=blank) if blank else line
            blank = False


def _between(start: int, end: int, cuts: Iterable[int]) -> Iterator[tuple[int, int]]:
    for cut in (*cuts, end):
        if start < cut:
            yield start, cut
            start = cut


def _items_on(whole: Passage, start: int, end: int) -> Iterator[Line]:
    """The line itself; its heading and what follows it; or the numbered items written on it one after another."""
    text = whole.text[start:end]
    heading = heading_of(text)
    if heading and heading[1] < len(text.rstrip()):
        yield marked(whole, start, start + heading[1])
        start += heading[1]
        text = text[heading[1] :]
    cuts: list[int] = []
    for found in _FLAT_NUMBER.finditer(text) if (heading or len(text) > _HARD_WRAPPED) and _FIRST_NUMBER.search(text) else ():
        if int(found[1]) == len(cuts) + 1:
            cuts.append(start + found.start())
    for begin, stop in _between(start, end, cuts if len(cuts) >= (2 if heading else 3) else ()):
        if not whole.text[begin:stop].isspace():
            yield marked(whole, begin, stop)


def marked(whole: Passage, start: int, end: int, indent: int | None = None, starts_item: bool = False) -> Line:
    """A line with its typed marker taken off. ``indent`` is the list's own depth where the format knows it."""
    text = whole.text
    end = start + len(text[start:end].rstrip())
    found = _MARKER.match(text, start, end)
    assert found is not None, "every part of the expression is optional"
    text_at = found.start("text") if found["text"] else end
    bullet, number = found["bullet"], found["number"]
    if number and found["text"] and not _numbers(number, text[text_at:end]):
        text_at, number = found.start("number"), None
    begin = found.start("bullet") if bullet else found.start("number") if number else text_at
    width = len(found["indent"].expandtabs(4)) if indent is None else indent
    return Line(
        whole,
        text_at,
        end,
        width,
        begin,
        begin + len(text[begin:text_at].rstrip()),
        number.strip("().、．\\ ") if number else "",
        bullet or "",
        starts_item or begin < text_at,
    )


def _numbers(number: str, rest: str) -> bool:
    """Whether what looks like a number is one: that of "I. V. line" is text."""
    letter = number.strip("(.)\\")
    return len(letter) > 1 or not letter.isalpha() or re.match(r"[A-Z]\.|\d", rest) is None


def split(lines: Iterable[Line], kind: str = "") -> tuple[Criterion, ...]:
    """The criteria of some lines of eligibility text, each list nested as it was written."""
    roots: list[_Node] = []
    stack: list[_Node] = []
    group: Passage | None = None
    kinds = {kind}
    listed = False
    given = list(lines)
    for line, following in zip(given, [*given[1:], None], strict=False):
        heading = heading_of(line.text) if not line.number else None
        if heading and heading[1] >= line.end - line.start:
            kind, stack, listed = heading[0], [], False
            group = _passage(line) if kind in kinds or _is_of_a_part(line.text) else None
            kinds.add(kind)
        elif _is_group(line, following, stack):
            group, stack = _passage(line), []
        elif _continues(line, stack, listed):
            stack[-1].end = line.end
        else:
            listed = listed or line.starts_item
            node = _Node(line, kind, group, line.end)
            stack = _above(stack, line)
            (stack[-1].children if stack else roots).append(node)
            stack = [*stack, node]
    return _built(roots)


def _passage(line: Line) -> Passage:
    return line.whole.slice(line.start, line.end)


def _is_of_a_part(heading: str) -> bool:
    """Whether a heading names the part of the study its list is for ("Inclusion criteria for Part B:")."""
    found = _HEADING.match(heading)
    return found is not None and bool(found["about"])


def _continues(line: Line, stack: list[_Node], listed: bool) -> bool:
    """Whether the line goes on with the item above it."""
    if not stack or line.starts_item or not listed:
        return bool(stack) and not line.starts_item and not line.after_blank and _same_text(stack[-1], line)
    deeper = line.indent > stack[0].line.indent
    return (not line.after_blank or deeper) and _same_text(stack[-1], line)


def _same_text(node: _Node, line: Line) -> bool:
    return node.line.whole is line.whole and not node.children


def _is_group(line: Line, following: Line | None, stack: list[_Node]) -> bool:
    """Whether a line is the heading of the items below it: of a cohort, a part, a kind of criterion."""
    text = line.text
    if line.starts_item or following is None or len(text) > _LONGEST_GROUP:
        return False
    if text.endswith(":") and text.isupper():
        return True
    if not following.starts_item:
        return False
    if line.after_blank:
        return text.endswith(":") or not text.endswith((".", ";", ","))
    is_outside = not stack or line.indent <= stack[0].line.indent
    return is_outside and text[0].isupper() and (text.endswith(":") or _PART.match(text) is not None)


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
    return (line.starts_item and node.line.text.endswith(":")) or (line.number in ("a", "A", "i") and node.line.number != "")


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
    line = node.line
    passage = line.whole.slice(line.start, node.end, name)
    marker = line.whole.slice(line.marker_start, line.marker_end, name)
    return Criterion(node.kind, passage, marker, line.number, children, node.group)
