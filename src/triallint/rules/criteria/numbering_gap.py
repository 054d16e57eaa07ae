"""Items whose numbers do not follow each other."""

from __future__ import annotations

import re
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
        Measured("2,919 registry records", rate=0.27, right=8, read=8),
        Measured("17,367 eligibility texts", rate=0.05, right=8, read=8),
        Measured("2,919 records as pages", rate=0.24, right=7, read=7),
        Measured("792 rows of the WHO's platform, as pages", rate=0.51, right=4, read=4),
    ),
    examples=(
        Bad("NCT01234567\n\nInclusion criteria\n\n1. Adults\n2. Asthma\n⟦4.⟧ Able to consent\n", format="txt"),
        Bad("NCT01234567\n\nExclusion criteria\n\n1. Smoking\n2. Asthma\n⟦2.⟧ Pregnancy\n3. Gout\n", format="txt"),
        Good("NCT01234567\n\nInclusion criteria\n\n1. Adults\n2. Asthma\n3. Able to consent\n", format="txt"),
        Good(
            "<h1>NCT01234567</h1><h2>Inclusion criteria</h2><p>1. Adults</p><p>2. Any of:</p><p>1. Asthma</p><p>2. Gout</p>"
            "<p>3. Able to consent</p>"
        ),
        Good("NCT01234567\n\nInclusion criteria\n\n1. Adults\n2. Asthma 3. Gout\n4. Able to consent\n", format="txt"),
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
            if number in (last, last + 2) and _sign(item) == _sign(before) != "" and not _goes_on(page, items, before, item):
                message = f"Number {number} follows number {last}."
                yield rule.finding(item.marker, message, related=[(before.marker, "the number before")])
                break


def _goes_on(page: TrialPage, items: list[Criterion], before: Criterion, item: Criterion) -> bool:
    """Whether the number follows that of a list around this one, or one that stands between the two, in or out of an item."""
    skipped = int(item.number) - 1
    first, begin = page.once(_first_of_each_number), items[0].passage.span.start
    if any(first.get((item.kind, group, str(skipped)), begin) < begin for group in (0, _group(item))):
        return True
    between = page.source.text[before.marker.span.end : item.marker.span.start]
    return re.search(rf"(?<![\d.<>=\u2264\u2265]){skipped}(?:\\*| )(?:[.)]|,? ?(?=[A-Za-z]))", between) is not None


def _first_of_each_number(page: TrialPage) -> dict[tuple[str, int, str], int]:
    """Where a number first stands, by kind and sub-heading."""
    first: dict[tuple[str, int, str], int] = {}
    for each in page.all_criteria:
        first.setdefault((each.kind, _group(each), each.number), each.passage.span.start)
    return first


def _group(item: Criterion) -> int:
    return item.group.span.start if item.group else 0


def _sign(item: Criterion) -> str:
    """What stands behind the number; a full stop of Chinese text is one too."""
    return item.marker.text.strip()[-1:].replace("\uff0e", ".")
