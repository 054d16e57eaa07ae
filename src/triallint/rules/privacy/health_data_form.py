"""A form that asks for a disease."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Confidence, Finding, Severity
from triallint.page import Tag, TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="health-data-form",
    code="PRV003",
    what="A form asks for answers about health, and links no privacy notice.",
    why="Nobody knows who reads the answers, and for how long they are kept.",
    do="Link the privacy notice beside the button.",
    pages=Severity.INFO,
    records=None,
    off=("page",),
    confidence=Confidence.LOW,
    citations=(
        Citation("OHRP, Guidance on IRB review of clinical trial websites: identifiable private information", read="2026-11-23"),
    ),
    measured=(Measured("143 saved web pages", rate=0, right=0, read=0),),
    examples=(
        Bad(
            '<h1>A drug</h1><p>NCT01234567</p>⟦⟧<form><label>Diagnosis</label><input name="diagnosis"><input type="submit"></form>'
        ),
        Bad('<h1>A drug</h1><p>NCT01234567</p>⟦⟧<form><textarea name="medications"></textarea></form>'),
        Good('<h1>A drug</h1><p>NCT01234567</p><form><input name="diagnosis"><a href="/privacy">Privacy</a></form>'),
        Good('<h1>A drug</h1><p>NCT01234567</p><form><input name="q" type="search"></form>'),
    ),
)


_HEALTH = re.compile(r"diagnos|disease|condition|medic|symptom|health|weight|birth|dob|pregnan|allerg|smok", re.IGNORECASE)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Forms whose fields are named after health, on pages without a link that speaks of privacy."""
    if any("privacy" in f"{link.target} {link.text.text}".lower() for link in page.links):
        return
    form: Tag | None = None
    for tag in page.tags:
        if tag.name == "form":
            form = tag
        elif form and tag.name in ("input", "textarea", "select") and _HEALTH.search(tag.attributes.get("name", "")):
            yield rule.finding(form.place(""), "This form asks about health, and the page links no privacy notice.")
            form = None
