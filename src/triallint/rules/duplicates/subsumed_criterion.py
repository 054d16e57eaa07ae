"""A criterion that another one contains word for word."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.language.contained import contained
from triallint.page import TrialPage
from triallint.rule import Bad, Context, Good, Rule

rule = Rule(
    name="subsumed-criterion",
    code="DUP003",
    what="A criterion stands, word for word, inside another one of the same list.",
    why="It adds nothing, and a reader wonders which of the two holds.",
    do="Delete the shorter one, or give the longer one the part that differs.",
    pages=Severity.INFO,
    records=Severity.INFO,
    yields_to=("exception-voided-by-duplicate", "duplicate-criterion"),
    examples=(
        Bad(
            "<h2>Exclusion criteria</h2><ul><li>Stroke or heart attack within 6 months before screening; heart surgery</li>"
            "<li>⟦Stroke or heart attack within 6 months before screening⟧</li></ul>"
        ),
        Good(
            "<h2>Exclusion criteria</h2><ul><li>No stroke or heart attack within 6 months before screening visit</li>"
            "<li>Stroke or heart attack within 6 months before screening</li></ul>"
        ),
        Good(
            "<h2>Inclusion criteria</h2><ul><li>Meets one of the following criteria of disease:</li>"
            "<li>Meets one of the following criteria of disease: pain or swelling</li></ul>"
        ),
        Good("<h2>Inclusion criteria</h2><ul><li>Chronic heart failure</li><li>Chronic heart failure and asthma</li></ul>"),
    ),
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """At least six words, not a lead-in, and not denied by the words before it."""
    for pair in contained(page):
        related = [(pair.earlier.passage, pair.word_for_earlier)]
        yield rule.finding(pair.later.passage, f"This criterion {pair.relation}.", related=related)
