"""A criterion that stands twice in one list."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
from triallint.language import siblings
from triallint.language.likeness import is_long_enough, tokens
from triallint.page import Criterion, TrialPage
from triallint.rule import Bad, Citation, Context, Good, Rule
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
    examples=(
        Bad(f"<h2>Inclusion criteria</h2><ul><li>{_A}</li><li>Adults</li><li>⟦{_A}.⟧</li></ul>"),
        Bad(
            f"Inclusion Criteria:\n\n* {_A};\n* ⟦{_A}⟧\n* Adults\n",
            fixed=f"Inclusion Criteria:\n\n* {_A};\n* Adults\n",
            format="txt",
        ),
        Good(f"<h2>Inclusion criteria</h2><ul><li>{_A}</li></ul><h2>Exclusion criteria</h2><ul><li>{_A}</li></ul>"),
        Good(f"Inclusion Criteria:\n\nCohort A:\n\n* {_A}\n\nCohort B:\n\n* {_A}\n", format="txt"),
        Good("<h2>Inclusion criteria</h2><ul><li>HbA1c &lt; 7 % at first visit</li><li>HbA1c &gt; 7 % at first visit</li></ul>"),
        Good("<h2>Exclusion criteria</h2><ul><li>Pregnancy</li><li>Pregnancy</li></ul>"),
    ),
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Compare words, numbers and comparators; the later one is the place."""
    for items in siblings.lists(page):
        pairs = list(_repeated(items))
        # Where much repeats, the list is mostly one of several parts of the study whose headings were not seen.
        severity = Severity.INFO if len(pairs) > _FEW else None
        for first, second in pairs:
            related = [(first.passage, "the first one")]
            repair = fix("Delete the second one.", _without(page, second), safety=Safety.UNSAFE)
            yield rule.finding(
                second.passage, "This criterion stands above already.", related=related, fix=repair, severity=severity
            )


def _repeated(items: list[Criterion]) -> Iterator[tuple[Criterion, Criterion]]:
    seen: dict[tuple[str, ...], Criterion] = {}
    for each in items:
        first = seen.setdefault(tokens(each.text), each)
        if first is not each and is_long_enough(each.text) and not each.children and not first.children:
            yield first, each


def _without(page: TrialPage, criterion: Criterion) -> Edit | None:
    """Take out the item with its line, where the item is a line of its own."""
    if page.format not in ("text", "markdown"):
        return None
    text, span = page.source.text, criterion.passage.span
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    end = len(text) if end < 0 else end + 1
    before = text[start : span.start].strip()
    if text[span.end : end].strip(" .;,\r\n") or any(each.isalpha() for each in before):
        return None
    return Edit(Span(start, end), text[start:end], "")
