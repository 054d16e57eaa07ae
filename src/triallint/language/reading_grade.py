"""What grade of school a text needs, why, and what splitting its longest sentences would do.

A grade is the median of three formulas (Flesch-Kincaid, SMOG, Gunning fog), which damps the quirks of each; on the same text
they are up to five grades apart, so a grade is told as a band. Imported only when something is to be scored.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nlargest
from statistics import median

from triallint.language import readability, sentences

UNIVERSITY = 17  # grades from here on are those of more than school and college
_LONG = 20  # words of a sentence that two sentences could say
_WEIGHTY = 0.05  # grades that a word must add to be named
_MARKS = ".,;:!?\"'()[]…"


@dataclass(frozen=True, slots=True)
class Grade:
    """The grade of a text, and the counts it comes from."""

    value: float
    counts: readability.Counts

    @property
    def told(self) -> str:
        """The grade as it may be told: ``grade 14 to 15``."""
        return told(self.value)

    def after_splits(self, splits: int) -> int:
        """About what grade the same words would have if so many of the sentences were two."""
        return round(_median(dataclasses.replace(self.counts, sentences=self.counts.sentences + splits)))


def of(texts: Sequence[str]) -> Grade:
    """The grade of prose that is split into sentences."""
    counts = readability.prose_counts(texts)
    return Grade(_median(counts), counts)


def _median(counts: readability.Counts) -> float:
    formulas = (readability.flesch_kincaid_grade, readability.smog_index, readability.gunning_fog)
    return median(formula(counts) for formula in formulas)


def told(grade: float) -> str:
    """A grade as a band, since formulas are not more exact; beyond school it is told as such."""
    return f"grade {int(grade)} to {int(grade) + 1}" if grade < UNIVERSITY else f"grade {UNIVERSITY} or higher"


@dataclass(frozen=True, slots=True)
class Weight:
    """A sentence that makes the text harder: which one, its words, its own grade."""

    index: int
    words: int
    told: str


def heaviest_sentences(texts: Sequence[str], most: int) -> list[Weight]:
    """The sentences without which the text would be easier, the heaviest first."""
    drivers = [each for each in readability.sentence_drivers(texts) if each.grade_points > 0]
    return [
        Weight(each.start, len(sentences.words(each.text)), told(max(0.0, readability.grade([each.text]))))
        for each in drivers[:most]
    ]


def long_sentences(texts: Sequence[str], most: int) -> list[int]:
    """The lengths in words of the longest sentences, of those that could be two, the longest first."""
    longest = nlargest(most, texts, key=lambda text: text.count(" "))
    return sorted((words for words in (len(sentences.words(text)) for text in longest) if words >= _LONG), reverse=True)


def heaviest_words(texts: Sequence[str], most: int) -> list[tuple[str, int]]:
    """The words that add most to the grade and how often they stand there; names are left out, nobody can replace them.

    What a word adds is 11.8 x times x (syllables - 1) / words of the text, as in the Flesch-Kincaid formula.
    """
    words = [word.strip(_MARKS) for text in texts for word in text.split()]
    times = Counter(word.lower() for word in words)
    common = {word for word in words if word.islower()} | {
        text.split(maxsplit=1)[0].strip(_MARKS).lower() for text in texts if text
    }
    points = {word: number * (readability.syllables(word) - 1) for word, number in times.items() if word in common}
    least = _WEIGHTY * len(words) / 11.8
    heavy = sorted((word for word, weight in points.items() if weight >= least), key=lambda word: -points[word])
    return [(word, times[word]) for word in heavy[:most]]
