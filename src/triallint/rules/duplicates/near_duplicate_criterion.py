"""Two criteria in one list that say the same in nearly the same words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from triallint.finding import Finding, Severity
from triallint.language import siblings
from triallint.language.likeness import gist, is_long_enough, share, tokens
from triallint.page import Criterion, TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule


@dataclass(frozen=True)
class Options:
    """How alike two criteria must be."""

    least_share: int = field(default=75, metadata={"at_least": 50, "help": "percent of the words that both must have"})


rule = Rule(
    name="near-duplicate-criterion",
    code="DUP002",
    what="Two criteria of one list say the same in nearly the same words.",
    why="A reader looks for a difference that is not meant, and the two may come apart with the next edit.",
    do="Keep the one that the protocol has.",
    pages=Severity.WARNING,
    records=Severity.WARNING,
    yields_to=("duplicate-criterion", "subsumed-criterion", "exception-voided-by-duplicate"),
    options=Options,
    citations=(Citation("editorial judgement"),),
    measured=(
        Measured("2,919 registry records", rate=0.03, right=1, read=1),
        Measured("17,367 eligibility texts", rate=0.02, right=3, read=3),
    ),
    examples=(
        Bad(
            "<h2>Exclusion criteria</h2><ul><li>Known allergy to any of the study drugs</li>"
            "<li>⟦A known allergy to any of the study drug⟧</li></ul>"
        ),
        Bad(
            "<h2>Exclusion criteria</h2><ul><li>Prior CAR-T cell therapy in any patient</li>"
            "<li>⟦Previous CAR-T cell therapy in any patient⟧</li></ul>"
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
            "<h2>Exclusion criteria</h2><ul><li>Study 2a: a person who took part in study 2b</li>"
            "<li>Study 2b: a person who took part in study 2a</li></ul>"
        ),
        Good(
            "<h2>Inclusion criteria</h2><ul><li>History of heart failure with hospital stay</li>"
            "<li>No history of heart failure with hospital stay</li></ul>"
        ),
    ),
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Items of one list with the same gist and most of their words in common; equal ones are duplicates."""
    for items in siblings.alike(page):
        seen: dict[object, Criterion] = {}
        for each in items:
            if each.children or not is_long_enough(each.text):
                continue
            first = seen.setdefault(gist(each.text), each)
            if first is each or tokens(first.text) == tokens(each.text):
                continue
            if share(first.text, each.text) >= context.options.least_share / 100:
                related = [(first.passage, "the first one")]
                yield rule.finding(each.passage, "This says nearly the same as a criterion above.", related=related)
