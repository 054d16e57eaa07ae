"""One list, two kinds of markers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.language.siblings import lists
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="mixed-list-markers",
    code="CRI015",
    what="Items of one list have different markers, or the first has none.",
    why="It looks as if some items belonged below others.",
    do="Give all items of the list the same marker.",
    pages=Severity.INFO,
    records=Severity.INFO,
    english=False,
    citations=(Citation("editorial judgement"),),
    measured=(
        Measured("2,919 registry records", rate=0.24, right=7, read=7),
        Measured("17,367 eligibility texts", rate=0.04, right=7, read=7),
        Measured(
            "792 rows of the WHO's platform, as pages",
            rate=1.26,
            right=8,
            read=10,
            doubtful=1,
            wrong=("the rest of the item before",),
        ),
        Measured("143 saved web pages", rate=1.4, right=2, read=2),
    ),
    examples=(
        Bad("NCT01234567\n\nInclusion criteria\n\n- Adults\n- Asthma\n⟦*⟧ Able to consent\n- Inhaler\n", format="txt"),
        Bad("NCT01234567\n\nExclusion criteria\n\n1. Smoking\n2. Gout\n⟦3)⟧ Pregnancy\n4. Eczema\n", format="txt"),
        Bad(
            '{"protocolSection": {"eligibilityModule": {"eligibilityCriteria": "Inclusion Criteria:\\n\\n⟦Diagnosis of asthma made by a physician.⟧\\n\\n* Adults\\n* Inhaler"}}}',
            format="json",
        ),
        Good("NCT01234567\n\nInclusion criteria\n\n- Adults\n- Asthma\n- Able to consent\n", format="txt"),
        Good(
            "NCT01234567\n\nInclusion criteria\n\nAll of the following\n\n- Adults\n- Asthma\n- Able to consent\n", format="txt"
        ),
        Good(
            "NCT01234567\n\nInclusion criteria\n\n1. Adults\n2. Asthma\n\nExclusion criteria\n\n- Smoking\n- Gout\n", format="txt"
        ),
    ),
)


_LEAD_IN = re.compile(
    r":\s*$|follow|criteri|\bany of|\ball\b|\bmust\b|one or more|one of|other than|at least one|eligible|exclu|inclu|(?:patients|subjects|participants|with|by)\W*$|^\W*[\w -]{0,24}$"
    r"|^\W*\w{1,2}[.)]|^\W*(?:group|cohort|arm|part|stratum|phase) [a-z0-9]{1,2}\b",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(r"\W*[ei]\.", re.IGNORECASE)  # (e.g. ...
_NUMBER = re.compile(r"[0-9]+")
_MISSING = 12  # numbers that a list may leave out
_INITIAL = re.compile(r"[^\w\s(] ?\s*[A-Z]\.\s*$|^\s*[A-Z]\.\s*$")  # - P. falciparum
_LETTERS = re.compile(r"[0-9]+|[A-Za-z]+")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Items whose marker is unlike that of both neighbours, in lists of four items and more; told once a list."""
    for items in lists(page):
        if (
            len(items) > 2
            and items[0].passage.field.endswith("clusion[0]")
            and not items[0].marker.text.strip()
            and _is_item(items[0].text)
        ):
            if all(each.marker.text.strip() for each in items[1:]):
                message = "This item has no marker; those below it have one."
                yield rule.finding(items[0].passage, message, related=[(items[1].marker, "the next marker")])
            continue
        kinds = [_LETTERS.sub("1", each.marker.text.strip()) for each in items]
        if len(items) < 4 or "" in kinds:
            continue
        for at in range(1, len(items) - 1):
            number = _NUMBER.search(items[at].marker.text)
            if number and int(number[0]) > len(items) + _MISSING:
                continue  # part of a formula
            if (
                kinds[at] != kinds[at - 1] == kinds[at + 1]
                and not _INITIAL.search(items[at].marker.text)
                and not _EXAMPLE.match(items[at].marker.text)
            ):
                message = f"This marker, '{items[at].marker.text.strip()}', is unlike those around it."
                yield rule.finding(items[at].marker, message, related=[(items[at - 1].marker, "the marker before")])
                break


def _is_item(text: str) -> bool:
    """Whether it may be an item by itself: no line that leads to the list, nor the rest of another one."""
    return not text[:1].islower() and _LEAD_IN.search(text) is None
