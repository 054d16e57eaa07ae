"""A number of arms that is not the number of arms listed."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

_TWO = '"armsInterventionsModule": {"armGroups": [{"label": "Drug"}, {"label": "Placebo"}]}}}'

rule = Rule(
    name="arm-count-mismatch",
    code="CON029",
    what="The text names another number of arms than the record lists.",
    why="A reader cannot tell what may be given, and how likely each is.",
    do="Correct the number, or list the missing arm.",
    pages=None,
    records=Severity.INFO,
    off=("record",),
    review="major",
    citations=(Citation("Zarin et al., NEJM 2011;364:852, table 3: internal inconsistency", read="2026-11-23"),),
    measured=(
        Measured(
            "2,919 registry records", rate=0.1, right=1, read=3, wrong=("parts listed as arms", "an induction before the arms")
        ),
    ),
    examples=(
        Bad(
            '{"protocolSection": {"identificationModule": {"briefTitle": "A ⟦three-arm⟧ trial of a drug"}, ' + _TWO, format="json"
        ),
        Bad(
            '{"protocolSection": {"descriptionModule": {"briefSummary": "Participants are randomized to ⟦one of 4 arms⟧."}, '
            + _TWO,
            format="json",
        ),
        Good('{"protocolSection": {"identificationModule": {"briefTitle": "A two-arm trial of a drug"}, ' + _TWO, format="json"),
        Good(
            '{"protocolSection": {"descriptionModule": {"briefSummary": "Part one has three arms; part two has two arms."}, '
            + _TWO,
            format="json",
        ),
    ),
)

_NUMBERS = {word: at for at, word in enumerate("two three four five six".split(), 2)}
_NUMBER = r"(?P<number>two|three|four|five|six|[2-6])"
_STATED = Pattern(
    rf"{_NUMBER}[- ]arm(?:ed)?(?! arms?)\b|(?:one of (?:the )?|randomi[sz]ed (?:in)?to |assigned to |has |have |comprises )"
    rf"{_NUMBER.replace('number', 'other')} (?:parallel |treatment |study )*arms\b",
    ("-arm", " arm"),
)
_FIELDS = ("title", "official_title", "summary")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Titles and the summary, where all that they say is one number."""
    count = len(page.arms)
    stated = [hit for hit in page.find(_STATED) if hit.passage.field in _FIELDS and not hit.before[-1:].isalnum()]
    numbers = {hit["number"] or hit["other"] for hit in stated}
    if count < 2 or len(numbers) != 1:
        return
    word = numbers.pop().lower()
    number = _NUMBERS.get(word) or int(word)
    if number != count:
        arms = [(page.arms[0].label, "the arms")]
        yield rule.finding(stated[0].place(), f"This says {number} arms; {count} are listed.", related=arms)
