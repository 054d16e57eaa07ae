"""Two criteria in one list that say the same in nearly the same words."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.language import siblings
from triallint.language.likeness import are_nearly_equal, is_long_enough, tokens
from triallint.page import TrialPage
from triallint.rule import Bad, Context, Good, Rule

rule = Rule(
    name="near-duplicate-criterion",
    code="DUP002",
    what="Two criteria of one list say the same in nearly the same words.",
    why="A reader looks for a difference that is not meant, and the two may come apart with the next edit.",
    do="Keep the one that the protocol has.",
    pages=Severity.WARNING,
    records=Severity.WARNING,
    yields_to=("duplicate-criterion", "subsumed-criterion", "exception-voided-by-duplicate"),
    examples=(
        Bad(
            "<h2>Exclusion criteria</h2><ul><li>Known allergy to any of the study drugs</li>"
            "<li>⟦A known allergy to any of the study drug⟧</li></ul>"
        ),
        Good(
            "<h2>Exclusion criteria</h2><ul><li>Prior treatment with an inhibitor of CYP3A4 enzymes</li>"
            "<li>Prior treatment with an inducer of CYP3A4 enzymes</li></ul>"
        ),
        Good(
            "<h2>Inclusion criteria</h2><ul><li>Diagnosis of AML according to WHO criteria</li>"
            "<li>Diagnosis of ALL according to WHO criteria</li></ul>"
        ),
        Good(
            "<h2>Inclusion criteria</h2><ul><li>Platelets above 100 in the week before screening</li>"
            "<li>Platelets above 75 in the week before screening</li></ul>"
        ),
        Good(
            "<h2>Inclusion criteria</h2><ul><li>History of heart failure with hospital stay</li>"
            "<li>No history of heart failure with hospital stay</li></ul>"
        ),
    ),
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Pairs of one list, sorted out by length before anything is compared."""
    for items in siblings.lists(page):
        long = [each for each in items if is_long_enough(each.text) and not each.children]
        for at, each in enumerate(long):
            for earlier in long[:at]:
                same = tokens(earlier.text) == tokens(each.text)
                if not same and are_nearly_equal(earlier.text, each.text):
                    related = [(earlier.passage, "the first one")]
                    yield rule.finding(each.passage, "This says nearly the same as a criterion above.", related=related)
                    break
