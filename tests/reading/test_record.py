"""Registry records to the model, and documents that hold several trials."""

from __future__ import annotations

import copy
import datetime
import json
from pathlib import Path
from typing import Any

import pytest
from decoding import assert_decodes

from triallint import engine, reading, selection
from triallint.config import Settings
from triallint.page import TrialPage
from triallint.source import Source, Span

ROOT = Path(__file__).resolve().parents[2]
STUDY: dict[str, Any] = {
    "protocolSection": {
        "identificationModule": {"nctId": "NCT01234567", "briefTitle": "A trial", "officialTitle": "A trial of one drug"},
        "statusModule": {"overallStatus": "RECRUITING", "startDateStruct": {"date": "2026-05"}, "statusVerifiedDate": "2026-06"},
        "sponsorCollaboratorsModule": {"leadSponsor": {"name": "Acme", "class": "INDUSTRY"}, "collaborators": [{"name": "B"}]},
        "descriptionModule": {"briefSummary": "It tests \\< 5 \\* drugs."},
        "conditionsModule": {"conditions": ["Asthma", "COPD"], "keywords": ["breath"]},
        "designModule": {
            "studyType": "INTERVENTIONAL",
            "phases": ["PHASE1", "PHASE2"],
            "enrollmentInfo": {"count": 30, "type": "ESTIMATED"},
        },
        "armsInterventionsModule": {
            "armGroups": [
                {"label": "Drug", "type": "EXPERIMENTAL", "description": "1\\. Daily"},
                {"label": "Placebo"},
                {"type": "x"},
            ],
            "interventions": [{"type": "DRUG", "name": "Abc"}, "odd", {"type": "DRUG"}],
        },
        "outcomesModule": {
            "primaryOutcomes": [{"measure": "Pain", "timeFrame": "1 year", "description": "Scale \\<5"}],
            "secondaryOutcomes": [{"measure": "Sleep"}],
            "otherOutcomes": [{"timeFrame": "none"}],
        },
        "eligibilityModule": {
            "eligibilityCriteria": "Inclusion Criteria:\n\n1. Age \\> 18\n2. Asthma\n\n   * for ≥ 1 year\n\n"
            "Exclusion Criteria:\n\n* Stroke\n",
            "healthyVolunteers": False,
            "sex": "ALL",
            "minimumAge": "18 Years",
        },
        "contactsLocationsModule": {
            "centralContacts": [{"name": "Jane Doe", "phone": "555-1234", "email": "j@x.example"}],
            "locations": [
                {"facility": "Clinic", "city": "Utrecht", "country": "Netherlands", "contacts": [{"name": "Jo"}, "odd"]},
                {"status": "RECRUITING"},
                {},
            ],
        },
    }
}


def page(study: object = STUDY, **how: Any) -> TrialPage:
    (found,) = reading.read(Source("a.json", json.dumps(study, **how)))
    return found


def raw(found: TrialPage, place: Any) -> str:
    return found.source.text[place.span.start : place.span.end]


def test_every_fact_is_read_with_its_place() -> None:
    found = page()
    assert {name: each.value for name, each in found.facts.items()} == {
        "trial_id": "NCT01234567",
        "title": "A trial",
        "official_title": "A trial of one drug",
        "status": "RECRUITING",
        "study_type": "INTERVENTIONAL",
        "enrollment": 30,
        "enrollment_type": "ESTIMATED",
        "minimum_age": "18 Years",
        "sex": "ALL",
        "healthy_volunteers": False,
        "sponsor": "Acme",
        "sponsor_class": "INDUSTRY",
        "summary": "It tests \\< 5 \\* drugs.",
        "eligibility": STUDY["protocolSection"]["eligibilityModule"]["eligibilityCriteria"],
        "phase": ("PHASE1", "PHASE2"),
    }
    assert {name: raw(found, found.facts[name].place) for name in ("title", "enrollment", "healthy_volunteers", "phase")} == {
        "title": "A trial",
        "enrollment": "30",
        "healthy_volunteers": "false",
        "phase": "PHASE1",
    }
    assert found.facts["summary"].place.text == "It tests < 5 * drugs."
    assert {name: [each.value for each in items] for name, items in found.lists.items()} == {
        "phase": ["PHASE1", "PHASE2"],
        "conditions": ["Asthma", "COPD"],
        "keywords": ["breath"],
        "collaborators": ["B"],
        "interventions": ["Abc", "", ""],
    }
    assert {name: each.value for name, each in found.dates.items()} == {"start_date": "2026-05", "verified_on": "2026-06"}


def test_criteria_are_read_without_the_registry_s_escapes() -> None:
    found = page()
    assert [(each.kind, each.text, each.number) for each in found.all_criteria] == [
        ("inclusion", "Age > 18", "1"),
        ("inclusion", "Asthma", "2"),
        ("inclusion", "for ≥ 1 year", ""),
        ("exclusion", "Stroke", ""),
    ]
    assert raw(found, found.criteria[0].passage) == "Age \\\\> 18"
    assert [each.passage.field for each in found.all_criteria][2] == "criteria.inclusion[1].children[0]"


def test_arms_interventions_and_outcomes() -> None:
    found = page()
    assert [(each.label.text, each.type.value, each.description and each.description.text) for each in found.arms] == [
        ("Drug", "EXPERIMENTAL", "1. Daily"),
        ("Placebo", None, None),
    ]
    assert found.arms[1].type.place.span == found.arms[1].label.slice(0, 0).span
    assert [(each.name.text, each.type.value) for each in found.interventions] == [("Abc", "DRUG")]
    assert [(each.kind, each.measure.text, each.time_frame and each.time_frame.text) for each in found.outcomes] == [
        ("primary", "Pain", "1 year"),
        ("secondary", "Sleep", None),
    ]
    assert found.outcomes[0].measure.field == "outcomes.primary[0].measure"
    assert found.outcomes[0].description is not None
    assert raw(found, found.outcomes[0].description) == "Scale \\\\<5"


def test_sites_and_contacts() -> None:
    found = page()
    assert [(each.facility, each.city, each.country, each.status) for each in found.sites] == [
        ("Clinic", "Utrecht", "Netherlands", ""),
        ("", "", "", "RECRUITING"),
    ]
    assert raw(found, found.sites[0].place) == "Clinic"
    assert [(each.name, each.phone, each.email) for each in found.contacts] == [
        ("Jane Doe", "555-1234", "j@x.example"),
        ("Jo", "", ""),
    ]
    assert raw(found, found.contacts[1].place) == "Jo"


@pytest.mark.parametrize("how", [{}, {"indent": 2}, {"ensure_ascii": False}])
def test_every_passage_stands_where_its_text_is(how: dict[str, Any]) -> None:
    found = page(**how)
    texts = [each.decoded for each in found.passages]
    assert texts == list(found.passages.decoded)  # type: ignore[attr-defined]
    assert {"Drug", "Placebo", "x", "DRUG", "Pain", "Scale <5", "Utrecht", "Jane Doe", "breath", "1. Daily"} <= set(texts)
    assert all(each.field and each.role for each in found.passages)
    for each in found.passages:
        if each.decoded not in ("30", "false"):
            assert_decodes(each, "json")


def test_a_record_without_a_title_is_anchored_at_its_first_character() -> None:
    (found,) = reading.read(Source("a.json", '\n {"protocolSection": {}}'))
    assert found.anchor.span == Span(2, 2)
    assert (found.trial_id, found.criteria, list(found.passages), list(found.sites)) == ("", (), [], [])
    assert page().anchor.span == page().fact("title").place.slice(0, 0).span


DOCUMENTS = {
    "one": STUDY,
    "a list": [STUDY, {"x": 1}, STUDY],
    "an answer of the registry": {"totalCount": 2, "studies": [STUDY, STUDY]},
    "a site's own list": {"trials": [{"nct_id": "NCT01234567", "title": "A"}, {"nct_id": "NCT01234567"}]},
    "mixed": [{"nct_id": "NCT01234567"}, STUDY, 3, None, "x"],
    "none": [{"x": 1}],
    "an empty list": [],
    "an empty answer": {"studies": []},
}


@pytest.mark.parametrize(("data", "count"), list(zip(DOCUMENTS.values(), [1, 2, 2, 2, 2, 0, 0, 0], strict=True)), ids=DOCUMENTS)
def test_every_trial_of_a_document_is_read_in_its_place(data: object, count: int) -> None:
    source = Source("a.json", json.dumps(data))
    found = list(reading.read(source))
    assert [each.trial_id for each in found] == ["NCT01234567"] * count
    starts = [each.fact("trial_id").place.span.start for each in found]
    assert all(source.text[start:].startswith("NCT01234567") for start in starts)
    assert starts == sorted(set(starts))


def test_a_record_in_yaml() -> None:
    text = (
        "protocolSection:\n  identificationModule: {nctId: NCT01234567, briefTitle: A ≥ B}\n  eligibilityModule:\n"
        "    eligibilityCriteria: |\n      Inclusion Criteria:\n\n      1\\. Adults\n      2\\. Walkers\n"
    )
    (found,) = reading.read(Source("a.yaml", text))
    assert found.profile == "clinicaltrials-gov-v2"
    assert [(each.number, raw(found, each.passage)) for each in found.criteria] == [("1", "Adults"), ("2", "Walkers")]
    assert raw(found, found.criteria[0].marker) == "1\\."
    assert raw(found, found.fact("title").place) == "A ≥ B"


def test_a_fault_is_told_with_the_trial_it_is_in_and_once() -> None:
    text = (
        '{"x": 1, "x": 2, "studies": [{"nct_id": "NCT01234567"}, {"nct_id": "NCT01234568", "b": NaN}, {"nct_id": "NCT01234569"}]}'
    )
    found = list(reading.read(Source("a.json", text)))
    assert [[raw(each, place) for _, place in each.faults] for each in found] == [["x"], ["NaN"], []]


def test_a_comment_is_read_with_the_trial_it_is_in() -> None:
    text = "# all\n- nct_id: NCT01234567 # triallint: one\n- nct_id: NCT01234568 # triallint: two\n  title: T\n"
    found = list(reading.read(Source("a.yaml", text.replace("# all", "# triallint: all"))))
    assert [[comment.text for comment in each.comments] for each in found] == [
        [" triallint: all", " triallint: one"],
        [" triallint: all", " triallint: two"],
    ]


ODD = [None, True, 0, -1.5, "", [], {}, "x", ["a"], {"a": 1}, [None], [[1]], "\ud800", 10**30]


def paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(each for key, below in inner for each in paths(below, (*path, key)))]


def changed(study: Any, path: tuple[Any, ...], value: object) -> Any:
    """The study with another value at a path."""
    if not path:
        return copy.deepcopy(value)
    made = copy.copy(study)
    made[path[0]] = changed(study[path[0]], path[1:], value)
    return made


def test_a_record_of_any_shape_is_read_to_the_end() -> None:
    """Every value of the record in turn is one of another kind; all that can be asked of the page is answered."""
    for path in paths(STUDY)[1:]:
        for odd in ODD:
            for found in reading.read(Source("a.json", json.dumps(changed(STUDY, path, odd)))):
                asked = (found.arms, found.interventions, found.outcomes, found.sites, found.contacts, found.all_criteria)
                assert all(len(list(each)) < 9 for each in asked)
                assert all(each.span.end <= len(found.source.text) for each in found.passages)


def test_no_rule_stops_at_a_record_of_any_shape() -> None:
    rules = selection.active(Settings(select=("ALL",)))
    stopped = set()
    for path in paths(STUDY)[2:]:
        for odd in ODD:
            source = Source("a.json", json.dumps(changed(STUDY, path, odd)))
            result = engine.check_file(source, rules, datetime.date(2026, 11, 23))
            stopped |= {each.message for each in result.findings if each.rule == "rule-crashed"}
    assert not stopped
