"""Flat data to the model, by the names of its keys: YAML, front matter, a site's own JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from triallint.page import Criterion, Field, TrialPage
from triallint.passage import Passage
from triallint.reading import criteria, ids, values, vocabulary
from triallint.reading.tree import Path, Tree

_TITLES = frozenset(("title", "official_title"))
_VALUES = frozenset(
    "trial_id acronym status phase study_type enrollment enrollment_type "
    "minimum_age maximum_age sex healthy_volunteers sponsor".split()
)
_DATES = frozenset("start_date primary_completion_date completion_date first_posted last_updated verified_on reviewed_on".split())


def read(tree: Tree) -> TrialPage | None:
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
    yes_or_no = name == "healthy_volunteers"
    items = [(path, value)] if not isinstance(value, list) else [((*path, at), each) for at, each in enumerate(value)]
    texts = [
        (where, each)
        for where, each in items
        if isinstance(each, (str, int, float)) and (yes_or_no or not isinstance(each, bool))
    ]
    if not texts:
        return
    role = "value" if name in _VALUES or name in _DATES or not name else "title" if name in _TITLES else "prose"
    made = [tree.passage(where, each, name or str(path[-1]), role) for where, each in texts]
    passages += made
    if name in ("inclusion", "exclusion"):
        listed += _listed(name, made)
    elif name in _DATES:
        dates[name] = Field(made[0].decoded, made[0])
    elif isinstance(value, list) or name in ("conditions", "keywords", "interventions", "locations", "contacts"):
        lists[name or str(path[-1])] = tuple(Field(each.decoded, each) for each in made)
        if name == "phase":
            facts[name] = Field(_typed(name, ", ".join(each.decoded for each in made)), made[0], "key")
    elif name == "ages":
        for which, age in zip(("minimum_age", "maximum_age"), values.ages(made[0].decoded), strict=True):
            if age:
                facts.setdefault(which, Field(age, made[0], "key"))
    elif name and name not in facts:
        facts[name] = Field(texts[0][1] if yes_or_no else _typed(name, made[0].decoded), made[0], "key")


def _listed(kind: str, made: list[Passage]) -> tuple[Criterion, ...]:
    if len(made) == 1:
        return criteria.split(criteria.lines_of(made[0]), kind)
    return criteria.split((criteria.marked(each, 0, len(each), 0, starts_item=True) for each in made), kind)


def _typed(name: str, text: str) -> Any:
    if name == "status":
        return values.status(text) or text
    if name == "phase":
        return values.phases(text) or (text,)
    if name == "enrollment":
        return values.count(text)
    if name in ("minimum_age", "maximum_age"):
        low, high = values.ages(text)
        return low or high or text
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
