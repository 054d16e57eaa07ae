"""What a page's own narrative says of the treatment under study: who is spoken of, on what authority, with what caution."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from triallint.language import narrative
from triallint.language.narrative import Part
from triallint.page import TrialPage
from triallint.passage import Hit, Passage, Pattern

# What is studied, as a sentence's subject.
ARTICLE = (
    r"(?:(?:this|our)(?: (?!that|which|of|and|or|in|for|to)[\w-]{1,20}){0,3}|the (?:study|new|investigational|experimental"
    r"|test|trial)"
    r"(?: [\w-]{1,20}){0,1}) (?:treatment|therapy|drug|medicine|medication|vaccine|device|procedure|pill|tablet|injection)"
)
CAUTION = (
    r"investigational|experimental|unapproved|unproven|"
    r"\bnot (?:yet |been |currently )*(?:approved|licen[sc]ed|authori[sz]ed|proven)|"
    r"(?:has|have) not (?:yet )?been (?:approved|proven|shown)|"
    r"\b(?:is|are|still) (?:currently |only )?(?:being )?(?:studied|under (?:investigation|study))\b|being studied"
)
_SOURCE = (
    r"\[ ?\d{1,3}(?: ?[,-] ?\d{1,3}){0,9} ?\]|\(\s?(?:ref\w*\.? )?\d{1,3}(?: ?[,-] ?\d{1,3}){0,9}\s?\)|\bet al\b|doi\b|https?://|"
    r"\bwww\.|\bpmid\b|\bnct\d{8}|[¹²³⁴-⁹⁰]|\([^()]{2,60}\b(?:19|20)\d\d[a-z]?\b[^()]{0,40}\)|\bet\.? ?al\."
)
_SHORTEST = 5  # letters of an intervention's name that is looked for as a subject
_MOST = 12  # interventions


class Said(NamedTuple):
    """A match in a sentence of the narrative; its offsets are the sentence's."""

    part: Part
    sentence: Passage
    hit: Hit


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@lru_cache(maxsize=512)
def _says(pattern: str, text: str) -> bool:
    """Whether the text holds the expression; remembered, for a sentence is asked once for each claim in it."""
    return _compiled(pattern).search(text.lower()) is not None


@lru_cache(maxsize=64)
def _pattern(regex: str) -> Pattern:
    return Pattern(regex)


def said(page: TrialPage, pattern: Pattern) -> Iterator[Said]:
    """All matches of a pattern in the sentences of the narrative, in reading order."""
    if page.mentions(pattern):
        yield from _matches(page, pattern)


def of_article(page: TrialPage, predicate: Pattern) -> Iterator[Said]:
    """As ``said``, for a predicate of what is studied: of "this treatment", or of an intervention by its name."""
    if page.mentions(predicate):
        yield from _matches(page, _pattern(rf"\b(?P<subject>{ARTICLE}{page.once(_names)}) (?P<said>{predicate.regex})"))


def _matches(page: TrialPage, pattern: Pattern) -> Iterator[Said]:
    for part in page.once(narrative.parts):
        for sentence in part.sentences:
            for hit in sentence.find(pattern):
                yield Said(part, sentence, hit)


def _names(page: TrialPage) -> str:
    """The names of the interventions, as alternatives of an expression."""
    shown = [str(each.value) for each in page.lists.get("interventions", ())][:_MOST]
    names = dict.fromkeys(each.strip().lower() for each in shown)
    return "".join(f"|{re.escape(each)}" for each in names if len(each) >= _SHORTEST)


def is_sourced(page: TrialPage, sentence: Passage) -> bool:
    """Whether a sentence names its source: a link, a reference in brackets, an author and a year, a registry number."""
    if _says(_SOURCE, sentence.text):
        return True
    return any(sentence.span.overlaps(each.text.span) for each in page.links)


def is_cautious(part: Part) -> bool:
    """Whether a part of the narrative says that what is studied is investigational."""
    return any(_says(CAUTION, each) for each in (*part.texts, part.heading))
