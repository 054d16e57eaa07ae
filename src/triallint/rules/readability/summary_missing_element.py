"""A summary that leaves out how long it takes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Confidence, Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="summary-missing-element",
    code="RDB006",
    what="The summary does not say who takes part, what is done, or how long it lasts.",
    why="These are what people want to know before they read on.",
    do="Say what the study is to find out, who takes part, what they do, and for how long.",
    pages=Severity.INFO,
    records=Severity.INFO,
    off=("record",),
    confidence=Confidence.MEDIUM,
    citations=(
        Citation("Schindler et al., PLOS ONE 2020: patients want duration, goal, measurements, visits", read="2026-11-23"),
    ),
    measured=(Measured("2,919 records as pages", rate=70.91, right=20, read=20),),
    examples=(
        Bad(
            "<h1>A drug</h1><p>NCT01234567</p><h2>Summary</h2><p>⟦This study tests a drug for asthma. The drug is given as a tablet, and the dose is raised step by step until the best one is found.⟧</p>"
        ),
        Bad(
            "<h1>A drug</h1><p>NCT01234567</p><h2>Summary</h2><p>⟦Asthma is common. It makes breathing hard, and many people have attacks at night that wake them up and make them afraid.⟧</p>"
        ),
        Good(
            "<h1>A drug</h1><p>NCT01234567</p><h2>Summary</h2><p>This study is to find out whether a drug helps adults with asthma. Participants take a tablet every day for 12 weeks.</p>"
        ),
        Good("<h1>A drug</h1><p>NCT01234567</p><h2>Summary</h2><p>A drug for asthma.</p>"),
    ),
)


_ELEMENTS = {
    "what it is to find out": r"\b(?:purpose|check|want to know|asks?|see (?:if|whether|how)|aims?|goal|objective|find out|learn|determine|investigat|evaluat|assess|compar|test|whether|study(?:ing)? (?:is|the|how))",
    "who takes part": r"\b(?:participants?|patients?|people|adults?|children|women|men|subjects|volunteers|individuals|you|infants|persons|those)\b",
    "how long it lasts": r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several)[- ](?:hour|day|week|month|year)s?\b|\b(?:lasts?|duration|until|follow(?:ed)?[- ]?up)\b",
}
_SHORTEST = 100  # characters


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """The section or the field; what is shorter than a sentence or two is no summary."""
    section, fact = page.section("summary"), page.facts.get("summary")
    passages = section.blocks if section else [fact.place] if fact else []
    text = " ".join(each.text.lower() for each in passages)
    missing = [name for name, words in _ELEMENTS.items() if not re.search(words, text)]
    if len(text) >= _SHORTEST and missing:
        yield rule.finding(passages[0], f"The summary does not say {', and not '.join(missing)}.")
