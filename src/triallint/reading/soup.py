"""BeautifulSoup's door: its own html.parser builder, writing down where every token begins."""

from __future__ import annotations

import importlib
import sys
from typing import Any


class _WhenNeeded:
    """Stands for soupsieve in bs4.css, and imports it when a selector is first used.

    Its import takes as long as all the rest of a small check (PERFORMANCE.md, start-up).
    """

    def __getattr__(self, name: str) -> Any:
        return getattr(importlib.import_module("soupsieve"), name)


if "soupsieve" not in sys.modules:
    sys.modules["soupsieve"] = _WhenNeeded()  # type: ignore[assignment]
    importlib.import_module("bs4.css")
    del sys.modules["soupsieve"]

from bs4 import BeautifulSoup
from bs4.builder._htmlparser import BeautifulSoupHTMLParser, HTMLParserTreeBuilder

Event = tuple[str, Any, Any, int]


class Rejected(Exception):
    """Markup that html.parser cannot read, and the offset of the token it gives up at."""

    def __init__(self, at: int) -> None:
        super().__init__(at)
        self.at = at


class _Parser(BeautifulSoupHTMLParser):
    """Notes (kind, detail, attributes, offset) of each token, then does what BeautifulSoup does with it.

    html.parser keeps its place in ``rawdata`` and tells it to ``updatepos`` after each token, so that during a token's
    handler ``_at`` is where the token begins. Counting lines there is left out: lines are made from offsets.
    """

    _at = 0
    _dropped = 0
    _fed = 0
    _base = 0
    _events: list[Event]

    def updatepos(self, i: int, j: int) -> int:
        del i
        self._at = j
        return j

    def getpos(self) -> tuple[int, int]:
        """BeautifulSoup stores this as ``sourceline``, ``sourcepos`` of a tag: here the second is an offset."""
        return 1, self._base + self._dropped + self._at

    def goahead(self, end: bool) -> None:
        self._dropped = self._fed - len(self.rawdata)  # close() goes on with what feed() left over
        self._at = 0
        super().goahead(end)

    def feed(self, data: str) -> None:
        self._fed += len(data)
        super().feed(data)

    def _note(self, kind: str, detail: Any = None, attributes: Any = None) -> None:
        self._events.append((kind, detail, attributes, self._offset(0)))

    def _offset(self, within: int) -> int:
        return self._base + self._dropped + self._at + within

    def handle_starttag(self, tag: str, attrs: Any, handle_empty_element: bool = True) -> None:
        self._note("start", tag, attrs)
        super().handle_starttag(tag, attrs, handle_empty_element)

    def handle_startendtag(self, tag: str, attrs: Any) -> None:
        """As BeautifulSoup does it; the end of ``<p/>`` stands behind it."""
        self.handle_starttag(tag, attrs, handle_empty_element=False)
        self._events.append(("end", tag, None, self._offset(len(self.get_starttag_text() or ""))))
        self.handle_endtag(tag, check_already_closed=False)

    def handle_endtag(self, tag: str, check_already_closed: bool = True) -> None:
        if check_already_closed:  # else BeautifulSoup ends an element where it begins
            self._note("end", tag)
        super().handle_endtag(tag, check_already_closed)

    def handle_data(self, data: str) -> None:
        self._note("text", data)
        self.soup.current_data.append(data)

    def handle_charref(self, name: str) -> None:
        self._note("reference", self._behind(len("&#") + len(name)))
        self._quietly(super().handle_charref, name)

    def handle_entityref(self, name: str) -> None:
        self._note("reference", self._behind(len("&") + len(name)))
        self._quietly(super().handle_entityref, name)

    def _behind(self, length: int) -> int:
        """The offset behind a reference; the next token may begin later, for ``</>`` is none."""
        return self._offset(length + self.rawdata.startswith(";", self._at + length))

    def _quietly(self, handler: Any, name: str) -> None:
        events, self._events = self._events, []
        handler(name)
        self._events = events

    def handle_comment(self, data: str) -> None:
        self._note("comment", data)
        super().handle_comment(data)

    def handle_decl(self, decl: str) -> None:
        self._note("declaration")
        super().handle_decl(decl)

    def unknown_decl(self, data: str) -> None:
        self._note("declaration")
        super().unknown_decl(data)

    def handle_pi(self, data: str) -> None:
        self._note("declaration")
        super().handle_pi(data)


class _Builder(HTMLParserTreeBuilder):
    def __init__(self, events: list[Event], base: int) -> None:
        super().__init__(multi_valued_attributes=None)
        self._events = events
        self._base = base

    def feed(self, markup: Any, _parser_class: Any = _Parser) -> None:
        arguments, keywords = self.parser_args
        parser = _parser_class(self.soup, *arguments, **keywords)
        parser._events, parser._base = self._events, self._base
        try:
            parser.feed(markup)
            parser.close()
        except AssertionError:  # html.parser's way to give up, at what begins like a declaration and is none
            raise Rejected(parser._offset(0)) from None
        parser.already_closed_empty_element = []


def parse(markup: str, base: int) -> tuple[list[Event], BeautifulSoup]:
    """The tokens of the markup, in order, with offsets that count from ``base``; and BeautifulSoup's tree of it."""
    events: list[Event] = []
    return events, BeautifulSoup(markup, builder=_Builder(events, base))
