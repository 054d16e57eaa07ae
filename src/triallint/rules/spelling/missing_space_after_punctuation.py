"""``inclusion.Patients``."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
from triallint.language.joints import around, is_joint
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="missing-space-after-punctuation",
    code="SPL004",
    what="Two words or sentences run together: there is no space after a full stop, comma, semicolon, bracket or list number.",
    why="The end of one criterion or sentence is overlooked, screen readers read both as one word, and searches miss it.",
    do="Put a space after the mark.",
    pages=Severity.WARNING,
    records=Severity.WARNING,
    citations=(Citation("editorial judgement"),),
    measured=(
        Measured("2,919 registry records", rate=54.78, right=268, read=268),
        Measured("17,367 eligibility texts", rate=8.48, right=139, read=140, wrong=("PEGylated",)),
        Measured("792 rows of the WHO's platform, as pages", rate=29.04, right=74, read=74),
        Measured("143 saved web pages", rate=5.59, right=5, read=5),
    ),
    examples=(
        Bad(
            "NCT01234567\n\nInclusion criteria:\n\n* ⟦2.Diagnosed⟧ with asthma, for ⟦inclusion.Patients⟧ with lupus",
            fixed="NCT01234567\n\nInclusion criteria:\n\n* 2. Diagnosed with asthma, for inclusion. Patients with lupus",
            format="txt",
        ),
        Bad(
            "<p>NCT01234567</p><p>for ⟦heart,kidney⟧ or ⟦(chronic),lung⟧ disease, ⟦1)Age⟧ or ⟦1.2.Sex⟧ </p>",
            fixed="<p>NCT01234567</p><p>for heart, kidney or (chronic), lung disease, 1) Age or 1.2. Sex </p>",
        ),
        Bad(
            "<p>NCT01234567</p><p>at ⟦6-month,12-month⟧ visits; stopped the ⟦drug;or⟧ died of ⟦HF.This⟧ is a trial.</p>",
            fixed="<p>NCT01234567</p><p>at 6-month, 12-month visits; stopped the drug; or died of HF. This is a trial.</p>",
        ),
        Bad(
            "<p>NCT01234567</p><p>HbA1c ⟦(%)is⟧ tested, heart failure ⟦(NYHA)class⟧ II</p>",
            fixed="<p>NCT01234567</p><p>HbA1c (%) is tested, heart failure (NYHA) class II</p>",
        ),
        Good("<p>NCT01234567</p><p>See ClinicalTrials.Gov, www.Trial.Com, https://a.org/x;Id=A,Bc, J.Doe@uni.edu, Plan.Pdf.</p>"),
        Good("<p>NCT01234567</p><p>p.Val600Glu, c.1799T&gt;A, HER2.p.Val, Node.js, Vue.Js, e.g.Aspirin, U.S.A.The, Ph.D.</p>"),
        Good(
            "<p>NCT01234567</p><p>46,XY or 47,XXY,del(5q); t(9;22)(q34;q11), Cmax,ss, AUC0-24,ss, t1/2,ss, cis,trans-isomers</p>"
        ),
        Good("<p>NCT01234567</p><p>1,000 mg; 1.73 m2; 12.Mar.2020; 4 mg.Kg-1; N,N-dimethyl; A,B; John Smith, MD,PhD; MD.MPH</p>"),
        Good(
            "<p>NCT01234567</p><p>poly(3)hydroxybutyrate; (neo)adjuvant, (des)loratadine; CYP(3A4)mediated; (a)or-b; studies,12 as shown</p>"
        ),
        Good("<p>NCT01234567</p><p>Conditions</p><table><tr><td>Allergy;Food</td></tr></table><p>a &amp;lt;Aim&amp;gt;Test</p>"),
    ),
)
_UNITS = "mg|g|kg|ml|mcg|µg|days?|weeks?|months?|years?|hours?|minutes?|times"
_JOINED = Pattern(
    r"[.?!,;)](?=[A-Za-z0-9])(?:(?<=[.?!])(?=[A-Z][A-Za-z])|(?<=[)\]\"]\.)(?=[a-z]{2})|(?<=[,;])(?=[A-Za-z]{2})"
    rf"|(?<=[0-9]\))(?=[A-Za-z]{{2}})|(?<=[a-z]{{2}},)(?=[0-9]{{1,4}}[ -]?(?:{_UNITS})\b))",
    case=True,
    names=False,
)
_BEHIND_BRACKET = Pattern(
    r"\)(?<=[\w%.]\))(?=(?:is|are|was|were|and|or|of|in|with|for|to|by|at|on|from|as|will|should|has|have|who|that|than|during|after|before|within"
    r"|be|which|if|per|between|versus|group|level|levels|patients|test|score|scale|class)(?![\w-]))|\)(?<=[A-Z]{3}\))(?=[a-z]{4})(?!ylat)",
    (")",),
    case=True,
    names=False,
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Find the mark with a word right behind it; the fix puts the space in."""
    seen = set()
    for hit in page.find(_JOINED):
        passage, at = hit.passage, hit.start
        listed = passage.role != "value" and passage.field not in ("conditions", "keywords")
        if is_joint(passage.text, at, separators=listed):
            place, mark = passage.slice(*around(passage.text, at)), hit[0]
            safe = mark != "," or not passage.text[at - 1].isdigit()
            repair = fix("Put a space in.", hit.replace(f"{mark} "), safety=Safety.SAFE if safe else Safety.UNSAFE)
            seen.add((id(passage), at))
            yield rule.finding(place, f"There is no space after {mark!r} in {place.text!r}.", fix=repair)
    for hit in page.find(_BEHIND_BRACKET):
        passage, at = hit.passage, hit.end - 1
        if (id(passage), at) not in seen:
            place = passage.slice(*around(passage.text, at))
            repair = fix("Put a space in.", passage.replace(at, at + 1, ") "), safety=Safety.SAFE)
            yield rule.finding(place, f"There is no space after ')' in {place.text!r}.", fix=repair)
