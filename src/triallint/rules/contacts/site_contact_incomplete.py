"""A contact whom nobody can reach."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

_HEAD = '{"protocolSection": {"statusModule": {"overallStatus": "RECRUITING"}, "contactsLocationsModule": {"centralContacts": [{'

rule = Rule(
    name="site-contact-incomplete",
    code="CNT005",
    what="A contact has a name, but neither telephone number nor e-mail address.",
    why="A reader knows whom to ask and has no way to do so.",
    do="Give a number or an address at which questions are answered.",
    pages=None,
    records=Severity.WARNING,
    english=False,
    review="major",
    citations=(
        Citation(
            "ClinicalTrials.gov Protocol Registration Data Element Definitions: Central and Facility Contact", read="2026-11-23"
        ),
    ),
    measured=(Measured("2,919 registry records", rate=4.49, right=50, read=50),),
    examples=(
        Bad(_HEAD + '"name": "⟦Sam Rivera⟧"}]}}}', format="json"),
        Bad(
            '{"protocolSection": {"statusModule": {"overallStatus": "RECRUITING"}, "contactsLocationsModule": {"locations": '
            '[{"facility": "Lakeside Hospital", "contacts": [{"name": "⟦Sam Rivera⟧", "role": "CONTACT"}]}]}}}',
            format="json",
        ),
        Good(_HEAD + '"name": "Sam Rivera", "phone": "312-555-7788"}]}}}', format="json"),
        Good(
            '{"protocolSection": {"statusModule": {"overallStatus": "RECRUITING"}, "contactsLocationsModule": {"locations": '
            '[{"facility": "Lakeside Hospital", "contacts": [{"name": "Jane Doe", "role": "PRINCIPAL_INVESTIGATOR"}]}]}}}',
            format="json",
        ),
    ),
)

_ROOT = ("protocolSection", "contactsLocationsModule")
_Contact = tuple[tuple[str | int, ...], dict[str, object]]


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Groups of contacts none of whom can be reached; sites are one finding, an info where central contacts answer."""
    if page.profile != "clinicaltrials-gov-v2":
        return
    module = page.tree.at(_ROOT)
    module = module if isinstance(module, dict) else {}
    central = list(_members(module.get("centralContacts"), ("centralContacts",)))
    sites = [
        list(_members(site.get("contacts"), (*path, "contacts")))
        for path, site in _members(module.get("locations"), ("locations",))
    ]
    silent = [named[0] for site in sites if (named := _nobody_answers(site))]
    answered = bool(central) and not _nobody_answers(central)
    for found, more, severity in (
        (_nobody_answers(central)[:1], 0, None),
        (silent[:1], len(silent) - 1, Severity.INFO if answered else None),
    ):
        for path, contact in found:
            name = str(contact["name"])
            place = page.tree.passage((*_ROOT, *path, "name"), name, "contacts", "value")
            others = f", and the same holds at {more} more {'site' if more == 1 else 'sites'}" if more else ""
            message = f"“{name}” has neither telephone number nor e-mail address{others}."
            yield rule.finding(place, message, severity=severity)


def _nobody_answers(contacts: list[_Contact]) -> list[_Contact]:
    """The named contacts of a group when none of the group can be reached; investigators need no number."""
    asked = [each for each in contacts if each[1].get("role", "CONTACT") == "CONTACT"]
    if any(contact.get("phone") or contact.get("email") for _, contact in asked):
        return []
    return [each for each in asked if isinstance(each[1].get("name"), str) and each[1]["name"]]


def _members(found: object, path: tuple[str | int, ...]) -> Iterator[_Contact]:
    if isinstance(found, list):
        yield from (((*path, at), each) for at, each in enumerate(found) if isinstance(each, dict))
