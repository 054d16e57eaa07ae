"""The page turns away people whom the criteria let in, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from triallint.finding import Finding, Severity
from triallint.language import fit
from triallint.page import Criterion, TrialPage
from triallint.passage import Passage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule


@dataclass(frozen=True)
class Options:
    """How many words must be the same."""

    min_words: int = field(default=4, metadata={"at_least": 3, "help": "words in a row that text and criterion must share"})


_IN = "<h2>Inclusion criteria</h2><ul><li>Patients with lupus requiring long-term systemic treatment may be included.</li></ul>"
_OUT = "<h2>Exclusion criteria</h2><ul><li>Patients who did not respond to steroid treatment</li></ul>"
_FIT = "<h1>A study</h1><p>NCT01234567</p><h2>Who should consider this trial</h2>"
rule = Rule(
    name="fit-contradicts-criteria",
    code="CTR001",
    what="What the page says about who fits is the opposite of what a criterion says.",
    why="People who may join are turned away, or people who may not join hope in vain.",
    do="Find out what the criterion means, and write the text so that it says the same.",
    pages=Severity.ERROR,
    records=None,
    citations=(
        Citation("Editorial judgement"),
        Citation("Zarin et al., NEJM 2011;364:852, table 3: internal consistency as a quality criterion", read="2026-11-23"),
    ),
    options=Options,
    measured=(Measured("143 saved web pages", rate=0, right=0, read=0),),
    examples=(
        Bad(f"{_FIT}<p>Not a fit: people ⟦with lupus requiring long-term systemic treatments⟧ cannot join.</p>{_IN}"),
        Bad(f"{_FIT}<p>Good fit: adults ⟦who did not respond to steroid treatments⟧ at all.</p>{_OUT}"),
        Good(f"{_FIT}<p>Good fit: people with lupus requiring long-term systemic treatments.</p>{_IN}"),
        Good(f"{_FIT}<p>Not a fit: people who did not respond to steroid treatment.</p>{_OUT}"),
        Good(
            f"{_FIT}<p>Not a fit: people with active hepatitis B infection now.</p><h2>Inclusion criteria</h2>"
            "<ul><li>No active hepatitis B infection now</li><li>People with active hepatitis B infection are excluded</li></ul>"
        ),
        Good(
            f"{_FIT}<p>Good fit: adults with steroid-resistant nephrotic syndrome proven by biopsy.</p><h2>Exclusion "
            f"criteria</h2>"
            "<ul><li>Secondary steroid-resistant nephrotic syndrome, such as that of lupus, diabetes or amyloidosis</li></ul>"
        ),
    ),
)
_MOST_OF = 0.6  # share of an exclusion that must be in the text: else it excludes only some of these people


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Compare each sentence on who fits with the criteria that could contradict it."""
    least = context.options.min_words
    for fits, sentence in fit.told(page):
        for criterion in page.all_criteria:
            if criterion.kind == ("exclusion" if fits else "inclusion"):
                place = _contradicted(sentence, criterion, fits, least)
                if place:
                    yield _finding(place, criterion, fits)


def _contradicted(sentence: Passage, criterion: Criterion, fits: bool, least: int) -> Passage | None:
    """The words of the sentence that the criterion says the opposite of."""
    found = fit.shared(sentence.text, criterion.text, least)
    if not found:
        return None
    (start, end), there = found
    is_most = there[1] - there[0] >= _MOST_OF * len(criterion.text)
    opposed = is_most if fits else fit.permits(criterion.text, *there)
    return sentence.slice(start, end) if opposed else None


def _finding(place: Passage, criterion: Criterion, fits: bool) -> Finding:
    said = "are a good fit here, and excluded by a criterion" if fits else "are no fit here, and may join by a criterion"
    return rule.finding(place, f"People “{place.text}” {said}.", related=[(criterion.passage, "the criterion")])
