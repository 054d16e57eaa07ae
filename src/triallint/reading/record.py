"""Structured data to the model: a registry record by its profile, flat data by the names of its keys."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from triallint.page import Arm, Contact, Criterion, Field, Intervention, Outcome, Site, TrialPage
from triallint.passage import Passage
from triallint.reading import criteria, ids, values, vocabulary
from triallint.reading.json import subtree
from triallint.reading.tree import Path, Tree, values_at

_MARKUP = frozenset("summary description eligibility study_population design masking ipd_sharing why_stopped".split())
_ROLES = {"title": "title", "official_title": "title"}
_VALUES = frozenset(
    "trial_id acronym status study_type enrollment enrollment_type minimum_age maximum_age sex healthy_volunteers sponsor_class "
    "sponsor phase".split()
)
_DATES = frozenset("start_date primary_completion_date completion_date first_posted last_updated verified_on reviewed_on".split())


def read(tree: Tree) -> Iterator[TrialPage]:
    """The trials of a document: one study, a list of studies, or ``{"studies": [...]}``; none where there is no trial."""
    found = False
    for path, value in _candidates(tree.value):
        page = _page(subtree(tree, path, value) if path else tree)
        if page is not None:
            found = True
            yield page
        elif found:
            continue


def _candidates(value: Any) -> Iterator[tuple[Path, Any]]:
    if isinstance(value, list):
        yield from (((at,), each) for at, each in enumerate(value))
    elif isinstance(value, dict):
        many = next((key for key in ("studies", "trials", "records", "results", "data") if _is_many(value.get(key))), None)
        if many:
            yield from (((many, at), each) for at, each in enumerate(value[many]))
        else:
            yield (), value


def _is_many(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def _page(tree: Tree) -> TrialPage | None:
    if not isinstance(tree.value, dict):
        return None
    profile = vocabulary.profile("clinicaltrials-gov-v2")
    if profile["claims"] in tree.value:
        return _registry_page(tree, profile)
    return flat_page(tree)


@cache
def _paths(kind: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    profile = vocabulary.profile("clinicaltrials-gov-v2")
    return tuple((name, tuple(path.replace("[*]", ".*").split("."))) for name, path in profile[kind].items())


def _registry_page(tree: Tree, profile: dict[str, Any]) -> TrialPage:
    passages: list[Passage] = []

    def take(path: Path, value: Any, name: str, role: str, markup: bool = False) -> Passage:
        passage = tree.passage(path, value, name, role, markup)
        passages.append(passage)
        return passage

    facts: dict[str, Field[Any]] = {}
    for kind in ("facts", "texts"):
        for name, keys in _paths(kind):
            for path, value in values_at(tree.value, keys):
                role = "value" if name in _VALUES else _ROLES.get(name, "prose")
                facts[name] = Field(value, take(path, value, name, role, name in _MARKUP))
    lists = {
        name: tuple(Field(value, take(path, value, name, "value")) for path, value in values_at(tree.value, keys))
        for name, keys in _paths("lists")
    }
    dates = {
        name: Field(str(value), take(path, value, name, "value"))
        for name, keys in _paths("dates")
        for path, value in values_at(tree.value, keys)
    }
    parts = {name: list(values_at(tree.value, keys)) for name, keys in _paths("parts")}
    if lists["phase"]:
        facts["phase"] = Field(tuple(each.value for each in lists["phase"]), lists["phase"][0].place)
    anchor = facts["title"].place.slice(0, 0) if "title" in facts else tree.passage((), "", "", "value").slice(0, 0)
    eligibility = facts["eligibility"].place if "eligibility" in facts else None
    return TrialPage(
        source=tree.source,
        format=tree.format,
        kind="record",
        profile=profile["name"],
        anchor=anchor,
        facts=facts,
        lists={**lists, "interventions": tuple(_name_field(tree, *each) for each in parts["interventions"])},
        dates=dates,
        trial_ids=(facts["trial_id"],) if "trial_id" in facts else (),
        criteria=criteria.split(criteria.lines_of(eligibility)) if eligibility else (),
        eligibility=eligibility,
        arms=tuple(_arms(parts["arms"], take)),
        interventions=tuple(_interventions(parts["interventions"], take)),
        outcomes=tuple(
            outcome for kind in ("primary", "secondary", "other") for outcome in _outcomes(kind, parts[f"{kind}_outcomes"], take)
        ),
        sites=tuple(_sites(parts["locations"], take)),
        contacts=tuple(_contacts(parts["central_contacts"], parts["locations"], take)),
        sections=(),
        headings=(),
        links=(),
        images=(),
        comments=tree.comments,
        passages=tuple(passages),
        language="en",
        faults=tree.faults,
        tree=tree,
    )


def _name_field(tree: Tree, path: Path, value: Any) -> Field[str]:
    name = value.get("name", "") if isinstance(value, dict) else ""
    return Field(str(name), tree.passage((*path, "name"), str(name), "interventions", "value"))


def _text(part: tuple[Path, Any], key: str, name: str, take: Any, role: str = "prose") -> Passage | None:
    path, value = part
    if not isinstance(value, dict) or not isinstance(value.get(key), str):
        return None
    passage: Passage = take((*path, key), value[key], name, role, role == "prose")
    return passage


def _arms(parts: list[tuple[Path, Any]], take: Any) -> Iterator[Arm]:
    for at, part in enumerate(parts):
        label = _text(part, "label", f"arms[{at}].label", take, "value")
        kind = _text(part, "type", f"arms[{at}].type", take, "value")
        if label:
            yield Arm(label, _field(kind, label), _text(part, "description", f"arms[{at}].description", take))


def _interventions(parts: list[tuple[Path, Any]], take: Any) -> Iterator[Intervention]:
    for at, part in enumerate(parts):
        name = _text(part, "name", f"interventions[{at}].name", take, "value")
        kind = _text(part, "type", f"interventions[{at}].type", take, "value")
        if name:
            about = _text(part, "description", f"interventions[{at}].description", take)
            yield Intervention(name, _field(kind, name), about)


def _field(passage: Passage | None, fallback: Passage) -> Field[str]:
    return Field(passage.decoded, passage) if passage else Field(None, fallback.slice(0, 0))


def _outcomes(kind: str, parts: list[tuple[Path, Any]], take: Any) -> Iterator[Outcome]:
    for at, part in enumerate(parts):
        name = f"outcomes.{kind}[{at}]"
        measure = _text(part, "measure", f"{name}.measure", take, "title")
        frame = _text(part, "timeFrame", f"{name}.time_frame", take, "value")
        if measure:
            yield Outcome(kind, measure, frame, _text(part, "description", f"{name}.description", take))


def _sites(parts: list[tuple[Path, Any]], take: Any) -> Iterator[Site]:
    for at, part in enumerate(parts):
        given = {
            key: text
            for key in ("facility", "city", "state", "country", "status")
            if (text := _text(part, key, f"locations[{at}].{key}", take, "value"))
        }
        if given:
            place = next(iter(given.values()))
            yield Site(place, **{key: text.decoded for key, text in given.items()})


def _contacts(central: list[tuple[Path, Any]], sites: list[tuple[Path, Any]], take: Any) -> Iterator[Contact]:
    at_sites = [
        ((*path, "contacts", index), contact)
        for path, site in sites
        if isinstance(site, dict)
        for index, contact in enumerate(site.get("contacts") or ())
    ]
    for at, part in enumerate([*central, *at_sites]):
        given = {
            key: text for key in ("name", "phone", "email") if (text := _text(part, key, f"contacts[{at}].{key}", take, "value"))
        }
        if given:
            yield Contact(next(iter(given.values())), **{key: text.decoded for key, text in given.items()})


def flat_page(tree: Tree) -> TrialPage | None:
    """A trial from data whose keys say what they hold; None when they do not tell of a trial.

    That takes a registry id, an eligibility text, or three recognised fields one of which only trials have.
    """
    facts: dict[str, Field[Any]] = {}
    lists: dict[str, tuple[Field[str], ...]] = {}
    dates: dict[str, Field[str]] = {}
    passages: list[Passage] = []
    inclusion: list[Criterion] = []
    take_entries(tree, facts, lists, dates, passages, inclusion)
    if not _is_trial(facts, lists, inclusion):
        return None
    anchor = facts["title"].place.slice(0, 0) if "title" in facts else tree.passage((), "", "", "value").slice(0, 0)
    eligibility = facts["eligibility"].place if "eligibility" in facts else None
    found = criteria.split(criteria.lines_of(eligibility)) if eligibility else tuple(inclusion)
    return TrialPage(
        source=tree.source,
        format=tree.format,
        kind="record",
        profile="generic",
        anchor=anchor,
        facts=facts,
        lists=lists,
        dates=dates,
        trial_ids=(facts["trial_id"],) if "trial_id" in facts else (),
        criteria=found,
        eligibility=eligibility,
        arms=(),
        interventions=(),
        outcomes=(),
        sites=(),
        contacts=(),
        sections=(),
        headings=(),
        links=(),
        images=(),
        comments=tree.comments,
        passages=tuple(passages),
        faults=tree.faults,
        tree=tree,
    )


def take_entries(
    tree: Tree,
    facts: dict[str, Field[Any]],
    lists: dict[str, tuple[Field[str], ...]],
    dates: dict[str, Field[str]],
    passages: list[Passage],
    listed: list[Criterion],
) -> None:
    """Sort the named values of flat data into what the model has for them."""
    for path, value in _entries(tree.value, ()):
        name = vocabulary.label_of(str(path[-1]))
        _take_entry(tree, path, value, name, facts, lists, dates, passages, listed)


def _entries(value: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    """The named values of flat data: the object's own, and those of objects in it."""
    if not isinstance(value, dict) or len(path) > 2:
        return
    for key, each in value.items():
        if isinstance(each, dict):
            yield from _entries(each, (*path, key))
        elif each is not None and each != "" and each != []:
            yield (*path, key), each


def _take_entry(
    tree: Tree,
    path: Path,
    value: Any,
    name: str,
    facts: dict[str, Field[Any]],
    lists: dict[str, tuple[Field[str], ...]],
    dates: dict[str, Field[str]],
    passages: list[Passage],
    listed: list[Criterion],
) -> None:
    items = [(path, value)] if not isinstance(value, list) else [((*path, at), each) for at, each in enumerate(value)]
    texts = [(where, each) for where, each in items if isinstance(each, (str, int, float)) and not isinstance(each, bool)]
    if not texts:
        return
    role = "value" if name in _VALUES or name in _DATES or not name else _ROLES.get(name, "prose")
    made = [tree.passage(where, each, name or str(path[-1]), role) for where, each in texts]
    passages += made
    if name in ("inclusion", "exclusion"):
        listed += _listed(name, made)
    elif name in _DATES:
        dates[name] = Field(made[0].decoded, made[0])
    elif isinstance(value, list) or name in ("conditions", "keywords", "interventions", "locations", "contacts"):
        lists[name or str(path[-1])] = tuple(Field(each.decoded, each) for each in made)
    elif name and name not in facts:
        facts[name] = Field(_typed(name, made[0].decoded), made[0], "key")


def _listed(kind: str, made: list[Passage]) -> tuple[Criterion, ...]:
    if len(made) == 1:
        return criteria.split(criteria.lines_of(made[0]), kind)
    return criteria.split((criteria.marked(each, 0, starts_item=True) for each in made), kind)


def _typed(name: str, text: str) -> Any:
    if name == "status":
        return values.status(text) or text
    if name == "phase":
        return values.phases(text) or (text,)
    if name == "enrollment":
        return values.count(text)
    parse = {"sex": values.sex, "study_type": values.study_type}.get(name)
    return (parse(text) or text) if parse else text


_TRIAL_ONLY = frozenset("status phase study_type enrollment sex sponsor start_date completion_date official_title".split())


def _is_trial(facts: dict[str, Field[Any]], lists: dict[str, tuple[Field[str], ...]], listed: list[Criterion]) -> bool:
    if listed or ("trial_id" in facts and ids.registry_of(str(facts["trial_id"].value))):
        return True
    known = {*facts, *(name for name in lists if name in ("conditions", "interventions", "phase"))}
    return (
        len(known) >= 3
        and len(known & (_TRIAL_ONLY | {"conditions", "interventions", "phase"})) >= 2
        and bool(known & {"phase", "enrollment", "study_type", "eligibility", "interventions"})
    )
