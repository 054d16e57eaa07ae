"""A page that never sends its reader to a doctor."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="disclaimer-missing",
    code="ETH010",
    what="The page does not say that it is no medical advice, and does not tell readers to talk with a doctor.",
    why="Someone may change or stop a treatment because of what stands on a page that nobody meant as advice.",
    do="Add a sentence such as “This is not medical advice; talk with your doctor before you decide about a trial”.",
    pages=Severity.WARNING,
    records=None,
    citations=(
        Citation(
            "HONcode, principle of complementarity: support, not replace, the relationship with the doctor", read="2026-11-23"
        ),
    ),
    measured=(Measured("143 saved web pages", rate=94.41, right=35, read=35),),
    examples=(
        Bad("<h1>⟦⟧A study</h1><dl><dt>Trial ID</dt><dd>NCT01234567</dd></dl><p>Ask the coordinator. See our terms of use.</p>"),
        Bad("⟦⟧A study\n\nNCT01234567\n\nExclusion criteria\n\n- Refuses to see a doctor\n", format="txt"),
        Good("<h1>A study</h1><dl><dt>Trial ID</dt><dd>NCT01234567</dd></dl><footer>This is not medical advice.</footer>"),
        Good("<h1>A study</h1><p>NCT01234567</p><p>Talk with your doctor and family members about joining a study.</p>"),
        Good("<h1>A study</h1><p>NCT01234567</p><p>A listing does not mean that the trial was endorsed.</p>"),
        Good("# A study\n\nNCT01234567: the site's own layout adds the foot of a Markdown page.\n", format="md"),
    ),
)

_SAID = Pattern(
    r"(?:talk|talking|speak|speaking|consult|consulting|ask|asking|discuss|discussing|check|see|contact|review)\b[^.;]{0,80}?\b"
    r"(?:doctors?|physicians?|gp|health ?care|health (?:care )?(?:provider|professional)s?|medical professionals?|provider"
    r"|clinician)\b"
    r"|(?:not|nor|no) (?:\w+ ){0,4}(?:medical|professional|clinical|health) (?:advice|recommendation)"
    r"|not (?:\w+ ){0,3}(?:endorse|substitute|replace)|(?:educational|informational|information) purposes"
    r"|does not (?:\w+ ){0,2}(?:mean|imply|constitute|represent)[^.;]{0,60}(?:endors|evaluated|advice|recommend)",
    "doctor physician gp health medical provider clinician advice recommend endors substitute replace purposes evaluated profession",
    reach=170,
)
_CRITERIA = ("eligibility", "criteria", "inclusion", "exclusion", "study_population")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Search the whole page, menus and foot too, but the criteria; a Markdown page gets its foot elsewhere."""
    if page.format == "markdown" or not page.trial_id:
        return
    if any(hit.passage.root not in _CRITERIA for hit in page.find(_SAID)):
        return
    if any(next(each.find(_SAID), None) for each in page.passages if each.role == "furniture"):
        return
    yield rule.finding(page.anchor.slice(0, 0), "The page does not say that it is no medical advice.")
