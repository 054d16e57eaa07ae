"""The inside of a block of Markdown: its text with exact offsets, its links, images and comments.

Which asterisks and underscores are emphasis is what markdown-it says; where they stand is found by counting the
characters it shows. Should the counts not agree, they are judged by the characters on both sides.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from triallint.page import Comment, Link
from triallint.passage import Origin, Passage
from triallint.reading.outline import Writer
from triallint.source import Source, Span

_MARK = re.compile(
    r"""(?P<escape>\\[!-/:-@\[-`{-~])
    |(?P<reference>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)
    |(?P<code>(?P<ticks>(?<!`)`+)(?!`)(?P<inside>.+?)(?<!`)(?P=ticks)(?!`))
    |(?P<comment><!--.*?-->)
    |(?P<auto><(?P<url>[a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>]*|[\w.+-]+@[\w.-]+)>)
    |(?P<break><[bB][rR](?:\s[^<>]*)?/?>)
    |(?P<tag></?[a-zA-Z][^<>]*>)
    |(?P<open>!?\[)
    |(?P<close>\](?:\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:[ \t]+(?:"[^"]*"|'[^']*'))?\)|\[[^\]]*\]))
    |(?P<emphasis>\*+|_+)""",
    re.X | re.S,
)
_BRACKET = re.compile(r"\\.|[\[\]]")
_HARD_BREAK = re.compile(r"(?<!\\)(?:\\\\)*(\\)$")
_TO_ESCAPE = re.compile(r"[\\`*_\[\]<>|]|&(?=[#\w])")


def read(source: Source, ranges: list[tuple[int, int]], children: list[Any]) -> Inline:
    """What stands between some offsets, the lines of one block, which markdown-it has taken apart into ``children``."""
    found = Inline(source, *_counted(children))
    found.read(ranges)
    if not found.agrees:
        found = Inline(source, Counter(), -1)
        found.read(ranges)
    return found


def _counted(children: list[Any]) -> tuple[Counter[int], int]:
    """How many marks of emphasis stand before each of the characters shown, and how many of these there are.

    White space is not counted.
    """
    marks: Counter[int] = Counter()
    shown = 0
    for each in _flat(children):
        if each.type in ("text", "code_inline"):
            shown += _seen(each.content)
        elif each.type.startswith(("em_", "strong_")):
            marks[shown] += len(each.markup)
    return marks, shown


def _flat(children: list[Any]) -> Iterator[Any]:
    for each in children:
        yield each
        yield from _flat(each.children or [])


def _seen(text: str) -> int:
    return len("".join(text.split()))


class Inline:
    """The text of a block in ``writer``, with what else stands in it."""

    def __init__(self, source: Source, marks: Counter[int], total: int) -> None:
        self.source = source
        self.writer = Writer()
        self.links: list[Link] = []
        self.images: list[Link] = []
        self.comments: list[Comment] = []
        self._marks = marks
        self._total = total
        self._shown = 0
        self._opened: list[tuple[int, bool]] = []
        self._targeted: frozenset[int] = frozenset()

    @property
    def agrees(self) -> bool:
        """Whether all that markdown-it shows was read, and every mark of emphasis was met."""
        return self._shown == self._total and not any(self._marks.values())

    def read(self, ranges: list[tuple[int, int]]) -> None:
        """Read the lines one after another."""
        text = self.source.text
        for at, (start, end) in enumerate(ranges):
            is_last = at + 1 == len(ranges)
            if not is_last and text[end] in "\r\n" and (hard := _HARD_BREAK.search(text, start, end)):
                end = hard.start(1)
            self._line(start, end)
            self._opened.clear()
            if not is_last:
                self.writer.space(end, ranges[at + 1][0])

    def _line(self, start: int, end: int) -> None:
        text = self.source.text
        at = start
        self._targeted = _targeted(text, start, end)
        for found in _MARK.finditer(text, start, end):
            self._literal(at, found.start())
            at = found.end()
            if found["escape"]:
                self._unit(found[0][1], *found.span())
            elif found["reference"]:
                self._unit(html.unescape(found[0]), *found.span())
            elif found["code"] or found["auto"]:
                self._literal(*found.span("inside" if found["code"] else "url"))
            elif found["comment"]:
                self.comments.append(Comment(found[0][4:-3], Span(*found.span())))
            elif found["break"]:
                self.writer.line_break(*found.span())
            elif found["open"]:
                self._open(found)
            elif found["close"]:
                self._close(found)
            elif found["emphasis"]:
                self._emphasis(found, start, end)
        self._literal(at, end)

    def _literal(self, start: int, end: int) -> None:
        text = self.source.text[start:end]
        self._shown += _seen(text)
        self.writer.literal(text, start)

    def _unit(self, text: str, start: int, end: int) -> None:
        self._shown += _seen(text)
        self.writer.unit(text, start, end)

    def _emphasis(self, found: re.Match[str], start: int, end: int) -> None:
        if self._total < 0:
            if not _flanks(found, start, end):
                self._literal(*found.span())
            return
        for at in range(*found.span()):
            if self._marks[self._shown] > 0:
                self._marks[self._shown] -= 1
            else:
                self._literal(at, at + 1)

    def _open(self, found: re.Match[str]) -> None:
        if found.end() - 1 in self._targeted:
            self._opened.append((self.writer.length, found[0] == "!["))
        else:
            self._literal(*found.span())

    def _close(self, found: re.Match[str]) -> None:
        if not self._opened:
            self._literal(*found.span())
            return
        begin, is_image = self._opened.pop()
        target = re.match(r"\]\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)", found[0])
        text = self.writer.text()
        whole = Passage("", text, Origin(self.source, text, list(self.writer.marks_of(text)), escape))
        link = Link(whole.stripped(min(begin, len(text)), len(text)), target[1] if target else "")
        (self.images if is_image else self.links).append(link)


def _flanks(found: re.Match[str], start: int, end: int) -> bool:
    """Whether asterisks or underscores look like emphasis: they touch a word, underscores on one side only."""
    before = found.string[found.start() - 1] if found.start() > start else " "
    after = found.string[found.end()] if found.end() < end else " "
    if found[0][0] == "_" and before.isalnum() and after.isalnum():
        return False
    return not (before.isspace() and after.isspace())


def _targeted(text: str, start: int, end: int) -> frozenset[int]:
    """The offsets of opening brackets on a line whose closing ones are followed by a target."""
    opened: list[int] = []
    found = []
    for mark in _BRACKET.finditer(text, start, end):
        if mark[0] == "[":
            opened.append(mark.start())
        elif mark[0] == "]" and opened:
            at = opened.pop()
            if text[mark.end() : min(end, mark.end() + 1)] in ("(", "["):
                found.append(at)
    return frozenset(found)


def escape(text: str) -> str | None:
    """Plain text as it is written within a line of Markdown."""
    return None if "\n" in text else _TO_ESCAPE.sub(r"\\\g<0>", text)
