"""A contact that the text points to and that is not there."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="contact-promise-unmet",
    code="CON015",
    what="The text sends readers to a contact that the page does not give.",
    why="Someone who wants to take part looks for the name and the number, finds none, and gives up.",
    do="List the contact, or say where to find it.",
    pages=Severity.ERROR,
    records=None,
    citations=(
        Citation("OHRP, Guidance on IRB review of clinical trial websites: contact for further information", read="2026-11-23"),
    ),
    measured=(Measured("143 saved web pages", rate=0, right=0, read=0),),
    examples=(
        Bad("<h1>NCT01234567</h1><p>Contact ⟦the listed study coordinator⟧ to find out more.</p>"),
        Bad("<h1>NCT01234567</h1><p>Please call ⟦the number below⟧.</p>"),
        Good("<h1>NCT01234567</h1><p>Call the number below.</p><h2>Contact</h2><p>Sam Rivera, +1 312 555 7788</p>"),
        Good("<h1>NCT01234567</h1><p>Contact details are on the registry's page. Ask your doctor.</p>"),
        Good("<h1>NCT01234567</h1><h2>Exclusion criteria</h2><ul><li>Contact with the above listed drugs</li></ul>"),
    ),
)

_WHOM = "(?:contacts?|coordinators?|team|staff|numbers?|investigators?|sites?|person|people|address|office|e-?mail)"
_PROMISE = Pattern(
    r"(?:contact|call|e-?mail|write to|reach|phone|ask|contacting|calling) (?P<whom>(?:the |our |a |any |one of the )?"
    rf"(?:(?:\w+ )?(?:listed|above|below|following) (?:study |trial |research )?(?:\w+ )?{_WHOM}"
    rf"|(?:study |trial |research |site )?{_WHOM}(?: that (?:is|are))?,? (?:listed|given|shown|provided|below|above)))\b",
    "listed above below following given shown provided",
)
_REACHABLE = Pattern(
    r"[\w.+-]{1,64}@[\w-]+\.\w|(?<![\d-])(?!\d{4}-\d\d-\d\d)\+?\(?\d{2,4}\)?[ .-]\(?\d{2,4}\)?[ .-]\d{2,4}(?:[ .-]?\d{2,4})?"
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Nothing is said where the page has any name, number or address to turn to."""
    promises = list(page.find(_PROMISE))
    if not promises or any(each.phone or each.email or each.name for each in page.contacts):
        return
    if any(each.target.startswith(("tel:", "mailto:")) for each in page.links) or page.mentions(_REACHABLE):
        return
    for hit in promises:
        if not hit.passage.field.startswith("criteria"):
            yield rule.finding(hit.place("whom"), f"“{hit['whom']}”: the page lists nobody.")
