"""Adequate, normal, significant: who says so?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Confidence, Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

_LIST = "<h1>NCT01234567</h1><h2>Inclusion criteria</h2><ul><li>{}</li></ul>"
rule = Rule(
    name="vague-quantifier",
    code="CRI008",
    what="A criterion asks for something adequate, normal or significant, and gives no measure of it.",
    why="Readers cannot tell whether they may join, and two sites will decide differently.",
    do="Give the value: LVEF of 55 % or more, eGFR of 30 or more.",
    pages=Severity.WARNING,
    records=Severity.WARNING,
    off=("record",),
    confidence=Confidence.MEDIUM,
    citations=(Citation("Ross et al. 2010: 7 % of eligibility criteria are not comprehensible", read="2026-11-23"),),
    measured=(
        Measured("2,919 records as pages", rate=18.12, right=38, read=40, doubtful=1, wrong=("the values are in the next item",)),
        Measured(
            "17,367 eligibility texts, “certain” and “elderly”", rate=0.15, right=25, read=26, wrong=("under certain conditions",)
        ),
    ),
    examples=(
        Bad(_LIST.format("⟦Adequate organ function⟧")),
        Bad(_LIST.format("The functions of important organs are ⟦basically normal⟧: heart, lung and liver work well")),
        Bad(_LIST.format("No ⟦clinically significant heart disease⟧")),
        Bad(_LIST.format("Treatment with ⟦certain medications⟧")),
        Bad(_LIST.format("⟦Elderly patients⟧").replace("Inc", "Exc")),
        Good(_LIST.format("Certain medications (warfarin, digoxin); stroke, unless certain conditions are met")),
        Good(_LIST.format("Adequate organ function: ANC ≥ 1.5 × 10⁹/L, hemoglobin ≥ 9 g/dL")),
        Good(_LIST.format("Adequate organ function, defined as:<ul><li>hemoglobin ≥ 9 g/dL</li></ul>")),
        Good(_LIST.format("Adequate contraception; normal saline; severe asthma (GINA step 5)")),
        Good(_LIST.format("Significant heart disease such as heart failure of NYHA class III or IV")),
    ),
)

_VAGUE = Pattern(
    r"(?:adequate|sufficient|acceptable|satisfactory|good|normal|appropriate) (?:\w+ ){0,2}?(?:organ|bone marrow|marrow"
    r"|hematologic\w*"
    r"|haematologic\w*|hepatic|liver|renal|kidney|cardiac|pulmonary|heart|lung|hematopoietic|coagulation|thyroid)"
    r"(?:(?:,|,? (?:and|or|,)?) ?(?:\w+(?:, ?| )){0,4}?)?(?:functions?|reserve)\b"
    r"|(?P<about>basically|relatively|generally|essentially|largely|roughly) (?:normal|stable|healthy|intact|good)\b"
    r"|(?P<certain>certain (?:other |(?:types?|kinds?) of |prior |previous |concomitant |known |chronic )?(?:medical |health )?"
    r"(?:medications?|drugs?|medicines?|therap(?:y|ies)|treatments?|diseases?|disorders?|conditions?|illness(?:es)?"
    r"|cancers?|infections?"
    r"|vaccines?|supplements?|allergies|surger(?:y|ies)|procedures?|problems?))\b"
    r"|(?:(?:clinically |medically )?(?:significant|relevant|important)|serious) (?:\w+ ){0,3}?(?:disease|disorder"
    r"|condition|illness"
    r"|abnormalit(?:y|ies)|dysfunction|impairment|findings?)s?\b",
    "adequate sufficient acceptable satisfactory good normal appropriate basically relatively generally essentially"
    " largely roughly "
    "significant relevant important serious certain",
    reach=160,
)
_MEASURED = Pattern(
    r"[\d<>≥≤]|:$|\b(?:greater|more|less) than\b|etc"
    r"|\b(?:grade|class|stage|score|e\.?g\.?|i\.?e\.?|such as|including|defined|like|for example|namely|following)\b"
)

_ENDS = re.compile(r"\s*(?:$|[.;,)](?! \()|\n|(?:and|or|within|in the past|prior to|during)\b)")
_UNDER = re.compile(r"(?:under|meets?|met|unless|if)\s+(?:\w+\s+)?$")
_OLD = re.compile(
    r"(?:^|[a-z0-9]\)\s|[;.]\s)\W{0,2}(?P<who>(?:frail )?elderly(?:\s+(?:patients?|people|persons?|subjects?"
    r"|individuals?|adults?))?)(?=\s*(?:$|[;.(]))"
)
_YEARS = re.compile(r"\d ?y")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Criteria without a number, a grade or an example, in the item or below it; "basically" takes from any number."""
    spans = {each.passage.span: bool(each.children or _MEASURED.re.search(each.text.lower())) for each in page.all_criteria}
    for hit in page.find(_VAGUE) if spans else ():
        place = hit.place()
        measured = next((told for span, told in spans.items() if span.covers(place.span)), True)
        about = hit["about"] and any(span.covers(place.span) for span in spans)
        if hit["certain"] and (not _ENDS.match(hit.after) or _UNDER.search(hit.before[-20:].lower())):
            continue
        if not hit.before[-1:].isalnum() and (about or not measured):
            yield rule.finding(place, f"“{hit[0]}” is not measured by anything.")
    for criterion in page.all_criteria if "elderly" in page.words else ():
        if criterion.kind == "exclusion" and (old := _OLD.search(criterion.text.lower())) and not _YEARS.search(criterion.text):
            place = criterion.passage.slice(*old.span("who"))
            yield rule.finding(place, f"“{' '.join(place.text.split())}” does not say from which age on.")
