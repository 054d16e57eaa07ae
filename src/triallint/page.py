"""The one model: a trial as a web page shows it and as a registry record holds it, so that both can be compared.

Every part remembers where it was read. What a document does not give is absent: ``value`` is None, and the place is
where a reader would look for it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, TypeVar

from triallint.passage import Hit, Passage, Pattern
from triallint.prose import Prose, Texts
from triallint.source import Source, Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Field(Generic[T]):
    """A fact and where it stands. ``how`` is how it was found, ``sure`` how sure that reading is (0 to 1)."""

    value: T | None
    place: Passage
    how: str = ""
    sure: float = 1.0

    def __bool__(self) -> bool:
        return self.value is not None


@dataclass(frozen=True, slots=True)
class Criterion:
    """One eligibility criterion. ``passage`` is its text without the marker and without its children's text.

    ``kind``    inclusion, exclusion, or "" under a heading that says neither
    ``marker``  the list marker as typed (``*``, ``1.``, ``* 1.``); an empty passage where the marker is the format's own
    ``number``  the typed number or letter, "" if none
    ``group``   the sub-heading it stands under ("Cohort A:"), if any
    """

    kind: str
    passage: Passage
    marker: Passage
    number: str = ""
    children: tuple[Criterion, ...] = ()
    group: Passage | None = None

    @property
    def text(self) -> str:
        """The criterion's own words."""
        return self.passage.text

    def walk(self) -> Iterator[Criterion]:
        """This criterion and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it up to the next heading of its level or above.

    ``name`` is the canonical name (eligibility, contacts, summary ...) or "" for a heading we do not know.
    ``blocks`` are the passages under it, those of its subsections included.
    """

    name: str
    heading: Passage
    level: int
    blocks: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Arm:
    """An arm or group of the study."""

    label: Passage
    type: Field[str]
    description: Passage | None


@dataclass(frozen=True, slots=True)
class Intervention:
    """A treatment under study."""

    name: Passage
    type: Field[str]
    description: Passage | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is measured: ``kind`` is primary, secondary or other."""

    kind: str
    measure: Passage
    time_frame: Passage | None
    description: Passage | None


@dataclass(frozen=True, slots=True)
class Site:
    """A place where the trial runs."""

    place: Passage
    facility: str = ""
    city: str = ""
    state: str = ""
    country: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """Someone to turn to. Parts that are not given are ""."""

    place: Passage
    name: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A link or an image reference: ``text`` is what is shown (the alternative text of an image)."""

    text: Passage
    target: str


@dataclass(frozen=True, slots=True)
class Tag:
    """A start tag of an HTML page.

    ``attributes`` are decoded, and "" where they have no value. ``place`` gives where the value of an attribute stands; an
    empty passage at the tag for one that is not there. ``in_list`` says whether a list is open where it stands.
    """

    name: str
    attributes: Mapping[str, str]
    place: Callable[[str], Passage] = field(repr=False, compare=False)
    in_list: bool = False


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment of the source: its content and where the whole comment stands."""

    text: str
    span: Span


@dataclass(frozen=True)
class TrialPage:
    """One trial as one document tells it.

    ``kind``      page (HTML, Markdown, text) or record (structured data)
    ``anchor``    where to say that something is missing: the title, else the first character
    ``facts``     fields by name: trial_id title official_title acronym status why_stopped phase study_type enrollment
                  enrollment_type minimum_age maximum_age sex healthy_volunteers sponsor summary start_date ...
    ``lists``     conditions, keywords, interventions as shown, one Field an item
    ``dates``     all date fields by name, as written
    ``trial_ids`` every registry id in a structural place, in order
    ``passages``  all text, in reading order; criteria and facts are slices of these
    ``tags``      the start tags of an HTML page, in order; ``json_ld`` the scripts of structured data it carries, as written
    ``faults``    what is wrong with the notation itself (a key that stands twice, broken front matter), with places
    ``tree``      the data of a record with its places (reading.tree.Tree); None for a page
    """

    source: Source
    format: str
    kind: str
    profile: str
    anchor: Passage
    facts: Mapping[str, Field[Any]]
    lists: Mapping[str, tuple[Field[str], ...]]
    dates: Mapping[str, Field[str]]
    trial_ids: tuple[Field[str], ...]
    criteria: tuple[Criterion, ...]
    eligibility: Passage | None
    arms: Sequence[Arm]
    interventions: Sequence[Intervention]
    outcomes: Sequence[Outcome]
    sites: Sequence[Site]
    contacts: Sequence[Contact]
    sections: tuple[Section, ...]
    headings: tuple[Passage, ...]
    links: tuple[Link, ...]
    images: tuple[Link, ...]
    comments: tuple[Comment, ...]
    passages: Sequence[Passage]
    tags: Sequence[Tag] = ()
    json_ld: tuple[Passage, ...] = ()
    language: str = ""
    faults: tuple[tuple[str, Passage], ...] = ()
    tree: Any = field(default=None, repr=False, compare=False)

    def fact(self, name: str) -> Field[Any]:
        """The named fact; absent, its place is the page's anchor."""
        return self.facts.get(name) or Field(None, self.anchor)

    @property
    def trial_id(self) -> str:
        """The registry id of this trial, "" when none was found."""
        return str(self.fact("trial_id").value or "")

    @property
    def status(self) -> str:
        """The recruitment status as the registry's token (RECRUITING ...), "" when none was found."""
        return str(self.fact("status").value or "")

    def section(self, name: str) -> Section | None:
        """The first section of that canonical name."""
        return next((each for each in self.sections if each.name == name), None)

    @cached_property
    def all_criteria(self) -> tuple[Criterion, ...]:
        """Every criterion, nested ones too, in reading order."""
        return tuple(each for top in self.criteria for each in top.walk())

    @cached_property
    def prose(self) -> Sequence[Passage]:
        """The passages a reader reads: menus, buttons and text in another language than the page's left out."""
        if isinstance(self.passages, Texts):
            return self.passages
        own = ("", self.language[:2].lower() or "en")
        return tuple(each for each in self.passages if each.role != "furniture" and each.language[:2].lower() in own)

    def under(self, part: str) -> Iterator[Passage]:
        """The passages of a list of parts: those of ``contacts[0].name`` and its like for ``contacts``."""
        if isinstance(self.passages, Texts):
            return (self.passages[at] for at, name in enumerate(self.passages.roots) if name == part)
        return (each for each in self.passages if each.field.startswith(f"{part}["))

    @cached_property
    def _joined(self) -> Prose:
        return Prose(self.prose)

    def find(self, pattern: Pattern) -> Iterator[Hit]:
        """All matches of a pattern in the prose, in reading order, none of them across two passages.

        ``^`` and ``$`` are the ends of a passage, and cost more: the passages are then searched one by one.
        """
        return self._joined.find(pattern)

    @property
    def words(self) -> frozenset[str]:
        """Every word and number of the prose in lower case; what lexicons are looked up with."""
        return self._joined.words

    @property
    def repeated(self) -> frozenset[str]:
        """The words, and groups of up to four, of the prose in lower case that somewhere follow themselves."""
        return self._joined.repeated

    @property
    def characters(self) -> frozenset[str]:
        """Every character of the prose beyond printable ASCII, as written."""
        return self._joined.characters

    def having(self, characters: Iterable[str]) -> Iterator[Passage]:
        """The passages of the prose that hold one of these characters, as written."""
        return self._joined.having(characters)

    def once(self, make: Callable[[TrialPage], T]) -> T:
        """What a function makes of this page; made once and shared by all rules that ask for it."""
        if make not in self._made:
            self._made[make] = make(self)
        made: T = self._made[make]
        return made

    @cached_property
    def _made(self) -> dict[Any, Any]:
        return {}

    def mentions(self, pattern: Pattern) -> bool:
        """Whether the pattern occurs in the prose."""
        return next(self.find(pattern), None) is not None

    def text_after(self, tag: Tag) -> Passage:
        """The first text behind a start tag, which is its own where it has any; without any, the empty place of the tag."""
        place = tag.place("")
        at = bisect_left(self.passages, place.span.start, key=lambda each: each.span.start)
        return self.passages[at] if at < len(self.passages) else place

    def field_at(self, span: Span, fallback: str) -> str:
        """The most exact name of a place: the criterion or fact it lies in, else ``fallback``."""
        if self.kind == "record" and fallback != "eligibility":
            return fallback
        return next((name for name, where in self._named_spans if where.covers(span)), fallback)

    @cached_property
    def _named_spans(self) -> list[tuple[str, Span]]:
        named = [(each.passage.field, each.passage.span) for each in self.all_criteria]
        return [*named, *((each.marker.field, each.marker.span) for each in self.all_criteria if each.marker.text)]
