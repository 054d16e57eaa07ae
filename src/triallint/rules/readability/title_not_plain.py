"""A title for specialists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.language.acronyms import KNOWN
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="title-not-plain",
    code="RDB005",
    what="The title cannot be understood by those who look for a trial.",
    why="It is the first and often the only thing that people read.",
    do="Name who, which disease and what, in everyday words and up to 120 characters.",
    pages=Severity.WARNING,
    records=Severity.INFO,
    english=True,
    citations=(
        Citation(
            "ClinicalTrials.gov Protocol Registration Data Element Definitions: Brief Title, in language intended for the lay public",
            read="2026-11-23",
        ),
    ),
    measured=(
        Measured(
            "2,919 records as pages",
            rate=25.21,
            right=38,
            read=40,
            wrong=(
                "a word in capitals",
                "the name of a trial",
            ),
        ),
        Measured("143 saved web pages", rate=27.97, right=20, read=20),
    ),
    examples=(
        Bad(
            "<h1>⟦Study of the Therapeutic Efficacy of Chimeric Antigen Receptor T Lymphocytes in Patients With Steroid-Resistant Nephrotic Syndrome of Childhood⟧</h1><p>NCT01234567</p>"
        ),
        Bad("<h1>⟦CAR-T in MDR-SRNS⟧</h1><p>NCT01234567</p>"),
        Good("<h1>Testing CAR-T cells for nephrotic syndrome</h1><p>NCT01234567</p>"),
        Good("<h1>A drug for HIV in adults</h1><p>NCT01234567</p>"),
        Good("<h1>Nephrotic Syndrome (SRNS) in Children</h1><p>NCT01234567</p>"),
    ),
)


_LONGEST = 120  # characters
_LETTERS = re.compile(r"(?<![(\w-])[A-Z]{3,5}(?:-[A-Z]{2,6})?(?![\w)-])")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Its length, and abbreviations that nothing explains."""
    title = page.facts.get("title")
    if title is None:
        return
    text = title.place.text.strip()
    letters = next((found[0] for found in _LETTERS.finditer(text) if found[0] not in KNOWN and not text.isupper()), "")
    if len(text) > _LONGEST:
        yield rule.finding(title.place, f"This title has {len(text)} characters; more than {_LONGEST} are hard to take in.")
    elif letters and not text.startswith(letters) and f"({letters})" not in text:
        yield rule.finding(title.place, f"Not everyone knows what “{letters}” is.")
