"""A code for a drug."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Confidence, Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="drug-code-without-name",
    code="TRM011",
    what="A drug is called by its code, and its name is not given.",
    why="Readers find nothing about it, and do not notice when it gets a name.",
    do="Add the nonproprietary name, or what kind of drug it is.",
    pages=Severity.INFO,
    records=None,
    confidence=Confidence.MEDIUM,
    citations=(
        Citation("ClinicalTrials.gov Protocol Registration Data Element Definitions: Intervention Name", read="2026-11-23"),
    ),
    measured=(
        Measured("2,919 records as pages", rate=5.96, right=24, read=24),
        Measured("143 saved web pages", rate=0.7, right=0, read=0),
    ),
    examples=(
        Bad("<h1>A drug</h1><p>NCT01234567</p><dl><dt>Drugs</dt><dd>⟦ABC-1234⟧, placebo</dd></dl><p>ABC-1234 is tested.</p>"),
        Bad("<h1>A drug</h1><p>NCT01234567</p><dl><dt>Interventions</dt><dd>⟦RC18⟧</dd></dl>"),
        Good("<h1>A drug</h1><p>NCT01234567</p><dl><dt>Drugs</dt><dd>ABC-1234 (nebutiride)</dd></dl>"),
        Good(
            "<h1>A drug</h1><p>NCT01234567</p><dl><dt>Drugs</dt><dd>ABC-1234</dd></dl><p>ABC-1234, an antibody against IgE, is tested.</p>"
        ),
    ),
)


_CODE = re.compile(r"[A-Z]{2,5}[- ]?\d{2,7}[A-Z]?")
_KIND = r"(?: ?\(|, (?:an?|the|also)|,? (?:also )?(?:known as|called)| (?:is|was) (?:an?|the)\b| ?= ?| (?:cells?|injection|inhibitor|antibody|vaccine|gene))"


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Listed treatments that are nothing but a code, of which the page says nowhere what it is."""
    for each in page.lists.get("interventions", ()):
        code = (each.value or "").strip()
        if _CODE.fullmatch(code):
            low = code.lower()
            told = Pattern(rf"{re.escape(low)}{_KIND}|[(] ?{re.escape(low)} ?[)]", (low,))
            if not page.mentions(told):
                yield rule.finding(each.place, f"The page does not say what {code} is.")
