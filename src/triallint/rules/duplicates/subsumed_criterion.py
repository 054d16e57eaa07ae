"""A criterion that another one contains word for word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from triallint.finding import Finding, Severity
from triallint.language.contained import contained
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule


@dataclass(frozen=True)
class Options:
    """How much of the longer criterion the shorter one must be."""

    least_words: int = field(default=6, metadata={"at_least": 4, "help": "a shorter criterion may stand in a longer one"})


rule = Rule(
    name="subsumed-criterion",
    code="DUP003",
    what="A criterion stands, word for word, inside another one of the same list.",
    why="It adds nothing, and a reader wonders which of the two holds.",
    do="Delete the shorter one, or give the longer one the part that differs.",
    pages=Severity.INFO,
    records=Severity.INFO,
    options=Options,
    yields_to=("exception-voided-by-duplicate", "duplicate-criterion"),
    citations=(Citation("editorial judgement"),),
    measured=(
        Measured("2,919 registry records", rate=0.1, right=3, read=3),
        Measured("17,367 eligibility texts", rate=0.06, right=10, read=10),
    ),
    examples=(
        Bad(
            "<h2>Exclusion criteria</h2><ul><li>Treatment with an investigational drug in the past 30 days</li>"
            "<li>⟦Treatment with an investigational drug in the past 30 days; a planned vaccination⟧</li></ul>"
        ),
        Bad(
            "<h2>Exclusion criteria</h2><ul><li>Stroke or heart attack within 6 months before screening; heart surgery</li>"
            "<li>⟦Stroke or heart attack within 6 months before screening⟧</li></ul>"
        ),
        Good(
            "<h2>Exclusion criteria</h2><ul><li>No stroke or heart attack within 6 months before screening visit</li>"
            "<li>Stroke or heart attack within 6 months before screening</li></ul>"
        ),
        Good(
            "<h2>Exclusion criteria</h2><ul><li>Severe non-proliferative diabetic disease of the retina in an eye</li>"
            "<li>Proliferative diabetic disease of the retina in an eye</li></ul>"
        ),
        Good(
            "<h2>Exclusion criteria</h2><ul><li>Suspected allergy to peanut protein in the past year</li>"
            "<li>Suspected allergy to peanut protein in the past year of a person in the household</li></ul>"
        ),
        Good(
            "<h2>Inclusion criteria</h2><ul><li>Single partner who is at low risk for HIV or herpes infection</li>"
            "<li>At low risk for HIV or herpes infection</li></ul>"
        ),
        Good(
            "<h2>Inclusion criteria</h2><ul><li>Blood pressure below 140 at the first visit</li>"
            "<li>Blood pressure below 140 at the first visit (cohort B)</li></ul>"
        ),
        Good(
            "<h2>Inclusion criteria</h2><ul><li>Meets one of the following criteria of disease:</li>"
            "<li>Meets one of the following criteria of disease: pain or swelling</li></ul>"
        ),
        Good("<h2>Inclusion criteria</h2><ul><li>Chronic heart failure</li><li>Chronic heart failure and asthma</li></ul>"),
    ),
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """A clause of its own in the longer one, not a lead-in, and not denied by the words before it."""
    for pair in contained(page):
        if pair.words >= context.options.least_words:
            related = [(pair.earlier.passage, pair.word_for_earlier)]
            yield rule.finding(pair.later.passage, f"This criterion {pair.relation}.", related=related)
