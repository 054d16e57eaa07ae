"""Known phrases found on a page: thousands of them at little more than the price of a few.

Every phrase names words that all its matches contain. They are looked up among the words of the page, and only a phrase
whose words are all there is compiled and searched for. Nothing is read before the first page is looked at.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from triallint.language.wording import literal, spaced
from triallint.page import TrialPage
from triallint.passage import NAMES, Hit, Pattern
from triallint.source import Span

# What a place may be called when a rule is kept to some: facts, lists and sections of the model, and roles.
WHERE = tuple(
    "title official_title summary description eligibility conditions keywords interventions arms outcomes design masking "
    "why_stopped ipd_sharing facts fit why how_to_join results body heading prose item label value".split()
)
_CRITERIA = frozenset("criteria inclusion exclusion fit study_population".split())
_ADDRESS = re.compile(r"@|_|://|\bwww\.|\w\.(?:com|org|net|edu|gov|int|eu|cn|html?|pdf|docx?|xlsx?|csv|png|jpe?g)\b")
_FOREIGN = re.compile(r"\b(?:le|la|les|des|une|du|et|au|aux|par|avec|pour|dans|el|los|las|del|por|para|della|und|der|mit|bei)\b")


class Phrase(NamedTuple):
    """One row of a lexicon; all but ``pattern`` may be "".

    ``pattern``    a regular expression, lower case unless ``case`` is "s"; a blank is any white space, word ends are implied
    ``anchors``    words, one of each group in every match: ``gender|sex unlimited``; "" where the pattern is one word
    ``right``      what it should be; several readings separated by ``|``; ``\\1`` is a group of the pattern
    ``fix``        safe, unsafe, or "": a suggestion
    ``near``       what must stand around it, itself written ``~``, within ``near_within`` characters; ``not_near``: what must not
    ``page``       words that must be anywhere on the page, as ``anchors``
    ``scope``      "eligibility": in criteria only
    ``unless``     longer phrases that it may be part of, separated by ``|``
    ``tier``       certain; context: the words alone do not prove it; unseen: not met in a record yet
    """

    pattern: str
    anchors: str = ""
    case: str = ""
    right: str = ""
    fix: str = ""
    near: str = ""
    near_within: str = ""
    not_near: str = ""
    not_within: str = ""
    page: str = ""
    scope: str = ""
    unless: str = ""
    tier: str = ""
    why: str = ""


class Found(NamedTuple):
    """A phrase and where it stands."""

    phrase: Phrase
    hit: Hit
    span: Span


class Table:
    """A CSV file of phrases: one a line, the first column ``pattern``, the last ``anchors``. A line is split when needed."""

    def __init__(self, path: Path) -> None:
        head, *self.lines = path.read_text("utf-8").splitlines()
        columns = head.split(",")
        self._columns = [(name, columns.index(name)) for name in Phrase._fields if name in columns]

    def words(self) -> Iterator[tuple[str, str]]:
        """Each line with the words that it is looked up by."""
        for line in self.lines:
            yield line.rpartition(",")[2].partition(" ")[0] or line.partition(",")[0].lower(), line

    def phrase(self, line: str) -> Phrase:
        """The phrase of a line; columns that Phrase does not have are for editors."""
        row = next(csv.reader([line]))
        return Phrase(**{name: row[at] for name, at in self._columns})


class Phrases:
    """A lexicon, ready to be looked up: phrases made by ``load``, and those of a table."""

    def __init__(self, load: Callable[[], Iterable[Phrase]], path: Path | None = None) -> None:
        self._load = load
        self._path = path

    @cached_property
    def _table(self) -> Table | None:
        return Table(self._path) if self._path else None

    @cached_property
    def all(self) -> tuple[Phrase, ...]:
        """Every phrase."""
        lines = self._table.lines if self._table else ()
        return (*self._load(), *map(self._phrase, lines))

    @cached_property
    def _by_word(self) -> dict[str, list[Phrase | str]]:
        """The phrases, or their lines, by each word of their first group of anchors; those without any by ""."""
        index: dict[str, list[Phrase | str]] = defaultdict(list)
        for phrase in self._load():
            for word in (phrase.anchors.partition(" ")[0] or _word(phrase.pattern)).split("|"):
                index[word].append(phrase)
        for words, line in self._table.words() if self._table else ():
            for word in words.split("|"):
                index[word].append(line)
        return dict(index)

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(self._by_word)

    def _phrase(self, entry: Phrase | str) -> Phrase:
        if isinstance(entry, Phrase):
            return entry
        assert self._table is not None
        return self._table.phrase(entry)

    def candidates(self, page: TrialPage) -> Iterator[Phrase]:
        """The phrases whose words are all on the page."""
        words = page.words
        entries = (entry for word in ("", *(words & self._words)) for entry in self._by_word.get(word, ()))
        for phrase in map(self._phrase, dict.fromkeys(entries)):
            others = (*phrase.anchors.split(" ")[1:], *phrase.page.split())
            if all(any(each in words for each in group.split("|")) for group in others):
                yield phrase

    def find(self, page: TrialPage, where: frozenset[str] = frozenset()) -> list[Found]:
        """What stands on the page, in reading order; of two that overlap the earlier, else the longer one."""
        found = [
            Found(phrase, hit, hit.place().span)
            for phrase in self.candidates(page)
            for hit in page.find(_pattern(phrase, bool(where)))
            if _is_meant(phrase, hit) and _is_there(page, phrase, hit, where)
        ]
        return list(_apart(sorted(found, key=lambda each: (each.span.start, -each.span.end))))


def _word(pattern: str) -> str:
    return pattern.lower() if pattern.isalpha() else ""


@lru_cache(maxsize=4096)
def _pattern(phrase: Phrase, names: bool = True) -> Pattern:
    # Where it begins is looked at in _is_meant: an assertion in front makes a search many times slower.
    first = phrase.anchors.partition(" ")[0] or _word(phrase.pattern)
    anchors = tuple(first.split("|")) if first else ()
    return Pattern(
        rf"(?:{spaced(phrase.pattern)})(?!\w)",
        anchors,
        case=phrase.case == "s",
        reach=min(len(phrase.pattern), 60) + 60,
        names=names,
    )


@lru_cache(maxsize=1024)
def _condition(regex: str) -> re.Pattern[str]:
    return re.compile(spaced(regex))


def _is_meant(phrase: Phrase, hit: Hit) -> bool:
    """Whether a match is the phrase itself: whole words of prose, with what must and without what must not be near."""
    text, (start, end) = hit.passage.text, hit.bounds()
    if (start and (text[start - 1].isalnum() or text[start - 1] == "_")) or _ADDRESS.search(_run(text, start, end)):
        return False
    if _word(phrase.pattern) and not phrase.case and not _is_a_word(text, start, end):
        return False
    if phrase.near and not _around(text, start, end, phrase.near_within or "60", phrase.near):
        return False
    if phrase.not_near and _around(text, start, end, phrase.not_within or "40", phrase.not_near):
        return False
    return not any(_is_part(text, start, end, each) for each in phrase.unless.split("|") if each)


def _run(text: str, start: int, end: int) -> str:
    """The characters up to the white space on either side."""
    before = re.search(r"\S*$", text[max(0, start - 80) : start])
    after = re.match(r"\S*", text[end : end + 80])
    return f"{before[0] if before else ''}{text[start:end]}{after[0] if after else ''}"


def _around(text: str, start: int, end: int, within: str, regex: str) -> bool:
    around = f"{text[max(0, start - int(within)) : start]}~{text[end : end + int(within)]}"
    return _condition(regex).search(around.lower()) is not None


def _is_part(text: str, start: int, end: int, longer: str) -> bool:
    first = max(0, start - len(longer) - 20)
    window = text[first : end + len(longer) + 20].lower()
    return any(
        each.start() + first <= start and end <= each.end() + first for each in _condition(literal(longer)).finditer(window)
    )


def _is_a_word(text: str, start: int, end: int) -> bool:
    """Whether a single word is one of English prose: no acronym, and not in words of another language."""
    found = text[start:end]
    # Within the text, so that the end of "ultrasound" is no German word.
    if _FOREIGN.search(text, max(0, start - 30), start) or _FOREIGN.search(text, end, end + 30):
        return False
    around = f"{text[max(0, start - 30) : start]} {text[end : end + 30]}"
    shouted = found.isupper() and any(each.isupper() for each in re.findall(r"[^\W\d_]{3,}", around))
    return shouted or found[1:].islower()


def _is_there(page: TrialPage, phrase: Phrase, hit: Hit, where: frozenset[str]) -> bool:
    """Whether the place and the rest of the page are what the phrase, or its rule, asks for."""
    span = hit.place().span
    root = re.split(r"[.\[]", page.field_at(span, hit.passage.field))[0]
    names = {"eligibility" if root in _CRITERIA else root, root, hit.passage.role}
    if phrase.scope and "eligibility" not in names:
        return False
    if where and not (where & names or any(_holds(page, name, span) for name in where)):
        return False
    return bool(where) or root not in NAMES


def _holds(page: TrialPage, name: str, span: Span) -> bool:
    """Whether the fact or list of that name is what stands there."""
    fields = (*([page.facts[name]] if name in page.facts else ()), *page.lists.get(name, ()))
    return any(each.place.span.covers(span) for each in fields)


def _apart(found: Iterable[Found]) -> Iterator[Found]:
    end = -1
    for each in found:
        if each.span.start >= end:
            yield each
            end = each.span.end
