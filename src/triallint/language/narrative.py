"""The parts of a page that an editor wrote for its readers, and their sentences.

That is the opening text and the sections that explain the study, who may join, why it matters and how to take part. It is
not what a registry wrote (official title, brief summary, detailed description, criteria), nor facts, links and labels.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from triallint.page import TrialPage
from triallint.passage import Passage

FIELDS = frozenset(("summary", "fit", "why", "how_to_join"))
# How a heading that no vocabulary knows begins when a page speaks to its reader: "What will happen to me?".
ASKING = r"(?i)(?:am|are|background|benefits|can|do|does|how|is|possible|risks?|what|when|where|who|why|will|your)\b"
# Headings and labels of the registries: what stands below them is theirs, word for word.
VERBATIM = frozenset(
    (
        "brief summary",
        "detailed description",
        "official title",
        "official study title",
        "scientific title",
        "study design",
        "trial design",
        "primary outcome",
        "primary outcomes",
        "primary outcome measures",
        "secondary outcome measures",
        "eligibility criteria",
        "inclusion criteria",
        "exclusion criteria",
    )
)
_CLOSED = r"[.!?…][\"')\]]*$"
_RUN_IN = r"\s*(?:[*•-]\s+)?(?:\(?[0-9]{1,2}[.)]\s+)?(?:[A-Z][\w /'&-]{1,40}:\s+(?=[A-Z\"']))?"
_FEWEST = 4  # words of an item that says something
_SENTENCE = 7  # blanks in a text that ends with a colon and is no label
_HEAD = 4  # blocks that may stand between a page's title and its opening text: official title, phase and sponsor, date


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@dataclass(slots=True)
class Part:
    """A section of the narrative: its heading ("" for the opening text) and its sentences in reading order."""

    heading: str
    sentences: list[Passage] = field(default_factory=list)

    @property
    def texts(self) -> list[str]:
        """The sentences as text."""
        return [each.text for each in self.sentences]

    @property
    def words(self) -> int:
        """How many words it has, counted between blanks."""
        return sum(len(each.text.split()) for each in self.sentences)


def parts(page: TrialPage) -> list[Part]:
    """The narrative of a page, section by section; sections without a sentence are left out."""
    found: list[Part] = []
    part = Part("")
    title, facts = page.fact("title"), _facts(page)
    opening, registry = 0 if title else _HEAD, False
    for passage in page.prose:
        text = passage.text
        label = text.strip(" :") if len(text) < 80 else ""
        if passage.origin is title.place.origin or (title and text == title.value):
            part, opening, registry = Part(""), _HEAD, False
        elif passage.role == "heading":
            asks = _compiled(ASKING).match(text) is not None
            part, opening, registry = Part(label), len(page.prose) if asks else 0, label.casefold() in VERBATIM
        elif label.casefold() in VERBATIM:
            registry = True
        else:
            is_own = not registry and id(passage.origin) not in facts and _is_told(passage, opening > 0)
            told = list(of(passage)) if is_own else []
            if told and not part.sentences:
                found.append(part)
            part.sentences += told
            opening -= not told
    return found


def _is_told(passage: Passage, opening: bool) -> bool:
    """Whether a passage is the editor's own prose: in a section for readers, or before the sections begin."""
    if passage.field in FIELDS:
        return passage.role in ("prose", "item")
    return opening and passage.field == "body" and passage.role == "prose"


def _facts(page: TrialPage) -> set[int]:
    """The blocks that hold a fact; the summary is none."""
    fields = [
        *(each for name, each in page.facts.items() if name not in ("summary", "description")),
        *page.dates.values(),
        *(each for items in page.lists.values() for each in items),
    ]
    return {id(each.place.origin) for each in fields}


def of(passage: Passage) -> Iterator[Passage]:
    """The sentences of a passage, without list markers and run-in labels; none of a fragment that is no list item."""
    text = passage.text
    if passage.role == "item":
        if text.count(" ") < _FEWEST - 1:
            return
    elif not (_compiled(_CLOSED).search(text, len(text) - 4) or (text.endswith(":") and text.count(" ") >= _SENTENCE)):
        return  # a label or a title
    for start, end in spans(text):
        lead = _compiled(_RUN_IN).match(text, start, end)
        yield passage.slice(lead.end() if lead else start, end)


@lru_cache(maxsize=512)
def spans(text: str) -> Sequence[tuple[int, int]]:
    """As sentences.split, remembered: several rules ask for the same texts."""
    from triallint.language import sentences  # not on the way of an input without narrative

    return tuple(sentences.split(text))


def word_count(sentence: str) -> int:
    """How many words a sentence has, as a reader counts them."""
    from triallint.language import sentences

    return len(sentences.words(sentence))


def pooled(parts: Iterable[Part]) -> Part:
    """Several parts as one."""
    return Part("", [sentence for part in parts for sentence in part.sentences])
