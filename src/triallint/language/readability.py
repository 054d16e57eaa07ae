"""How hard a text is to read: textstat's own scores, offline and at a fraction of the cost.

The only module that imports textstat, and it does so at the first score. It downloads nothing (syllables come from the
CMUdict data that ships with us), counts a text once for all scores, and can take prose that is already split into
sentences: textstat ends one at every full stop, so that "2.5 mg" and "e.g." make a text look easier than it is. The
formulas have textstat's constants and order of operations (equal to the last bit) and its 0.0 for a text of no words.

Scores are school grades of the United States, but for `flesch_reading_ease` (0 to 100, higher is easier) and
`dale_chall` (4.9 or less: grade 4; 9.0 to 9.9: grades 13 to 15). They see lengths, not sense, and know English only.
"""

import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib import import_module
from types import ModuleType
from typing import Any, NamedTuple

from triallint.language.data.syllables import pronunciations

LANGUAGE = "en_US"
REMEMBERED = 1 << 15  # words whose answers are kept: a record has hundreds of words, the registry millions
MASK = str.maketrans(".!?", ",,,")


class UnsupportedTextstatError(RuntimeError):
    """The installed textstat is not built like the releases that this module is made for."""

    def __init__(self, why: object) -> None:
        super().__init__(f"textstat {version()} does not fit this triallint ({why}); install textstat>=0.7.8,<0.8")


class _Textstat(NamedTuple):
    """The functions of textstat that the counts are made of."""

    words: Callable[[str], list[str]]
    sentences: Callable[[str], int]
    letters: Callable[[str], int]
    syllables: Callable[[str, str], int]
    difficult: Callable[[str, int, str], bool]
    hyphenated: dict[str, Any]  # pyphen's memory of words that CMUdict lacks; it never forgets by itself


def _give_dictionary(module: Any) -> None:
    """Make textstat's count_syllables look words up in our data, and see that it does so."""
    function = getattr(module.count_syllables, "__wrapped__", module.count_syllables)
    if "get_cmudict" not in function.__code__.co_names:
        raise UnsupportedTextstatError("count_syllables does not ask get_cmudict")
    words = pronunciations()
    module.get_cmudict = lambda lang: words if lang.split("_")[0] == "en" else None
    if function("idea", LANGUAGE) != 3:  # 1 by hyphenation
        raise UnsupportedTextstatError("count_syllables does not use the dictionary it is given")


@cache
def _textstat() -> _Textstat:
    """Import textstat, once, with its dictionary replaced and without nltk (0.2 s to import, 1.4 s with scipy)."""
    names = ("nltk", "nltk.corpus", "cmudict")  # whichever the release imports its dictionary from
    stand_ins = {name: ModuleType(name) for name in names if name.split(".")[0] not in sys.modules}
    for name, module in stand_ins.items():
        vars(module)["cmudict"] = None
        sys.modules[name] = module
    try:
        import_module("textstat")
        _give_dictionary(import_module("textstat.backend.counts._count_syllables"))
        counts = import_module("textstat.backend.counts")
        pyphen = import_module("textstat.backend.utils").get_pyphen(LANGUAGE)
        return _Textstat(
            words=import_module("textstat.backend.selections").list_words,
            sentences=counts.count_sentences,
            letters=counts.count_letters,
            syllables=counts.count_syllables,
            difficult=import_module("textstat.backend.validations").is_difficult_word,
            hyphenated=getattr(getattr(pyphen, "hd", None), "cache", {}),
        )
    except (ImportError, AttributeError, LookupError, TypeError) as error:
        raise UnsupportedTextstatError(error) from error
    finally:
        for name in stand_ins:
            sys.modules.pop(name, None)


@lru_cache(maxsize=REMEMBERED)
def syllables(word: str) -> int:
    """Count the syllables of a word: CMUdict's where it has the word, else by where pyphen could hyphenate it."""
    textstat = _textstat()
    if len(textstat.hyphenated) > REMEMBERED:
        textstat.hyphenated.clear()
    return textstat.syllables(word, LANGUAGE)


@lru_cache(maxsize=REMEMBERED)
def _difficulty(word: str) -> int:
    """0 for a word on Dale and Chall's list of easy words, else its syllables, at least 1 and at most 3."""
    difficult = _textstat().difficult
    return next((least for least in (3, 2) if difficult(word, least, LANGUAGE)), int(difficult(word, 0, LANGUAGE)))


def version() -> str:
    """Give the installed release of textstat, for the report; does not import textstat."""
    return str(import_module("importlib.metadata").version("textstat"))  # 10 ms, so not at the top


@dataclass(frozen=True)
class Counts:
    """What the formulas need to know of a text, as textstat counts it.

    `words` are what is left between spaces without punctuation, `tokens` all that stands between spaces;
    `polysyllables` have three or more syllables; `letters` leave out spaces and punctuation, `characters` spaces.
    """

    text: str = field(repr=False)
    words: int
    tokens: int
    sentences: int
    syllables: int
    polysyllables: int
    letters: int
    characters: int

    def difficult(self, least: int = 2) -> int:
        """Count words of `least` (0, 2 or 3) syllables or more that are not on Dale and Chall's list of easy words."""
        enough = max(1, least).__le__
        return sum(map(enough, map(_difficulty, _textstat().words(self.text))))


def counts(text: str, sentences: int | None = None) -> Counts:
    """Count a text as textstat does, which ends a sentence at every `.`, `!` and `?`, unless given their number."""
    per_word = list(map(syllables, _textstat().words(text)))
    tokens = text.split()
    return Counts(
        text=text,
        words=len(per_word),
        tokens=len(tokens),
        sentences=_textstat().sentences(text) if sentences is None else sentences,
        syllables=sum(per_word),
        polysyllables=sum(count >= 3 for count in per_word),
        letters=_textstat().letters(text),
        characters=sum(map(len, tokens)),
    )


def prose_counts(sentences: Sequence[str]) -> Counts:
    """Count prose that is already split: every item with a word in it is one sentence, however short."""
    text = masked(sentences)
    return counts(text, text.count("."))


def masked(sentences: Sequence[str]) -> str:
    """Join sentences into the text that `prose_counts` counts, so that textstat can check it.

    Each ends in one full stop, and `.`, `!` and `?` within become commas: "Take 2.5 mg, e.g. at noon!" is counted as
    "Take 2,5 mg, e,g, at noon." The words stay the same, since textstat drops such marks before it looks at words; only
    its number of sentences becomes right (but for those of one or two words, which it still leaves out).
    """
    prose = (sentence.strip().rstrip(".!?") for sentence in sentences if re.search(r"\w", sentence))
    return " ".join(sentence.translate(MASK) + "." for sentence in prose)


def grade(sentences: Sequence[str]) -> float:
    """Flesch-Kincaid grade of prose that is already split into sentences."""
    return flesch_kincaid_grade(prose_counts(sentences))


def flesch_kincaid_grade(c: Counts) -> float:
    """School grade from words per sentence and syllables per word (Kincaid and others, 1975)."""
    return _kincaid(c.words, c.sentences, c.syllables)


def _kincaid(words: int, sentences: int, syllables: int) -> float:
    return 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59 if words and syllables else 0.0


def flesch_reading_ease(c: Counts) -> float:
    """Ease from 0 (hard) to 100 (easy), of the same two ratios (Flesch, 1948)."""
    return 206.835 - 1.015 * (c.words / c.sentences) - 84.6 * (c.syllables / c.words) if c.syllables else 0.0


def smog_index(c: Counts) -> float:
    """School grade from polysyllables per sentence (McLaughlin, 1969); made for 30 sentences or more."""
    return 1.043 * (30 * (c.polysyllables / c.sentences)) ** 0.5 + 3.1291 if c.sentences else 0.0


def gunning_fog(c: Counts) -> float:
    """School grade from words per sentence and the share of difficult words (Gunning, 1952)."""
    return 0.4 * (c.words / c.sentences + 100 * c.difficult(3) / c.words) if c.words else 0.0


def coleman_liau_index(c: Counts) -> float:
    """School grade from letters and sentences per 100 words (Coleman and Liau, 1975, there 0.0588); no syllables."""
    return 0.058 * (c.letters / c.words * 100) - 0.296 * (c.sentences / c.words * 100) - 15.8 if c.words else 0.0


def automated_readability_index(c: Counts) -> float:
    """School grade from characters per token and words per sentence (Smith and Senter, 1967); no syllables."""
    return 4.71 * (c.characters / c.tokens) + 0.5 * (c.words / c.sentences) - 21.43 if c.words else 0.0


def dale_chall(c: Counts) -> float:
    """Score from the share of words that are not on a list of easy ones (Dale and Chall, 1948)."""
    share = 100 * c.difficult(0) / c.words if c.words else 0.0
    return 0.1579 * share + 0.0496 * (c.words / c.sentences) + (3.6365 if share > 5 else 0.0) if c.words else 0.0


@dataclass(frozen=True)
class Driver:
    """A part of a text and the Flesch-Kincaid grades that it adds, half-open at `end`.

    For a word `start` and `end` are code points of the text, where it first occurs; for a sentence a slice of them all.
    """

    start: int
    end: int
    grade_points: float
    text: str
    times: int = 1


def sentence_drivers(sentences: Sequence[str]) -> list[Driver]:
    """Give for each sentence the grade of all less that of all others (below 0: it eases the text), highest first."""
    own = [[syllables(word) for word in _textstat().words(sentence)] for sentence in sentences]
    words, total, count = sum(map(len, own)), sum(map(sum, own)), sum(map(bool, own))
    whole = _kincaid(words, count, total)
    drivers = [
        Driver(at, at + 1, whole - _kincaid(words - len(one), count - 1, total - sum(one)), sentences[at])
        for at, one in enumerate(own)
        if one
    ]
    return sorted(drivers, key=lambda driver: -driver.grade_points)


def word_drivers(text: str) -> list[Driver]:
    """Give for each word of two or more syllables 11.8 x times x (syllables - 1) / words of the text, highest first."""
    places: dict[str, list[re.Match[str]]] = {}
    for chunk in re.finditer(r"\S+", text):  # textstat's words are these less their punctuation
        for word in _textstat().words(chunk[0]):
            places.setdefault(word.lower(), []).append(chunk)
    total = sum(map(len, places.values()))
    drivers = []
    for word, chunks in places.items():
        points = 11.8 * len(chunks) * (syllables(word) - 1) / total
        inner = re.search(r"\w(?:.*\w)?", chunks[0][0])
        if points > 0 and inner:
            start = chunks[0].start() + inner.start()
            drivers.append(Driver(start, start + len(inner[0]), points, inner[0], len(chunks)))
    return sorted(drivers, key=lambda driver: -driver.grade_points)
