"""A pointer to something that is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

_EXCLUSION = "<h1>NCT01234567</h1><h2>Exclusion criteria</h2><ul><li>{}</li></ul>"

rule = Rule(
    name="dangling-reference",
    code="CRI013",
    what="The text refers to a section, a table or a document that the reader does not have.",
    why="What decides stands somewhere else, and nobody outside the study can look it up.",
    do="Write out what is said there.",
    pages=Severity.WARNING,
    records=Severity.WARNING,
    citations=(Citation("editorial judgement"),),
    measured=(
        Measured("2,919 registry records", rate=11.03, right=50, read=50),
        Measured("143 saved web pages", rate=7.69, right=11, read=11),
    ),
    examples=(
        Bad(_EXCLUSION.format("Takes a prohibited drug (⟦see section 9.2⟧)")),
        Bad(_EXCLUSION.format("Organ function ⟦as per protocol⟧")),
        Bad(_EXCLUSION.format("Severity ⟦according to Table 3⟧")),
        Bad(_EXCLUSION.format("Drugs ⟦listed in Appendix A⟧")),
        Bad(_EXCLUSION.format("Surgery within 30 days prior to ⟦Visit 2⟧")),
        Bad(_EXCLUSION.format("An infection during ⟦the parent study⟧")),
        Bad(_EXCLUSION.format("Impaired hepatic function at ⟦Visit 4⟧ (ALT >5 times the limit)")),
        Bad("<h1>NCT01234567</h1><p>Serious events are located in the ⟦Reported Adverse Event Module⟧.</p>"),
        Good("<h1>NCT01234567</h1><p>Serious events are listed in the Adverse Event Section.</p><h2>Adverse events</h2>"),
        Good(
            _EXCLUSION.format(
                "A visit 2 (day 8), visit 3 (week 2) or visit 4 (the end); Visit 5 will take a day; born by Cesarean Section"
            )
        ),
        Good(
            "<h1>NCT01234567</h1><table><tr><td>E.5.2</td><td>Secondary end points</td><td>Weight</td></tr><tr><td>E.2</td>"
            "<td>Objectives</td><td>To measure what is specified in section E.5.2</td></tr></table>"
        ),
        Good(_EXCLUSION.format("Fever at Visit 1 (screening); surgery prior to visit 1")),
        Good("<h1>NCT01234567</h1><h2>Table 3</h2><p>Severity according to Table 3</p>"),
        Good(_EXCLUSION.format("Cesarean section 2 years before screening; section 504 of the Act; per protocol population")),
        Good(_EXCLUSION.format("Removal of the appendix; appendix cancer; a table 3 feet high")),
        Good(_EXCLUSION.format("Disease according to Appendix A of the NCCN guideline")),
    ),
)

_SAID = "(?:defined|described|specified|listed|outlined|noted|detailed|stated|prescribed|given|shown)"
_PLACE = "(?:section|appendix|annex|attachment|table|figure|amendment)"
_REFERENCE = Pattern(
    rf"(?:(?P<pointer>(?:please )?(?:see|refer to|(?:as )?{_SAID} (?:in|by)|according to|in|per|from)) )?"
    r"(?:the )?(?:study )?(?:protocol )?"
    rf"(?P<bare>{_PLACE} (?:\d{{1,2}}(?:\.\d{{1,2}}){{0,4}}|[a-h](?:\.\d{{1,2}}){{0,4}}|[ivx]{{1,4}}))\b"
    rf"|(?:(?:as )?{_SAID} (?:in|by|per)|(?:as )?per|(?:please )?see|refer to) (?:the |this |study |clinical |trial )*"
    r"(?:protocol|schedule of (?:assessments|activities|events)|investigator'?s?'? brochure|manual of (?:operations|procedures))"
    r"(?![- ](?:defined|specified|population|analysis|set|principle|group|v))(?!s)",
    "section appendix annex attachment table figure amendment protocol schedule brochure manual",
    reach=70,
    names=False,
)
_ELSEWHERE = Pattern(r"^,? (?:of|from|in) (?:the )?(?!protocol|study|this)\w+|^ (?:act|feet|months?|years?|weeks?|days?|cm|mm)\b")
_TO_FOLLOW = Pattern(r"compl[yi]|adher|restriction|requirement|prohibit|procedure|willing|follow|instruct|washout")

_VISIT = Pattern(r"visit (?P<number>\d{1,2})\b(?![.-]\d)|the parent (?:study|trial|protocol)\b(?! \()", "visit parent")
_NAMED = re.compile(r"\($|(?:screening|baseline|randomi[sz]ation|enrol\w*)\W*(?:visit)?\W*$", re.IGNORECASE)
_EXPLAINED = re.compile(
    r" ?(?:\((?!\w{1,8} ?[<>\u2264\u2265]|i\.?e|e\.?g|if|see|or|and|as|with|per)|=|:|,? (?:at|on) (?:day|week)|/ ?(?:day|week)"
    r"|-? ?(?:day|week|month|screening|baseline|randomi)"
    r"| (?:will|takes place|includes|consists|entails|lasts)\b)",
    re.IGNORECASE,
)
_PART = Pattern(
    r"(?:located|found|reported|given|listed|described|provided|presented|detailed|shown|[Ss]ee|refer) (?:(?:in|to|under) )?the "
    r"(?P<part>(?P<title>[A-Z]\w{1,20}(?: [A-Z]\w{1,20}){0,4}) (?:[Mm]odule|[Ss]ection))\b(?! of)",
    "module section",
    case=True,
    reach=150,
)
_NUMBER = 12  # characters of the longest number of a row: E.8.2.3.1
_LABEL = 80  # characters of the longest heading or label


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Numbered places without a heading or caption here; and the protocol, where it is to tell who may join or what counts."""
    hits = [hit for hit in page.find(_REFERENCE) if not hit.before[-1:].isalnum()]
    headings = {each.text.casefold().strip() for each in page.headings}
    numbers = (
        {each.text.casefold().strip(" .:") for each in page.passages if "." in each.text and len(each) <= _NUMBER}
        if page.tags
        else set()
    )
    captions = {hit["bare"].lower() for hit in hits if hit["bare"] and not hit["pointer"]}
    yield from _visits(page)
    yield from _parts(page)
    for hit in hits:
        bare, here = hit["bare"].lower(), hit.passage.root
        if bare:
            known = (
                not hit["pointer"]
                or bare in captions
                or any(each.startswith((bare, bare.rpartition(" ")[2])) for each in headings)
                or bare.rpartition(" ")[2] in numbers
            )
        else:
            is_schedule = "schedule of" in hit[0].lower()
            known = (here not in ("criteria", "eligibility") and not is_schedule) or _TO_FOLLOW.re.search(
                hit.before[-70:].lower()
            ) is not None
        if not known and not _ELSEWHERE.re.search(hit.after[:40].lower()):
            yield rule.finding(hit.place(), f"“{hit[0]}”: that is not part of this text.")


def _parts(page: TrialPage) -> Iterator[Finding]:
    """Modules and sections that are called by a name, on pages that show none of it; a record's results may lie elsewhere."""
    for hit in page.find(_PART) if page.kind == "page" else ():
        title, here = hit["title"].casefold(), hit.passage.span
        if not any(title in each.text.casefold() and each.span != here for each in page.passages if len(each) <= _LABEL):
            yield rule.finding(hit.place("part"), f"“{hit['part']}”: that is not part of this page.")


def _visits(page: TrialPage) -> Iterator[Finding]:
    """Numbered visits of a schedule that is not here, and a parent study without a name: the first of each."""
    if "visit" not in page.words and "parent" not in page.words:
        return
    visits, told = list(page.find(_VISIT)), set()
    explained = {hit["number"] for hit in visits if _NAMED.search(hit.before[-30:]) or _EXPLAINED.match(hit.after)}
    for hit in visits:
        what = hit["number"] or "parent"
        in_criteria = page.kind == "page" or hit.passage.field.startswith(("criteria", "eligibility"))
        if in_criteria and what not in told and what not in explained and not hit.before[-1:].isalnum():
            told.add(what)
            yield rule.finding(hit.place(), f"“{hit[0]}”: this text does not tell what that is.", severity=Severity.INFO)
