"""A disable is never followed by its enable."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="unclosed-suppression",
    code="SUP006",
    what="A disable is never followed by its enable.",
    why="It hides the rule to the end of the file, which is seldom meant.",
    do="Add the enable, or use disable-file if all of the file is meant.",
    pages=Severity.WARNING,
    records=Severity.WARNING,
    english=False,
    citations=(Citation("editorial judgement"),),
    measured=(Measured("3,433 records and pages", rate=0, right=0, read=0),),
    examples=(
        Bad("<h1>NCT01234567</h1>⟦<!-- triallint: disable=mojibake -- table -->⟧<p>text</p>"),
        Bad(
            "<h1>NCT01234567</h1>⟦<!-- triallint: disable=repeated-word -- a list -->⟧<p>text</p><!-- triallint: enable=mojibake -->"
        ),
        Good("<h1>NCT01234567</h1><!-- triallint: disable-file=mojibake -- table --><p>text</p>"),
        Good("<h1>NCT01234567</h1><!-- triallint: disable=mojibake -- table --><p>text</p><!-- triallint: enable=mojibake -->"),
    ),
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """See suppression.read, which pairs them."""
    for each in context.suppressions:
        if each.verb == "disable" and not each.closed:
            yield rule.finding(each.place(page.source), "This disable has no enable after it.")
