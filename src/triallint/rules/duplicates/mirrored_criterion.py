"""An inclusion and an exclusion criterion that ask for the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Context, Good, Rule

rule = Rule(
    name="mirrored-criterion",
    code="DUP005",
    what="An exclusion criterion says once more, turned round, what an inclusion criterion says.",
    why="The list grows without saying more, and the two can come apart.",
    do="Keep the one that is easier to understand.",
    pages=Severity.INFO,
    records=Severity.INFO,
    examples=(
        Bad(
            "<h2>Inclusion criteria</h2><ul><li>Negative pregnancy test at screening</li></ul>"
            "<h2>Exclusion criteria</h2><ul><li>⟦Positive pregnancy test at screening⟧</li></ul>"
        ),
        Bad(
            "<h2>Inclusion criteria</h2><ul><li>Able to give informed consent</li></ul>"
            "<h2>Exclusion criteria</h2><ul><li>⟦Unable to give informed consent⟧</li></ul>"
        ),
        Good(
            "<h2>Inclusion criteria</h2><ul><li>Negative pregnancy test</li></ul>"
            "<h2>Exclusion criteria</h2><ul><li>Positive test for hepatitis B</li></ul>"
        ),
    ),
)

_ABLE = r"\b(?:able|ability|willing|willingness|agree|agrees|capable)\b[^.;]{0,60}"
_UNABLE = r"\b(?:unable|inability|unwilling|unwillingness|refuse|refuses|refusal|incapable|not (?:able|willing))\b[^.;]{0,60}"
# (a word that both have, what an inclusion criterion asks for, what an exclusion criterion denies)
_PAIRS = (
    (
        "pregnancy",
        r"\bnegative\b[^.;]{0,40}pregnancy test|pregnancy test[^.;]{0,30}\bnegative\b",
        r"\bpositive\b[^.;]{0,40}pregnancy test|pregnancy test[^.;]{0,30}\bpositive\b",
    ),
    ("consent", _ABLE + r"informed consent", _UNABLE + r"informed consent"),
    ("contracepti", _ABLE + r"contracepti", _UNABLE + r"contracepti"),
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """A table of what lists ask for on both sides: pregnancy tests, consent, contraception."""
    for word, asked, denied in _PAIRS:
        about = [each for each in page.all_criteria if word in each.text.lower()]
        first = next((each for each in about if each.kind == "inclusion" and re.search(asked, each.text, re.I)), None)
        second = next((each for each in about if each.kind == "exclusion" and re.search(denied, each.text, re.I)), None)
        if first and second:
            related = [(first.passage, "the inclusion criterion")]
            yield rule.finding(second.passage, "This turns an inclusion criterion round.", related=related)
