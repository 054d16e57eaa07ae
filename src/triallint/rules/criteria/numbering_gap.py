"""Items whose numbers do not follow each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from triallint.finding import Finding, Severity
from triallint.language.siblings import lists
from triallint.page import Criterion, TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="numbering-gap",
    code="CRI004",
    what="The numbers of a list skip one or stand twice.",
    why="Something may be missing, and “see criterion 5” points to the wrong item.",
    do="Number the items in order.",
    pages=Severity.WARNING,
    records=Severity.WARNING,
    english=False,
    citations=(Citation("editorial judgement"),),
    measured=(
        Measured("2,919 registry records", rate=0.69, right=20, read=20),
        Measured("17,367 eligibility texts", rate=0.21, right=20, read=20),
        Measured("2,919 records as pages", rate=2.23, right=9, read=9),
    ),
    examples=(
        Bad("NCT01234567\n\nInclusion criteria\n\n1. Adults\n2. Asthma\n⟦4.⟧ Able to consent\n", format="txt"),
        Bad("NCT01234567\n\nExclusion criteria\n\n1. Smoking\n2. Asthma\n⟦2.⟧ Pregnancy\n3. Gout\n", format="txt"),
        Good("NCT01234567\n\nInclusion criteria\n\n1. Adults\n2. Asthma\n3. Able to consent\n", format="txt"),
        Good(
            "NCT01234567\n\nInclusion criteria\n\n1. Adults\n2. Asthma\n\nExclusion criteria\n\n1. Smoking\n2. Gout\n",
            format="txt",
        ),
    ),
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Typed numbers of one list, whose items have no other kind of marker between them; told once a list."""
    for items in lists(page):
        numbers = [each.number for each in items]
        if len(items) < 3 or not all(number.isdecimal() for number in numbers):
            continue
        for before, item in pairwise(items):
            last, number = int(before.number), int(item.number)
            if number in (last, last + 2) and _sign(item) == _sign(before) != "":
                message = f"Number {number} follows number {last}."
                yield rule.finding(item.marker, message, related=[(before.marker, "the number before")])
                break


def _sign(item: Criterion) -> str:
    """What stands behind the number; a full stop of Chinese text is one too."""
    return item.marker.text.strip()[-1:].replace("\uff0e", ".")
