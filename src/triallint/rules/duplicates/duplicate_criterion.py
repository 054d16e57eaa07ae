"""A criterion that stands twice in one list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
from triallint.language import siblings
from triallint.language.likeness import is_long_enough, tokens
from triallint.page import Criterion, TrialPage
from triallint.passage import Passage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule
from triallint.source import Edit, Span

_A = "Moderate asthma diagnosed by a doctor"

_FEW = 2

rule = Rule(
    name="duplicate-criterion",
    code="DUP001",
    what="The same criterion stands twice in one list.",
    why="A reader looks for the difference between the two, and an edit of one leaves the other as it was.",
    do="Delete one of them; if another criterion was meant, put that in its place.",
    pages=Severity.ERROR,
    records=Severity.ERROR,
    english=False,
    citations=(Citation("Registry texts: 2.0 % of 3,655 eligibility sections repeat an item", read="2026-11-23"),),
    measured=(
        Measured("2,919 registry records", rate=0.34, right=10, read=10),
        Measured("17,367 eligibility texts", rate=0.2, right=34, read=34),
    ),
    examples=(
        Bad(f"<h2>Inclusion criteria</h2><ul><li>{_A}</li><li>Adults</li><li>⟦{_A}.⟧</li></ul>"),
        Bad(
            f"Inclusion Criteria:\n\n* {_A};\n* ⟦{_A}⟧\n* Adults\n",
            fixed=f"Inclusion Criteria:\n\n* {_A};\n* Adults\n",
            format="txt",
        ),
        Bad(
            f'{{"nct_id": "NCT01234567", "eligibility": "Inclusion Criteria:\\n\\n* {_A}\\n* Adults\\n* ⟦{_A};⟧\\n* Men"}}',
            fixed=f'{{"nct_id": "NCT01234567", "eligibility": "Inclusion Criteria:\\n\\n* {_A}\\n* Adults\\n* Men"}}',
            format="json",
        ),
        Good(f"<h2>Inclusion criteria</h2><ul><li>{_A}</li></ul><h2>Exclusion criteria</h2><ul><li>{_A}</li></ul>"),
        Good(f"Inclusion Criteria:\n\nCohort A:\n\n* {_A}\n\nCohort B:\n\n* {_A}\n", format="txt"),
        Good(f"Inclusion Criteria:\n\n1. {_A}\n2. Adults\n1. {_A}\n2. Children\n", format="txt"),
        Good("<h2>Inclusion criteria</h2><ul><li>HbA1c &lt; 7 % at first visit</li><li>HbA1c &gt; 7 % at first visit</li></ul>"),
        Good(
            "<h2>Inclusion criteria</h2><ul><li>Any one of the following signs of disease:<ul><li>Pain</li></ul></li>"
            "<li>Any one of the following signs of disease:<ul><li>Fever</li></ul></li></ul>"
        ),
        Good("<h2>Exclusion criteria</h2><ul><li>Pregnancy</li><li>Pregnancy</li></ul>"),
    ),
)

_EMPTY = re.compile(r"\b(?:removed|deleted|not applicable|no longer applies|reserved)\b", re.IGNORECASE)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Compare words, numbers and comparators; the later one is the place. Without it, the numbers of a typed list have a gap."""
    for items in siblings.alike(page):
        pairs = list(_repeated(items))
        # Where much repeats, the list is mostly one of several parts of the study whose headings were not seen.
        severity = Severity.INFO if len(pairs) > _FEW else None
        for first, second in pairs:
            related = [(first.passage, "the first one")]
            edit = None if any(each.isdigit() for each in second.marker.text) else _without(page, second)
            repair = fix("Delete the second one.", edit, safety=Safety.UNSAFE)
            yield rule.finding(
                second.passage, "This criterion stands above already.", related=related, fix=repair, severity=severity
            )


def _repeated(items: list[Criterion]) -> Iterator[tuple[Criterion, Criterion]]:
    seen: dict[tuple[str, ...], Criterion] = {}
    for each in items:
        first = seen.setdefault(tokens(each.text), each)
        if (
            first is not each
            and not _EMPTY.search(each.text)
            and is_long_enough(each.text)
            and not each.children
            and not first.children
        ):
            yield first, each


def _without(page: TrialPage, criterion: Criterion) -> Edit | None:
    """Take out the item with its line, where it is a line of its own: of the file, or of a text that holds the whole list."""
    span, origin = criterion.passage.span, criterion.passage.origin
    if page.format in ("text", "markdown"):
        line = _line(page.source.text, span.start, span.end)
        gone = page.source.text[line[0] : line[1] + 1] if line else ""
        return Edit(Span(line[0], line[0] + len(gone)), gone, "") if line else None
    line = _line(origin.text, criterion.passage.start, criterion.passage.start + len(criterion.passage))
    whole = Passage(criterion.passage.field, origin.text, origin)
    return whole.replace(line[0] - 1, line[1], "") if line and line[0] else None


def _line(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The line around an item, its end aside; None where something else than the item and its marker is on it."""
    first, stop = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    stop = len(text) if stop < 0 else stop
    is_alone = not text[end:stop].strip(" .;,\r") and not any(each.isalpha() for each in text[first:start])
    return (first, stop) if is_alone else None
