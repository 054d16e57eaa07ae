"""Adequate, normal, significant: who says so?"""

from __future__ import annotations

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
        Measured("2,919 records as pages", rate=17.5, right=38, read=40, doubtful=1, wrong=("the values are in the next item",)),
    ),
    examples=(
        Bad(_LIST.format("⟦Adequate organ function⟧")),
        Bad(_LIST.format("The functions of important organs are ⟦basically normal⟧: heart, lung and liver work well")),
        Bad(_LIST.format("No ⟦clinically significant heart disease⟧")),
        Good(_LIST.format("Adequate organ function: ANC ≥ 1.5 × 10⁹/L, hemoglobin ≥ 9 g/dL")),
        Good(_LIST.format("Adequate organ function, defined as:<ul><li>hemoglobin ≥ 9 g/dL</li></ul>")),
        Good(_LIST.format("Adequate contraception; normal saline; severe asthma (GINA step 5)")),
        Good(_LIST.format("Significant heart disease such as heart failure of NYHA class III or IV")),
    ),
)

_VAGUE = Pattern(
    r"(?:adequate|sufficient|acceptable|satisfactory|good|normal|appropriate) (?:\w+ ){0,2}?(?:organ|bone marrow|marrow|hematologic\w*"
    r"|haematologic\w*|hepatic|liver|renal|kidney|cardiac|pulmonary|heart|lung|hematopoietic|coagulation|thyroid)"
    r"(?:,? (?:and|or|,)? ?(?:\w+,? ){0,4}?)?(?:functions?|reserve)\b"
    r"|(?P<about>basically|relatively|generally|essentially|largely|roughly) (?:normal|stable|healthy|intact|good)\b"
    r"|(?:(?:clinically |medically )?(?:significant|relevant|important)|serious) (?:\w+ ){0,3}?(?:disease|disorder|condition|illness"
    r"|abnormalit(?:y|ies)|dysfunction|impairment|findings?)s?\b",
    "adequate sufficient acceptable satisfactory good normal appropriate basically relatively generally essentially largely roughly "
    "significant relevant important serious",
    reach=160,
)
_MEASURED = Pattern(
    r"[\d<>≥≤]|:$|\b(?:greater|more|less) than\b|etc"
    r"|\b(?:grade|class|stage|score|e\.?g\.?|i\.?e\.?|such as|including|defined|like|for example|namely|following)\b"
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Criteria without a number, a grade or an example, in the item or below it; "basically" takes from any number."""
    spans = {each.passage.span: bool(each.children or _MEASURED.re.search(each.text.lower())) for each in page.all_criteria}
    for hit in page.find(_VAGUE) if spans else ():
        place = hit.place()
        measured = next((told for span, told in spans.items() if span.covers(place.span)), True)
        about = hit["about"] and any(span.covers(place.span) for span in spans)
        if not hit.before[-1:].isalnum() and (about or not measured):
            yield rule.finding(place, f"“{hit[0]}” is not measured by anything.")
