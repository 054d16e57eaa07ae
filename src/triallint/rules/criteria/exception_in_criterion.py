"""An exception that is hidden in a long criterion."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from triallint.finding import Confidence, Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule


@dataclass(frozen=True)
class Options:
    """From which length on an exception is reported."""

    words: int = field(default=40, metadata={"at_least": 5, "help": "Words of the criterion."})


_LIST = "<h1>NCT01234567</h1><h2>{} criteria</h2><ul><li>{}</li></ul>"
_MANY = "dialysis or another replacement of the kidneys, whether it is done in a hospital or at home, and whether it was begun this year or earlier, "

rule = Rule(
    name="exception-in-criterion",
    code="CRI007",
    what="A long criterion holds an exception to itself.",
    why="Those whom the exception lets in read the beginning, and stop.",
    do="Put the exception into an item of its own: Exception: ...",
    pages=Severity.WARNING,
    records=Severity.INFO,
    confidence=Confidence.MEDIUM,
    options=Options,
    citations=(Citation("Federal Plain Language Guidelines: avoid exceptions to exceptions", read="2026-11-23"),),
    measured=(
        Measured("2,919 records as pages", rate=8.7, right=37, read=37),
        Measured("17,367 eligibility texts", rate=7.49, right=18, read=20, wrong=("what another study excludes",)),
    ),
    examples=(
        Bad(
            _LIST.format(
                "Exclusion",
                f"People on {_MANY}are left out of the study by this item, but patients with a stable graft ⟦could be considered for inclusion⟧",
            )
        ),
        Bad(
            _LIST.format(
                "Inclusion",
                f"People who are on {_MANY}may join at any of the sites of this study; those with an infection ⟦will be excluded⟧",
            )
        ),
        Good(_LIST.format("Exclusion", "Cancer within 5 years, except non-melanoma skin cancer")),
        Good(
            _LIST.format(
                "Exclusion",
                f"People on {_MANY}and all who are waiting for a graft or have had one in the last five years at any hospital",
            )
        ),
    ),
)

_ALLOWED = Pattern(
    r"(?:may|could|can|might|will|would) (?:still |also )?be (?:considered|included|eligible|allowed|permitted|enroll?ed|accepted)"
    r"(?: for (?:inclusion|enroll?ment|the study))?|(?:are|is) (?:allowed|permitted|acceptable|eligible|not excluded|not exclusionary)\b",
    "considered included eligible allowed permitted enrolled enroled accepted acceptable excluded exclusionary",
)
_EXCLUDED = Pattern(
    r"(?:will be|are|is|should be|must be) (?:excluded|ineligible|not eligible(?! for))\b", "excluded ineligible eligible"
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """What an exclusion lets in, and what an inclusion leaves out, in items of more words than the limit."""
    long = [each for each in page.all_criteria if len(each.text.split()) > context.options.words]
    for kind, pattern in (("exclusion", _ALLOWED), ("inclusion", _EXCLUDED)):
        for criterion in long:
            if criterion.kind == kind:
                for hit in criterion.passage.find(pattern):
                    yield rule.finding(hit.place(), f"This is an exception within an {kind} criterion.")
                    break
