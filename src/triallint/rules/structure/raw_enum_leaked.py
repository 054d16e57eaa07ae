"""``PHASE1`` shown to a reader."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
from triallint.page import TrialPage
from triallint.passage import Passage, Pattern
from triallint.rule import Bad, Citation, Context, Good, Rule

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
    examples=(
        Bad("<h1>A study</h1><p>⟦PHASE1⟧ trial</p>", fixed="<h1>A study</h1><p>Phase 1 trial</p>"),
        Bad("<h1>A study</h1><p>Status: ⟦NOT_YET_RECRUITING⟧</p>", fixed="<h1>A study</h1><p>Status: Not yet recruiting</p>"),
        Bad("A study\n\nPhase⟦PHASE1⟧\n", fixed="A study\n\nPhasePhase 1\n", format="txt"),
        Bad("<h1>A study</h1><p>Sponsor: City Hospital ⟦(other)⟧</p>", fixed="<h1>A study</h1><p>Sponsor: City Hospital</p>"),
        Bad("<h1>A study</h1><dl><dt>Sex</dt><dd>⟦ALL⟧</dd></dl>", fixed="<h1>A study</h1><dl><dt>Sex</dt><dd>All</dd></dl>"),
        Good("<h1>A study</h1><p>Children with ALL; Phase 1; RECRUITING; FEMALE; see PHASE1_DATA.csv and OTHER news</p>"),
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
}
_CODE = Pattern(
    rf"(?<![A-Z0-9_/.-])(?:{'|'.join(sorted(_PLAIN, key=len, reverse=True))})(?![\w/-]|\.\w)",
    " ".join(word.lower() for word in _PLAIN),
    case=True,
)
_CLASS = Pattern(r" ?\((?P<word>nih|fed|other_gov|indiv|industry|network|ambig|other|unknown)\)$")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """A closed table; words that are also ordinary capitals (ALL, OTHER) only in the field they belong to."""
    for hit in page.find(_CODE):
        yield _shown(hit.place(), _PLAIN[hit[0]])
    sponsor = page.facts.get("sponsor")
    if sponsor:
        for hit in sponsor.place.find(_CLASS):
            repair = fix("Leave it out.", hit.replace(""), safety=Safety.UNSAFE)
            place = hit.passage.stripped(hit.start, hit.end)
            yield rule.finding(place, f"{place.text!r} is the registry's code for the kind of sponsor.", fix=repair)
    sex = page.facts.get("sex")
    if sex and sex.place.text in ("ALL", "FEMALE", "MALE"):
        yield _shown(sex.place, sex.place.text.capitalize())


def _shown(place: Passage, plain: str) -> Finding:
    repair = fix(f"Write {plain!r}.", place.replace(0, len(place), plain), safety=Safety.SAFE)
    return rule.finding(place, f"{place.text!r} is the registry's code for {plain!r}.", fix=repair)
