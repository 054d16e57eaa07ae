"""A list whose items are built differently."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Confidence, Finding, Severity
from triallint.language.siblings import lists
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="non-parallel-criteria",
    code="CRI020",
    what="The items of a list begin in different ways.",
    why="A list in which each item begins alike is read twice as fast.",
    do="Begin all items alike: with a noun, or with a verb.",
    pages=Severity.INFO,
    records=None,
    off=("page",),
    confidence=Confidence.LOW,
    citations=(Citation("editorial judgement"),),
    measured=(Measured("2,919 records as pages", rate=13.77, right=0, read=0),),
    examples=(
        Bad(
            "<h1>NCT01234567</h1><h2>Inclusion criteria</h2><ul><li>⟦Adults⟧</li><li>Have asthma</li><li>Must be able to walk</li>"
            "<li>Diagnosed with gout</li><li>Able to consent</li></ul>"
        ),
        Bad(
            "<h1>NCT01234567</h1><h2>Exclusion criteria</h2><ul><li>⟦Asthma⟧</li><li>Have gout</li><li>Taking aspirin</li>"
            "<li>Subjects with eczema</li><li>Unable to read</li></ul>"
        ),
        Good(
            "<h1>NCT01234567</h1><h2>Inclusion criteria</h2><ul><li>Asthma</li><li>Gout</li><li>Eczema</li><li>Hives</li><li>Flu</li></ul>"
        ),
        Good("<h1>NCT01234567</h1><h2>Inclusion criteria</h2><ul><li>Adults</li><li>Have asthma</li></ul>"),
    ),
)


_KINDS = {
    "verb": "have has had is are must be can cannot may will should agree agrees sign signed provide",
    "participle": "taking receiving using diagnosed treated known planned having undergoing suffering previously currently",
    "adjective": "able unable willing unwilling pregnant aged eligible ineligible",
    "people": "patients subjects participants people individuals patient subject participant those persons",
}
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words.split()}


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Lists of five items and more whose first words are of more kinds than two, none of which most items share."""
    for items in lists(page):
        kinds = [_KIND_OF.get(each.text.split(None, 1)[0].lower().strip(",;:"), "noun") for each in items if each.text.split()]
        if len(kinds) >= 5 and max(map(kinds.count, kinds)) < 0.6 * len(kinds):
            yield rule.finding(items[0].passage, "The items of this list begin in different ways.")
