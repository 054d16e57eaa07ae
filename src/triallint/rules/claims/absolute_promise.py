"""``never``, ``guaranteed``, ``no risk``."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.language import claims, hedging
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="absolute-promise",
    code="ETH007",
    what="Something is promised without exception.",
    why="No trial can keep such a promise, and a page cannot give it for the people who run the study.",
    do="Say what is known and what the reader may do: “you can say no at any time”.",
    pages=Severity.WARNING,
    records=None,
    citations=(
        Citation(
            "FDA, Recruiting Study Subjects: no promise of a certain cure or of a favourable outcome",
            "https://www.fda.gov/regulatory-information/search-fda-guidance-documents/recruiting-study-subjects",
            "2026-11-23",
        ),
    ),
    measured=(
        Measured("9,476 older summaries, each set as a section of a page", rate=0.01, right=1, read=1),
        Measured("143 saved web pages", rate=0, right=0, read=0),
    ),
    examples=(
        Bad("<h1>A study</h1><h2>How to join</h2><p>Screening ⟦never obligates⟧ you to enroll. There is ⟦no risk⟧ at all.</p>"),
        Bad("<h1>A study</h1><h2>Why it matters</h2><p>⟦You will benefit⟧; it is ⟦completely safe⟧ and ⟦100 % effective⟧.</p>"),
        Bad("# A study\n\n## Why it matters\n\nWe ⟦guarantee⟧ that your place is kept. It is ⟦risk-free⟧.\n", format="md"),
        Good("<h1>A study</h1><h2>How to join</h2><p>Always consult your doctor. We cannot guarantee that you will benefit.</p>"),
        Good("<h1>A study</h1><h2>About this study</h2><p>It has never been studied. We test if patients will benefit.</p>"),
        Good("<h1>A study</h1><h2>About this study</h2><p>People with no risk factors, no risk of stroke; never smokers.</p>"),
        Good(
            "<h1>A study</h1><h2>About this study</h2><p>There is no guarantee. No one knows who will benefit. 100 % oxygen.</p>"
        ),
    ),
)

_PROMISE = Pattern(
    r"(?:never|always) (?:obligates?|oblige[sd]?|requires?|commits?|costs?|charges?|shares?|sells?|harms?|hurts?|fails?"
    r"|works?|helps?|"
    r"safe|effective|free)\b(?! to)"
    r"|guarantee(?:s|d)?\b(?= (?:that|you|your|results?|success|improvement|relief|safety|privacy|an?|to)\b|[.,!])"
    r"|(?:there (?:is|are)|has|have|carr(?:y|ies)|poses?|involves?|at) (?P<none>(?:no|zero) (?:health |serious |known )?"
    r"(?:risks?|danger|side[- ]effects))\b(?! (?:of|factor|for|that|group|in|associated)\b|-)"
    r"|risk[- ]free\b|100 ?(?:%|percent|per cent) (?:safe|effective|successful|cured?|free|natural|confidential|secure"
    r"|painless)\b"
    r"|(?:completely|totally|absolutely|perfectly|entirely) (?:safe|harmless|painless|cured|natural|risk-free)\b"
    r"|(?:you|your child|all patients|all participants|everyone|everybody) will (?:benefit|be cured|get better|feel better"
    r"|recover|live longer)\b",
    "never always guarantee no zero risk 100 completely totally absolutely perfectly entirely will",
    reach=80,
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """A promise that is denied, asked or aimed at is none."""
    for _, sentence, hit in claims.said(page, _PROMISE):
        stands_apart = not hit.before[-1:].isalnum()
        if stands_apart and not hedging.is_governed(sentence.text, hit.start):
            place = hit.place("none") if hit["none"] else hit.place()
            yield rule.finding(place, f"“{place.text}” is a promise that nobody can keep.")
