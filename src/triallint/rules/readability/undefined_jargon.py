"""Leukapheresis."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.language.jargon import unexplained
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="undefined-jargon",
    code="RDB004",
    what="A word of research is not explained.",
    why="Most readers do not know it, and stop there.",
    do="Say it plainly, or explain it where it stands first.",
    pages=Severity.WARNING,
    records=None,
    citations=(
        Citation("AHRQ, Patient Education Materials Assessment Tool, item 4: medical terms are defined", read="2026-11-23"),
        Citation("MRCT Center, Clinical Research Glossary", "https://mrctcenter.org/glossaryterm/", "2026-11-23"),
    ),
    measured=(
        Measured("2,919 records as pages", rate=47.72, right=50, read=50),
        Measured("143 saved web pages", rate=4.2, right=6, read=6),
    ),
    examples=(
        Bad("<h1>A drug</h1><p>NCT01234567</p><p>You will have ⟦leukapheresis⟧ at the clinic.</p>"),
        Bad("<h1>A drug</h1><p>NCT01234567</p><p>The ⟦pharmacokinetics⟧ of the drug are studied.</p>"),
        Good(
            "<h1>A drug</h1><p>NCT01234567</p><p>You will have leukapheresis (collecting white blood cells). Leukapheresis takes an hour.</p>"
        ),
        Good("<h1>A drug</h1><p>NCT01234567</p><p>You will have a blood-cell collection, called leukapheresis.</p>"),
        Good("<h1>A drug</h1><p>NCT01234567</p><h2>Exclusion criteria</h2><ul><li>Refractory asthma</li></ul>"),
    ),
)


_NARRATIVE = ("summary", "fit", "why", "how_to_join", "body")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """In the sections that patients read; titles and criteria have the words of the registry."""
    for hit, plain in unexplained(page):
        if hit.passage.root in _NARRATIVE and hit.passage.role in ("prose", "item"):
            yield rule.finding(hit.place("term"), f"“{hit['term']}” means: {plain}.")
