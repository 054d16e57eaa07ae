"""``Shangai``."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
from triallint.language.places import place_meant
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="place-name-misspelled",
    code="SPL026",
    what="The name of a city, a state or a country is misspelt.",
    why="People look for trials by place, and a misspelt place is found by nobody.",
    do="Correct the name.",
    pages=Severity.WARNING,
    records=Severity.WARNING,
    yields_to=("misspelling",),
    english=False,
    citations=(Citation("Slips of one or two letters in the names of large cities, states and countries", read="2026-11-25"),),
    measured=(Measured("2,919 registry records", rate=1.44, right=42, read=42),),
    examples=(
        Bad(
            "<h1>A study</h1><p>NCT01234567</p><p>A hospital in ⟦Bejing⟧, ⟦SHANGAI⟧ or ⟦Philadephia⟧</p>",
            fixed="<h1>A study</h1><p>NCT01234567</p><p>A hospital in Beijing, SHANGHAI or Philadelphia</p>",
        ),
        Bad(
            '{"protocolSection": {"identificationModule": {"nctId": "NCT01234567", "briefTitle": "A study"}, '
            '"contactsLocationsModule": {"locations": [{"facility": "Site", "city": "⟦Cincinatti⟧", "country": "United States"}]}}}',
            fixed='{"protocolSection": {"identificationModule": {"nctId": "NCT01234567", "briefTitle": "A study"}, '
            '"contactsLocationsModule": {"locations": [{"facility": "Site", "city": "Cincinnati", "country": "United States"}]}}}',
            format="json",
        ),
        Good(
            "<h1>A study</h1><p>NCT01234567</p><p>A hospital in Beijing, Shanghai, Philadelphia, Monterey or Edinburg, Texas</p>"
        ),
        Good("<h1>A study</h1><p>NCT01234567</p><p>See www.Shangai.org, info@Bejing.cn and the bejing_1 file</p>"),
    ),
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Names with a capital, in any field."""
    for slip, name in sorted(place_meant(page.words).items()):
        for hit in page.find(Pattern(rf"(?<![\w@./-]){slip}(?![\w@]|\.\w)", slip)):
            if not hit[0][0].isupper():
                continue
            right = name.upper() if hit[0].isupper() else name
            repair = fix(f"Write “{right}”.", hit.replace(right), safety=Safety.UNSAFE)
            yield rule.finding(hit.place(), f"“{hit[0]}” is probably {right}.", fix=repair)
