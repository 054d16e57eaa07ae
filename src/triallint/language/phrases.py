"""Known phrases found on a page: thousands of them at little more than the price of a few.

Every phrase names words that all its matches contain. They are looked up among the words of the page, and only a phrase
whose words are all there is compiled and searched for. Nothing is read before the first page is looked at.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from triallint.page import TrialPage
from triallint.passage import Hit, Pattern
from triallint.source import Span

# Where names stand: a person, a place and an identifier are spelt as they please.
NAMES = frozenset("trial_id acronym sponsor collaborators locations contacts reviewed_by".split())
ELIGIBILITY = frozenset("criteria inclusion exclusion eligibility fit study_population".split())
ADDRESS = re.compile(r"[@_\\]|://|www\.|/\w+/|\.(?:[a-z]{2,4}|[a-z0-9]{2,4}\b)")


class Phrase(NamedTuple):
    """One row of a lexicon. All but ``pattern`` may be "".

    ``pattern``     a regular expression, in lower case unless ``case`` is "s"; a blank stands for any white space
    ``anchors``     words all of whose groups are in every match, ``gender|sex unlimited``; "": the pattern is a word
    ``right``       what it should be; readings separated by ``|``, ``\\1`` for a group of the pattern
    ``fix``         safe, unsafe, or "": a suggestion
    ``near``        what must stand within ``near_within`` characters, the phrase itself written ``~``; ``not``: what must not
    ``page``        what the page must mention somewhere; several separated by `` & ``
    ``scope``       eligibility: in criteria only
    ``unless``      longer phrases it may be part of, separated by ``|``
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
    """A phrase that stands on the page, and where."""

    phrase: Phrase
    hit: Hit
    span: Span


def spaced(pattern: str) -> str:
    """The expression with each blank as any white space: a record breaks its lines anywhere."""
    parts = re.split(r"(\\.|\[(?:\\.|[^\]\\])*\])", pattern)
    return "".join(each.replace(" ", r"\s" if each[0] == "[" else r"\s+") if each else "" for each in parts)


def literal(text: str) -> str:
    """A phrase as an editor writes it, as an expression: ``subject(s)`` is one or many, ``promis*`` any ending."""
    words = re.escape(text.lower()).replace(r"\ ", " ")
    return words.replace(r"\(s\)", "s?").replace(r"\(es\)", "(?:es)?").replace(r"\*", r"\w*")


def anchors_of(text: str) -> str:
    """The words that every match of ``literal(text)`` contains."""
    groups = []
    for each in re.findall(r"[^\W\d_]+(?:\((?:s|es)\)|\*)?", text.lower()):
        stem, _, ending = each.rstrip(")").partition("(")
        if not stem.endswith("*"):
            groups.append(f"{stem}|{stem}{ending}" if ending else stem)
    return " ".join(sorted(groups, key=len, reverse=True))


def table(path: Path) -> Iterator[Phrase]:
    """The rows of a CSV file; columns that Phrase does not have are for its editors."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        head = next(rows)
        columns = [(name, head.index(name)) for name in Phrase._fields if name in head]
        for row in rows:
            yield Phrase(**{name: row[at] for name, at in columns if row[at]})


class Phrases:
    """A lexicon ready to be looked up."""

    def __init__(self, load: Callable[[], Iterable[Phrase]]) -> None:
        self._load = load
        self._patterns: dict[Phrase, Pattern] = {}

    @cached_property
    def _by_word(self) -> dict[str, list[Phrase]]:
        """The phrases by the words of their first group of anchors; those without any under ""."""
        index = defaultdict(list)
        for phrase in self._load():
            for word in (phrase.anchors.partition(" ")[0] or _word(phrase.pattern)).split("|"):
                index[word].append(phrase)
        return dict(index)

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(self._by_word)

    def candidates(self, page: TrialPage) -> Iterator[Phrase]:
        """The phrases whose words are all on the page."""
        words = page.words
        for word in {*(words & self._words), ""}:
            for phrase in self._by_word.get(word, ()):
                groups = phrase.anchors.split(" ")[1:]
                if all(any(each in words for each in group.split("|")) for group in groups):
                    yield phrase

    def find(self, page: TrialPage, where: frozenset[str] = frozenset()) -> list[Found]:
        """What stands on the page, in reading order; of two that overlap the earlier, else the longer one."""
        found = [
            Found(phrase, hit, span)
            for phrase in dict.fromkeys(self.candidates(page))
            for hit in page.find(self._pattern(phrase))
            if _applies(phrase, hit) and _is_meant(page, span := hit.place().span, hit, where or _SCOPES[phrase.scope])
            and _mentions(page, phrase)
        ]
        return list(_apart(sorted(found, key=lambda each: (each.span.start, -each.span.end))))

    def _pattern(self, phrase: Phrase) -> Pattern:
        if phrase not in self._patterns:
            # What stands before is looked at in _applies: an assertion in front would make the search many times slower.
            regex = phrase.pattern if phrase.pattern.isalpha() else f"(?:{spaced(phrase.pattern)})"
            self._patterns[phrase] = Pattern(rf"{regex}(?!\w)", case=phrase.case == "s")
        return self._patterns[phrase]
