"""A treatment under study that is "better than" another."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.language import claims, hedging
from triallint.page import TrialPage
from triallint.passage import Passage, Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="superiority-claim",
    code="ETH003",
    what="The treatment under study is said to be better than, or as good as, other treatments.",
    why="Readers may give up a treatment that works for one that is only believed to be better.",
    do="Say what it is compared with, and that the study is to find out which is better.",
    pages=Severity.ERROR,
    records=None,
    citations=(
        Citation(
            "FDA, Recruiting Study Subjects: no claim that the test article is equivalent or superior to any other treatment",
            "https://www.fda.gov/regulatory-information/search-fda-guidance-documents/recruiting-study-subjects",
            "2026-11-23",
        ),
    ),
    measured=(Measured("143 saved web pages", rate=0, right=0, read=0),),
    examples=(
        Bad("<h1>A study</h1><h2>Why it matters</h2><p>This treatment ⟦is better than⟧ rituximab.</p>"),
        Bad(
            "<h1>A study</h1><h2>Why it matters</h2><p>The study drug ⟦works faster than⟧ others. Get ⟦the best care "
            "available⟧.</p>"
        ),
        Bad("# A study\n\n## Why it matters\n\nThis ⟦breakthrough therapy⟧ is now near you.\n", format="md"),
        Good("<h1>A study</h1><h2>About this study</h2><p>We test whether this drug is better than rituximab.</p>"),
        Good(
            "<h1>A study</h1><h2>About this study</h2><p>This drug may be more effective than placebo. Is it better than "
            "care?</p>"
        ),
        Good("<h1>A study</h1><h2>About this study</h2><p>A superiority trial on the best dose; the leading cause of death.</p>"),
        Good("<h1>A study</h1><h2>About this study</h2><p>Breakthrough pain, breakthrough infection; more than 100 people.</p>"),
    ),
)

_BETTER = Pattern(
    r"(?:(?:is|are|has been|have been) (?:(?:much|far|clearly|also|proven|known|to|be|significantly) ){0,5}"
    r"(?:(?:better|safer|stronger|superior|(?:more|at least as|as) (?:effective|safe|good|powerful|potent)|equivalent|equal)"
    r"(?: and (?:safer|better|more effective))?(?: (?:than|to|as)\b))"
    r"|works? (?:better|faster) than|outperforms?|beats?)\b",
    "better safer stronger superior effective safe good powerful potent equivalent equal works work outperform beat",
    reach=120,
)
_PRAISE = Pattern(
    r"breakthrough (?:treatment|therapy|drug|medicine|technology|device|study)\b(?! designation)|"
    r"(?:gives? you|you (?:will |can )?(?:get|receive|have)|get|access to) (?P<best>the best (?:possible |available )?"
    r"(?:care|treatment|therapy|medicine|drug)(?: available| there is)?)\b|"
    r"(?:world[- ]class|best-in-class|world[- ]leading) (?:care|treatment|therapy|medicine|drug|doctors|experts)\b",
    "breakthrough best world",
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Praise, and comparisons that are asserted and not asked."""
    for sentence, place, at in _claims(page):
        if not hedging.is_governed(sentence.text, at) and not claims.is_sourced(page, sentence):
            yield rule.finding(place, f"“{place.text}” is a claim that the study has not shown.")


def _claims(page: TrialPage) -> Iterator[tuple[Passage, Passage, int]]:
    """The sentence, the claim, and where in the sentence it begins."""
    for _, sentence, hit in claims.of_article(page, _BETTER):
        yield sentence, hit.place("said"), hit.bounds("said")[0]
    for _, sentence, hit in claims.said(page, _PRAISE):
        yield sentence, hit.place("best") if hit["best"] else hit.place(), hit.start
