"""Gender: Female."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

_CRITERIA = "<h1>A study</h1><p>NCT01234567</p><h2>Inclusion criteria</h2><ul><li>{}</li></ul>"

rule = Rule(
    name="sex-gender-confusion",
    code="INC004",
    what="Gender is named where the criterion is about sex.",
    why="The registry asks for sex and for gender apart; a reader whose gender is not their sex cannot tell whether they may join.",
    do="Write sex where the body is meant: any sex, of either sex.",
    pages=Severity.INFO,
    records=Severity.INFO,
    citations=(
        Citation(
            "ClinicalTrials.gov Protocol Registration Data Element Definitions: Sex, Gender Based",
            "https://clinicaltrials.gov/policy/protocol-definitions",
            "2026-11-23",
        ),
    ),
    measured=(Measured("2,919 registry records", rate=1.75, right=32, read=32),),
    examples=(
        Bad(_CRITERIA.format("Adults of ⟦either gender⟧")),
        Bad(_CRITERIA.format("⟦Female gender⟧ and 18 years or older")),
        Bad("<h1>A study</h1><p>NCT01234567</p><dl><dt>⟦Gender⟧</dt><dd>All</dd></dl>"),
        Good(_CRITERIA.format("Any gender identity; adults of either sex")),
        Good("<h1>A study</h1><p>NCT01234567</p><dl><dt>Sex</dt><dd>All</dd><dt>Gender based</dt><dd>No</dd></dl>"),
        Good("<h1>A study</h1><p>NCT01234567</p><p>A survey on male gender roles.</p>"),
    ),
)

_GENDER = Pattern(
    r"(?:either|both|(?:fe)?male|opposite) genders?\b(?! (?:identit|expression|role))"
    r"|gender:? (?:(?:fe)?male\b|is not limited|not limited)|(?:regardless|irrespective) of gender\b(?! (?:identit|expression))"
    r"|\bno gender (?:limit|restriction)s?|\bin different genders\b",
    "gender",
)
_LABEL = Pattern(r"^(?P<label>(?:[a-z]\.\d{1,2} )?gender)\s*:?$", "gender")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Phrases in the criteria, and the label of the fact."""
    if "gender" not in page.words and "genders" not in page.words:
        return
    for hit in page.find(_GENDER):
        meant = hit.passage.field.startswith(("criteria", "eligibility")) or hit[0].lower().startswith("in different")
        if meant and not hit.before[-1:].isalnum():
            yield rule.finding(hit.place(), f"“{hit[0]}” seems to mean sex.")
    for hit in page.find(_LABEL) if page.kind == "page" else ():
        yield rule.finding(hit.place("label"), "This seems to mean sex.")
