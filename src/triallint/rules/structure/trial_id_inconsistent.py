"""A page that names two trials as its own."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Context, Good, Rule

rule = Rule(
    name="trial-id-inconsistent",
    code="STR005",
    what="The title, the facts, the registry link or the file's name give different trial IDs.",
    why="The reader is sent to another trial, with other criteria and other people to call.",
    do="Find out which trial the page is about, and use its ID everywhere.",
    pages=Severity.ERROR,
    records=None,
    english=False,
    examples=(
        Bad("<h1>A study (NCT01234567)</h1><dl><dt>Trial ID</dt><dd>⟦NCT07654321⟧</dd></dl>"),
        Bad("---\nnct_id: NCT01234567\n---\n# A study\n\n**Trial ID:** ⟦NCT07654321⟧\n", format="md"),
        Good("<h1>A study (NCT01234567)</h1><dl><dt>Trial ID</dt><dd>NCT01234567</dd></dl>"),
        Good("<h1>A study (NCT01234567)</h1><p>ISRCTN12345678</p><h2>References</h2><p>See NCT07654321.</p>"),
        Good(
            "<h1>A study (NCT01234567)</h1><h2>About this study</h2><p>It continues NCT07654321.</p>"
            "<a href='https://clinicaltrials.gov/study/NCT07654321'>the earlier study</a>"
        ),
    ),
)

_OWN = ("label", "title", "front matter", "json-ld", "key")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Compare ids of one registry in the places that speak of the page's own trial."""
    first: dict[str, tuple[str, object]] = {}
    own = [each for each in page.trial_ids if each.how in _OWN]
    links = [each for each in page.trial_ids if each.how == "link"]
    own += links if len({each.value for each in links}) == 1 and "view" in links[0].place.text.casefold() else []
    told = set()
    for each in sorted(own, key=lambda one: one.place.span):
        value = str(each.value)
        registry = value[:3]
        if registry not in first:
            first[registry] = (value, each.place)
        elif first[registry][0] != value and value not in told:
            told.add(value)
            related = [(first[registry][1], "the ID above")]
            yield rule.finding(each.place, f"This says {value}, but the page says {first[registry][0]} above.", related=related)  # type: ignore[arg-type]
