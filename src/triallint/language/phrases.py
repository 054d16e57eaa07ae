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

from triallint.page import TrialPage
from triallint.passage import Hit, Pattern
from triallint.source import Span

# What a place may be called when a rule is kept to some: facts, lists and sections of the model, and roles.
WHERE = tuple(
    "title official_title summary description eligibility conditions keywords interventions arms outcomes design masking "
    "why_stopped ipd_sharing facts fit why how_to_join results body heading prose item label value".split()
)
_CRITERIA = frozenset("criteria inclusion exclusion fit study_population".split())
# Where names stand: people, places and references are spelt as they please.
_NAMES = frozenset("trial_id acronym sponsor collaborators locations contacts reviewed_by references".split())
_ADDRESS = re.compile(r"@|_|://|\bwww\.|\w\.(?:com|org|net|edu|gov|int|eu|cn|html?|pdf|docx?|xlsx?|csv|png|jpe?g)\b")


class Phrase(NamedTuple):
    """One row of a lexicon; all but ``pattern`` may be "".

    ``pattern``    a regular expression, lower case unless ``case`` is "s"; a blank is any white space, word ends are implied
    ``anchors``    words, one of each group in every match: ``gender|sex unlimited``; "" where the pattern is one word
    ``right``      what it should be; several readings separated by ``|``; ``\\1`` is a group of the pattern
    ``fix``        safe, unsafe, or "": a suggestion
    ``near``       what must stand around it, itself written ``~``, within ``near_within`` characters; ``not_near``: what must not
    ``page``       what the page must mention anywhere, several separated by `` & ``
    ``scope``      "eligibility": in criteria only
    ``unless``     longer phrases that it may be part of, separated by ``|``
    ``tier``       certain, or context: the words alone do not prove it
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


def spaced(pattern: str) -> str:
    """The expression with any white space for a blank: a record breaks its lines anywhere."""
    parts = re.split(r"(\\.|\[(?:\\.|[^\]\\])*\])", pattern)
    return "".join(each.replace(" ", r"\s" if each[:1] == "[" else r"\s+") for each in parts)


def literal(text: str) -> str:
    """A phrase as an editor writes it, as an expression: ``subject(s)`` is one or many, ``promis*`` has any ending."""
    return re.escape(text.lower()).replace(r"\ ", " ").replace(r"\(s\)", "s?").replace(r"\*", r"\w*")


def anchors_of(text: str) -> str:
    """The words that every match of ``literal(text)`` contains, the longest first."""
    words = re.findall(r"[^\W\d_]+(?:\(s\)|\*)?", text.lower())
    groups = [f"{word[:-3]}|{word[:-3]}s" if word.endswith("(s)") else word for word in words if not word.endswith("*")]
    return " ".join(sorted(groups, key=len, reverse=True))


def table(path: Path) -> Iterator[Phrase]:
    """The rows of a CSV file; columns that Phrase does not have are for its editors."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        head = next(rows)
        columns = [(name, head.index(name)) for name in Phrase._fields if name in head]
        for row in rows:
            yield Phrase(**{name: row[at] for name, at in columns if row[at]})


def cased(found: str, right: str) -> str:
    """What is right, with the capitals that were found: of the whole, of each word, or of the first."""
    if found.isupper() and len(found) > 4:
        return right.upper()
    capitals = [word[:1].isupper() for word in found.split()]
    words = right.split(" ")
    if len(capitals) == len(words):
        return " ".join(word[:1].upper() + word[1:] if big else word for big, word in zip(capitals, words, strict=True))
    return right[:1].upper() + right[1:] if capitals[0] else right


def readings(phrase: Phrase, hit: Hit) -> list[str]:
    """What the found words should be, as they would stand in their place."""

    def group(found: re.Match[str]) -> str:
        text = hit[int(found[1])]
        moved = hit.bounds(int(found[1]))[0] == hit.start and not phrase.right.startswith(found[0])
        return text[:1].lower() + text[1:] if moved and not text.isupper() else text

    plural = "s" if hit[0].lower().endswith("s") else ""
    filled = re.sub(r"\\(\d)", group, phrase.right).replace("(s)", plural)
    return [cased(hit[0], each) for each in filled.split("|") if each]


class Phrases:
    """A lexicon, ready to be looked up."""

    def __init__(self, load: Callable[[], Iterable[Phrase]]) -> None:
        self._load = load

    @cached_property
    def all(self) -> tuple[Phrase, ...]:
        """Every phrase."""
        return tuple(self._load())

    @cached_property
    def _by_word(self) -> dict[str, list[Phrase]]:
        """The phrases by each word of their first group of anchors; those without any by ""."""
        index = defaultdict(list)
        for phrase in self.all:
            for word in (phrase.anchors.partition(" ")[0] or _word(phrase.pattern)).split("|"):
                index[word].append(phrase)
        return dict(index)

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(self._by_word)

    def candidates(self, page: TrialPage) -> Iterator[Phrase]:
        """The phrases whose words are all on the page."""
        words = page.words
        for word in ("", *(words & self._words)):
            for phrase in self._by_word.get(word, ()):
                others = phrase.anchors.split(" ")[1:]
                if all(any(each in words for each in group.split("|")) for group in others):
                    yield phrase

    def find(self, page: TrialPage, where: frozenset[str] = frozenset()) -> list[Found]:
        """What stands on the page, in reading order; of two that overlap the earlier, else the longer one."""
        found = [
            Found(phrase, hit, hit.place().span)
            for phrase in dict.fromkeys(self.candidates(page))
            for hit in page.find(_pattern(phrase))
            if _is_meant(phrase, hit) and _is_there(page, phrase, hit, where)
        ]
        return list(_apart(sorted(found, key=lambda each: (each.span.start, -each.span.end))))


def _word(pattern: str) -> str:
    return pattern.lower() if pattern.isalpha() else ""


@lru_cache(maxsize=4096)
def _pattern(phrase: Phrase) -> Pattern:
    # Where it begins is looked at in _is_meant: an assertion in front makes a search many times slower.
    first = phrase.anchors.partition(" ")[0] or _word(phrase.pattern)
    anchors = tuple(first.split("|")) if first else ()
    return Pattern(rf"(?:{spaced(phrase.pattern)})(?!\w)", anchors, case=phrase.case == "s")


@lru_cache(maxsize=1024)
def _condition(regex: str) -> re.Pattern[str]:
    return re.compile(spaced(regex))


def _is_meant(phrase: Phrase, hit: Hit) -> bool:
    """Whether a match is the phrase itself: whole words of prose, with what must and without what must not be near."""
    text, (start, end) = hit.passage.text, hit.bounds()
    if (start and (text[start - 1].isalnum() or text[start - 1] == "_")) or _ADDRESS.search(_run(text, start, end)):
        return False
    if _word(phrase.pattern) and not phrase.case and _is_a_name(text, start, end):
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


def _is_a_name(text: str, start: int, end: int) -> bool:
    """Whether a single word is an acronym rather than a word in a line of capitals."""
    found = text[start:end]
    if found.islower() or found[1:].islower():
        return False
    around = re.findall(r"[^\W\d_]{3,}", f"{text[max(0, start - 30) : start]} {text[end : end + 30]}")
    return not (found.isupper() and any(each.isupper() for each in around))


def _is_there(page: TrialPage, phrase: Phrase, hit: Hit, where: frozenset[str]) -> bool:
    """Whether the place and the rest of the page are what the phrase, or its rule, asks for."""
    span = hit.place().span
    root = re.split(r"[.\[]", page.field_at(span, hit.passage.field))[0]
    names = {"eligibility" if root in _CRITERIA else root, root, hit.passage.role}
    if phrase.scope and "eligibility" not in names:
        return False
    if where and not (where & names or any(_holds(page, name, span) for name in where)):
        return False
    if not where and root in _NAMES:
        return False
    return all(page.mentions(Pattern(spaced(each))) for each in phrase.page.split(" & ") if each)


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
