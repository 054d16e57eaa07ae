"""Double masking with one masked role; an open-label trial that is masked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Hit, Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

_HEAD = '{"protocolSection": {"designModule": {"designInfo": {"maskingInfo": {"masking": '
_TITLED = '{{"protocolSection": {{"identificationModule": {{"briefTitle": "{}"}}, "designModule": {{"designInfo": {{"maskingInfo": {{"masking": {}}}}}}}}}}}'

rule = Rule(
    name="masking-inconsistent",
    code="CON022",
    what="The masking named is not the number of roles that are masked, or not what the title says.",
    why="A reader cannot tell who knows which treatment is given, and with it how far the result can be trusted.",
    do="Correct the masking or the list of masked roles.",
    pages=Severity.INFO,
    records=Severity.WARNING,
    english=False,
    review="advisory",
    citations=(Citation("ClinicalTrials.gov API v2, OpenAPI document: masking and whoMasked", read="2026-11-23"),),
    measured=(
        Measured("2,919 registry records", rate=0.31, right=9, read=9),
        Measured("143 saved web pages", rate=2.8, right=4, read=4),
    ),
    examples=(
        Bad(_HEAD + '"⟦DOUBLE⟧", "whoMasked": ["PARTICIPANT"]}}}}}', format="json"),
        Bad(_HEAD + '"⟦NONE⟧", "whoMasked": ["INVESTIGATOR"]}}}}}', format="json"),
        Bad(_TITLED.format("An ⟦Open-Label⟧ Trial of a Drug", '"SINGLE", "whoMasked": ["PARTICIPANT"]'), format="json"),
        Bad(_TITLED.format("A ⟦Double-Blind⟧ Trial of a Drug", '"NONE"'), format="json"),
        Bad("<h1>NCT01234567</h1><p>Masking: ⟦Double Blind (Subject, Investigator, Outcomes Assessor)⟧</p>"),
        Good("<h1>NCT01234567</h1><p>Masking: Double Blind (Subject, Outcomes Assessor); single-blind (investigator)</p>"),
        Good("<h1>NCT01234567</h1><p>Part 2 is double-blind (sponsor unblinded) and randomized.</p>"),
        Good(
            _TITLED.format("An open-label trial, double-blind at first", '"SINGLE", "whoMasked": ["PARTICIPANT"]'), format="json"
        ),
        Good(_TITLED.format("An open-label trial", '"SINGLE", "whoMasked": ["OUTCOMES_ASSESSOR"]'), format="json"),
        Good(_HEAD + '"DOUBLE", "whoMasked": ["PARTICIPANT", "INVESTIGATOR"]}}}}}', format="json"),
        Good(_HEAD + '"DOUBLE"}}}}}', format="json"),
    ),
)

_ROLES = {"NONE": 0, "SINGLE": 1, "DOUBLE": 2, "TRIPLE": 3, "QUADRUPLE": 4}
_PATH = ("protocolSection", "designModule", "designInfo", "maskingInfo")
_OWN = re.compile(r"\bthis (?:is|study|trial|[\w-]+ (?:study|trial))\b[^.]{0,90}$", re.IGNORECASE)
_KNOWING = frozenset(("PARTICIPANT", "CARE_PROVIDER", "INVESTIGATOR"))
_OPEN = Pattern(r"\bopen[- ]?label(?:led|ed)?\b", "open")
_BLIND = Pattern(r"\b(?:single|double|triple|quadruple)[- ]?(?:blind|mask)(?:ed)?\b", "blind mask")
_ROLES_LISTED = Pattern(
    r"\b(?P<kind>single|double|triple|quadruple)[- ](?:blind|mask)(?:ed)? \((?P<roles>(?:[a-z' ]{4,40},? ?){1,5})\)", "blind mask"
)

_ROLE = re.compile(
    r"participant|subject|patient|provider|caregiver|investigator|physician|assess|evaluat|clinician|sponsor", re.IGNORECASE
)
_UNMASKED = re.compile(r"\bun-?(?:blind|mask)", re.IGNORECASE)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Old records name no roles: then there is nothing to compare. A description of the masking may explain a title."""
    if page.profile == "clinicaltrials-gov-v2":
        info = page.tree.at(_PATH)
        yield from _record(page, info) if isinstance(info, dict) else ()
    elif page.kind == "page":
        for hit in page.find(_ROLES_LISTED):
            named, kind = re.split(r",? and |, ?", hit["roles"]), hit["kind"].upper()
            if _ROLES[kind] != len(named) and all(_ROLE.search(each) and not _UNMASKED.search(each) for each in named):
                yield rule.finding(hit.place(), _told(kind, len(named)))


def _record(page: TrialPage, info: dict[str, Any]) -> Iterator[Finding]:
    masking, masked = str(info.get("masking")), info.get("whoMasked") or []
    roles = len(masked) if isinstance(masked, list) else 0
    place = page.tree.passage((*_PATH, "masking"), masking, "masking", "value")
    if roles and _ROLES.get(masking, roles) != roles:
        yield rule.finding(place, _told(masking, roles))
    elif not info.get("maskingDescription"):
        wrong = _OPEN if roles and _KNOWING.intersection(map(str, masked)) else _BLIND if masking == "NONE" else None
        titles = [page.facts[name].place for name in ("title", "official_title") if name in page.facts]
        if wrong is _OPEN:
            titles += [page.facts[name].place for name in ("summary", "description") if name in page.facts]
        hit = next((each for title in titles if wrong for each in title.find(wrong) if _is_own(each)), None)
        if hit is not None and not (wrong is _OPEN and any(next(each.find(_BLIND), None) for each in titles)):
            yield rule.finding(hit.place(), f"The masking is {masking}.", related=[(place, "the masking")])


def _is_own(hit: Hit) -> bool:
    """Whether this trial is meant: in its title, or in a sentence on "this trial"."""
    return hit.passage.field.endswith("title") or _OWN.search(hit.before[-120:]) is not None


def _told(masking: str, roles: int) -> str:
    return f"The masking is {masking}, but {roles} {'role is' if roles == 1 else 'roles are'} masked."
