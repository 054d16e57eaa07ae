"""A criterion that takes back the exception another one makes."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.language.contained import contained
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="exception-voided-by-duplicate",
    code="DUP004",
    what="A criterion repeats another one without the exception that the other makes.",
    why="By one of the two a person may join, by the other not: whoever reads the list is misled one way or the other.",
    do="Delete the one without the exception, if the protocol allows it; else delete the exception.",
    pages=Severity.ERROR,
    records=Severity.ERROR,
    citations=(Citation("editorial judgement"),),
    measured=(
        Measured("17,367 eligibility texts", rate=0.01, right=1, read=1),
        Measured("the seed page", rate=100, right=1, read=1),
    ),
    examples=(
        Bad(
            "<h2>Exclusion criteria</h2><ul><li>Dialysis within 3 months before the infusion "
            "(people with a kidney injury can be accepted)</li><li>⟦Dialysis within 3 months before the infusion⟧</li></ul>"
        ),
        Bad(
            "<h2>Exclusion criteria</h2><ul><li>Any cancer within 5 years before screening</li>"
            "<li>⟦Any cancer within 5 years before screening, except skin cancer that was removed⟧</li></ul>"
        ),
        Bad(
            "<h2>Exclusion criteria</h2><ul><li>Took part in this study: people who failed screening can be included</li>"
            "<li>⟦Took part in this study⟧</li></ul>"
        ),
        Good(
            "<h2>Exclusion criteria</h2><ul><li>History of previous radiotherapy, or surgery (except to take a sample)</li>"
            "<li>History of previous radiotherapy</li></ul>"
        ),
        Good(
            "<h2>Inclusion criteria</h2><ul><li>At most one line of chemotherapy. Metastases in the brain must be treated. "
            "Patients with treated metastases are eligible.</li><li>At most one line of chemotherapy</li></ul>"
        ),
        Good(
            "<h2>Exclusion criteria</h2><ul><li>No cancer within 5 years before screening, except skin cancer</li>"
            "<li>Cancer within 5 years before screening</li></ul>"
        ),
        Good(
            "<h2>Exclusion criteria</h2><ul><li>Stroke or heart attack within 6 months before screening; heart surgery</li>"
            "<li>Stroke or heart attack within 6 months before screening</li></ul>"
        ),
    ),
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """As subsumed-criterion among exclusions, where the longer one has an exception outside of what the two share."""
    for pair in contained(page):
        if pair.short.kind != "exclusion" or not pair.makes_exception:
            continue
        if pair.later is pair.short:
            related = [(pair.earlier.passage, "makes the exception")]
            yield rule.finding(pair.later.passage, "This takes back the exception above.", related=related)
        else:
            related = [(pair.earlier.passage, "makes no exception")]
            yield rule.finding(pair.later.passage, "The criterion above makes no such exception.", related=related)
