"""≥ in a sentence for patients."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="comparison-symbol-in-plain-text",
    code="UNI011",
    what="A sign of comparison stands in running text.",
    why="Many readers do not know which way ≥ points, and screen readers leave it out.",
    do="Write it in words: 2 years or older.",
    pages=Severity.WARNING,
    records=None,
    citations=(Citation("ISMP List of Error-Prone Abbreviations, Symbols, and Dose Designations", read="2026-11-23"),),
    measured=(
        Measured("2,919 records as pages", rate=8.7, right=20, read=20),
        Measured("9,476 older summaries, each set as a section of a page", rate=4.98, right=46, read=46),
    ),
    examples=(
        Bad("<h1>NCT01234567</h1><p>The study is for children ⟦≥2⟧ years.</p>"),
        Bad("<h1>NCT01234567</h1><p>People with an eGFR ⟦< 30⟧ may join.</p>"),
        Good("<h1>NCT01234567</h1><p>The study is for children of 2 years or older.</p>"),
        Good("<h1>NCT01234567</h1><p>The result was significant (p < 0.05; n > 30).</p>"),
        Good("<h1>NCT01234567</h1><h2>Inclusion criteria</h2><ul><li>Age ≥ 2 years</li></ul>"),
    ),
)


_SIGN = Pattern(r"[\u2265\u2264<>](?:/?=)? ?\d+(?:\.\d+)?", "\u2265 \u2264 < >")
_NARRATIVE = ("summary", "fit", "why", "how_to_join", "body")
_STATISTIC = re.compile(r"(?:\b[pnPNrRtF]|alpha|\u03b1|value) ?$")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """In sentences of the sections that patients read; statistics are not for them anyway."""
    for hit in page.find(_SIGN):
        root = hit.passage.root
        if (
            root in _NARRATIVE
            and hit.passage.role == "prose"
            and len(hit.passage.text) > 30
            and not _STATISTIC.search(hit.before[-8:])
        ):
            yield rule.finding(hit.place(), f"“{hit[0]}” is not plain to every reader.")
