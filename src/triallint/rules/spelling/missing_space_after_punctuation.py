"""``inclusion.Patients``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
from triallint.language import tokens
from triallint.page import TrialPage
from triallint.passage import Hit, Passage, Pattern
from triallint.rule import Bad, Context, Good, Rule

rule = Rule(
    name="missing-space-after-punctuation",
    code="SPL004",
    what="Two words or sentences run together: there is no space after a full stop, comma, semicolon or list number.",
    why="The end of one criterion or sentence is overlooked, screen readers read both as one word, and searches miss it.",
    do="Put a space after the mark.",
    pages=Severity.WARNING,
    records=Severity.WARNING,
    examples=(
        Bad(
            "NCT01234567\n\nInclusion criteria:\n\n* ⟦2.Diagnosed⟧ with asthma, considered for ⟦inclusion.Patients⟧ with lupus",
            fixed="NCT01234567\n\nInclusion criteria:\n\n* 2. Diagnosed with asthma, considered for inclusion. Patients with lupus",
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
        Good(
            "<p>NCT01234567</p><p>See ClinicalTrials.Gov, www.Trial.Com, https://a.org/x;Id=A,Bc, John.Doe@uni.edu, Protocol.Pdf.</p>"
        ),
        Good(
            "<p>NCT01234567</p><p>p.Val600Glu, c.1799T&gt;A, HER2.p.Val, Node.js, Vue.Js, e.g.Aspirin, i.e.The, U.S.A.The, Ph.D.</p>"
        ),
        Good(
            "<p>NCT01234567</p><p>46,XY or 47,XXY,del(5q); t(9;22)(q34;q11), Cmax,ss and AUC0-24,ss, t1/2,ss, cis,trans-isomers</p>"
        ),
        Good(
            "<p>NCT01234567</p><p>1,000 mg; 2.5; 1.73 m2; 12.Mar.2020; 4 mg.Kg-1; N,N-dimethyl; A,B; John Smith, MD,PhD; MD.PhD</p>"
        ),
        Good("<p>NCT01234567</p><p>a score (0-15)and poly(3)hydroxybutyrate; studies,12 as shown</p>"),
        Good(
            '{"protocolSection": {"identificationModule": {"nctId": "NCT01234567"}, "descriptionModule": {"briefSummary": "a &lt;b&gt;Aim&lt;/b&gt;Test"}}}',
            format="json",
        ),
    ),
)
_UNITS = "mg|g|kg|ml|mcg|µg|days?|weeks?|months?|years?|hours?|minutes?|times"
_JOINED = Pattern(
    r"[.?!,;)](?=[A-Za-z0-9])(?:(?<=[.?!])(?=[A-Z][A-Za-z])|(?<=[,;])(?=[A-Za-z]{2})|(?<=[0-9]\))(?=[A-Za-z]{2})"
    rf"|(?<=[a-z]{{2}},)(?=[0-9]{{1,4}}[ -]?(?:{_UNITS})\b))",
    case=True,
)
_NAMES = ("contacts", "locations", "collaborators", "sponsor", "references", "reviewed_by", "trial_id")
_DEGREES = ("Ph", "MD", "MPH", "MSc", "FRC", "BSc", "DNP", "RN")
_ENTITY = re.compile(r"&#?\w{1,8}$")
_ITEM = re.compile(r"(?:^|[\s:;,.\]])(\(?)[0-9]{1,2}$")
_CHEMICAL = re.compile(r"(?i)(?:cis|trans|meso|para|ortho|alpha|beta|gamma|endo|exo|tert|sec|iso|all)$")
_MONTH = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")
_POWER = re.compile(r"(?:k?g|mg|ml|mL|l|L|mol|min|h|hr|mm|cm)$")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Find the mark with a word right behind it; the fix puts the space in."""
    for hit in page.find(_JOINED):
        if not hit.passage.field.startswith(_NAMES) and _is_slip(hit, page.kind):
            place = _words(hit)
            mark = hit[0]
            safe = mark != "," or not hit.before[-1:].isdigit()
            repair = fix("Put a space in.", hit.replace(f"{mark} "), safety=Safety.SAFE if safe else Safety.UNSAFE)
            yield rule.finding(place, f"There is no space after {mark!r} in {place.text!r}.", fix=repair)


def _is_slip(hit: Hit, kind: str) -> bool:
    """Whether prose goes on behind the mark, and no address, formula or name of one word."""
    before, mark, after = hit.before, hit[0], hit.after
    start, end = tokens.token(hit.passage.text, hit.start)
    word = hit.passage.text[start:end]
    if tokens.is_address(word) or tokens.is_formula(word):
        return False
    if mark == ")":
        item = _ITEM.search(before)
        return item is not None and (bool(item[1]) or before.rfind("(") <= before.rfind(")"))
    if mark in ",;":
        return _is_list(before, mark, after, hit.passage, kind)
    return _is_end(before, after)


def _is_end(before: str, after: str) -> bool:
    """Whether a full stop ends a sentence or follows the number of an item."""
    last, following = before[-2:], after[:3]
    if after.startswith(_DEGREES) or (following in ("Kg-", "Min", "Kg/") and _POWER.search(before)):
        return False
    if last[-1:].isdigit():
        return (
            after[1:2].islower()
            and not _MONTH.match(after)
            and not re.search(r"[A-Za-z]\.$|[A-Za-z][0-9]*\.[0-9]+$", before[-8:])
        )
    return last[-1:] in ")]%\"'" or (len(last) == 2 and last.isalpha() and last != "vs" and (last[1].islower() or last.isupper()))


def _is_list(before: str, mark: str, after: str, passage: Passage, kind: str) -> bool:
    """Whether a comma or semicolon separates words of a list or of two clauses."""
    if mark == ";" and (_ENTITY.search(before[-9:]) or passage.role == "value" or passage.field in ("conditions", "keywords")):
        return False
    if mark == "," and after.startswith(_DEGREES):
        return False
    if _CHEMICAL.search(before[-6:]) and re.match(r"\w+-|trans|cis", after):
        return False
    return len(before) > 1 and (before[-1] in ")]%" or before[-1].isdigit() or before[-2:].isalpha())


def _words(hit: Hit) -> Passage:
    """The word before the mark, the mark and the word behind it."""
    text = hit.passage.text
    start, end = hit.start, hit.end
    while start > 0 and (text[start - 1].isalnum() or text[start - 1] in "-'()%" or text[start - 2 : start].strip("0123456789") == "."):
        start -= 1
    while end < len(text) and (text[end].isalnum() or text[end] in "-'"):
        end += 1
    return hit.passage.slice(start, end)
