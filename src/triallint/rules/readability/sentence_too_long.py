"""A sentence of more than 25 words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from triallint.finding import Finding, Severity
from triallint.language import narrative
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule


@dataclass(frozen=True)
class Options:
    """How many words a sentence may have."""

    max_words: int = field(default=25, metadata={"at_least": 5, "help": "words a sentence may have; longer ones are an info"})
    far_too_many: int = field(default=35, metadata={"at_least": 5, "help": "a sentence with more words than this is a warning"})


_LONG = (
    "This study is testing a new cell therapy to see if it can help children and adults with a kidney condition "
    "that doesn't get any better with the usual treatments."
)
rule = Rule(
    name="sentence-too-long",
    code="RDB002",
    what="A sentence is longer than most readers can hold in mind.",
    why="Readers who are ill, worried or not used to such texts lose the beginning of a long sentence before they reach its end.",
    do="Split it: one idea in a sentence, 15 to 20 words.",
    pages=Severity.WARNING,
    records=None,
    citations=(
        Citation("University of Iowa, guide to plain language: fewer than 20 words in a sentence", read="2026-11-23"),
        Citation("Federal Plain Language Guidelines, as summed up by others: one idea at a time", read="2026-11-23"),
    ),
    options=Options,
    measured=(
        Measured("2,919 registry summaries, each set as a section of a page", rate=163.28, right=59, read=60),
        Measured("9,476 older summaries, each set as a section of a page", rate=37.16, right=25, read=25),
    ),
    examples=(
        Bad(f"<h1>NCT01234567</h1><p>⟦{_LONG}⟧ It is free.</p>"),
        Bad(f"NCT01234567\n\nHow to participate\n\n1. ⟦{_LONG}⟧\n2. Call us.", format="txt"),
        Bad(f"# NCT01234567\n\n## Why it matters\n\nPossible benefit: ⟦{_LONG}⟧\n\nYou can say no.", format="md"),
        Good("<h1>NCT01234567</h1><p>This study tests a new therapy. It may help children with a kidney condition.</p>"),
        Good(f"<h1>NCT01234567</h1><h2>Eligibility criteria</h2><p>{_LONG}</p><h2>Detailed description</h2><p>{_LONG}</p>"),
        Good(f"<h1>NCT01234567</h1><h2>Brief summary</h2><p>{_LONG}</p><h2>Outcome measures</h2><p>{_LONG}</p>"),
        Good(f"<h1>NCT01234567</h1><p>Brief Summary:</p><p>{_LONG}</p><nav>{_LONG}</nav><p lang='de'>{_LONG}</p>"),
        Good(
            f"NCT01234567\n\nOfficial title: {_LONG[:-1]}\n\nConditions: {', '.join(['asthma, lung disease'] * 20)}", format="txt"
        ),
        Good("<h1>NCT01234567</h1><h2>Who can join</h2><p>Take 2.5 mg, e.g. with Dr. A. Smith, at 10 a.m. or 8 p.m.</p>"),
    ),
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Count the words of each sentence of the narrative."""
    options: Options = context.options
    for part in narrative.parts(page):
        for sentence in part.sentences:
            if len(sentence) > 3 * options.max_words:  # shorter cannot hold more words of prose
                words = narrative.word_count(sentence.text)
                if words > options.max_words:
                    severity = Severity.WARNING if words > options.far_too_many else Severity.INFO
                    message = f"This sentence has {words} words; more than {options.max_words} are hard to follow."
                    yield rule.finding(sentence, message, severity=severity)
