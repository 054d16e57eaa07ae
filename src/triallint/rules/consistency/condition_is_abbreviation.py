"""A condition that only those who know it already can read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="condition-is-abbreviation",
    code="CON030",
    what="A condition is given as an abbreviation only.",
    why="Patients search for the name of their disease, and one abbreviation stands for several.",
    do="Write the name out; the abbreviation may follow it in brackets.",
    pages=Severity.INFO,
    records=Severity.WARNING,
    review="advisory",
    citations=(
        Citation(
            "ClinicalTrials.gov Protocol Registration Data Element Definitions: Primary Disease or Condition", read="2026-11-23"
        ),
    ),
    measured=(Measured("2,919 registry records", rate=3.87, right=56, read=56),),
    examples=(
        Bad('{"protocolSection": {"conditionsModule": {"conditions": ["⟦SRNS⟧"]}}}', format="json"),
        Bad("<h1>NCT01234567</h1><dl><dt>Conditions</dt><dd>Asthma, ⟦HFpEF⟧</dd></dl>"),
        Good(
            '{"protocolSection": {"conditionsModule": {"conditions": ["COVID-19", "HIV", "AIDS", "Asthma (AS)"]}}}', format="json"
        ),
        Good(
            '{"protocolSection": {"conditionsModule": {"conditions": ["Heart failure", "HEART FAILURE", "PAIN"]}}}', format="json"
        ),
        Good(
            '{"protocolSection": {"conditionsModule": {"conditions": ["Chronic Obstructive Pulmonary Disease", "COPD"]}}}',
            format="json",
        ),
    ),
)

_SHORT = re.compile(r"[A-Z][A-Za-z0-9]{0,3}[A-Z]{1,3}[0-9]?s?|[A-Z]{2,6}-?[0-9]{0,2}")
_KNOWN = frozenset(
    "HIV AIDS COVID COVID-19 COVID19 COPD SARS MERS DNA RNA ADHD MRSA HPV HIV-1 PAIN ACNE GOUT CYST ITCH LUPUS".split()
)
_INITIAL = re.compile(r"[A-Z]")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """A condition that is given by its name too, in another item with the same initials, may be repeated as an abbreviation."""
    conditions = page.lists.get("conditions", ())
    written_out = {_initials(each.value or "") for each in conditions}
    for each in conditions:
        text = (each.value or "").strip()
        if _SHORT.fullmatch(text) and text not in _KNOWN and not text.isdigit() and _initials_of_short(text) not in written_out:
            yield rule.finding(each.place, f"“{text}” is an abbreviation.")


def _initials(text: str) -> str:
    words = re.findall(r"[A-Za-z]+", text)
    return "".join(word[0] for word in words).upper() if len(words) > 1 else ""


def _initials_of_short(text: str) -> str:
    return "".join(_INITIAL.findall(text))
