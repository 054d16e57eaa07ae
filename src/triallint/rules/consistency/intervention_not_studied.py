"""A drug that is listed as studied, and that participants had before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Confidence, Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Hit, Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule
from triallint.source import Span

_PAGE = (
    "<h1>A trial of {}</h1><p>NCT01234567</p><dl><dt>Drugs</dt><dd>{}</dd></dl><h2>Inclusion criteria</h2><ul><li>{}</li></ul>"
)

rule = Rule(
    name="intervention-not-studied",
    code="CON011",
    what="A listed treatment is mentioned in the criteria only, as one that participants had before.",
    why="A reader thinks that the trial gives this treatment.",
    do="List what the trial gives, and nothing else.",
    pages=Severity.ERROR,
    records=None,
    confidence=Confidence.MEDIUM,
    citations=(
        Citation(
            "ClinicalTrials.gov Protocol Registration Data Element Definitions: Interventions of the study", read="2026-11-23"
        ),
    ),
    measured=(Measured("143 saved web pages", rate=0, right=0, read=0),),
    examples=(
        Bad(_PAGE.format("nebutiride", "nebutiride, ⟦rituximab⟧", "No response to prior rituximab")),
        Bad(_PAGE.format("nebutiride", "⟦tacrolimus⟧, nebutiride", "Failed treatment with tacrolimus or cyclosporine")),
        Good(_PAGE.format("nebutiride and rituximab", "nebutiride, rituximab", "No response to prior rituximab")),
        Good(_PAGE.format("nebutiride", "nebutiride, rituximab", "Able to receive rituximab in this trial")),
        Good(_PAGE.format("nebutiride", "nebutiride, midazolam", "Age 18 or older")),
    ),
)

_BEFORE = Pattern(
    r"\b(?:prior|previous|previously|failed|failure of|failure to respond|refractory|no response|not respond\w*|no remission|relaps\w+"
    r"|inadequate response|drugs include|agents include|drugs such as|agents such as)\b[^.;:]{0,60}$"
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Single names, on pages whose title or text names another listed treatment: there the others would be named too."""
    listed = page.lists.get("interventions", ())
    spans = [each.passage.span for each in page.all_criteria]
    lists = [each.place.span for values in page.lists.values() for each in values]
    mentions = {
        each.place.span: [hit for hit in _mentions(page, each.value or "") if not _within(hit, lists)] for each in listed if spans
    }
    if not any(hits and not all(_within(hit, spans) for hit in hits) for hits in mentions.values()):
        return
    for each in listed:
        hits = mentions[each.place.span]
        if hits and all(_within(hit, spans) and _BEFORE.re.search(hit.before[-100:].lower()) for hit in hits):
            related = [(hits[0].place(), "where it is mentioned")]
            message = f"“{each.value}” is mentioned in the criteria only, as a treatment before."
            yield rule.finding(each.place, message, related=related)


def _mentions(page: TrialPage, name: str) -> list[Hit]:
    word = name.strip().lower()
    usable = len(word) >= 5 and word != "placebo" and word.replace("-", "").isalpha()
    return list(page.find(Pattern(rf"{re.escape(word)}\b", (word,)))) if usable else []


def _within(hit: Hit, spans: list[Span]) -> bool:
    return any(span.overlaps(hit.place().span) for span in spans)
