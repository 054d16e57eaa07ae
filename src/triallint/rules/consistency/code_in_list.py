"""A code among words: ``ischemic cardiomyopathy, D017202``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

_MODULE = '{{"protocolSection": {{"conditionsModule": {{"{}": [{}]}}}}}}'

rule = Rule(
    name="code-in-list",
    code="CON034",
    what="A code of a classification stands in a keyword or a condition.",
    why="Nobody searches for the code, and with it the term is not the one that others are listed under.",
    do="Give the term alone; the registry adds the codes itself.",
    pages=None,
    records=Severity.INFO,
    citations=(
        Citation(
            "ClinicalTrials.gov Protocol Registration Data Element Definitions: Keywords",
            "https://clinicaltrials.gov/policy/protocol-definitions#Keywords",
            "2026-11-25",
        ),
    ),
    measured=(Measured("2,919 registry records", rate=0.03, right=1, read=1),),
    examples=(
        Bad(_MODULE.format("keywords", '"stroke", "ischemic cardiomyopathy, ⟦D017202⟧"'), format="json"),
        Bad(_MODULE.format("conditions", '"Asthma (⟦ICD-10 J45.9⟧)"'), format="json"),
        Bad(_MODULE.format("conditions", '"⟦C34.1⟧ Lung cancer"'), format="json"),
        Good(_MODULE.format("keywords", '"vitamin B12", "Parvovirus B19", "KRAS G12 Mutation", "AKL-T01", "ICD"'), format="json"),
        Good(_MODULE.format("conditions", '"Implantable Cardioverter Defibrillator (ICD)", "ICD-10", "DSM-5"'), format="json"),
        Good(_MODULE.format("keywords", '"C4411002", "D0123", "vitamin D 1000", "GW856553"'), format="json"),
    ),
)

_CODE = re.compile(
    r"(?<![\w.-])(?:(?:MeSH|ICD-?1[01]|ICD-?9|ICD)(?:[ -]?CM)?(?: ID| code)?[ :#]{1,3}[A-Z]\d[\d.A-Z]{1,8}"
    r"|[DC]0\d{5}(?:\d{3})?|[A-TV-Z]\d\d\.\d{1,2})"
    r"(?![\w-])"
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Numbers of MeSH and codes of the ICD, which have a form of their own."""
    for each in (*page.lists.get("conditions", ()), *page.lists.get("keywords", ())):
        found = _CODE.search(each.place.text)
        if found:
            yield rule.finding(each.place.slice(*found.span()), f"“{found[0]}” is the code of a classification.")
