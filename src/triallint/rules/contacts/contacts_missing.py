"""Nobody to turn to."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Passage, Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="contacts-missing",
    code="CNT001",
    what="There is no person, telephone number or e-mail address to turn to.",
    why="Someone who wants to join, or to ask about a risk, cannot.",
    do="Add a contact of the study or of a site, or say where one is to be found.",
    pages=Severity.WARNING,
    records=Severity.WARNING,
    english=False,
    citations=(
        Citation("ClinicalTrials.gov study data structure: at least one central or facility contact", read="2026-11-23"),
        Citation("OHRP guidance on clinical trial websites (2005): contact information is a basic item", read="2026-11-23"),
    ),
    measured=(
        Measured("2,919 registry records", rate=0.45, right=13, read=13),
        Measured("143 saved web pages", rate=95.8, right=137, read=137),
    ),
    examples=(
        Bad("<h1>⟦⟧A study</h1><dl><dt>Status</dt><dd>Recruiting</dd></dl><p>Ask your doctor.</p>"),
        Bad("<h1>⟦⟧A study</h1><dl><dt>Status</dt><dd>Completed</dd></dl>"),
        Bad("<h1>A study</h1><p>Recruiting</p><h2>⟦⟧Study contacts</h2><h2>Dates</h2><p>Recruiting until May.</p>"),
        Bad(
            '{"protocolSection": {"identificationModule": {"briefTitle": "⟦⟧A study"}, '
            '"statusModule": {"overallStatus": "RECRUITING"}}}',
            format="json",
        ),
        Good("<h1>A study</h1><h2>Contact</h2><p>Jane Doe, 312-555-7788</p>"),
        Good("<h1>A study</h1><p>Write to jane.doe@hospital.example</p>"),
        Good("<h1>A study</h1><p>Call <a href='tel:+13125557788'>the study team</a></p>"),
        Good('{"protocolSection": {"statusModule": {"overallStatus": "COMPLETED"}}}', format="json"),
    ),
)

_WRITTEN = Pattern(
    r"[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{2,64}|(?:tel|phone|call)[ .:]{1,3}\+?\(?[0-9][0-9 ().-]{6,18}", "@ tel phone call"
)
_OPEN = ("RECRUITING", "NOT_YET_RECRUITING")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """The registry shows no contacts of a record once it is closed; on a page that is a warning."""
    if page.kind == "record" and page.status not in _OPEN:
        return
    if any(each.phone or each.email or each.name for each in page.contacts) or page.lists.get("contacts"):
        return
    linked = any(each.target.startswith(("tel:", "mailto:")) for each in page.links)
    if linked or page.mentions(_WRITTEN):
        return
    severity = Severity.ERROR if page.status in _OPEN else None
    yield rule.finding(_anchor(page), "No contact is given: no name, telephone number or e-mail address.", severity=severity)


def _anchor(page: TrialPage) -> Passage:
    section = page.section("contacts")
    return section.heading.slice(0, 0) if section else page.anchor
