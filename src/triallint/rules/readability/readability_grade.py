"""A section of the narrative that needs many years of school."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from triallint.finding import Finding, Severity
from triallint.language import narrative
from triallint.language.narrative import Part
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

if TYPE_CHECKING:
    from triallint.language.reading_grade import Grade


@dataclass(frozen=True)
class Options:
    """What a section may need, and what is too short to be scored."""

    max_grade: int = field(default=9, metadata={"at_least": 1, "help": "school grade (United States) that a section may need"})
    min_words: int = field(default=60, metadata={"at_least": 1, "help": "shorter sections are pooled with each other"})
    min_sentences: int = field(default=3, metadata={"at_least": 1, "help": "sections of fewer sentences are pooled too"})


_FIRST = "This trial investigates the safety and efficacy of genetically modified cells for individuals with nephrotic syndrome."
_LONG = (
    "Given the lack of effective treatments for this condition, which can lead to kidney failure, the study aims to explore a "
    "novel approach using genetically modified cells to eliminate disease-related cells."
)
_MORE = (
    "Participants will include children and adults who have not responded to standard treatments. The study is designed to "
    "provide critical data on the potential of this therapy."
)
_HARD = f"{_LONG} {_MORE}"
_EASY = (
    "Heart failure means that the heart does not pump as well as it should. People with heart failure often feel tired and short "
    "of breath. In this study, half of the people follow a plan at home. The other half keep doing what they do now. We will "
    "check how far people can walk and how they feel. You would be in the study for six months and visit the clinic three times."
)
rule = Rule(
    name="readability-grade",
    code="RDB001",
    what="A section needs more years of school than many of its readers have.",
    why="Texts for patients are meant to need grade 6 to 8: others cannot tell from this text whether the trial is for them.",
    do="Split the long sentences that are marked, and put everyday words in the place of the long ones that are named.",
    pages=Severity.WARNING,
    records=None,
    citations=(
        Citation(
            "NIH and AMA targets for patient material (grade 6 to 8), as quoted in studies of readability", read="2026-11-23"
        ),
        Citation("WCAG 2.2, success criterion 3.1.5 Reading Level", "https://www.w3.org/TR/WCAG22/#reading-level", "2026-11-23"),
        Citation(
            "CMS Toolkit for Making Written Material Clear and Effective, part 7: use formulas with care", read="2026-11-23"
        ),
    ),
    options=Options,
    measured=(
        Measured("2,919 registry summaries, each set as a section of a page", rate=47.17, right=25, read=25),
        Measured("9,476 older summaries, each set as a section of a page", rate=11.52, right=25, read=25),
    ),
    examples=(
        Bad(f"<h1>NCT01234567</h1><h2>What this trial studies</h2><p>⟦{_FIRST}⟧ {_HARD}</p>"),
        Bad(
            f"NCT01234567\n\n⟦{_FIRST}⟧\n\nWhat this trial studies\n\n{_LONG}\n\nWhy it matters\n\nPossible benefit: {_MORE}",
            format="txt",
        ),
        Good(f"<h1>NCT01234567</h1><h2>What this trial studies</h2><p>{_EASY}</p>"),
        Good(f"<h1>NCT01234567</h1><h2>What this trial studies</h2><p>{_FIRST}</p>"),
        Good(
            f"<h1>NCT01234567</h1><h2>Eligibility criteria</h2><p>{_FIRST} {_HARD}</p><h2>Detailed description</h2><p>{_HARD}</p>"
        ),
        Good(f"<h1>NCT01234567</h1><p>Brief summary</p><p>{_FIRST} {_HARD}</p><h2>Study design</h2><p>{_FIRST} {_HARD}</p>"),
        Good(f'<h1>NCT01234567</h1><h2>About this study</h2><p lang="en">{_EASY}</p><p lang="la">{_FIRST} {_HARD}</p>'),
    ),
)
_SENTENCES, _WORDS = 3, 8
_SLIGHTLY = 2  # grades above the target that formulas cannot tell from it with certainty


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Score each section that is long enough, and the short ones together."""
    options: Options = context.options
    short: list[Part] = []
    for part in narrative.parts(page):
        if _is_enough(part, options):
            yield from _judged(part, f"The section {part.heading!r}" if part.heading else "The opening text", options)
        else:
            short.append(part)
    rest = narrative.pooled(short)
    if _is_enough(rest, options):
        yield from _judged(rest, _pool_name(short), options)


def _is_enough(part: Part, options: Options) -> bool:
    return len(part.sentences) >= options.min_sentences and part.words >= options.min_words


def _pool_name(parts: list[Part]) -> str:
    names = [repr(part.heading) if part.heading else "the opening text" for part in parts]
    return f"The text of the short sections together ({', '.join(names)})" if len(names) > 1 else "The text"


def _judged(part: Part, name: str, options: Options) -> Iterator[Finding]:
    """The finding on a part whose grade is above the target: a grade of 9.7 is still grade 9."""
    from triallint.language import reading_grade

    texts = part.texts
    grade = reading_grade.of(texts)
    if int(grade.value) <= options.max_grade:
        return
    message = f"{name} reads at about {grade.told}; the target is grade {options.max_grade}.{_advice(texts, grade)}"
    related = [
        (part.sentences[each.index], f"{each.words} words in one sentence, by itself about {each.told}")
        for each in reading_grade.heaviest_sentences(texts, _SENTENCES)
        if each.index
    ]
    severity = Severity.INFO if int(grade.value) - options.max_grade <= _SLIGHTLY else None
    yield rule.finding(part.sentences[0], message, related=related, severity=severity)


def _advice(texts: list[str], grade: Grade) -> str:
    """What splitting the longest sentences would give, and the words that weigh most."""
    from triallint.language import reading_grade

    advice = ""
    long = reading_grade.long_sentences(texts, 2)
    after = grade.after_splits(len(long))
    if long and after < min(int(grade.value), reading_grade.UNIVERSITY):
        what = "its two longest sentences" if len(long) == 2 else "its longest sentence"
        advice = f" Splitting {what} ({' and '.join(map(str, long))} words) would bring it to about grade {after}."
    elif not long:
        advice = " Its sentences are short enough; the words make it hard."
    words = [f"{word} ({times} times)" if times > 1 else word for word, times in reading_grade.heaviest_words(texts, _WORDS)]
    return advice + (f" The words that weigh most: {', '.join(words)}." if words else "")
