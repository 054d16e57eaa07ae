"""Several keywords or conditions in one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="joined-list-items",
    code="CON028",
    what="Several items of a list are written as one.",
    why="A search for one of them does not find the trial.",
    do="Enter each as an item of its own.",
    pages=None,
    records=Severity.WARNING,
    english=False,
    review="advisory",
    citations=(
        Citation("ClinicalTrials.gov Protocol Registration Data Element Definitions: Conditions, Keywords", read="2026-11-23"),
    ),
    measured=(
        Measured("2,919 registry records", rate=1.51, right=42, read=44, wrong=("Dyspnea; Asthmatic", "a disease and its class")),
    ),
    examples=(
        Bad(
            '{"protocolSection": {"conditionsModule": {"keywords": ["⟦asthma, allergy, inhaler, children⟧"]}}}',
            format="json",
        ),
        Bad(
            '{"protocolSection": {"conditionsModule": {"conditions": ["⟦Allergic Asthma; Atopic Eczema⟧"]}}}',
            format="json",
        ),
        Good('{"protocolSection": {"conditionsModule": {"keywords": ["asthma", "allergy"]}}}', format="json"),
        Good(
            '{"protocolSection": {"conditionsModule": {"conditions": ["Leukemia, Myeloid, Acute", "Heart Failure, NYHA I/II"]}}}',
            format="json",
        ),
        Good(
            '{"protocolSection": {"conditionsModule": {"conditions": ["Allergy; Food", "Heart Failure; With Decompensation"]}}}',
            format="json",
        ),
    ),
)

_SEPARATED = re.compile(r"[;\n\u2022]")
_COMMAS = re.compile(r"[,\uff0c]")
_INVERTED = frozenset(
    "acute adult childhood chronic female familial left male negative pediatric positive primary right secondary".split()
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Keywords at semicolons and, four or more, at commas; conditions where each part has a name of its own."""
    for each in page.lists.get("keywords", ()):
        parts = _split(_SEPARATED, each.value) or _split(_COMMAS, each.value)
        joined = len(parts) > 3 or (len(parts) > 1 and ";" in (each.value or ""))
        if joined and _INVERTED.isdisjoint(part.casefold() for part in parts):
            yield rule.finding(each.place, f"These are {len(parts)} keywords in one, the first of them “{parts[0]}”.")
    for each in page.lists.get("conditions", ()):
        parts = _split(_SEPARATED, each.value)
        if parts and all(len(part.split()) > 1 and not part.startswith("With") for part in parts):
            yield rule.finding(each.place, f"These are {len(parts)} conditions in one, the first of them “{parts[0]}”.")


def _split(at: re.Pattern[str], text: str | None) -> list[str]:
    """The parts of a text, none when there is but one; an index puts what qualifies a term behind it: Leukemia, Acute."""
    parts = [part.strip() for part in at.split(text or "") if part.strip()]
    return parts if len(parts) > 1 and "&" not in (text or "") else []
