"""``PHASE1`` shown to a reader."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
from triallint.page import TrialPage
from triallint.passage import Hit, Passage, Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="raw-enum-leaked",
    code="STR008",
    what="A code word of the registry's database is shown in place of plain words.",
    why="PHASE1 or (other) means nothing to most readers and looks like a fault of the page.",
    do="Show the registry's own plain form of the word.",
    pages=Severity.WARNING,
    records=None,
    english=False,
    citations=(Citation("ClinicalTrials.gov API v2, OpenAPI document: enumerations", read="2026-11-23"),),
    measured=(Measured("2,919 records as pages with the registry's codes", rate=460.8, right=50, read=50),),
    examples=(
        Bad("<h1>A study</h1><p>⟦PHASE1⟧ trial</p>", fixed="<h1>A study</h1><p>Phase 1 trial</p>"),
        Bad("<h1>A study</h1><p>Status: ⟦NOT_YET_RECRUITING⟧</p>", fixed="<h1>A study</h1><p>Status: Not yet recruiting</p>"),
        Bad("A study\n\nPhase⟦PHASE1⟧\n", fixed="A study\n\nPhasePhase 1\n", format="txt"),
        Bad("<h1>A study</h1><p>Sponsor: City Hospital ⟦(other)⟧</p>", fixed="<h1>A study</h1><p>Sponsor: City Hospital</p>"),
        Bad("<h1>A study</h1><dl><dt>Sex</dt><dd>⟦ALL⟧</dd></dl>", fixed="<h1>A study</h1><dl><dt>Sex</dt><dd>All</dd></dl>"),
        Bad(
            "<h1>A study</h1><dl><dt>Phase</dt><dd>⟦PHASE1⟧/⟦PHASE2⟧</dd><dt>Status</dt><dd>⟦RECRUITING⟧</dd></dl>",
            fixed="<h1>A study</h1><dl><dt>Phase</dt><dd>Phase 1/Phase 2</dd><dt>Status</dt><dd>Recruiting</dd></dl>",
        ),
        Good("<h1>A study</h1><p>Children with ALL; Phase 1; RECRUITING; FEMALE; see PHASE1_DATA.csv and OTHER news</p>"),
        Good("---\nnct_id: NCT01234567\nstatus: NOT_YET_RECRUITING\nphase: PHASE1\n---\n# A study\n", format="md"),
        Good("<h1>A study</h1><p>See https://example.org/?status=NOT_YET_RECRUITING&phase=PHASE1 for more.</p>"),
        Good("<h1>AN OPEN LABEL PHASE1 STUDY OF DRUG X</h1><p>STATUS: RECRUITING PATIENTS</p><p>STATUS: COMPLETED</p>"),
        Good("<h1>A study</h1><p>Ages, sex and other facts (other drugs are allowed)</p>"),
    ),
)

_PLAIN = {
    **{f"PHASE{number}": f"Phase {number}" for number in range(1, 5)},
    "EARLY_PHASE1": "Early Phase 1",
    "ACTIVE_NOT_RECRUITING": "Active, not recruiting",
    "NOT_YET_RECRUITING": "Not yet recruiting",
    "ENROLLING_BY_INVITATION": "Enrolling by invitation",
    "NO_LONGER_AVAILABLE": "No longer available",
    "TEMPORARILY_NOT_AVAILABLE": "Temporarily not available",
    "APPROVED_FOR_MARKETING": "Approved for marketing",
    "EXPANDED_ACCESS": "Expanded access",
    "OTHER_GOV": "Other government",
    "NON_RANDOMIZED": "Non-randomized",
    "SINGLE_GROUP": "Single group",
    "ACTIVE_COMPARATOR": "Active comparator",
    "PLACEBO_COMPARATOR": "Placebo comparator",
    "SHAM_COMPARATOR": "Sham comparator",
    "NO_INTERVENTION": "No intervention",
    "COMBINATION_PRODUCT": "Combination product",
    "DIAGNOSTIC_TEST": "Diagnostic test",
    "DIETARY_SUPPLEMENT": "Dietary supplement",
    "OLDER_ADULT": "Older adult",
    "SUPPORTIVE_CARE": "Supportive care",
    "HEALTH_SERVICES_RESEARCH": "Health services research",
    "BASIC_SCIENCE": "Basic science",
    "DEVICE_FEASIBILITY": "Device feasibility",
    "CARE_PROVIDER": "Care provider",
    "OUTCOMES_ASSESSOR": "Outcomes assessor",
    "PRINCIPAL_INVESTIGATOR": "Principal investigator",
    "SUB_INVESTIGATOR": "Sub-investigator",
    "STUDY_CHAIR": "Study chair",
    "STUDY_DIRECTOR": "Study director",
}
# Codes that are also ordinary words or abbreviations: ALL is a leukemia too. Only as the whole value of their own field.
_IN_FIELD = {
    "sex": ("ALL", "FEMALE", "MALE"),
    "status": ("RECRUITING", "COMPLETED", "SUSPENDED", "TERMINATED", "WITHDRAWN", "UNKNOWN", "AVAILABLE", "WITHHELD"),
    "study_type": ("INTERVENTIONAL", "OBSERVATIONAL"),
}
_CODE = Pattern(
    rf"(?:{'|'.join(sorted(_PLAIN, key=len, reverse=True))})(?![\w-]|\.\w)",
    " ".join(word.lower() for word in _PLAIN),
    case=True,
)
_CLASS = Pattern(r" ?\((?P<word>nih|fed|other_gov|indiv|industry|network|ambig|other|unknown)\)$")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """A closed table, looked for where a reader reads: not in front matter, addresses, file names or titles in capitals."""
    data = _end_of_front_matter(page)
    for hit in page.find(_CODE):
        if hit.place().span.start >= data and not _is_in_a_name(hit):
            yield _shown(hit.place(), _PLAIN[hit[0]])
    for name, codes in _IN_FIELD.items():
        fact = page.facts.get(name)
        if fact and fact.place.text in codes and fact.place.span.start >= data and not _is_shouted(fact.place):
            yield _shown(fact.place, fact.place.text.capitalize())
    sponsor = page.facts.get("sponsor")
    for hit in sponsor.place.find(_CLASS) if sponsor else ():
        repair = fix("Leave it out.", hit.replace(""), safety=Safety.UNSAFE)
        place = hit.passage.stripped(hit.start, hit.end)
        yield rule.finding(place, f"{place.text!r} is the registry's code for the kind of sponsor.", fix=repair)


def _end_of_front_matter(page: TrialPage) -> int:
    """Where the text for readers begins: programs rely on the codes in front matter."""
    end = page.source.text.find("\n---", 3) if page.format == "markdown" and page.source.text.startswith("---") else 0
    return max(0, end)


def _is_in_a_name(hit: Hit) -> bool:
    before = hit.before.rpartition(" ")[2]
    alone = re.sub(r"[A-Z_]+[0-9]?[/|,;]", "", before)
    return bool(re.search(r"[A-Z0-9_./=?&-]$", alone)) or _is_shouted(hit.place())


def _is_shouted(place: Passage) -> bool:
    """Whether the text around it is in capitals throughout, as old titles are."""
    text = place.origin.text
    around = _CODE.re.sub("", text[: place.start] + text[place.start + len(place) :])
    return not re.search(r"[a-z]", around) and re.search(r"[A-Z]{4}", around) is not None


def _shown(place: Passage, plain: str) -> Finding:
    repair = fix(f"Write {plain!r}.", place.replace(0, len(place), plain), safety=Safety.SAFE)
    return rule.finding(place, f"{place.text!r} is the registry's code for {plain!r}.", fix=repair)
