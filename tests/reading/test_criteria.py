"""Eligibility text to criteria."""

from __future__ import annotations

import pytest

from triallint.page import Criterion
from triallint.passage import Origin, Passage
from triallint.reading import criteria
from triallint.source import Source


def read(text: str) -> tuple[Criterion, ...]:
    source = Source("a.txt", text)
    passage = Passage("eligibility", text, Origin(source, text, [(0, 0, len(text))]))
    return criteria.split(criteria.lines_of(passage))


def outline(found: tuple[Criterion, ...]) -> list[object]:
    return [[each.text, *outline(each.children)] if each.children else each.text for each in found]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Inclusion Criteria:", "inclusion"),
        ("KEY EXCLUSION CRITERIA", "exclusion"),
        ("Main inclusion criteria", "inclusion"),
        ("Inclusion:", "inclusion"),
        ("Exclusion criteria for Part B:", "exclusion"),
        ("Inclusion and Exclusion Criteria", ""),
        ("Inclusion Criteria (all participants)", "inclusion"),
    ],
)
def test_headings(heading: str, kind: str) -> None:
    found = criteria.heading_of(heading)
    assert found == (kind, len(heading))


@pytest.mark.parametrize(
    "text", ["Show full inclusion / exclusion criteria", "The inclusion criteria were met by all", "Includes women", "Age 18"]
)
def test_what_is_no_heading(text: str) -> None:
    found = criteria.heading_of(text)
    assert found is None or found[1] < len(text)


def test_nesting_by_indentation_and_by_marker() -> None:
    text = (
        "Inclusion Criteria:\n\n1. Heart failure:\n\n   * NYHA II\n   * NYHA III\n2. Adults\n\nExclusion Criteria:\n\n* Stroke\n"
    )
    found = read(text)
    assert outline(found) == [["Heart failure:", "NYHA II", "NYHA III"], "Adults", "Stroke"]
    assert [each.kind for each in found] == ["inclusion", "inclusion", "exclusion"]
    assert found[0].children[1].passage.field == "criteria.inclusion[0].children[1]"
    assert [each.number for each in found] == ["1", "2", ""]


def test_continued_lines_belong_to_their_item() -> None:
    text = "Exclusion Criteria:\n\n  -  Stroke in the\n     last year\n\n  -  Cancer\n"
    assert [each.text for each in read(text)] == ["Stroke in the\n     last year", "Cancer"]


def test_a_list_flattened_to_one_line() -> None:
    text = "Inclusion Criteria: 1. Age over 18; 2. Has asthma; 3. Can walk. Exclusion Criteria: 1. Pregnant; 2. Blind; 3. Deaf."
    found = read(text)
    assert [each.text for each in found] == ["Age over 18;", "Has asthma;", "Can walk.", "Pregnant;", "Blind;", "Deaf."]
    assert [each.kind for each in found] == ["inclusion"] * 3 + ["exclusion"] * 3


def test_cohorts_are_groups_and_their_lists_are_apart() -> None:
    text = "Inclusion Criteria:\n\nCohort A:\n\n* Adults\n\nCohort B\n\n* Adults\n\nInclusion Criteria for Part 2:\n\n* Adults\n"
    found = read(text)
    assert [each.group.text if each.group else None for each in found] == [
        "Cohort A:",
        "Cohort B",
        "Inclusion Criteria for Part 2:",
    ]


@pytest.mark.parametrize(
    ("line", "text", "marker"),
    [
        ("* 1. Adults", "Adults", "* 1."),
        ("1) Adults", "Adults", "1)"),
        ("(a) Adults", "Adults", "(a)"),
        ("•Adults", "Adults", "•"),
        ("- 5 mg or more", "5 mg or more", "-"),
        ("I.V. treatment", "I.V. treatment", ""),
        ("2.5 mg a day", "2.5 mg a day", ""),
        ("18 years", "18 years", ""),
    ],
)
def test_markers(line: str, text: str, marker: str) -> None:
    found = read(f"Inclusion Criteria:\n\n{line}\n")[0]
    assert (found.text, found.marker.text) == (text, marker)


def test_criteria_are_slices_in_order() -> None:
    text = "Inclusion Criteria:\n\n* a one\n* b two\n  * c three\n\nExclusion Criteria:\n\n* d four\n"
    spans = [each.passage.span for top in read(text) for each in top.walk()]
    assert spans == sorted(spans)
    assert [text[span.start : span.end] for span in spans] == ["a one", "b two", "c three", "d four"]
