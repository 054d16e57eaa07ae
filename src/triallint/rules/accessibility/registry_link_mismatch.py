"""A link to another trial."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="registry-link-mismatch",
    code="ACC002",
    what="A link to the registry leads to another trial, or to an address that was given up.",
    why="The reader compares this page with a trial it does not tell of.",
    do="Link the record of this trial: https://clinicaltrials.gov/study/ and its number.",
    pages=Severity.ERROR,
    records=None,
    english=False,
    citations=(Citation("ClinicalTrials.gov: addresses of study records", "https://clinicaltrials.gov", "2026-11-23"),),
    measured=(Measured("143 saved web pages", rate=95.8, right=58, read=60, doubtful=2),),
    examples=(
        Bad(
            '<html lang="en"><head><title>A trial</title></head><body><h1>NCT01234567</h1><p><a href="https://clinicaltrials.gov/study/NCT01234576">⟦See this trial on ClinicalTrials.gov⟧</a></p></body></html>'
        ),
        Bad(
            '<html lang="en"><head><title>A trial</title></head><body><h1>NCT01234567</h1><p><a href="https://clinicaltrials.gov/ct2/show/NCT01234567">⟦ClinicalTrials.gov⟧</a></p></body></html>'
        ),
        Good(
            '<html lang="en"><head><title>A trial</title></head><body><h1>NCT01234567</h1><p><a href="https://clinicaltrials.gov/study/NCT01234567">ClinicalTrials.gov</a></p></body></html>'
        ),
        Good(
            '<html lang="en"><head><title>A trial</title></head><body><h1>NCT01234567</h1><p>An earlier study, <a href="https://clinicaltrials.gov/study/NCT07654321">NCT07654321</a></p></body></html>'
        ),
    ),
)


_RECORD = re.compile(r"clinicaltrials\.gov/(?:study|ct2/show(?:/\w+)?|show)/(?P<id>NCT\d{8})", re.IGNORECASE)
_HOME = re.compile(r"https?://(?:www\.)?clinicaltrials\.gov/?(?:ct2/home/?|index\.html)?", re.IGNORECASE)
_HOME = re.compile(r"https?://(?:www\.)?clinicaltrials\.gov/?(?:ct2/home/?|index\.html)?", re.IGNORECASE)
_NAMED = re.compile(r"clinicaltrials|registry", re.IGNORECASE)
_ANOTHER = re.compile(r"NCT\d{8}|earlier|previous|other|related|parent|similar", re.IGNORECASE)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """A link that names another trial by its number, or as another one, is meant so."""
    told = set()
    for link in page.links:
        if link.target in told:
            continue
        told.add(link.target)
        found = _RECORD.search(link.target)
        if found is None:
            if page.trial_id.startswith("NCT") and _HOME.fullmatch(link.target) and _NAMED.search(link.text.text):
                yield rule.finding(link.text, "This leads to the registry, not to this trial in it.", severity=Severity.INFO)
            continue
        number = found["id"].upper()
        if page.trial_id.startswith("NCT") and number != page.trial_id and not _ANOTHER.search(link.text.text):
            yield rule.finding(link.text, f"This leads to {number}; the page tells of {page.trial_id}.")
        elif "/study/" not in link.target.lower():
            yield rule.finding(link.text, "This is an address of the registry's former site.", severity=Severity.INFO)
