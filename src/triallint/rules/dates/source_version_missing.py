"""Which version of the registry's record a page was made from."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="source-version-missing",
    code="DAT007",
    what="The page does not say which version of the registry record it was made from.",
    why="When the record changes, nobody can see that the page is behind it.",
    do="Add the date of the record: based on the registry record of April 30, 2026.",
    pages=Severity.INFO,
    records=None,
    citations=(Citation("HONcode, principle 4: attribution, a precise link to the source", read="2026-11-23"),),
    measured=(Measured("143 saved web pages", rate=3.5, right=5, read=5),),
    examples=(
        Bad("<h1>⟦⟧A study</h1><p>NCT01234567</p><p>Last reviewed May 15, 2026 by Jane Doe, MD.</p>"),
        Bad("⟦⟧A study\n\nNCT01234567\n\nStatus: Recruiting\n", format="txt"),
        Good("<h1>A study</h1><p>NCT01234567</p><p>Based on the registry record of April 30, 2026.</p>"),
        Good("<h1>A study</h1><p>NCT01234567</p><p>Source: ClinicalTrials.gov, accessed 30 April 2026.</p>"),
        Good("<h1>A study</h1><p>NCT01234567</p><dl><dt>Last Update Posted</dt><dd>November 6, 2017</dd></dl>"),
        Good("# A study\n\nNCT01234567: the site's own layout may show it.\n", format="md"),
    ),
)

_DATED = Pattern(
    r"(?:registry|record|clinicaltrials\.gov|isrctn|euctr|register|registration)\b[^.;]{0,60}?"
    r"(?:\b(?:19|20)\d\d\b|as of|version|updated|accessed|retrieved)"
    r"|(?:as of|updated|accessed|retrieved|downloaded|imported|version)\b[^.;]{0,60}?(?:registry|clinicaltrials\.gov|register)\b",
    "registry record clinicaltrials.gov isrctn euctr register registration",
)
_DATES = ("last_updated", "first_posted", "verified_on", "first_submitted", "last_update_submitted")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """A date of the record among the facts will do, and any sentence that dates the source; Markdown gets its foot elsewhere."""
    if not page.trial_id or page.format == "markdown" or any(name in page.dates for name in _DATES):
        return
    if not page.mentions(_DATED):
        yield rule.finding(page.anchor.slice(0, 0), "The page does not say which version of the registry record it shows.")
