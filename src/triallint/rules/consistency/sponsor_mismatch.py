"""Two sponsors."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Confidence, Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="sponsor-mismatch",
    code="CON026",
    what="The sponsor is named differently in two places.",
    why="Readers cannot tell who answers for the trial.",
    do="Write the name of the sponsor in one way.",
    pages=Severity.WARNING,
    records=None,
    confidence=Confidence.MEDIUM,
    english=False,
    citations=(Citation("editorial judgement"),),
    measured=(Measured("143 saved web pages", rate=0, right=0, read=0),),
    examples=(
        Bad("<h1>NCT01234567</h1><dl><dt>Sponsor</dt><dd>Lakeside Hospital</dd></dl><p>⟦Sponsored by Riverside University⟧.</p>"),
        Bad(
            "<h1>NCT01234567</h1><dl><dt>Sponsor</dt><dd>Novanta Pharma Inc.</dd></dl><p>This study is ⟦sponsored by Acme Biotech⟧.</p>"
        ),
        Good(
            "<h1>NCT01234567</h1><dl><dt>Sponsor</dt><dd>Lakeside Hospital, Inc.</dd></dl><p>Sponsored by Lakeside Hospital.</p>"
        ),
        Good("<h1>NCT01234567</h1><dl><dt>Sponsor</dt><dd>Lakeside Hospital</dd></dl><p>Sponsored by a grant of the state.</p>"),
    ),
)


_SAID = Pattern(
    r"(?P<all>[Ss]ponsored by (?:the )?(?P<name>[A-Z][\w&'-]+(?: (?:of|and|for|the|[A-Z&][\w&'-]*)){0,6}))",
    ("sponsored by",),
    case=True,
)
_FORM = frozenset("inc ltd llc co corp gmbh ag sa plc company the of and limited pharma pharmaceuticals".split())


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Names that share no word but those for the form of a company."""
    given = page.fact("sponsor")
    own = _words(str(given.value or ""))
    for hit in page.find(_SAID) if own else ():
        begins = hit.before.rstrip()[-3:] in ("", "is", " is", "was") or hit.before.rstrip()[-1:] in (".", "")
        if begins and own.isdisjoint(_words(hit["name"])):
            yield rule.finding(
                hit.place("all"), f"The sponsor is given as “{given.value}”.", related=[(given.place, "the sponsor")]
            )


def _words(name: str) -> set[str]:
    return {word for word in name.lower().replace(",", " ").replace(".", " ").split() if word not in _FORM}
