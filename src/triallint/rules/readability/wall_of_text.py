"""A paragraph of 150 words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from triallint.finding import Finding, Severity
from triallint.language import narrative
from triallint.page import TrialPage
from triallint.passage import Passage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule


@dataclass(frozen=True)
class Options:
    """How long a paragraph may be."""

    max_words: int = field(default=120, metadata={"at_least": 20, "help": "words a paragraph may have"})


_LONG = "You would come to the clinic once a month and tell the nurse how you feel and what you do. " * 7
rule = Rule(
    name="wall-of-text",
    code="RDB008",
    what="A paragraph is so long that readers skip it.",
    why="On a screen nobody finds what matters to them in a block of text without a break.",
    do="Divide it: a short paragraph or a list for each question a reader has, with a heading that says which.",
    pages=Severity.INFO,
    records=None,
    citations=(Citation("AHRQ, PEMAT: information in short sections with informative headers", read="2026-11-23"),),
    options=Options,
    measured=(
        Measured("2,919 records as pages", rate=15.59, right=22, read=22),
        Measured("9,476 older summaries, each set as a section of a page", rate=5.21, right=4, read=4),
        Measured("143 saved web pages", rate=0, right=0, read=0),
    ),
    examples=(
        Bad(f"<h1>A study</h1><h2>About this study</h2><p>⟦{_LONG[:90]}⟧{_LONG[90:].rstrip()}</p>"),
        Bad(f"# A study\n\n## About this study\n\n⟦{_LONG[:90]}⟧{_LONG[90:].rstrip()}\n", format="md"),
        Good(f"<h1>A study</h1><h2>About this study</h2><p>{_LONG[:364]}</p><p>{_LONG[:364]}</p>"),
        Good(f"<h1>A study</h1><h2>Detailed description</h2><p>{_LONG}</p>"),
    ),
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Count the words of the sentences that stand in one block."""
    for part in page.once(narrative.parts):
        blocks: dict[int, list[Passage]] = {}
        for sentence in part.sentences:
            blocks.setdefault(id(sentence.origin), []).append(sentence)
        for sentences in blocks.values():
            words = sum(len(each.text.split()) for each in sentences)
            if words > context.options.max_words:
                message = f"This paragraph has {words} words; more than {context.options.max_words} look like a wall."
                yield rule.finding(sentences[0], message)
