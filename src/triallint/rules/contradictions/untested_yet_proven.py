"""``novel and untested``, and ``has shown success`` beside it."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.language import claims, hedging
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="untested-yet-proven",
    code="CTR005",
    what="One sentence says that the treatment works, and the same sentence or section that it was never tested.",
    why="The reader remembers the success, which belongs to another disease.",
    do="Say for which disease it was found, in how many people, and that nothing is known yet for this one.",
    pages=Severity.INFO,
    records=None,
    citations=(Citation("Editorial judgement"),),
    measured=(Measured("143 saved web pages", rate=0, right=0, read=0),),
    examples=(
        Bad("<h1>A study</h1><h2>Why it matters</h2><p>It has shown success in lupus. Here it is ⟦novel and untested⟧.</p>"),
        Bad("# A study\n\n## Why it matters\n\nThis therapy is proven. It has ⟦never been tested⟧ in people.\n", format="md"),
        Good("<h1>A study</h1><h2>Why it matters</h2><p>It has never been tested in people.</p>"),
        Good("<h1>A study</h1><h2>Why it matters</h2><p>It is untested. We ask whether it is effective.</p>"),
        Good("<h1>A study</h1><h2>About this study</h2><p>It is untested.</p><h2>Why it matters</h2><p>It is proven.</p>"),
    ),
)

_UNTESTED = Pattern(
    r"(?:novel and )?untested\b|never (?:before )?been (?:tested|studied|tried|used)\b|not (?:yet )?been (?:tested|studied"
    r"|tried) in (?:people|humans|patients)\b"
    r"|first[- ](?:ever|in[- ]human)\b",
    "untested never not first",
)
_PROVEN = Pattern(
    r"(?:has|have) (?:already )?(?:shown|demonstrated|proven) (?:great |good |clear )?(?:success|efficacy|effectiveness"
    r"|benefit|promise|to be effective)"
    r"|(?:is|are|was|has been) (?:(?:clinically|already|well) )?proven\b|(?:is|are) (?:safe and )?effective\b",
    "shown demonstrated proven effective",
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Both in one section, each asserted."""
    proven = {
        id(each.part): each.hit.place()
        for each in claims.said(page, _PROVEN)
        if not hedging.is_governed(each.sentence.text[: each.hit.start].rpartition(",")[2] + " ", each.hit.start)
        and not hedging.is_asked(each.sentence.text, each.hit.start)
    }
    for part, _, hit in claims.said(page, _UNTESTED) if proven else ():
        if id(part) in proven:
            place = hit.place()
            yield rule.finding(
                place, f"“{place.text}” and a claim of success stand together.", related=[(proven[id(part)], "the claim")]
            )
