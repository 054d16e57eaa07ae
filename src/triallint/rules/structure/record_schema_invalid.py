"""A record that is not of the shape the registry defines."""

from __future__ import annotations

from collections.abc import Iterator

from triallint import schema
from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Passage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="record-schema-invalid",
    code="STR001",
    what="A value of the record is not of the kind, the form or the list of values that the registry defines.",
    why="Programs that read the record drop such a value or stop, and the trial is shown without it or not at all.",
    do="Give the value the form that the message names.",
    pages=None,
    records=Severity.ERROR,
    english=False,
    citations=(Citation("ClinicalTrials.gov API v2, OpenAPI document: types, enumerations, date pattern", read="2026-11-23"),),
    measured=(Measured("2,919 registry records", rate=0, right=0, read=0),),
    examples=(
        Bad('{"protocolSection": {"designModule": {"phases": "⟦PHASE1⟧"}}}', format="json"),
        Bad(
            '{"protocolSection": {"designModule": {"phases": ["⟦Phase 1⟧"], "enrollmentInfo": {"count": "⟦18⟧"}}}}', format="json"
        ),
        Bad('{"protocolSection": {"statusModule": {"startDateStruct": {"date": "⟦May 2026⟧"}}}}', format="json"),
        Bad('{"protocolSection": {"conditionsModule": ⟦⟧["Asthma"]}}', format="json"),
        Bad('{"protocolSection": {"identificationModule": {"briefTitle": "A"}, "statusModule": ⟦null⟧}}', format="json"),
        Good('{"protocolSection": {"designModule": {"phases": ["PHASE1"], "enrollmentInfo": {"count": 18}}}}', format="json"),
        Good('{"protocolSection": {"aModuleOfTomorrow": {"x": 1}}, "added": true}', format="json"),
    ),
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """An unknown word of an enumeration is a warning: the registry adds values from time to time."""
    if page.profile != "clinicaltrials-gov-v2":
        return
    for problem in schema.problems(page.tree.value, "ctgov-v2-study"):
        severity = Severity.WARNING if problem.kind == "enum" else None
        yield rule.finding(_place(page, problem.path), problem.message, severity=severity)


def _place(page: TrialPage, path: tuple[str | int, ...]) -> Passage:
    """The value at a path; of a whole object or list only where it begins."""
    value = page.tree.value
    for step in path:
        value = value[step]
    name = ".".join(map(str, path[1:]))
    place: Passage = page.tree.passage(path, "null" if value is None else value, name, "value")
    return place.slice(0, 0) if isinstance(value, (dict, list)) else place
