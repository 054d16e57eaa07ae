"""Women only, in a trial for all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="sex-mismatch",
    code="CON004",
    what="A criterion lets in another sex than the field for it.",
    why="Men who find the trial under “all” are sent home, or women never find it.",
    do="Correct the criterion or the field.",
    pages=Severity.ERROR,
    records=Severity.ERROR,
    review="major",
    citations=(Citation("ClinicalTrials.gov Protocol Registration Data Element Definitions: Sex/Gender", read="2026-11-23"),),
    measured=(
        Measured("2,919 registry records", rate=0.03, right=1, read=1),
        Measured("2,919 records as pages", rate=0.03, right=1, read=1),
    ),
    examples=(
        Bad(
            '{"protocolSection": {"eligibilityModule": {"sex": "ALL", "eligibilityCriteria": "Inclusion Criteria:\\n\\n* ⟦Women only⟧"}}}',
            format="json",
        ),
        Bad(
            '{"protocolSection": {"eligibilityModule": {"sex": "FEMALE", "eligibilityCriteria": "Inclusion Criteria:\\n\\n* ⟦Male and female⟧ adults"}}}',
            format="json",
        ),
        Good(
            '{"protocolSection": {"eligibilityModule": {"sex": "ALL", "eligibilityCriteria": "Inclusion Criteria:\\n\\n* Women of childbearing potential must use contraception"}}}',
            format="json",
        ),
        Good(
            '{"protocolSection": {"eligibilityModule": {"sex": "FEMALE", "eligibilityCriteria": "Inclusion Criteria:\\n\\n* Women aged 18 or older"}}}',
            format="json",
        ),
        Good(
            '{"protocolSection": {"eligibilityModule": {"sex": "ALL", "eligibilityCriteria": "Inclusion Criteria:\\n\\n* Men and women"}}}',
            format="json",
        ),
        Good(
            '{"protocolSection": {"eligibilityModule": {"sex": "FEMALE", "eligibilityCriteria": "Inclusion Criteria:\\n\\n* Female patients whose male partner agrees"}}}',
            format="json",
        ),
    ),
)


_ONLY = re.compile(
    r"(?:only (?P<a>women|men|females?|males?)\b|(?P<b>women|men|females?|males?)(?: (?:patients|participants|subjects))? only\b)",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"(?:(?:adult|healthy) )?(?:(?:fe)?males?|(?:wo)?men) (?:and|or|/) (?:(?:fe)?males?|(?:wo)?men)\b|(?:any|both|all) (?:sex|gender)",
    re.IGNORECASE,
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Inclusion criteria that begin with a sex, and "only" in so many words; pregnancy and contraception name one sex in any trial."""
    sex = page.fact("sex")
    if sex.value not in ("ALL", "FEMALE", "MALE"):
        return
    for criterion in page.criteria:
        if criterion.kind == "inclusion" and criterion.group is None and len(criterion.text) < 120:
            found = (_ONLY if sex.value == "ALL" else _BOTH).match(criterion.text)
            if found:
                place = criterion.passage.slice(*found.span())
                yield rule.finding(
                    place, f"This is not what the field for sex says: {sex.value}.", related=[(sex.place, "the field")]
                )
                return
