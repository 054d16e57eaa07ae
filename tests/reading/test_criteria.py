"""Eligibility text to criteria: headings, markers, nesting, continued lines, cohorts, and lists flattened to one line."""

from __future__ import annotations

from pathlib import Path

import pytest
from decoding import assert_decodes
from hypothesis import given
from hypothesis import strategies as st

from triallint import reading
from triallint.page import Criterion
from triallint.passage import Origin, Passage
from triallint.reading import criteria
from triallint.source import Source, decode

ROOT = Path(__file__).resolve().parents[2]


def read(text: str, kind: str = "") -> tuple[Criterion, ...]:
    source = Source("a.txt", text)
    passage = Passage("eligibility", text, Origin(source, text, [(0, 0, len(text))]))
    return criteria.split(criteria.lines_of(passage), kind)


def outline(found: tuple[Criterion, ...]) -> list[object]:
    return [[each.text, *outline(each.children)] if each.children else each.text for each in found]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Inclusion Criteria:", "inclusion"),
        ("Inclusion Criteria", "inclusion"),
        ("inclusion criteria :", "inclusion"),
        ("INCLUSION", "inclusion"),
        ("Exclusion:", "exclusion"),
        ("KEY EXCLUSION CRITERIA", "exclusion"),
        ("Main inclusion criteria", "inclusion"),
        ("Other Key Inclusion Criteria:", "inclusion"),
        ("**Exclusion Criteria:**", "exclusion"),
        ("# Exclusion criteria", "exclusion"),
        ("- Inclusion criteria:", "inclusion"),
        ("Inclusion criterion", "inclusion"),
        ("Inclusion critera:", "inclusion"),
        ("Exclusion criteria for Part B:", "exclusion"),
        ("Exclusion criteria - Cohort 2", "exclusion"),
        ("Inclusion Criteria (all participants)", "inclusion"),
        ("Inclusion Criteria Details", "inclusion"),
        ("Inclusion and Exclusion Criteria", ""),
        ("Inclusion/Exclusion Criteria:", ""),
        ("Inclusion & exclusion criteria", ""),
    ],
)
def test_headings(heading: str, kind: str) -> None:
    assert criteria.heading_of(heading) == (kind, len(heading))


@pytest.mark.parametrize(
    ("text", "kind", "heading"),
    [
        ("Inclusion Criteria: Adults with asthma", "inclusion", "Inclusion Criteria: "),
        ("Key Exclusion Criteria: 1. Stroke", "exclusion", "Key Exclusion Criteria: "),
    ],
)
def test_a_heading_may_be_followed_by_its_list(text: str, kind: str, heading: str) -> None:
    assert criteria.heading_of(text) == (kind, len(heading))


@pytest.mark.parametrize(
    "text",
    [
        "Show full inclusion / exclusion criteria",
        "The inclusion criteria were met by all",
        "Inclusion criteria were changed in 2024",
        "Inclusion of adults",
        "Exclusion: pregnant women",
        "Includes women",
        "Age 18",
        "",
        "x" * 90 + " inclusion criteria",
        "one two three four five inclusion criteria",
    ],
)
def test_what_is_no_heading(text: str) -> None:
    found = criteria.heading_of(text)
    assert found is None or found[1] < len(text)


def test_lists_nest_by_indentation() -> None:
    text = (
        "Inclusion Criteria:\n\n1. Heart failure:\n\n   * NYHA II\n   * NYHA III\n2. Adults\n\nExclusion Criteria:\n\n* Stroke\n"
    )
    found = read(text)
    assert outline(found) == [["Heart failure:", "NYHA II", "NYHA III"], "Adults", "Stroke"]
    assert [each.kind for each in found] == ["inclusion", "inclusion", "exclusion"]
    assert [each.number for each in found] == ["1", "2", ""]
    assert found[0].children[1].passage.field == "criteria.inclusion[0].children[1]"
    assert found[2].passage.field == found[2].marker.field == "criteria.exclusion[0]"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. a\na. b\nb. c\n2. d", [["a", "b", "c"], "d"]),
        ("1. a:\n- b\n- c\n2. d", [["a:", "b", "c"], "d"]),
        ("* a\n* b\n- c\n- d", ["a", "b", "c", "d"]),
        ("* a\n  * b\n    * c\n  * d\n* e", [["a", ["b", "c"], "d"], "e"]),
        ("* a\n    * b\n  * c\n* d", [["a", "b", "c"], "d"]),
        ("1. a\n   i. b\n   ii. c\n2) d", [["a", "b", "c"], "d"]),
        ("\t* a\n\t\t* b", [["a", "b"]]),
        ("A. a\n1. b\n2. c\nB. d", ["a", "b", "c", "d"]),
        ("① a\n② b", ["a", "b"]),
    ],
)
def test_nesting(text: str, expected: list[object]) -> None:
    assert outline(read(f"Inclusion Criteria:\n\n{text}\n")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  -  Stroke in the\n     last year\n\n  -  Cancer\n", ["Stroke in the\n     last year", "Cancer"]),
        ("* platelets\n  > 100\n* b", ["platelets\n  > 100", "b"]),
        ("* a\nnot indented\n* b", ["a\nnot indented", "b"]),
        ("* a\n\n  still a.\n* b", ["a\n\n  still a.", "b"]),
        ("* a\n\nNot a any more.\n* b", ["a", "Not a any more.", "b"]),
        ("Adults who can\nwalk alone\n\nOr with help.", ["Adults who can\nwalk alone", "Or with help."]),
    ],
)
def test_continued_lines_belong_to_their_item(text: str, expected: list[str]) -> None:
    assert outline(read(f"Exclusion Criteria:\n\n{text}")) == expected


@pytest.mark.parametrize("end", ["", "\n"])
def test_a_list_flattened_to_one_line(end: str) -> None:
    text = "Inclusion Criteria: 1. Age over 18; 2. Has asthma; 3. Can walk. Exclusion Criteria: 1. Pregnant; 2. Blind; 3. Deaf."
    found = read(text + end)
    assert outline(found) == ["Age over 18;", "Has asthma;", "Can walk.", "Pregnant;", "Blind;", "Deaf."]
    assert [each.kind for each in found] == ["inclusion"] * 3 + ["exclusion"] * 3
    assert [each.marker.text for each in found] == ["1.", "2.", "3."] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Stage 1. Adults or stage 2. Children may join.",
        "Seen at week 1, 2. Or 3. weeks later.",
        "Dose of 1. Something",
    ],
)
def test_numbers_in_a_sentence_do_not_cut_it(text: str) -> None:
    assert outline(read(f"Inclusion Criteria:\n\n* {text}\n")) == [text]


def test_a_sentence_that_ends_one_list_does_not_swallow_the_next_heading() -> None:
    found = read("Inclusion Criteria: Adults with asthma. Key Exclusion Criteria: Pregnancy.")
    assert [(each.kind, each.text) for each in found] == [("inclusion", "Adults with asthma."), ("exclusion", "Pregnancy.")]


def groups(text: str) -> list[tuple[str, str | None]]:
    return [(each.text, each.group.text if each.group else None) for each in read(text)]


def test_cohorts_are_groups_and_their_lists_are_apart() -> None:
    text = "Inclusion Criteria:\n\nCohort A:\n\n* Adults\n\nCohort B\n\n* Adults\n\nInclusion Criteria for Part 2:\n\n* Adults\n"
    assert groups(text) == [("Adults", "Cohort A:"), ("Adults", "Cohort B"), ("Adults", "Inclusion Criteria for Part 2:")]


def test_headings_in_capitals_are_groups() -> None:
    text = "DISEASE CHARACTERISTICS:\n\nAsthma\n\nPATIENT CHARACTERISTICS:\n* Adults\n"
    assert groups(text) == [("Asthma", "DISEASE CHARACTERISTICS:"), ("Adults", "PATIENT CHARACTERISTICS:")]


def test_a_second_heading_of_a_kind_is_a_group_of_its_own() -> None:
    text = "Inclusion Criteria:\n\n* a\n\nExclusion Criteria:\n\n* b\n\nInclusion Criteria:\n\n* c\n\nOther\n\n* d\n"
    assert groups(text) == [("a", None), ("b", None), ("c", "Inclusion Criteria:"), ("d", "Other")]


def test_a_sentence_above_a_list_is_no_group() -> None:
    text = "Inclusion Criteria:\n\nAll of these apply.\n\n* a\n"
    assert groups(text) == [("All of these apply.", None), ("a", None)]


@pytest.mark.parametrize(
    ("line", "text", "marker", "number"),
    [
        ("* 1. Adults", "Adults", "* 1.", "1"),
        ("*1) Adults", "*1) Adults", "", ""),
        ("1) Adults", "Adults", "1)", "1"),
        ("12. Adults", "Adults", "12.", "12"),
        ("(a) Adults", "Adults", "(a)", "a"),
        ("(iii) Adults", "Adults", "(iii)", "iii"),
        ("1\\. Adults", "Adults", "1\\.", "1"),
        ("• Adults", "Adults", "•", ""),
        ("•Adults", "Adults", "•", ""),
        ("o Adults", "Adults", "o", ""),
        ("- 5 mg or more", "5 mg or more", "-", ""),
        ("-5 mg", "-5 mg", "", ""),
        ("- I.V. treatment", "I.V. treatment", "-", ""),
        ("I.V. treatment", "I.V. treatment", "", ""),
        ("2.5 mg a day", "2.5 mg a day", "", ""),
        ("18 years", "18 years", "", ""),
        ("3、Adults", "Adults", "3、", "3"),
    ],
)
def test_markers(line: str, text: str, marker: str, number: str) -> None:
    found = read(f"Inclusion Criteria:\n\n{line}\n")[0]
    assert (found.text, found.marker.text, found.number) == (text, marker, number)


def test_a_list_may_be_given_its_kind() -> None:
    assert [(each.kind, each.passage.field) for each in read("* a\n* b\n", "exclusion")] == [
        ("exclusion", "criteria.exclusion[0]"),
        ("exclusion", "criteria.exclusion[1]"),
    ]
    assert [each.passage.field for each in read("* a\n")] == ["criteria.unlabelled[0]"]


@pytest.mark.parametrize("text", ["", "\n \n", "Inclusion Criteria:\n", "Inclusion Criteria:\n\nExclusion Criteria:\n"])
def test_an_empty_list_has_no_criteria(text: str) -> None:
    assert read(text) == ()


LINE = st.sampled_from(
    [
        *("Inclusion Criteria:", "Exclusion Criteria: x", "* a", "  * b", "    - c", "1. d", "a) e", "text", "  more text", ""),
        *("Cohort A:", "1. A 2. B 3. C", "PART:", "o f", "*"),
    ]
)


@given(st.lists(LINE, max_size=15).map("\n".join))
def test_criteria_are_slices_in_order_that_share_nothing(text: str) -> None:
    found = read(text)
    every = [each for top in found for each in top.walk()]
    end = 0
    for each in every:
        span, marker = each.passage.span, each.marker.span
        assert end <= marker.start <= marker.end <= span.start <= span.end <= len(text)
        assert text[span.start : span.end] == each.passage.decoded == each.passage.decoded.strip()
        assert text[marker.start : marker.end] == each.marker.decoded
        end = span.end
    assert len({each.passage.field for each in every}) == len(every)
    for top in found:
        assert {each.kind for each in top.walk()} == {top.kind}


@given(st.lists(LINE, max_size=15).map("\n".join))
def test_no_word_of_a_list_is_lost(text: str) -> None:
    found = [each for top in read(text) for each in top.walk()]
    under = {each.group.span: each.group.text for each in found if each.group}
    kept = " ".join([*(f"{each.marker.text} {each.text}" for each in found), *under.values()]).split()
    for word in "bcdfx":
        assert text.split().count(word) == kept.count(word)
    assert text.count("more text") == kept.count("more")


def test_the_seed_page_has_seven_and_fifteen_criteria() -> None:
    path = ROOT / "fixtures/pages/NCT06842589.txt"
    (page,) = reading.read(decode(path.read_bytes(), path.name))
    assert [each.kind for each in page.criteria] == ["inclusion"] * 7 + ["exclusion"] * 15
    assert [each.number for each in page.criteria] == [str(number) for number in (*range(1, 8), *range(1, 16))]
    assert page.criteria[0].text == "Age ≥2 years old, gender unlimited;"
    assert page.criteria[0].marker.text == "* 1."
    assert page.criteria[21].text == "Any other conditions that the investigators deem it unsuitable for the study."
    assert all(not each.children for each in page.criteria)
    for each in page.criteria:
        assert_decodes(each.passage, "text")
