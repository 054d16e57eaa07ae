"""Decoded text that remembers its source.

A reader decodes a piece of a document once (references, escapes, white space) and hands out a Passage. Rules look at
``passage.text``; when they find something, the passage says exactly which characters of the source it was. Nothing is
ever searched for in the source again.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from triallint.origin import Mark, Origin, Piece, folded, lowered
from triallint.source import Edit, Span

__all__ = ["NAMES", "Hit", "Mark", "Origin", "Passage", "Pattern", "Piece"]

_JOINED_BEFORE = re.compile(r"[\w.,/^*%-]{0,40}$")
_JOINED_AFTER = re.compile(r"(?:[/^*%.-]?\w+){0,5}")
_WORD_BEFORE = re.compile(r"[\w.,]{1,38} $")
NAMES = frozenset("trial_id acronym sponsor collaborators locations contacts reviewed_by references".split())
"""Roots of fields where names of people, places and trials stand, which are spelt as they please."""

_THREE = re.compile(r"\w{3}")
_TOKEN = re.compile(r"\w+")
_BEGINNING = re.compile(r"(?<!\[)\^")


class Passage:
    """A run of text as a reader sees it. Immutable.

    ``field``    where it stands in the trial: ``title``, ``eligibility``, ``outcomes.primary[0].measure`` ...
    ``role``     what it is: title, heading, prose, item, label, value, or furniture (menus, footers, buttons)
    ``decoded``  the text, references and escapes decoded, runs of white space made one space
    ``text``     the same text, character for character, with dashes, quotes and spaces folded to their ASCII forms
    ``start``    where the passage begins in its origin's text
    """

    __slots__ = ("decoded", "field", "language", "origin", "role", "start", "text")

    def __init__(
        self,
        field: str,
        decoded: str,
        origin: Origin,
        role: str = "prose",
        language: str = "",
        start: int = 0,
        text: str | None = None,
    ) -> None:
        self.field = field
        self.decoded = decoded
        self.text = folded(decoded) if text is None else text
        self.origin = origin
        self.role = role
        self.language = language
        self.start = start

    def __repr__(self) -> str:
        return f"Passage({self.field!r}, {self.decoded!r})"

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return True

    @property
    def root(self) -> str:
        """The first name of its field: ``outcomes`` of ``outcomes.primary[0].measure``."""
        return self.field.partition("[")[0].partition(".")[0]

    @property
    def span(self) -> Span:
        """The whole passage in its source."""
        return self.span_of(0, len(self.text))

    def span_of(self, start: int, end: int) -> Span:
        """Where the characters ``start`` to ``end`` of the text stand; a part of a decoded unit gives all of it."""
        marks = self.origin.marks
        start, end = start + self.start, end + self.start
        first, first_is_literal = self._mark_at(start)
        text_at, source_at, source_end = marks[first]
        begin = source_at + start - text_at if first_is_literal else source_at
        if text_at < start >= len(self.origin.text):
            begin = source_end
        if start == end:
            return Span(begin, begin)
        last, last_is_literal = self._mark_at(end - 1)
        text_at, source_at, source_end = marks[last]
        return Span(begin, source_at + end - text_at if last_is_literal else source_end)

    @property
    def widened(self) -> Passage:
        """The passage grown to whole decoded units: exactly what its span in the source says."""
        start, end = self.start, self.start + len(self.text)
        if start == end:
            return self
        (first, first_is_literal), (last, last_is_literal) = self._mark_at(start), self._mark_at(end - 1)
        start = start if first_is_literal else self.origin.marks[first][0]
        end = end if last_is_literal else self._text_end(last)
        if end - start == len(self.text):
            return self
        return Passage(self.field, self.origin.text[start:end], self.origin, self.role, self.language, start)

    def slice(self, start: int, end: int, field: str | None = None) -> Passage:
        """A part of this passage, with the same memory of its source."""
        name = self.field if field is None else field
        text, decoded = self.text[start:end], self.decoded[start:end]
        return Passage(name, decoded, self.origin, self.role, self.language, self.start + start, text)

    def stripped(self, start: int, end: int) -> Passage:
        """As ``slice``, without white space at either end."""
        part = self.text[start:end]
        start += len(part) - len(part.lstrip())
        return self.slice(start, max(start, end - (len(part) - len(part.rstrip()))))

    def within(self, field: str) -> Passage:
        """The same passage under another field name."""
        return Passage(field, self.decoded, self.origin, self.role, self.language, self.start, self.text)

    @property
    def pieces(self) -> Iterator[Piece]:
        """The literal runs and decoded units this passage is made of, in order."""
        at, stop = self.start, self.start + len(self.text)
        while at < stop:
            end = min(stop, self._text_end(self._mark_at(at)[0]))
            here, there = at - self.start, end - self.start
            yield Piece(self.decoded[here:there], self.span_of(here, there))
            at = end

    def replace(self, start: int, end: int, new: str) -> Edit | None:
        """An edit that makes the characters ``start`` to ``end`` read ``new``, already escaped for its format.

        None when that cannot be done exactly: the text crosses markup, or half a decoded unit would be left.
        """
        first, last = start + self.start, end + self.start
        if not (self._is_boundary(first) and self._is_boundary(last)) or not self._is_unbroken(first, last):
            return None
        span = self.span_of(start, end)
        text = self.origin.escape(new)
        if text is None:
            return None
        return Edit(span, self.origin.source.text[span.start : span.end], text)

    def find(self, pattern: Pattern) -> Iterator[Hit]:
        """All matches of the pattern in this passage."""
        text = self.text if pattern.case else lowered(self.text)
        for match in pattern.re.finditer(text):
            yield Hit(match, self.text, 0, len(self.text), (self,), 0)

    def _mark_at(self, offset: int) -> tuple[int, bool]:
        """Index of the mark that covers a text offset of the origin, and whether it is a literal run."""
        marks = self.origin.marks
        index = max(0, bisect_right(marks, (offset, 1 << 62, 0)) - 1)
        text_at, source_at, source_end = marks[index]
        return index, source_end - source_at == self._text_end(index) - text_at

    def _text_end(self, index: int) -> int:
        marks = self.origin.marks
        return marks[index + 1][0] if index + 1 < len(marks) else len(self.origin.text)

    def _is_boundary(self, offset: int) -> bool:
        if offset >= len(self.origin.text):
            return True
        index, literal = self._mark_at(offset)
        return literal or self.origin.marks[index][0] == offset

    def _is_unbroken(self, start: int, end: int) -> bool:
        marks = self.origin.marks
        first, last = self._mark_at(start)[0], self._mark_at(max(start, end - 1))[0]
        return all(marks[each][2] == marks[each + 1][1] for each in range(first, last))


class Hit:
    """A match of a pattern in a passage; offsets are the passage's.

    It is made from a match in ``text``, of which the characters ``begin`` to ``stop`` are those of ``passages[index]``:
    most hits are looked at and dropped, and their passage is never asked for.
    """

    __slots__ = ("_begin", "_index", "_match", "_passages", "_stop", "_text")

    def __init__(self, match: re.Match[str], text: str, begin: int, stop: int, passages: Sequence[Passage], index: int) -> None:
        self._match = match
        self._text = text
        self._begin = begin
        self._stop = stop
        self._passages = passages
        self._index = index

    @property
    def passage(self) -> Passage:
        """Where it stands."""
        return self._passages[self._index]

    def __getitem__(self, group: int | str) -> str:
        """The text of a group as it stands in the passage; "" when the group took no part."""
        start, end = self._match.span(group)
        return "" if start < 0 else self._text[start:end]

    def bounds(self, group: int | str = 0) -> tuple[int, int]:
        """Half-open offsets of a group in the passage."""
        start, end = self._match.span(group)
        return start - self._begin, end - self._begin

    @property
    def start(self) -> int:
        """Where the match begins in the passage."""
        return self._match.start() - self._begin

    @property
    def end(self) -> int:
        """Where the match ends in the passage."""
        return self._match.end() - self._begin

    @property
    def before(self) -> str:
        """The passage's text before the match."""
        return self._text[self._begin : self._match.start()]

    @property
    def after(self) -> str:
        """The passage's text after the match."""
        return self._text[self._match.end() : self._stop]

    def place(self, group: int | str = 0) -> Passage:
        """The matched part of the passage."""
        return self.passage.slice(*self.bounds(group))

    def token(self, group: int | str = 0) -> Passage:
        """The matched part and what is joined to it on either side: all of ``mL/min/m2`` for ``m2``.

        What is shorter than three characters takes the word before along: ``1.73 m2``, ``5 ug``.
        """
        (start, end), text = self.bounds(group), self.passage.text
        start -= len(_JOINED_BEFORE.search(text[max(0, start - 40) : start])[0])  # type: ignore[index]
        end += len(_JOINED_AFTER.match(text[end : end + 40])[0])  # type: ignore[index]
        if end - start < 3 and (word := _WORD_BEFORE.search(text[max(0, start - 40) : start])):
            start -= len(word[0])
        return self.passage.slice(start, end)

    def replace(self, new: str, group: int | str = 0) -> Edit | None:
        """See Passage.replace."""
        return self.passage.replace(*self.bounds(group), new)


@dataclass(frozen=True)
class Pattern:
    """What a rule looks for: a regular expression, compiled when first used.

    Unless ``case`` is True the expression is written in lower case and runs on the text in lower case (several times
    faster than ignoring case). ``anchors`` are pieces of lower-case text, separated by spaces or in a tuple, one of which
    every match contains: passages without any of them are not searched. ``reach`` promises that a match, and all that its
    assertions look at, lies within so many characters of where its anchor begins, before and behind: the rest of a long
    passage is not searched then. 0 promises nothing. ``whole`` promises that anchors are whole words, and ``names`` says
    whether to look into names of people, places and trials too: see NAMES.
    """

    regex: str
    anchors: str | tuple[str, ...] = ""
    case: bool = False
    reach: int = 0
    whole: bool = False
    names: bool = True

    @cached_property
    def re(self) -> re.Pattern[str]:
        """The compiled expression."""
        return re.compile(self.regex)

    @cached_property
    def anchor_parts(self) -> tuple[tuple[str, frozenset[str]], ...]:
        """The anchors one by one, each with its words, or groups of three letters in it: a text without them lacks the anchor."""
        anchors = self.anchors.split() if isinstance(self.anchors, str) else self.anchors
        part = _TOKEN if self.whole else _THREE
        return tuple((anchor, frozenset(part.findall(anchor))) for anchor in anchors)

    @cached_property
    def begins(self) -> bool:
        """Whether the expression asks for the beginning of a passage."""
        return _BEGINNING.search(self.regex) is not None

    @cached_property
    def ends(self) -> bool:
        """Whether the expression asks for the end of a passage."""
        return "$" in self.regex
