"""A sentence that a page says twice."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
from triallint.language import sentences
from triallint.language.likeness import tokens
from triallint.page import TrialPage
from triallint.passage import Passage
from triallint.rule import Bad, Context, Good, Rule

rule = Rule(
    name="duplicate-sentence",
    code="DUP006",
    what="The same sentence stands twice in the text of the page.",
    why="A reader who meets it again looks for what is new, and reads on with less care.",
    do="Keep it where it says most.",
    pages=Severity.WARNING,
    records=None,
    examples=(
        Bad(
            "<h1>A study</h1><p>This study tests a walking plan for people with asthma.</p>"
            "<p>⟦This study tests a walking plan for people with asthma.⟧ It is safe.</p>",
            fixed="<h1>A study</h1><p>This study tests a walking plan for people with asthma.</p><p> It is safe.</p>",
        ),
        Good("<h1>A study</h1><p>Ask your doctor.</p><p>Ask your doctor.</p>"),
        Good(
            "<h1>A study</h1><p>This page is not medical advice and does not replace it.</p>"
            "<p>This page is not medical advice and does not replace it.</p>"
        ),
    ),
)
_LEAST_WORDS = 8
_EXCERPT = 100  # blocks that begin alike so far are an excerpt and the full text ("read more")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Running text only; a disclaimer may be said twice, and a block shown twice whole is a matter of the page's template."""
    seen: dict[tuple[str, ...], Passage] = {}
    blocks: set[str] = set()
    for passage in page.prose:
        start_of_block = passage.text[:_EXCERPT]
        if passage.role != "prose" or passage.field == "eligibility" or start_of_block in blocks or "\n" in passage.text:
            continue
        if len(start_of_block) == _EXCERPT:
            blocks.add(start_of_block)
        for start, end in sentences.split(passage.text):
            place = passage.slice(start, end)
            key = tokens(place.text)
            if len(key) < _LEAST_WORDS or "medical advice" in place.text:
                continue
            first = seen.setdefault(key, place)
            if first is not place:
                repair = fix("Leave it out here.", passage.replace(start, end, ""), safety=Safety.UNSAFE)
                yield rule.finding(place, "This sentence stands above already.", related=[(first, "the first one")], fix=repair)
