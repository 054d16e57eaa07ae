"""A suppression names a rule that does not exist, or a directive that does not."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule
from triallint.suppression import VERBS

rule = Rule(
    name="unknown-suppression",
    code="SUP002",
    what="A suppression names a rule that does not exist, or a directive that does not.",
    why="It hides nothing, although whoever wrote it thinks that it does.",
    do="Correct the name; triallint rules lists the rules.",
    pages=Severity.WARNING,
    records=Severity.WARNING,
    english=False,
    citations=(Citation("editorial judgement"),),
    measured=(Measured("3,433 records and pages", rate=0, right=0, read=0),),
    examples=(
        Bad("<h1>NCT01234567</h1>⟦<!-- triallint: disable-line=mojibakes -- typo -->⟧"),
        Bad("<h1>NCT01234567</h1>⟦<!-- triallint: ignore=mojibake -->⟧"),
        Bad("<h1>NCT01234567</h1>⟦<!-- triallint: disable-line=mojibake; it is fine -->⟧"),
        Good("<h1>NCT01234567</h1><!-- triallint is used here; disable nothing -->"),
        Good("<h1>NCT01234567</h1><!-- triallint: disable-file=mojibake -- old export -->"),
    ),
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Each unknown name once; a directive that cannot be read has no verb."""
    for each in context.suppressions:
        place = each.place(page.source)
        if not each.verb:
            yield rule.finding(place, "This cannot be read as a suppression: it should be like disable-line=RULE -- reason.")
        elif each.verb not in VERBS:
            yield rule.finding(place, f"There is no directive {each.verb!r}: there are {', '.join(VERBS)}.")
        elif each.unknown:
            yield rule.finding(place, f"There is no rule {', '.join(map(repr, each.unknown))}.")
