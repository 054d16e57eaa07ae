"""``Shangai``."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
from triallint.language.places import facility_meant, place_meant
from triallint.page import TrialPage
from triallint.passage import Hit, Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="place-name-misspelled",
    code="SPL026",
    what="The name of a city, a state, a country or a hospital is misspelt.",
    why="People look for trials by place, and a misspelt place is found by nobody.",
    do="Correct the name.",
    pages=Severity.WARNING,
    records=Severity.WARNING,
    yields_to=("misspelling",),
    english=False,
    citations=(Citation("Slips of one or two letters in the names of large cities, states and countries", read="2026-11-25"),),
    measured=(Measured("2,919 registry records", rate=4.73, right=138, read=138),),
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

_PLACES = ("locations", "sponsor", "collaborators")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Cities and countries with a capital, in any field; words for hospitals where names of places stand."""
    for slip, name in sorted(place_meant(page.words).items()):
        yield from (_found(hit, name) for hit in page.find(_standing_alone(slip)) if hit[0][0].isupper())
    for slip, word in sorted(facility_meant(page.words).items()):
        yield from (_found(hit, word) for hit in page.find(_standing_alone(slip)) if hit.passage.root in _PLACES)


def _standing_alone(word: str) -> Pattern:
    return Pattern(rf"(?<![\w@./-]){word}(?![\w@]|\.\w)", word, reach=40, whole=True)


def _found(hit: Hit, meant: str) -> Finding:
    right = meant.upper() if hit[0].isupper() else meant.capitalize() if hit[0][0].isupper() else meant
    repair = fix(f"Write “{right}”.", hit.replace(right), safety=Safety.UNSAFE)
    return rule.finding(hit.place(), f"“{hit[0]}” is probably {right}.", fix=repair)
