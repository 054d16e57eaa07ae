"""Structured data to the model: a registry record by its profile, flat data by the names of its keys."""

from __future__ import annotations

import dataclasses
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import Any

from triallint.page import Arm, Contact, Field, Intervention, Outcome, Site, TrialPage
from triallint.passage import Passage
from triallint.prose import Lazily, Texts
from triallint.reading import criteria, flat, vocabulary
from triallint.reading.json import subtree
from triallint.reading.tree import Path, Tree, shown, unescaped, values_at
from triallint.source import Span

_Part = tuple[Path, Any]
_Entry = tuple[Path, Any, str, str, bool]
"""What Tree.passage takes: path, value, name, role, whether it is a markup field."""

_MARKUP = frozenset("summary description eligibility study_population design masking ipd_sharing why_stopped".split())
_ROLES = {"title": "title", "official_title": "title"}
_VALUES = frozenset(
    "trial_id acronym status study_type enrollment enrollment_type minimum_age maximum_age sex healthy_volunteers sponsor_class "
    "sponsor phase start_date_type primary_completion_date_type completion_date_type".split()
)


def read(tree: Tree) -> Iterator[TrialPage]:
    """The trials of a document: one study, a list of studies, or ``{"studies": [...]}``; none where there is no trial."""
    for part in _parts(tree):
        page = _page(part)
        if page is not None:
            yield page


def _parts(tree: Tree) -> list[Tree]:
    """What may be a trial, each with the comments and the faults of notation that stand in it.

    A comment that stands in none of them is for all, a fault is told with the first.
    """
    found = list(_candidates(tree.value))
    parts = [subtree(tree, path, value) if path else tree for path, value in found]
    if len(parts) < 2 or not (tree.comments or tree.faults):
        return parts
    spans = sorted((Span(*tree.locate(path)[0][1:]), at) for at, (path, _) in enumerate(found))

    def owner(span: Span) -> int | None:
        number = bisect_right(spans, (span, len(parts))) - 1
        return spans[number][1] if number >= 0 and spans[number][0].covers(span) else None

    commented = [(owner(each.span), each) for each in tree.comments]
    faults: dict[int, list[tuple[str, Passage]]] = {}
    for each in tree.faults:
        faults.setdefault(owner(each[1].span) or 0, []).append(each)
    return [
        dataclasses.replace(
            part,
            comments=tuple(each for at, each in commented if at in (number, None)),
            faults=tuple(faults.get(number, ())),
        )
        for number, part in enumerate(parts)
    ]


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
    return flat.read(tree)


@cache
def _paths(kind: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    profile = vocabulary.profile("clinicaltrials-gov-v2")
    return tuple((name, tuple(path.replace("[*]", ".*").split("."))) for name, path in profile[kind].items())


def _registry_page(tree: Tree, profile: dict[str, Any]) -> TrialPage:
    entries: list[_Entry] = []
    facts: dict[str, Field[Any]] = {}
    for kind in ("facts", "texts"):
        for name, keys in _paths(kind):
            for path, value in values_at(tree.value, keys):
                entry = (path, value, name, "value" if name in _VALUES else _ROLES.get(name, "prose"), name in _MARKUP)
                entries.append(entry)
                facts[name] = Field(value, tree.passage(*entry))
    lists = {name: tuple(_listed_fields(tree, name, keys, entries)) for name, keys in _paths("lists")}
    dates = {name: each for name, keys in _paths("dates") for each in _listed_fields(tree, name, keys, entries)}
    parts = {name: values_at(tree.value, keys) for name, keys in _paths("parts")}
    if lists["phase"]:
        facts["phase"] = Field(tuple(each.value for each in lists["phase"]), lists["phase"][0].place)
    eligibility = facts["eligibility"].place if "eligibility" in facts else None
    texts = [unescaped(value) if markup else shown(value) for _, value, _, _, markup in entries]
    places = _add_part_texts(parts, texts)
    return TrialPage(
        source=tree.source,
        format=tree.format,
        kind="record",
        profile=profile["name"],
        anchor=facts["title"].place.slice(0, 0) if "title" in facts else tree.passage((), "", "", "value"),
        facts=facts,
        lists={**lists, "interventions": tuple(_name_field(tree, *each) for each in parts["interventions"])},
        dates=dates,
        trial_ids=(facts["trial_id"],) if "trial_id" in facts else (),
        criteria=criteria.split(criteria.lines_of(eligibility)) if eligibility else (),
        eligibility=eligibility,
        arms=Lazily(lambda: _arms(tree, parts["arms"])),
        interventions=Lazily(lambda: _interventions(tree, parts["interventions"])),
        outcomes=Lazily(lambda: _outcomes(tree, parts)),
        sites=Lazily(lambda: _sites(tree, parts["locations"])),
        contacts=Lazily(lambda: _contacts(tree, parts)),
        sections=(),
        headings=(),
        links=(),
        images=(),
        comments=tree.comments,
        passages=Texts(
            texts,
            lambda at: tree.passage(*entries[at] if at < len(entries) else _part_entry(parts, *places[at - len(entries)])),
            [*(name for _, _, name, *_ in entries), *(_PART_NAMES.get(name, name).partition(".")[0] for name, _, _ in places)],
        ),
        language="en",
        faults=tree.faults,
        tree=tree,
    )


def _listed_fields(tree: Tree, name: str, keys: tuple[str, ...], entries: list[_Entry]) -> Iterator[Field[str]]:
    for path, value in values_at(tree.value, keys):
        entry = (path, value, name, "value", False)
        entries.append(entry)
        yield Field(str(value), tree.passage(*entry))


# What the parts of a record hold that a reader reads: key, its name in the model, its role.
_PART_TEXTS = {
    "arms": (("label", "label", "value"), ("type", "type", "value"), ("description", "description", "prose")),
    "interventions": (("name", "name", "value"), ("type", "type", "value"), ("description", "description", "prose")),
    **dict.fromkeys(
        ("primary_outcomes", "secondary_outcomes", "other_outcomes"),
        (("measure", "measure", "title"), ("timeFrame", "time_frame", "value"), ("description", "description", "prose")),
    ),
    "locations": tuple((key, key, "value") for key in ("facility", "city", "state", "country", "status")),
    "central_contacts": tuple((key, key, "value") for key in ("name", "phone", "email")),
}
_PART_NAMES = {
    "primary_outcomes": "outcomes.primary",
    "secondary_outcomes": "outcomes.secondary",
    "other_outcomes": "outcomes.other",
    "central_contacts": "contacts",
}


def _add_part_texts(parts: dict[str, list[_Part]], texts: list[str]) -> list[tuple[str, int, int]]:
    """Add the texts of all parts; for each of them: the name of its part, which of these it is, which of its texts."""
    places: list[tuple[str, int, int]] = []
    for name, found in parts.items():
        wanted = [(number, key, role == "prose") for number, (key, _, role) in enumerate(_PART_TEXTS[name])]
        for at, (_, value) in enumerate(found):
            if isinstance(value, dict):
                for number, key, markup in wanted:
                    text = value.get(key)
                    if isinstance(text, str):
                        texts.append(unescaped(text) if markup else text)
                        places.append((name, at, number))
    return places


def _part_entry(parts: dict[str, list[_Part]], name: str, at: int, number: int) -> _Entry:
    """One text of a part, as Tree.passage takes it."""
    path, value = parts[name][at]
    key, called, role = _PART_TEXTS[name][number]
    return (*path, key), value[key], f"{_PART_NAMES.get(name, name)}[{at}].{called}", role, role == "prose"


def _passages(tree: Tree, name: str, found: list[_Part]) -> Iterator[dict[str, Passage]]:
    """For each part of that name, its texts by their names in the model."""
    for at, (_, value) in enumerate(found):
        given = value if isinstance(value, dict) else {}
        yield {
            called: tree.passage(*_part_entry({name: found}, name, at, number))
            for number, (key, called, _) in enumerate(_PART_TEXTS[name])
            if isinstance(given.get(key), str)
        }


def _name_field(tree: Tree, path: Path, value: Any) -> Field[str]:
    name = value.get("name", "") if isinstance(value, dict) else ""
    return Field(str(name), tree.passage((*path, "name"), str(name), "interventions", "value"))


def _field(passage: Passage | None, fallback: Passage) -> Field[str]:
    return Field(passage.decoded, passage) if passage else Field(None, fallback.slice(0, 0))


def _arms(tree: Tree, found: list[_Part]) -> Iterator[Arm]:
    for given in _passages(tree, "arms", found):
        if label := given.get("label"):
            yield Arm(label, _field(given.get("type"), label), given.get("description"))


def _interventions(tree: Tree, found: list[_Part]) -> Iterator[Intervention]:
    for given in _passages(tree, "interventions", found):
        if name := given.get("name"):
            yield Intervention(name, _field(given.get("type"), name), given.get("description"))


def _outcomes(tree: Tree, parts: dict[str, list[_Part]]) -> Iterator[Outcome]:
    for kind in ("primary", "secondary", "other"):
        for given in _passages(tree, f"{kind}_outcomes", parts[f"{kind}_outcomes"]):
            if measure := given.get("measure"):
                yield Outcome(kind, measure, given.get("time_frame"), given.get("description"))


def _sites(tree: Tree, found: list[_Part]) -> Iterator[Site]:
    return (Site(place, **texts) for place, texts in _listed(tree, "locations", found))


def _contacts(tree: Tree, parts: dict[str, list[_Part]]) -> Iterator[Contact]:
    at_sites = [each for path, site in parts["locations"] for each in values_at(site, ("contacts", "*"), path)]
    found = [*parts["central_contacts"], *at_sites]
    return (Contact(place, **texts) for place, texts in _listed(tree, "central_contacts", found))


def _listed(tree: Tree, name: str, found: list[_Part]) -> Iterator[tuple[Passage, dict[str, str]]]:
    """For each part of that name, which may be hundreds, the place of its first text, and its texts."""
    for at, (_, value) in enumerate(found):
        texts = _texts(name, value)
        if texts:
            number = next(number for number, (key, *_) in enumerate(_PART_TEXTS[name]) if key in texts)
            yield tree.passage(*_part_entry({name: found}, name, at, number)), texts


def _texts(name: str, value: Any) -> dict[str, str]:
    given = value if isinstance(value, dict) else {}
    return {key: text for key, _, _ in _PART_TEXTS[name] if isinstance(text := given.get(key), str)}
