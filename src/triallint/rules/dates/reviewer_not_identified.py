"""A review by nobody in particular."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="reviewer-not-identified",
    code="DAT006",
    what="The page does not name the person who reviewed it.",
    why="Medical text is as good as whoever stands for it; a team without a name cannot be asked.",
    do="Name the reviewer with a qualification: reviewed by Jane Doe, MD, nephrology.",
    pages=Severity.WARNING,
    records=None,
    citations=(
        Citation("HONcode, principle 1: authority, the qualification of the authors", read="2026-11-23"),
        Citation("URAC Health Web Site standards 2.1, WS 15: author or source", read="2026-11-23"),
    ),
    measured=(Measured("143 saved web pages", rate=3.5, right=5, read=5),),
    examples=(
        Bad("<h1>A study</h1><p>Last reviewed May 15, 2026 by ⟦the editorial team⟧.</p>"),
        Bad("<h1>⟦⟧A study</h1><p>NCT01234567</p><p>Last reviewed May 15, 2026.</p>"),
        Good("<h1>A study</h1><p>Last reviewed May 15, 2026 by Jane Doe, MD.</p>"),
        Good("<h1>A study</h1><p>NCT01234567</p><p>Reviewed by our medical team: Jane Doe, MD, and Sam Rivera, RN.</p>"),
        Good("<h1>A study</h1><p>NCT01234567</p><dl><dt>Author</dt><dd>Jane Doe</dd></dl>"),
        Good("<h1>A study</h1><dl><dt>First Posted</dt><dd>November 6, 2017</dd></dl>"),
        Good("# A study\n\nNCT01234567: the site's own layout may name the author.\n", format="md"),
    ),
)

_TEAM = Pattern(
    r"(?:reviewed|checked|edited|approved|written)\b[^.;:]{0,40}? by (?P<team>(?:the |our |its )?(?:\w+ ){0,5}"
    r"(?:team|staff|editors|editorial board|department|office|webmaster))\b(?![:,] ?\w)",
    "team staff editors board department office webmaster",
)
_NAMED = Pattern(
    r"(?:reviewed|checked|edited|approved|written|verified)\b[^.;:]{0,40}? by\b|\b(?:authors?|reviewers?|editors?|written by)\b",
    "reviewed checked edited approved written verified author reviewer editor",
)
_REGISTRY_DATES = ("first_posted", "verified_on", "first_submitted", "last_update_submitted", "last_updated")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """A registry's own pages show the dates of its record, and are signed by the sponsor; Markdown gets its foot elsewhere."""
    teams = list(page.find(_TEAM))
    for hit in teams:
        yield rule.finding(hit.place("team"), f"“{hit['team']}” names nobody.")
    signed = teams or page.fact("reviewed_by") or any(name in page.dates for name in _REGISTRY_DATES)
    if page.trial_id and page.format != "markdown" and not signed and not page.mentions(_NAMED):
        yield rule.finding(page.anchor.slice(0, 0), "The page names nobody who wrote or reviewed it.")
