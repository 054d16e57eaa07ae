"""``Any of the following:`` and nothing follows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Passage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

_LIST = "<h1>NCT01234567</h1><h2>Exclusion criteria</h2><ul>{}</ul><h2>Contact</h2>"
_OUTCOME = '{{"protocolSection": {{"outcomesModule": {{"primaryOutcomes": [{{"measure": "Heart", "description": "{}"}}]}}}}}}'

rule = Rule(
    name="announced-list-missing",
    code="CRI027",
    what="A text announces a list or an explanation, and ends there.",
    why="What would decide or be measured is not told.",
    do="Put in what was announced, or end the sentence.",
    pages=Severity.INFO,
    records=Severity.INFO,
    citations=(Citation("editorial judgement"),),
    measured=(
        Measured("2,919 registry records", rate=0.38, right=11, read=11),
        Measured("17,367 eligibility texts", rate=0.07, right=11, read=13, wrong=("a list read as text",)),
    ),
    examples=(
        Bad(_LIST.format("<li>Stroke</li><li>A diagnosis of ⟦one of the following:⟧</li>")),
        Bad(_OUTCOME.format("Evaluation of ⟦the following changes and transitions.⟧"), format="json"),
        Bad(_OUTCOME.format("The dose is given ⟦as follows:⟧"), format="json"),
        Good(_LIST.format("<li>Any of the following:</li><li>Stroke</li><li>Gout</li>")),
        Good(_LIST.format("<li>Gout</li><li>Pregnancy planned in the following months.</li>")),
        Good(
            "NCT01234567\n\nExclusion criteria\n\n- Stroke\n- Gout\n\nSecond group:\n\nInclusion criteria\n\n- Adults\n",
            format="txt",
        ),
        Good(_OUTCOME.format("Measured on the day after surgery and on the following days."), format="json"),
    ),
)

_END = re.compile(
    r"(?:(?:any|one|some|all|each) of )?\bthe following(?: (?P<noun>[\w-]+(?:,? [\w-]+){0,3}))?\s*[.:]?\s*$"
    r"|as follows\s*[.:]?\s*$"
    r"|(?P<last>[^\s:]{1,30})\s?:\s*$",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"(?:changes|transitions|criteri[ao]n?|parameters|definitions?|protocol|scales?|schedule|references|methods?"
    r"|conditions|items|measures"
    r"|outcomes|variables|events|groups|questionnaires|tests|symptoms|drugs|medications|treatments|procedures|formula"
    r"|sections|ways?)$",
    re.IGNORECASE,
)
_HEADING_BELOW = re.compile(r"\n[ \t\r]{0,20}[A-Z][^\n]{0,120}$|(?i:group|criteria|volunteers|controls)\W{0,2}$")
_FACTS = ("title", "official_title", "summary", "description", "study_population")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """The ends of texts, and of the last items of lists, in which whatever was announced would stand."""
    texts = [page.facts[name].place for name in _FACTS if name in page.facts] if page.kind == "record" else []
    texts += [each.description for part in (page.outcomes, page.arms, page.interventions) for each in part if each.description]
    told: set[str] = set()
    for passage in (*texts, *_last_items(page)):
        end = passage.text[-120:].rstrip()
        if not (end.endswith(":") or "follow" in end.lower()):
            continue
        found = _END.search(passage.text, max(0, len(passage) - 120))
        if found and found[0] not in told and (not found["noun"] or _LISTED.search(found["noun"])):
            told.add(found[0])
            text = found[0].strip()
            yield rule.finding(passage.stripped(found.start(), found.end()), f"Nothing follows behind “{text}”.")


def _last_items(page: TrialPage) -> Iterator[Passage]:
    every = page.all_criteria
    for at, each in enumerate(every):
        is_item = each.kind and (each.marker.text or each.passage.role == "item") and not _HEADING_BELOW.search(each.text)
        if is_item and not each.children and (at + 1 == len(every) or every[at + 1].kind != each.kind):
            yield each.passage
