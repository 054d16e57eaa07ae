"""Flat data to the model by the names of its keys: YAML, a site's own JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml

from triallint import reading
from triallint.page import TrialPage
from triallint.source import Source


def read(data: object, form: str = "json") -> TrialPage | None:
    text = json.dumps(data, indent=1) if form == "json" else yaml.safe_dump(data, sort_keys=False)
    return next(iter(reading.read(Source(f"a.{form}", text))), None)


def page(data: object, form: str = "json") -> TrialPage:
    found = read(data, form)
    assert found is not None
    return found


ID = {"nct_id": "NCT01234567"}

TRIALS: dict[str, dict[str, Any]] = {
    "an id": ID,
    "another registry's id": {"trialId": "ISRCTN12345678"},
    "an eligibility list": {"title": "T", "inclusion_criteria": ["Adults"]},
    "fields of a trial": {"title": "T", "phase": "2", "status": "Recruiting"},
    "fields in an inner object": {"trial": {"title": "T", "studyType": "Interventional", "sponsor": "Acme"}},
}
OTHERS: dict[str, Any] = {
    "package.json": {"name": "x", "version": "1.0", "description": "y", "keywords": ["a"], "license": "MIT"},
    "a post": {"title": "Post", "status": "draft", "description": "x", "date": "2026-01-01"},
    "an event": {"title": "E", "location": "Utrecht", "start": "2026-01-01", "end": "2026-01-02", "contact": "x"},
    "an article": {"title": "A", "abstract": "About NCT01234567", "keywords": ["a"], "conditions": ["b"]},
    "an invalid id": {"nct_id": "see below", "title": "T"},
    "a person": {"name": "x", "age": 3, "sex": "female", "status": "active"},
    "a list of numbers": [1, 2, 3],
    "text": "NCT01234567",
    "nothing": None,
}


@pytest.mark.parametrize("data", TRIALS.values(), ids=TRIALS)
@pytest.mark.parametrize("form", ["json", "yaml"])
def test_what_is_a_trial(data: object, form: str) -> None:
    assert page(data, form).kind == "record"


@pytest.mark.parametrize("data", OTHERS.values(), ids=OTHERS)
@pytest.mark.parametrize("form", ["json", "yaml"])
def test_what_is_none(data: object, form: str) -> None:
    assert read(data, form) is None


@pytest.mark.parametrize(
    ("key", "value", "name", "expected"),
    [
        ("nctId", "NCT01234567", "trial_id", "NCT01234567"),
        ("NCT Number", "NCT01234567", "trial_id", "NCT01234567"),
        ("brief_title", "A trial", "title", "A trial"),
        ("overallStatus", "Active, not recruiting", "status", "ACTIVE_NOT_RECRUITING"),
        ("overall_status", "paused", "status", "paused"),
        ("phase", "Phase 1/Phase 2", "phase", ("PHASE1", "PHASE2")),
        ("phases", ["PHASE1", "PHASE2"], "phase", ("PHASE1", "PHASE2")),
        ("phase", "pilot", "phase", ("pilot",)),
        ("phase", 2, "phase", ("PHASE2",)),
        ("enrollment", "1,200", "enrollment", 1200),
        ("enrollment", 30, "enrollment", 30),
        ("sex", "Female", "sex", "FEMALE"),
        ("gender", "either", "sex", "either"),
        ("studyType", "Interventional", "study_type", "INTERVENTIONAL"),
        ("minimum-age", "18 Years", "minimum_age", "18 Years"),
        ("minAge", 18, "minimum_age", "18 Years"),
        ("maximumAge", "N/A", "maximum_age", "N/A"),
        ("healthyVolunteers", True, "healthy_volunteers", True),
        ("healthyVolunteers", "No", "healthy_volunteers", "No"),
        ("leadSponsor", "Acme", "sponsor", "Acme"),
        ("brief_summary", "It tests.", "summary", "It tests."),
    ],
)
def test_a_key_says_what_its_value_is(key: str, value: object, name: str, expected: object) -> None:
    found = page({**ID, key: value})
    assert found.facts[name].value == expected
    place = found.facts[name].place
    assert place.field == name
    assert json.loads(f"[{found.source.text[place.span.start : place.span.end]}]" if not isinstance(value, str | list) else "[0]")
    if isinstance(value, str):
        assert found.source.text[place.span.start : place.span.end] == value


def test_ages_in_one_value_are_two_limits() -> None:
    found = page({**ID, "ages": "18-65"})
    assert (found.facts["minimum_age"].value, found.facts["maximum_age"].value) == ("18 Years", "65 Years")
    alone = page({**ID, "ages": "18 and older", "minAge": "21 Years"})
    assert "maximum_age" not in alone.facts


def test_the_first_of_two_names_for_a_field_counts() -> None:
    assert page({**ID, "title": "One", "briefTitle": "Two"}).fact("title").value == "One"


def test_lists_and_dates() -> None:
    found = page(
        {**ID, "conditions": ["Asthma", "COPD"], "keywords": "breath", "tags": ["a", 1], "startDate": "2026-05", "updated": ""}
    )
    shown = {name: [each.value for each in items] for name, items in found.lists.items()}
    assert shown == {"conditions": ["Asthma", "COPD"], "keywords": ["breath"], "tags": ["a", "1"]}
    assert {name: each.value for name, each in found.dates.items()} == {"start_date": "2026-05"}
    second = found.lists["conditions"][1].place
    assert found.source.text[second.span.start : second.span.end] == "COPD"


def test_every_text_is_a_passage_with_its_role() -> None:
    found = page(
        {
            **ID,
            "title": "T",
            "summary": "S",
            "note": "N",
            "flag": True,
            "empty": None,
            "deep": {"er": {"x": "X", "too": {"deep": 1}}},
        }
    )
    assert [(each.field, each.text, each.role) for each in found.passages] == [
        ("trial_id", "NCT01234567", "value"),
        ("title", "T", "title"),
        ("summary", "S", "prose"),
        ("note", "N", "value"),
        ("x", "X", "value"),
    ]
    assert [each.text for each in found.prose] == [each.text for each in found.passages]


def test_criteria_as_text() -> None:
    text = 'Inclusion Criteria:\n\n* Adults\n* ≥ 1 "attack"\n\nExclusion Criteria:\n\n* Stroke\n'
    for form in ("json", "yaml"):
        found = page({**ID, "eligibility": text}, form)
        assert [(each.kind, each.text) for each in found.criteria] == [
            ("inclusion", "Adults"),
            ("inclusion", '≥ 1 "attack"'),
            ("exclusion", "Stroke"),
        ]
        assert found.eligibility is not None
        assert found.criteria[2].passage.field == "criteria.exclusion[0]"


@pytest.mark.parametrize("inclusion", [["Adults", "* Walkers"], "* Adults\n* Walkers", ["* Adults\n* Walkers"]])
def test_criteria_as_lists(inclusion: object) -> None:
    found = page({"title": "T", "inclusion": inclusion, "exclusion": "Stroke"})
    assert [(each.kind, each.text) for each in found.criteria] == [
        ("inclusion", "Adults"),
        ("inclusion", "Walkers"),
        ("exclusion", "Stroke"),
    ]


def test_the_anchor_is_the_title_else_the_beginning() -> None:
    with_title = page({**ID, "title": "T"})
    assert with_title.anchor.span == with_title.fact("title").place.slice(0, 0).span
    assert page(ID).anchor.span.start == 0
    assert page(ID, "yaml").anchor.span.start == 0


def test_comments_and_faults_go_along() -> None:
    (commented,) = reading.read(Source("a.yaml", "nct_id: NCT01234567 # triallint: disable-file\n"))
    assert [each.text for each in commented.comments] == [" triallint: disable-file"]
    (twice,) = reading.read(Source("a.json", '{"nct_id": "NCT01234567", "a": 1, "a": 2}'))
    assert len(twice.faults) == 1
