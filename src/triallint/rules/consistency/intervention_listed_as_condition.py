"""A treatment among the conditions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="intervention-listed-as-condition",
    code="CON013",
    what="A treatment is listed as a condition.",
    why="People who search for their disease do not find the trial.",
    do="List the disease; the treatment belongs to the interventions.",
    pages=Severity.WARNING,
    records=Severity.WARNING,
    review="advisory",
    citations=(
        Citation(
            "ClinicalTrials.gov Protocol Registration Data Element Definitions: the disease or condition studied",
            read="2026-11-23",
        ),
    ),
    measured=(
        Measured("2,919 registry records", rate=3.6, right=59, read=60, wrong=("an allergy that is an intervention too",)),
    ),
    examples=(
        Bad("<h1>NCT01234567</h1><dl><dt>Conditions</dt><dd>Nephrotic syndrome, ⟦CAR-T Cell Therapy⟧</dd></dl>"),
        Bad(
            '{"protocolSection": {"conditionsModule": {"conditions": ["⟦Coronary Artery Bypass Grafting (CABG)⟧"]}}}',
            format="json",
        ),
        Good(
            '{"protocolSection": {"conditionsModule": {"conditions": ["Treatment-resistant depression"]}}}',
            format="json",
        ),
        Good(
            '{"protocolSection": {"conditionsModule": {"conditions": ["Surgery-Induced Pain", "Transplant Failure"]}}}',
            format="json",
        ),
        Good(
            '{"protocolSection": {"conditionsModule": {"conditions": ["Vaccine Reaction", "Chemotherapy-induced nausea"]}}}',
            format="json",
        ),
    ),
)

_TREATMENT = re.compile(
    r"(?:(?:[\w/-]+ ){0,5}(?:therapy|therapies|immunotherapy|chemotherapy|radiotherapy|psychotherapy|treatments?|vaccines?"
    r"|vaccination|surgery|surgeries|grafting|implantation|transplantation|angioplasty|ablation|rehabilitation|intubation"
    r"|anaesthesia|anesthesia|dialysis|hemodialysis|haemodialysis|catheterization|stenting|supplementation|acupuncture|massage"
    r"|mindfulness|exercise training|laparoscopy|[\w-]*ectomy|[\w-]*plasty|[\w-]*scopy)|car[- ]?t(?:[- ]cells?)?)(?: \([\w-]+\))?",
    re.IGNORECASE,
)
_AILING = re.compile(
    "complication|adverse|fail|resistan|refractory|refusal|induced|related|associated|post|after|following|during|need|side|effect"
    "|adherence|compliance|patients|disorder|disease|syndrome|pain|anxiety|injur|infection|rejection|delayed|difficult|undergoing"
    "|prior|status|recipient|candidate|knowledge|attitude|hesitancy|access|withdrawal|dependence|toxicity|loss|satisfaction",
    re.IGNORECASE,
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Items whose last word is a treatment, none of whose words is what can go wrong with one; and items that are interventions."""
    treatments = {_plain(each.value or "") for each in page.lists.get("interventions", ())}
    for each in page.lists.get("conditions", ()):
        text = (each.value or "").strip()
        if (_TREATMENT.fullmatch(text) and not _AILING.search(text)) or (text and _plain(text) in treatments):
            yield rule.finding(each.place, f"“{text}” is a treatment.")


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()
