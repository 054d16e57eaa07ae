"""The schemas are sound and fresh, the quick check never overrules jsonschema, and messages read like an editor's."""

import copy
import datetime
import gzip
import json
import math
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from triallint import schema
from triallint.schema import Problem, problems

ROOT = Path(__file__).resolve().parents[1]
SCHEMAS = sorted((ROOT / "schemas").glob("*.schema.json"))
CORPUS = ROOT.parent / "shared" / "corpus"  # beside the checkout where the project is developed, nowhere else
OPENAPI = CORPUS / "schema" / "ctg-oas-v2.yaml"
RECORDS = CORPUS / "records" / "ctgov_v2.ndjson.gz"

RECORD = {
    "protocolSection": {
        "identificationModule": {"nctId": "NCT01234567", "briefTitle": "Salt and Sleep", "acronym": "SAS"},
        "statusModule": {
            "statusVerifiedDate": "2024-05",
            "overallStatus": "RECRUITING",
            "startDateStruct": {"date": "2024-01-15", "type": "ACTUAL"},
            "completionDateStruct": {"date": "2026", "type": "ESTIMATED"},
            "studyFirstSubmitDate": "2023-11-02",
        },
        "sponsorCollaboratorsModule": {"leadSponsor": {"name": "A University", "class": "OTHER"}},
        "designModule": {
            "studyType": "INTERVENTIONAL",
            "phases": ["PHASE1", "PHASE2"],
            "enrollmentInfo": {"count": 40, "type": "ESTIMATED"},
        },
        "eligibilityModule": {"healthyVolunteers": False, "sex": "ALL", "minimumAge": "18 Years", "stdAges": ["ADULT"]},
        "contactsLocationsModule": {
            "locations": [{"city": "Leeds", "geoPoint": {"lat": 53.8, "lon": -1.5}, "contacts": [{"name": "A. Nurse"}]}]
        },
    },
    "hasResults": False,
}
TRIAL = {
    "trial_id": "NCT01234567",
    "title": "Salt and Sleep",
    "official_title": "A Randomized Trial of Dietary Salt and Sleep",
    "status": "RECRUITING",
    "phases": ["NA"],
    "study_type": "INTERVENTIONAL",
    "enrollment": 40,
    "sex": "ALL",
    "healthy_volunteers": False,
    "sponsor": "A University",
    "conditions": ["Insomnia"],
    "interventions": [{"name": "Less salt"}],
    "primary_outcomes": [{"measure": "Hours of sleep", "timeFrame": "4 weeks"}],
    "criteria": {"inclusion": ["18 years or older"], "exclusion": []},
    "start_date": "2024-01-15",
    "verified_on": "2024-05",
    "summary": "This study tests whether less salt improves sleep.",
}


def changed(value: object, path: str, new: object) -> object:
    """Return a copy of a value in which the place at a dotted path holds something else."""
    result = copy.deepcopy(value)
    *parents, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    place = result
    for step in parents:
        place = place[step]
    place[last] = new
    return result


def without(value: dict, *names: str) -> dict:
    return {name: inner for name, inner in value.items() if name not in names}


def subschemas(part: object) -> Iterator[dict]:
    if isinstance(part, dict):
        yield part
    for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from subschemas(inner)


def resolved(part: dict, root: dict) -> Iterator[dict]:
    """Yield a schema's parts and those of what it refers to."""
    for inner in subschemas(part):
        yield inner
        if "$ref" in inner:
            yield from resolved(root["$defs"][inner["$ref"].rpartition("/")[2]], root)


# --- the files


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.name)
def test_schema_is_valid(path: Path) -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.name)
def test_schema_means_the_same_to_every_engine(path: Path) -> None:
    root = json.loads(path.read_text(encoding="utf-8"))
    for part in subschemas(root):
        assert not re.search(r"\\[dDwWsSzZA]", str(part.get("pattern", ""))), part
    negations = [part[key] for part in subschemas(root) for key in ("not", "if") if isinstance(part.get(key), dict)]
    for part in (inner for negation in negations for inner in resolved(negation, root)):
        assert not str(part.get("pattern", "")).endswith("$"), f"see _certainly_valid: {part}"
        assert part.get("type") != "number", f"see _certainly_valid: {part}"


@pytest.mark.skipif(not OPENAPI.exists(), reason="the registry's OpenAPI document is not beside the checkout")
def test_registry_schema_is_fresh() -> None:
    namespace: dict = {"__file__": str(ROOT / "schemas" / "build_ctgov.py"), "__name__": "build_ctgov"}
    exec((ROOT / "schemas" / "build_ctgov.py").read_text(encoding="utf-8"), namespace)
    assert namespace["TARGET"].read_text(encoding="utf-8") == namespace["text"](OPENAPI), "run schemas/build_ctgov.py"


@pytest.mark.skipif(not OPENAPI.exists(), reason="the registry's OpenAPI document is not beside the checkout")
def test_registry_schema_has_every_value_of_the_document() -> None:
    shapes = yaml.safe_load(OPENAPI.read_text(encoding="utf-8"))["components"]["schemas"]
    for name, definition in schema.load("ctgov-v2-study")["$defs"].items():
        assert set(shapes.get(name, {}).get("enum", ())) <= set(definition.get("enum", ())), name
        assert list(shapes.get(name, {}).get("properties", ())) == list(definition.get("properties", ())), name


@pytest.mark.skipif(not RECORDS.exists(), reason="the corpus of records is not beside the checkout")
def test_published_records_are_valid() -> None:
    with gzip.open(RECORDS) as lines:
        assert not [found for line in lines for found in problems(json.loads(line), "ctgov-v2-study")]


def test_both_schemas_have_the_same_values() -> None:
    policy, registry = schema.load("trial-page")["properties"], schema.load("ctgov-v2-study")["$defs"]
    assert policy["phases"]["items"]["enum"] == registry["Phase"]["enum"]
    for name, definition in [
        ("status", "Status"),
        ("study_type", "StudyType"),
        ("sex", "Sex"),
        ("enrollment_type", "EnrollmentType"),
    ]:
        assert policy[name]["enum"] == registry[definition]["enum"]


def test_unknown_schema_is_named() -> None:
    with pytest.raises(FileNotFoundError, match='no schema named "no-such"'):
        schema.load("no-such")


# --- the words


MESSAGES = [
    ("designModule.phases", "PHASE1", "type", '"phases" should be a list, but it is the text "PHASE1".'),
    (
        "designModule.phases",
        ["PHASE3", "Phase 1"],
        "enum",
        '"Phase 1" is not one of the registry\'s values for phases; nearest: "PHASE1".',
    ),
    (
        "designModule.phases",
        ["Phase II"],
        "enum",
        '"Phase II" is not one of the registry\'s values for phases; nearest: "PHASE2".',
    ),
    ("designModule.phases", ["PHASE3", 1], "type", 'Item 2 of "phases" should be text, but it is the number 1.'),
    ("designModule", [], "type", '"designModule" should be a group of fields, but it is a list.'),
    (
        "designModule.enrollmentInfo.count",
        "40",
        "type",
        '"count" should be a whole number, but it is the text "40".',
    ),
    ("designModule.enrollmentInfo.count", 40.5, "type", '"count" should be a whole number, but it is the number 40.5.'),
    ("designModule.studyType", None, "type", '"studyType" should be text, but it is empty (null).'),
    ("designModule.targetDuration", "", "pattern", '"targetDuration" should be a number and a unit of time such as '),
    (
        "eligibilityModule.sex",
        "Both",
        "enum",
        '"Both" is not one of the registry\'s values for sex; allowed: "FEMALE", "MALE", "ALL".',
    ),
    (
        "eligibilityModule.healthyVolunteers",
        "No",
        "type",
        '"healthyVolunteers" should be true or false, but it is the text "No".',
    ),
    (
        "statusModule.overallStatus",
        "Not recruiting",
        "enum",
        '"Not recruiting" is not one of the registry\'s values for overallStatus; '
        'nearest: "NOT_YET_RECRUITING" or "ACTIVE_NOT_RECRUITING".',
    ),
    (
        "statusModule.startDateStruct.date",
        "January 2024",
        "pattern",
        '"date" should be a date such as 2026-05-31, 2026-05 or 2026, but it is the text "January 2024".',
    ),
    (
        "statusModule.startDateStruct.date",
        datetime.date(2024, 1, 15),
        "type",
        '"date" should be text, but it is the value "2024-01-15".',
    ),
    (
        "statusModule.studyFirstSubmitDate",
        "2023-11",
        "pattern",
        '"studyFirstSubmitDate" should be a date such as 2026-05-31, but it is the text "2023-11".',
    ),
    ("statusModule.whyStopped", math.nan, "type", '"whyStopped" should be text, but it is the number NaN.'),
    ("statusModule.overallStatus", "x" * 90, "enum", '"' + "x" * 59 + '…" is not one of '),
]


@pytest.mark.parametrize(("path", "new", "kind", "message"), MESSAGES)
def test_message(path: str, new: object, kind: str, message: str) -> None:
    [problem] = problems(changed(RECORD, f"protocolSection.{path}", new), "ctgov-v2-study")
    assert problem.kind == kind
    assert problem.message.startswith(message)
    assert problem.message.endswith(".")
    assert problem.path[: path.count(".") + 2] == ("protocolSection", *path.split("."))


def test_problems_come_in_order_of_their_places() -> None:
    record = changed(RECORD, "protocolSection.designModule.phases", [f"Phase {n}" for n in range(12)])
    record = changed(record, "protocolSection.contactsLocationsModule.locations.0.city", 3)
    paths = [problem.path for problem in problems(record, "ctgov-v2-study")]
    assert paths[0] == ("protocolSection", "contactsLocationsModule", "locations", 0, "city")
    assert [path[-1] for path in paths[1:]] == list(range(12))


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest):
    """Return a function that tells a value's problems by a schema made for the test."""

    def tell(definition: dict, value: object) -> list[tuple[tuple, str, str]]:
        monkeypatch.setattr(schema, "load", lambda _: definition)
        name = f"{request.node.name}: {json.dumps(definition)}"
        return [(found.path, found.kind, found.message) for found in problems(value, name)]

    return tell


def test_unknown_names_are_told_one_by_one(made) -> None:
    known = {
        "properties": {"select": {}, "ignore": {}},
        "patternProperties": {"^x-": {}},
        "additionalProperties": False,
    }
    assert made(known, {"slect": 1, "x-mine": 1, "zzz": 1, "ignore": 1}) == [
        (("slect",), "additionalProperties", '"slect" is not a known name; nearest: "select".'),
        (("zzz",), "additionalProperties", '"zzz" is not a known name.'),
    ]


def test_choice_is_told_by_the_form_that_fits_best(made) -> None:
    texts = {"type": "array", "items": {"type": "string"}}
    severities = {"type": "object", "additionalProperties": {"enum": ["high", "low"]}}
    choice = {"properties": {"ignore": {"anyOf": [texts, severities, {"type": "null"}]}}}
    wanted = '"ignore" should be a list or a group of fields or empty (null), but it is the number 3.'
    assert made(choice, {"ignore": 3}) == [(("ignore",), "type", wanted)]
    wanted = 'Item 2 of "ignore" should be text, but it is the number 3.'
    assert made(choice, {"ignore": ["a", 3]}) == [(("ignore", 1), "type", wanted)]
    wanted = '"hgih" is not one of the values for dates; nearest: "high".'
    assert made(choice, {"ignore": {"dates": "hgih"}}) == [(("ignore", "dates"), "enum", wanted)]


@pytest.mark.parametrize(
    ("definition", "value", "message"),
    [
        ({"minLength": 3}, "ab", "should have 3 characters or more, but it has 2."),
        ({"maxItems": 1}, [1, 2], "should have 1 items or fewer, but it has 2."),
        ({"minItems": 1, "type": "array"}, [], 'The file has no "x".'),
        ({"uniqueItems": True}, ["a", "a"], '"x" has the same item twice.'),
        ({"minimum": 1}, 0, '"x" should be 1 or more, but it is 0.'),
        ({"const": 1}, 2, '"x" should be 1, but it is 2.'),
        ({"pattern": "^a"}, "b", '"x" does not have the expected form; it is the text "b".'),
        ({"oneOf": [{"const": "a"}, {"type": "string"}]}, "a", '"x" does not have the expected form; it is '),
        ({"enum": list(range(20))}, 20, "20 is not one of the values for x; allowed: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10"),
        ({"required": ["y"]}, {}, '"x" has no "y".'),
        ({"items": {"minItems": 1}}, [[]], 'Item 1 of "x" is empty.'),
    ],
)
def test_other_keywords(made, definition: dict, value: object, message: str) -> None:
    [(_, _, told)] = made({"properties": {"x": definition}}, {"x": value})
    assert message.removesuffix(".") in told


def test_a_tuple_is_a_list(made) -> None:
    wanted = [(("x", 1), "type", 'Item 2 of "x" should be text, but it is the number 1.')]
    definition = {"properties": {"x": {"type": "array", "items": {"type": "string"}}}}
    assert made(definition, {"x": ("a", "b")}) == []
    assert made(definition, {"x": ("a", 1)}) == wanted


# --- the policy


def kinds(trial: dict) -> list[tuple[str, str | None]]:
    return [(found.kind, found.missing) for found in problems(trial, "trial-page")]


@pytest.mark.parametrize(
    ("name", "noun"),
    [
        ("trial_id", "trial ID"),
        ("title", "title"),
        ("official_title", "official title"),
        ("status", "recruitment status"),
        ("study_type", "study type"),
        ("enrollment", "enrollment number"),
        ("sex", "entry for sex"),
        ("sponsor", "sponsor"),
        ("conditions", "condition"),
        ("summary", "summary"),
        ("interventions", "intervention"),
        ("primary_outcomes", "primary outcome"),
    ],
)
def test_trial_needs(name: str, noun: str) -> None:
    assert list(problems(TRIAL, "trial-page")) == []
    assert list(problems(without(TRIAL, name), "trial-page")) == [
        Problem((), "required", f"The study has no {noun}.", missing=name)
    ]


@pytest.mark.parametrize("name", ["conditions", "interventions", "primary_outcomes"])
def test_an_empty_list_is_nothing(name: str) -> None:
    message = next(problems(without(TRIAL, name), "trial-page")).message
    assert list(problems(TRIAL | {name: []}, "trial-page")) == [Problem((name,), "minItems", message)]


EXCEPTIONS = {
    "withheld": {"trial_id": "NCT05555555", "title": "[Trial of device ...]", "status": "WITHHELD"},
    "expanded access": without(TRIAL, "enrollment", "primary_outcomes") | {"study_type": "EXPANDED_ACCESS"},
    "observational": without(TRIAL, "interventions") | {"study_type": "OBSERVATIONAL", "interventions": []},
    "observational, before 2017": without(TRIAL, "interventions", "primary_outcomes", "official_title")
    | {"study_type": "OBSERVATIONAL", "start_date": "2017-01"},
    "registered before 2008": without(TRIAL, "enrollment", "primary_outcomes", "start_date", "official_title")
    | {"trial_id": "NCT00001234"},
    "started before 2008": without(TRIAL, "enrollment", "primary_outcomes", "official_title") | {"start_date": "1999-11"},
    "started before 2017": without(TRIAL, "official_title") | {"start_date": "2016-12-31"},
}


@pytest.mark.parametrize("trial", EXCEPTIONS.values(), ids=EXCEPTIONS)
def test_exception(trial: dict) -> None:
    assert kinds(trial) == []


def test_exceptions_end_where_the_law_begins() -> None:
    assert kinds(without(TRIAL, "primary_outcomes") | {"start_date": "2008-01", "trial_id": "NCT00600000"}) == [
        ("required", "primary_outcomes")
    ]
    observational = without(TRIAL, "interventions", "primary_outcomes") | {"study_type": "OBSERVATIONAL"}
    assert kinds(observational | {"trial_id": "NCT03030303"}) == [("required", "primary_outcomes")]


# --- the quick check

VALUES = [
    None, True, 0, 3, 3.5, 1e400, 10**30, math.nan, "", "x", "2020", "2020-01-01\n", "ALL\n", "١٢ Years", "\ud800",
    [], [None], ["PHASE1\n"], {}, {"x": math.nan}, {3: 3}, (), datetime.date(2020, 1, 1),
]  # fmt: skip


def places(value: object, path: tuple = ()) -> Iterator[tuple]:
    yield path
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in pairs:
        yield from places(inner, (*path, step))


@st.composite
def mutants(draw: st.DrawFn, record: dict) -> object:
    """Make a record with one to three places changed: another value, another spelling, nothing at all."""
    holder = {"": copy.deepcopy(record)}
    for _ in range(draw(st.integers(1, 3))):
        *parents, last = draw(st.sampled_from([path for path in places(holder) if path]))
        place = holder
        for step in parents:
            place = place[step]
        old = place[last]
        respelt = [old.lower(), old.title(), old + "\n", f" {old}", [old]] if isinstance(old, str) else [[old], str(old)]
        if parents and draw(st.integers(0, 4)) == 0:
            del place[last]
        else:
            place[last] = copy.deepcopy(draw(st.sampled_from(VALUES + respelt)))
    return holder[""]


def agree(mutant: object, name: str) -> None:
    """Assert that problems are told exactly when jsonschema, run without the quick check, has an error."""
    lists = jsonschema.Draft202012Validator.TYPE_CHECKER.redefine("array", lambda _, v: isinstance(v, list | tuple))
    validator = jsonschema.validators.extend(jsonschema.Draft202012Validator, type_checker=lists)(schema.load(name))
    errors = {tuple(error.absolute_path) for error in validator.iter_errors(mutant)}
    told = list(problems(mutant, name))
    assert {problem.path for problem in told} == errors
    for problem in told:
        assert problem.message.endswith(".")
        assert not re.search(r"\binstance\b|\bschema\b|\b(?:any|one)Of\b|\$\.|\n", problem.message)
        problem.message.encode("utf-8")


@settings(max_examples=600, deadline=None, derandomize=True)
@given(mutants(RECORD))
def test_quick_check_agrees_on_records(mutant: object) -> None:
    agree(mutant, "ctgov-v2-study")


@settings(max_examples=600, deadline=None, derandomize=True)
@given(mutants(TRIAL))
def test_quick_check_agrees_on_trials(mutant: object) -> None:
    agree(mutant, "trial-page")


def imported(code: str) -> set[str]:
    """Return which of the two validators a program imports."""
    probe = f"import json, sys\n{code}\nprint(*{{'jsonschema', 'jsonschema_rs'}} & sys.modules.keys())"
    done = subprocess.run([sys.executable, "-c", probe], input=json.dumps(RECORD), capture_output=True, text=True)
    assert not done.stderr
    return set(done.stdout.split())


def test_import_is_lazy() -> None:
    assert imported("import triallint.schema") == set()


def test_valid_record_does_not_import_jsonschema() -> None:
    code = "from triallint.schema import problems\nassert not [*problems(json.load(sys.stdin), 'ctgov-v2-study')]"
    assert imported(code) == {"jsonschema_rs"}
