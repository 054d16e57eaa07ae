"""A pointer to something that is not there."""

from __future__ import annotations

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
        Measured("2,919 registry records", rate=7.71, right=50, read=50),
        Measured("143 saved web pages", rate=0.7, right=0, read=1, wrong=("a section that the page has",)),
    ),
    examples=(
        Bad(_EXCLUSION.format("Takes a prohibited drug (⟦see section 9.2⟧)")),
        Bad(_EXCLUSION.format("Organ function ⟦as per protocol⟧")),
        Bad(_EXCLUSION.format("Severity ⟦according to Table 3⟧")),
        Bad(_EXCLUSION.format("Drugs ⟦listed in Appendix A⟧")),
        Good("<h1>NCT01234567</h1><h2>Table 3</h2><p>Severity according to Table 3</p>"),
        Good(_EXCLUSION.format("Cesarean section 2 years before screening; section 504 of the Act; per protocol population")),
        Good(_EXCLUSION.format("Removal of the appendix; appendix cancer; a table 3 feet high")),
        Good(_EXCLUSION.format("Disease according to Appendix A of the NCCN guideline")),
    ),
)

_SAID = "(?:defined|described|specified|listed|outlined|noted|detailed|stated|prescribed|given|shown)"
_PLACE = "(?:section|appendix|annex|attachment|table|figure|amendment)"
_REFERENCE = Pattern(
    rf"(?:(?P<pointer>(?:please )?(?:see|refer to|(?:as )?{_SAID} (?:in|by)|according to|in|per|from)) )?(?:the )?(?:study )?(?:protocol )?"
    rf"(?P<bare>{_PLACE} (?:\d{{1,2}}(?:\.\d{{1,2}}){{0,4}}|[a-h](?:\.\d{{1,2}}){{0,4}}|[ivx]{{1,4}}))\b"
    rf"|(?:(?:as )?{_SAID} (?:in|by|per)|(?:as )?per|(?:please )?see|refer to) (?:the |this |study |clinical |trial )*"
    r"(?:protocol|schedule of (?:assessments|activities|events)|investigator'?s?'? brochure|manual of (?:operations|procedures))"
    r"(?![- ](?:defined|specified|population|analysis|set|principle|group|v))(?!s)",
    "section appendix annex attachment table figure amendment protocol schedule brochure manual",
    reach=120,
)
_ELSEWHERE = Pattern(r"^,? (?:of|from|in) (?:the )?(?!protocol|study|this)\w+|^ (?:act|feet|months?|years?|weeks?|days?|cm|mm)\b")
_TO_FOLLOW = Pattern(r"compl[yi]|adher|restriction|requirement|prohibit|procedure|willing|follow|instruct|washout")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Numbered places without a heading or caption here; and the protocol, where it is to tell who may join or what counts."""
    hits = [hit for hit in page.find(_REFERENCE) if not hit.before[-1:].isalnum()]
    headings = {each.text.casefold().strip() for each in page.headings}
    captions = {hit["bare"].lower() for hit in hits if hit["bare"] and not hit["pointer"]}
    for hit in hits:
        bare, here = hit["bare"].lower(), hit.passage.field.partition("[")[0].partition(".")[0]
        if bare:
            known = (
                not hit["pointer"]
                or bare in captions
                or any(each.startswith((bare, bare.rpartition(" ")[2])) for each in headings)
            )
        else:
            known = here not in ("criteria", "eligibility") or _TO_FOLLOW.re.search(hit.before[-70:].lower()) is not None
        if not known and not _ELSEWHERE.re.search(hit.after[:40].lower()):
            yield rule.finding(hit.place(), f"“{hit[0]}”: that is not part of this text.")
