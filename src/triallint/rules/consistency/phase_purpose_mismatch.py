"""A first study in people that is to prove efficacy."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Confidence, Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="phase-purpose-mismatch",
    code="CON006",
    what="A phase 1 study is described by its efficacy alone.",
    why="Phase 1 asks whether a treatment is safe and in what dose: readers would expect more than it can give.",
    do="Say what is tested: safety, and what dose to use.",
    pages=Severity.WARNING,
    records=Severity.INFO,
    confidence=Confidence.MEDIUM,
    citations=(Citation("editorial judgement"),),
    measured=(
        Measured("2,919 registry records", rate=0, right=0, read=0),
        Measured("792 rows of the WHO's platform, as pages", rate=0.25, right=2, read=2),
    ),
    examples=(
        Bad(
            '{"protocolSection": {"identificationModule": {"briefTitle": "⟦Efficacy⟧ of a drug in asthma"}, "designModule": {"studyType": "INTERVENTIONAL", "phases": ["PHASE1"]}}}',
            format="json",
        ),
        Bad(
            '{"protocolSection": {"identificationModule": {"briefTitle": "Study of the therapeutic ⟦effectiveness⟧ of a drug"}, "designModule": {"studyType": "INTERVENTIONAL", "phases": ["EARLY_PHASE1"]}}}',
            format="json",
        ),
        Good(
            '{"protocolSection": {"identificationModule": {"briefTitle": "Safety and efficacy of a drug"}, "designModule": {"studyType": "INTERVENTIONAL", "phases": ["PHASE1"]}}}',
            format="json",
        ),
        Good(
            '{"protocolSection": {"identificationModule": {"briefTitle": "Efficacy of a drug in asthma"}, "designModule": {"studyType": "INTERVENTIONAL", "phases": ["PHASE1", "PHASE2"]}}}',
            format="json",
        ),
        Good(
            '{"protocolSection": {"identificationModule": {"briefTitle": "Pharmacokinetics and efficacy of a drug"}, "designModule": {"studyType": "INTERVENTIONAL", "phases": ["PHASE1"]}}}',
            format="json",
        ),
    ),
)


_EFFICACY = Pattern(r"efficacy|effectiveness|effective\b", "efficac effective")
_SAFETY = Pattern(
    r"safe|tolerab|toxic|dose|dosing|pharmaco|bioavailab|bioequival|feasib|kinetic|first[- ]in[- ]human|immunogenic|metaboli|interaction|pilot"
    r"|side effect|adverse|healthy"
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Titles of phase 1 only that speak of efficacy and of nothing that phase 1 is for."""
    phases = page.fact("phase").value or ()
    if any(each not in ("PHASE1", "EARLY_PHASE1") for each in phases) or page.fact("phase").place.text.strip() in ("", "0"):
        return  # "0" is what other registries put where there is no phase
    for name in ("official_title", "title"):
        title = page.facts.get(name)
        if title is not None and not _SAFETY.re.search(title.place.text.lower()):
            for hit in title.place.find(_EFFICACY):
                yield rule.finding(hit.place(), "Phase 1 is about safety and dose, and the title does not say so.")
                return
