"""Ages that are not the ages of the record."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Confidence, Finding, Severity
from triallint.language.ages import Ages, ages, of_field
from triallint.page import Criterion, TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="age-mismatch",
    code="CON003",
    what="A criterion gives another age than the field for it.",
    why="Somebody is told that they may join, and is sent home for their age.",
    do="Correct the criterion or the field.",
    pages=Severity.ERROR,
    records=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    review="major",
    citations=(Citation("Zarin et al., NEJM 2011;364:852, table 3: internal inconsistency", read="2026-11-23"),),
    measured=(
        Measured("2,919 registry records", rate=0.58, right=17, read=17),
        Measured("2,919 records as pages", rate=0.69, right=20, read=20),
    ),
    examples=(
        Bad(
            '{"protocolSection": {"eligibilityModule": {"minimumAge": "2 Years", "maximumAge": "N/A", "eligibilityCriteria": "Inclusion Criteria:\\n\\n* ⟦18 years or older⟧"}}}',
            format="json",
        ),
        Bad(
            '{"protocolSection": {"eligibilityModule": {"minimumAge": "18 Years", "maximumAge": "65 Years", "eligibilityCriteria": "Inclusion Criteria:\\n\\n* Aged ⟦18 to 75 years⟧"}}}',
            format="json",
        ),
        Good(
            '{"protocolSection": {"eligibilityModule": {"minimumAge": "18 Years", "maximumAge": "65 Years", "eligibilityCriteria": "Inclusion Criteria:\\n\\n* Aged 18 to 65 years"}}}',
            format="json",
        ),
        Good(
            '{"protocolSection": {"eligibilityModule": {"minimumAge": "18 Years", "maximumAge": "N/A", "eligibilityCriteria": "Inclusion Criteria:\\n\\n* Men aged 40 years or older, women aged 50 years or older"}}}',
            format="json",
        ),
        Good(
            '{"protocolSection": {"eligibilityModule": {"minimumAge": "18 Years", "maximumAge": "99 Years", "eligibilityCriteria": "Inclusion Criteria:\\n\\n* Age 18 years or older"}}}',
            format="json",
        ),
        Good(
            '{"protocolSection": {"eligibilityModule": {"minimumAge": "18 Years", "maximumAge": "N/A", "eligibilityCriteria": "Inclusion Criteria:\\n\\n* Cohort A: 12 to 17 years"}}}',
            format="json",
        ),
    ),
)


_FIRST = re.compile(
    r"\W*(?:(?:male|female|men|women|patients?|participants?|subjects?|adults?|people|individuals?|children|volunteers?|and|or|of"
    r"|any|both|sexes|sex|gender|genders|with|an|be|must|who|are|is|aged?|ages|from|between|the|healthy|outpatients?|all|either|consenting|range|at|time|the)\W+)*",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"\b(?:cohort|group|part|arm|phase|if|risk|stage|sub-?study|except|boys|girls|stratum|control)\b",
    re.IGNORECASE,
)
_OF_AGE = re.compile(r"\b(?:aged?|ages|old|older|younger)\b|\byears?\W*$", re.IGNORECASE)
_CLOSE = {"youngest": 0.08, "oldest": 1.0}  # years: a month; and "up to 18" may be 17


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Inclusion criteria that begin with an age, where they are all that tells of one; a limit of 99 years and above is none."""
    least, most = page.fact("minimum_age"), page.fact("maximum_age")
    if not least and not most:
        return
    own = of_field(str(least.value or "")), of_field(str(most.value or ""))
    told = [each for criterion in page.criteria if criterion.kind == "inclusion" and (each := _told(criterion))]
    elsewhere = [each for each in page.all_criteria if _OF_AGE.search(each.text) and next(ages(each.text.lower()), None)]
    if len(told) != 1 or len(elsewhere) > 1:
        return
    criterion, span = told[0]
    for stated, given, field, called in ((span.low, own[0], least, "youngest"), (span.high, own[1], most, "oldest")):
        if stated is None or (called == "oldest" and (given or 99) >= 99 and stated >= 85):
            continue
        if (given is None and not field.value) or abs(
            (given or 0.0 if called == "youngest" else given or 999.0) - stated
        ) <= _CLOSE[called]:
            continue
        message = f"The {called} age here is not the one of the field, {field.value or 'none'}."
        yield rule.finding(criterion.passage.slice(span.start, span.end), message, related=[(field.place, "the field")])
        return


def _told(criterion: Criterion) -> tuple[Criterion, Ages] | None:
    text = criterion.text
    if len(text) > 160 or criterion.group is not None or criterion.children or _SEVERAL.search(text):
        return None
    every = list(ages(text.lower()))
    begins = _FIRST.match(text)
    if len(every) != 1 or begins is None or every[0].start > begins.end() or not _OF_AGE.search(text):
        return None
    found = every[0]
    return criterion, found
