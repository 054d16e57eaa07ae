"""Taitacept, beliumab: no such drugs."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
from triallint.language.drug_names import misspelt
from triallint.language.near_misses import is_common
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="drug-name-misspelled",
    code="TRM007",
    what="A drug has a name that no drug has.",
    why="Readers cannot look it up, and a pharmacist may take it for another drug.",
    do="Write the name as the registry or the label has it.",
    pages=Severity.WARNING,
    records=Severity.WARNING,
    yields_to=("mistranslated-term", "literal-translation"),
    citations=(Citation("WHO, International Nonproprietary Names: the use of stems", read="2026-11-23"),),
    measured=(
        Measured("2,919 registry records", rate=0.89, right=26, read=26),
        Measured("17,367 eligibility texts", rate=0.29, right=23, read=24, wrong=("the name of a class",)),
    ),
    examples=(
        Bad(
            "<h1>A drug</h1><p>NCT01234567</p><p>Participants take ⟦doxetaxel⟧ and ⟦Beliumab⟧.</p>",
            fixed="<h1>A drug</h1><p>NCT01234567</p><p>Participants take docetaxel and Belimumab.</p>",
        ),
        Bad(
            "<h1>A drug</h1><p>NCT01234567</p><p>No response to ⟦Taitacept⟧.</p>",
            fixed="<h1>A drug</h1><p>NCT01234567</p><p>No response to Telitacicept.</p>",
        ),
        Good("<h1>A drug</h1><p>NCT01234567</p><p>Participants take docetaxel, belimumab, telitacicept and afatinib.</p>"),
        Good(
            "<h1>A drug</h1><p>NCT01234567</p><p>A new drug, avapritinib; the database; cystatin C; visit www.doxetaxel.org</p>"
        ),
    ),
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Words with the stem of a drug's name that are one letter away from a known one."""
    for word, name in misspelt(sorted(word for word in page.words if not is_common(word))):
        for hit in page.find(Pattern(rf"{word}(?![\w-])", (word,))):
            if (
                not hit.before[-1:].isalnum()
                and hit.before[-1:] not in ("-", ".", "@", "/", "_")
                and hit.after[:1] not in ("@", "_")
            ):
                right = name.capitalize() if hit[0][:1].isupper() else name
                repair = fix("Write the name of the drug.", hit.replace(right), safety=Safety.UNSAFE)
                yield rule.finding(hit.place(), f"“{hit[0]}” is probably {name}.", fix=repair)
