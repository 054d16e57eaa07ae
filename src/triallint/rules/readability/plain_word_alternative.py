"""``renal`` for kidney, ``prior to`` for before."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.language import narrative, plain_words
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="plain-word-alternative",
    code="RDB003",
    what="A word of doctors or offices stands where an everyday word says the same.",
    why="Many readers do not know the word, and cannot tell whether the sentence is about them.",
    do="Use the everyday word, or put it behind the other one in brackets.",
    pages=Severity.INFO,
    records=None,
    citations=(
        Citation("AHRQ, PEMAT user's guide, item 3: common, everyday language", read="2026-11-23"),
        Citation("CDC, Everyday Words for Public Health Communication", read="2026-11-23"),
    ),
    measured=(
        Measured("2,919 records as pages", rate=89.93, right=36, read=39, doubtful=3),
        Measured("9,476 older summaries, each set as a section of a page", rate=28.52, right=28, read=30, doubtful=2),
        Measured("143 saved web pages", rate=1.4, right=2, read=2),
    ),
    examples=(
        Bad("<h1>A study</h1><h2>How to join</h2><p>Ask your ⟦physician⟧ ⟦prior to⟧ a visit. Another physician may join.</p>"),
        Bad("# A study\n\n## About this study\n\nWe look at ⟦renal⟧ function and at ⟦efficacy⟧.\n", format="md"),
        Good("<h1>A study</h1><h2>About this study</h2><p>We look at the heart attack (myocardial infarction) of adults.</p>"),
        Good("<h1>A study</h1><h2>About this study</h2><p>The Renal Unit, the cardio-renal clinic, physician's choice.</p>"),
        Good("<h1>A study</h1><h2>Eligibility criteria</h2><ul><li>Renal failure prior to screening</li></ul>"),
    ),
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Each word once on a page, where it stands first in the narrative."""
    if page.words.isdisjoint(plain_words.first_words()):
        return
    told: set[str] = set()
    for part in page.once(narrative.parts):
        for sentence in part.sentences:
            for found in plain_words.found(sentence.text):
                if found.word not in told:
                    told.add(found.word)
                    place = sentence.slice(found.start, found.end)
                    yield rule.finding(place, f"“{found.plain}” is plainer than “{place.text}”.")
