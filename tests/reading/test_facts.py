"""Labels and their values on pages, however they are laid out."""

from __future__ import annotations

from typing import Any

import pytest

from triallint import reading
from triallint.page import TrialPage
from triallint.reading import facts
from triallint.source import Source

ID = "<p>Trial ID: NCT01234567</p>"


def page(text: str, name: str = "a.html") -> TrialPage:
    (found,) = reading.read(Source(name, text))
    return found


def facts_of(text: str, name: str = "a.html") -> dict[str, Any]:
    return {key: each.value for key, each in page(text, name).facts.items()}


THREE = {"phase": ("PHASE2",), "status": "RECRUITING", "sponsor": "Acme"}
LAYOUTS = {
    "definitions": ("a.html", "<dl><dt>Phase<dd>Phase 2<dt>Status:<dd>Recruiting<dt>Lead sponsor<dd>Acme</dl>"),
    "rows": ("a.html", "<table><tr><th>Phase<td>2<tr><th>Recruitment status<td>Recruiting<tr><th>Sponsor<td>Acme</table>"),
    "rows of plain cells": ("a.html", "<table><tr><td>PHASE:<td>2<tr><td>Status<td>Recruiting<tr><td>Sponsor<td>Acme</table>"),
    "pairs of paragraphs": ("a.html", "<p>Phase<p>Phase 2<p>Status<p>Recruiting<p>Sponsor<p>Acme"),
    "headings": ("a.html", "<h4>Phase</h4><p>2<h4>Status</h4><p>Recruiting<h4>Sponsor</h4><p>Acme"),
    "lines with a colon": ("a.html", "<p>Phase: 2<br>Status: Recruiting<br>Sponsor: Acme"),
    "items with a colon": ("a.html", "<ul><li><b>Phase:</b> 2<li><b>Status:</b> Recruiting<li><b>Sponsor:</b> Acme</ul>"),
    "glued": ("a.txt", "A trial\n\nPhasePHASE2\nStatusRecruiting\nSponsorAcme\n"),
    "Markdown table": ("a.md", "| Field | Value |\n|---|---|\n| Phase | 2 |\n| Status | Recruiting |\n| Sponsor | Acme |\n"),
    "Markdown lines": ("a.md", "- **Phase:** 2\n- **Status:** Recruiting\n- **Sponsor:** Acme\n"),
    "text lines": ("a.txt", "A trial\n\nPhase: 2\nStatus: Recruiting\nSponsor: Acme\n"),
}


@pytest.mark.parametrize(("name", "text"), LAYOUTS.values(), ids=LAYOUTS)
def test_a_fact_is_read_in_every_layout(name: str, text: str) -> None:
    if name == "a.html":
        text = f"<h1>A trial</h1>{text}"
    found = page(text, name)
    assert {key: found.facts[key].value for key in THREE} == THREE
    place = found.facts["sponsor"].place
    assert text[place.span.start : place.span.end] == "Acme"
    assert place.field == "sponsor"


@pytest.mark.parametrize(
    ("label", "value", "expected"),
    [
        ("NCT number", "NCT01234567", {"trial_id": "NCT01234567"}),
        ("Trial ID", "NCT01234567 on ClinicalTrials.gov", {"trial_id": "NCT01234567"}),
        ("Identifier", "ABC-123", {"trial_id": "ABC-123"}),
        ("Identifier", "see below", {}),
        ("Enrollment", "1,200 (estimated)", {"enrollment": 1200}),
        ("Ages", "18 to 65 years", {"minimum_age": "18 Years", "maximum_age": "65 Years"}),
        ("Ages eligible for study", "2 Years and up", {"minimum_age": "2 Years"}),
        ("Minimum age", "18 Years", {"minimum_age": "18 Years"}),
        ("Maximum age", "up to 65", {"maximum_age": "65 Years"}),
        ("Sex", "Female and male", {"sex": "ALL"}),
        ("Study type", "Interventional", {"study_type": "INTERVENTIONAL"}),
        ("Status", "Recruiting soon", {}),
        ("Phase", "to be named", {}),
        ("Brief title", "A short one", {"title": "A short one"}),
        ("Acronym", "ABLE", {"acronym": "ABLE"}),
        ("Favourite colour", "blue", {}),
    ],
)
def test_values_are_the_registrys_own(label: str, value: str, expected: dict[str, object]) -> None:
    found = facts_of(f"<h1>T</h1><h3>Inclusion criteria</h3><p>a<dl><dt>{label}<dd>{value}</dl>")
    assert {key: each for key, each in found.items() if key != "title" or each != "T"} == expected


def test_the_first_of_two_values_counts() -> None:
    assert facts_of(f"<p>Sponsor: One<p>Sponsor: Two{ID}")["sponsor"] == "One"


@pytest.mark.parametrize(
    "text",
    [
        "<table><tr><th>Sponsor<th>Status<tr><td>Acme<td>Recruiting</table>",
        "<nav><p>Sponsor<p>All sponsors</nav>",
        "<p>Sponsor",
        "<p>Sponsor<p>Status",
        "<p>The sponsor of this trial is a company.",
        f"<p>Sponsor<p>{'long ' * 100}",
    ],
)
def test_what_is_no_pair_gives_no_fact(text: str) -> None:
    assert "sponsor" not in facts_of(f"<h1>T</h1>{ID}{text}")


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Asthma, COPD", ["Asthma", "COPD"]),
        ("Asthma; COPD, severe; X.", ["Asthma", "COPD, severe", "X"]),
        ("Asthma | COPD", ["Asthma", "COPD"]),
        ("1,3-butadiene, x", ["1,3-butadiene", "x"]),
        ("Asthma<br>COPD, severe", ["Asthma", "COPD, severe"]),
        ("Asthma", ["Asthma"]),
        ("Asthma, , COPD,", ["Asthma", "COPD"]),
    ],
)
def test_a_list_in_one_line_falls_into_its_items(text: str, items: list[str]) -> None:
    found = page(f"<h1>T</h1>{ID}<dl><dt>Conditions<dd>{text}</dl>")
    listed = found.lists["conditions"]
    assert [each.value for each in listed] == items
    for each in listed:
        assert found.source.text[each.place.span.start : each.place.span.end].rstrip(".") == each.value
        assert each.place.field == "conditions"


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Start date", "start_date"),
        ("Study completion (estimated)", "completion_date"),
        ("Last updated", "last_updated"),
        ("First posted", "first_posted"),
        ("Last reviewed", "reviewed_on"),
        ("Last verified", "verified_on"),
    ],
)
def test_dates_are_kept_as_written(label: str, name: str) -> None:
    found = page(f"<h1>T</h1>{ID}<p>{label}: May 5, 2026")
    assert found.dates[name].value == "May 5, 2026"
    assert found.dates[name].place.field == name


def test_every_label_with_a_value_is_told_with_its_place() -> None:
    found = page(f"<h1>T</h1>{ID}<dl><dt>Sponsor<dd>Acme</dl>")
    from triallint.reading import html

    blocks = list(html.read(found.source).blocks)
    told = [(name, label.text, value.text, how) for name, label, value, how in facts.pairs(blocks)]
    assert told == [("trial_id", "Trial ID", "NCT01234567", "label"), ("sponsor", "Sponsor", "Acme", "cell")]
