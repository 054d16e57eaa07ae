"""A suppression that hides nothing."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="unused-suppression",
    code="SUP001",
    what="A comment switches a rule off where the rule finds nothing.",
    why="It will hide the next real fault at this place, and it tells readers of the source of a problem that is gone.",
    do="Delete the comment.",
    pages=Severity.WARNING,
    records=Severity.WARNING,
    english=False,
    citations=(Citation("editorial judgement"),),
    measured=(Measured("3,433 records and pages", rate=0, right=0, read=0),),
    examples=(
        Bad("<h1>NCT01234567</h1>⟦<!-- triallint: disable-line=mojibake -- was broken -->⟧"),
        Bad("<h1>NCT01234567</h1><p>\n⟦<!-- triallint: disable-next-line=repeated-word -- a name -->⟧\nThe drug</p><p>fine</p>"),
        Good("<h1>NCT01234567</h1><p>the the drug</p> <!-- triallint: disable-file=repeated-word -- quoted as it stands -->"),
        Good("<h1>NCT01234567</h1><!-- an ordinary comment -->"),
    ),
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Only a suppression all of whose rules ran can be called unused."""
    for each in context.suppressions:
        expired = each.until is not None and context.today > each.until
        if each.verb.startswith("disable") and each.rules and each.judged and not each.used and not expired:
            yield rule.finding(each.place(page.source), f"Nothing is hidden by this {each.verb}.")
