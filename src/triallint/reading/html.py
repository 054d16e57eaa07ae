"""HTML, read by BeautifulSoup's own html.parser builder, with the exact offsets of all text.

The parser is subclassed so that every event it hands to BeautifulSoup is also written down with its offset in the
source (tokens lie end to end, so a token ends where the next begins). The blocks are made from these events in one
pass; unclosed list items, cells and paragraphs end where HTML says they do, whatever the tree looks like.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from triallint.page import Comment, Link, Tag
from triallint.passage import Origin, Passage
from triallint.prose import Lazily
from triallint.reading import attribute
from triallint.reading.outline import Block, Outline, Writer
from triallint.source import Source, Span, Unreadable

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

Event = tuple[str, Any, Any, int]
"""(kind, detail, attributes, offset in the source); kinds: start, end, text, reference, comment."""

_BLOCK_TAGS = frozenset(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre section select "
    "summary table tbody td textarea tfoot th thead title tr ul".split()
)
_FURNITURE_TAGS = frozenset("nav button select option textarea".split())
_SKIPPED_TAGS = frozenset("script style template noscript svg math iframe object".split())
_KINDS = {
    **{f"h{level}": "heading" for level in range(1, 7)},
    **{"p": "", "li": "item", "td": "cell", "th": "cell", "dt": "term", "dd": "definition", "title": "title"},
    **dict.fromkeys(("caption", "legend", "figcaption", "summary"), "caption"),
}
_OWNERS = frozenset(("li", "td", "th", "dt", "dd"))
_LISTS = frozenset(("ul", "ol", "menu", "dir"))
# What a start tag closes before it opens (HTML standard, optional tags), and what it cannot reach beyond.
_CLOSES = {
    "li": (("li",), _LISTS),
    "dt": (("dt", "dd"), frozenset(("dl",))),
    "dd": (("dt", "dd"), frozenset(("dl",))),
    "td": (("td", "th"), frozenset(("tr", "table"))),
    "th": (("td", "th"), frozenset(("tr", "table"))),
    "tr": (("tr",), frozenset(("table",))),
    "option": (("option",), frozenset(("select",))),
}
_CELLS = frozenset(("td", "th", "table"))
_TABLE = frozenset(("table",))
_NOTHING: frozenset[str] = frozenset()
_EMPHASIS = frozenset(("b", "strong"))


class _Place(NamedTuple):
    """What the innermost open block says of the text in it."""

    name: str
    kind: str = "paragraph"
    level: int = 0
    depth: int = 0
    owner: int = 0
    row: int = 0
    header: bool = False
    furniture: bool = False
    language: str = ""
    column: int = 0


def read(source: Source, start: int = 0, end: int | None = None) -> Outline:
    """The outline of an HTML document, or of the HTML between two offsets of a Markdown document. Raises Unreadable."""
    events, soup = _parse(source, start, end)
    return _Blocks(source, soup).outline(events, len(source.text) if end is None else end)


def _parse(source: Source, start: int, end: int | None) -> tuple[list[Event], BeautifulSoup]:
    import warnings

    from triallint.reading.soup import Rejected, parse

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # bs4 warns of text that looks like a URL or XML; it is read all the same
        try:
            return parse(source.text[start:end], start)
        except Rejected as problem:
            raise Unreadable("The HTML is broken here.", Span(problem.at, problem.at), source) from None


def _tags(source: Source, events: list[Event], end: int) -> Iterator[Tag]:
    lists = 0  # how many are open
    for (kind, name, attributes, start), stop in zip(events, [*(event[3] for event in events[1:]), end], strict=False):
        if kind == "start":
            place = partial(_attribute, source, start, stop)
            yield Tag(name, {key: given or "" for key, given in attributes}, place, lists > 0)
        if name in _LISTS:
            lists = max(0, lists + (kind == "start") - (kind == "end"))


def _attribute(source: Source, start: int, stop: int, name: str) -> Passage:
    return attribute.value(source, name, start, stop)


class _Blocks:
    """Makes blocks from events."""

    def __init__(self, source: Source, soup: BeautifulSoup) -> None:
        self.source = source
        self.soup = soup
        self.writer = Writer(leaks=True)
        self.open = [_Place("")]
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.images: list[Link] = []
        self.comments: list[Comment] = []
        self.title: Passage | None = None
        self.data: list[tuple[str, Any]] = []
        self.language = ""
        self.owners = 0
        self.rows = 0
        self.cells: dict[int, int] = {}  # how many there are in each row
        self.skipping = ""
        self.is_json_ld = False
        self.link: tuple[str, int] | None = None
        self.linked: list[tuple[str, int, int]] = []
        self.emphasised = 0
        self.emphasis_depth = 0

    def outline(self, events: list[Event], end: int) -> Outline:
        stops = [event[3] for event in events[1:]]
        for (kind, detail, attributes, start), stop in zip(events, [*stops, end], strict=False):
            if kind == "text":
                self._text(detail, start)
            elif kind == "start":
                self._start(detail, attributes, start, stop)
            elif kind == "end":
                self._end(detail)
            elif kind == "reference":
                self._reference(start, detail)
            elif kind == "comment":
                self.comments.append(Comment(detail, Span(start, self._token_end(start, stop))))
        self._flush()
        return Outline(
            self.source,
            "html",
            tuple(self.blocks),
            tuple(self.links),
            tuple(self.images),
            tuple(self.comments),
            self.language,
            self.title,
            tuple(self.data),
            Lazily(lambda: _tags(self.source, events, end)),
            soup=self.soup,
        )

    def _token_end(self, start: int, stop: int) -> int:
        """Where the token at ``start`` ends: of what stands before the next one, ``</>`` is no token at all."""
        while self.source.text.endswith("></>", start, stop):
            stop -= len("</>")
        return stop

    def _text(self, text: str, start: int) -> None:
        if not self.skipping:
            before = self.writer.length
            if before or not text.isspace():
                self.writer.literal(text, start)
                if self.emphasis_depth:
                    self.emphasised += self.writer.length - before
        elif self.is_json_ld:
            self.data.append(("json-ld", (text, start)))
            self.is_json_ld = False

    def _reference(self, start: int, stop: int) -> None:
        if not self.skipping:
            self.writer.unit(html.unescape(self.source.text[start:stop]), start, stop)
            if self.emphasis_depth:
                self.emphasised += 1

    def _start(self, name: str, attributes: list[tuple[str, str | None]], start: int, stop: int) -> None:
        if self.skipping:
            return
        if name in _BLOCK_TAGS:
            self._open(name, attributes)
        elif name in _SKIPPED_TAGS:
            self.skipping = name
            self.is_json_ld = ("type", "application/ld+json") in attributes
        elif name == "br":
            self.writer.line_break(start, self._token_end(start, stop))
        elif name == "a":
            self._close_link()
            self.link = (dict(attributes).get("href") or "", self.writer.length)
        elif name == "img":
            self.images.append(Link(attribute.value(self.source, "alt", start, stop), dict(attributes).get("src") or ""))
        elif name in _EMPHASIS:
            self.emphasis_depth += 1

    def _end(self, name: str) -> None:
        if self.skipping:
            if name == self.skipping:
                self.skipping = ""
        elif name == "a":
            self._close_link()
            self.link = None
        elif name in _EMPHASIS:
            self.emphasis_depth = max(0, self.emphasis_depth - 1)
        elif name in _BLOCK_TAGS:
            self._flush()
            self._close((name,), _CELLS if name not in _CELLS else _TABLE if name != "table" else _NOTHING)

    def _open(self, name: str, attributes: list[tuple[str, str | None]]) -> None:
        self._flush()
        if name in _CLOSES:
            self._close(*_CLOSES[name])
        while self.open[-1].name == "p":
            self.open.pop()
        outer = self.open[-1]
        if name == "hr":
            return
        self.open.append(self._place(name, attributes, outer))

    def _place(self, name: str, attributes: list[tuple[str, str | None]], outer: _Place) -> _Place:
        kind = _KINDS.get(name) or outer.kind
        owner, row, header, column = outer.owner, outer.row, outer.header, outer.column
        if name in _OWNERS:
            self.owners += 1
            owner, header = self.owners, name == "th"
        if name in ("tr", "dt"):
            self.rows += 1
        if name in ("tr", "dt", "dd"):
            row, column = self.rows, 0
        if name in ("td", "th"):
            column = self.cells[row] = self.cells.get(row, 0) + 1
        level = int(name[1]) if _KINDS.get(name) == "heading" else outer.level
        language = outer.language
        for key, value in attributes:
            if key == "lang" and value and name == "html":
                self.language = value
            elif key == "lang" and value:
                language = value
        depth = outer.depth + (name in _LISTS)
        furniture = outer.furniture or name in _FURNITURE_TAGS
        return _Place(name, kind, level, depth, owner, row, header, furniture, language, column)

    def _close(self, names: tuple[str, ...], barriers: frozenset[str]) -> None:
        for at in range(len(self.open) - 1, 0, -1):
            name = self.open[at].name
            if name in names:
                del self.open[at:]
                return
            if name in barriers:
                return

    def _flush(self) -> None:
        if not self.writer.length:
            return
        self._close_link()
        text = self.writer.text()
        if text.strip():
            self._emit(text)
        self.writer.clear()
        self.linked.clear()
        self.emphasised = 0
        if self.link is not None:  # it goes on in the next block
            self.link = (self.link[0], 0)

    def _emit(self, text: str) -> None:
        place = self.open[-1]
        origin = Origin(self.source, text, self.writer.marks_of(text), _escape)
        role = "furniture" if place.furniture else _ROLES.get(place.kind, "prose")
        passage = Passage("", text, origin, role, place.language)
        if place.kind == "title":
            self.title = self.title or passage
            return
        for target, begin, end in self.linked:
            self.links.append(Link(passage.stripped(min(begin, len(text)), min(end, len(text))), target))
        bold = self.emphasised >= len(text) - 1 > 0
        level = place.level if place.kind == "heading" else place.depth
        self.blocks.append(Block(place.kind, passage, level, place.owner, place.row, place.header or bold, place.column))

    def _close_link(self) -> None:
        if self.link is not None and self.writer.length > self.link[1]:
            self.linked.append((*self.link, self.writer.length))
            self.link = None


_ROLES = {
    "heading": "heading",
    "item": "item",
    "cell": "value",
    "term": "label",
    "definition": "value",
    "title": "title",
}


def _escape(text: str) -> str | None:
    return html.escape(text, quote=False)
