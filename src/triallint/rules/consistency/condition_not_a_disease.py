"""A condition that names no disease."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="condition-not-a-disease",
    code="CON031",
    what="What is listed as a condition is a group of people, a part of the body, or nothing in particular.",
    why="Nobody finds the trial by its disease.",
    do="Name the disease, or what is studied in healthy people.",
    pages=Severity.WARNING,
    records=Severity.WARNING,
    review="advisory",
    citations=(
        Citation(
            "ClinicalTrials.gov Protocol Registration Data Element Definitions: Primary Disease or Condition", read="2026-11-23"
        ),
    ),
    measured=(
        Measured("2,919 registry records", rate=0.48, right=14, read=14),
        Measured("2,919 records as pages", rate=0.17, right=5, read=5),
        Measured("site JSON (48 files)", rate=12.77, right=6, read=6),
        Measured("792 rows of the WHO's platform, as pages", rate=0.38, right=3, read=3),
    ),
    examples=(
        Bad(
            '{"protocolSection": {"conditionsModule": {"conditions": ["Asthma", "⟦Other⟧"]}}}',
            format="json",
        ),
        Bad('{"protocolSection": {"conditionsModule": {"conditions": ["⟦Elderly⟧"]}}}', format="json"),
        Good("<h1>NCT01234567</h1><dl><dt>Conditions</dt><dd>Solid Tumor, Adult</dd></dl>"),
        Good(
            '{"protocolSection": {"conditionsModule": {"conditions": ["Healthy", "Healthy Volunteers"]}}}',
            format="json",
        ),
        Good(
            '{"protocolSection": {"conditionsModule": {"conditions": ["Pregnancy Complications", "Child Behavior Disorder"]}}}',
            format="json",
        ),
    ),
)

_NOTHING = frozenset(
    "other|others|other conditions|none|n/a|na|not applicable|any|all|various|general|unknown|unspecified|miscellaneous|disease"
    "|diseases|condition|patients|participants|subjects|adults|adult|children|child|infants|infant|newborn|neonates|elderly|aged"
    "|women|men|woman|man|female|male|adolescents|adolescent|students|nurses|physicians|caregivers|family|families|mothers|fathers"
    "|parents|athletes|veterans|older adults|young adults|pediatric|pediatrics|paediatric|geriatric|geriatrics|humans|human"
    "|volunteers|pediatric all|pediatric patients|adult patients|elderly patients|nursing students|medical students"
    "|health personnel|healthcare workers|health care workers|heart|lung|lungs|liver|kidney|kidneys|brain|bone|bones|skin|eye|eyes"
    "|breast|prostate|stomach|colon|blood|teeth|tooth|spine|pancreas|bladder|uterus|ovary|thyroid".split("|")
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Whole items, not what stands behind a comma: "Solid Tumor, Adult" is one; nor ALL, which is a leukemia."""
    for each in page.lists.get("conditions", ()):
        is_part = each.place.origin.text[: each.place.start].rstrip().endswith(",")
        if " ".join((each.value or "").casefold().split()) in _NOTHING and each.value != "ALL" and not is_part:
            yield rule.finding(each.place, f"“{(each.value or '').strip()}” is no disease.")
