"""``The need for ventilation The number of patients``."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="missing-full-stop",
    code="SPL029",
    what="A sentence begins where none has ended.",
    why="Two sentences run into one, and the reader has to find out where the first one ends.",
    do="Put the full stop in.",
    pages=Severity.INFO,
    records=Severity.INFO,
    citations=(Citation("editorial judgement"),),
    measured=(Measured("2,919 registry records", rate=3.12, right=58, read=60, doubtful=2),),
    examples=(
        Bad(
            "<h1>A drug</h1><p>NCT01234567</p><p>We count the need for mechanical ⟦ventilation The⟧ number of patients is told.</p>"
        ),
        Bad("<h1>A drug</h1><p>NCT01234567</p><p>The drug is given for a ⟦week This⟧ study will tell why.</p>"),
        Good(
            "<h1>A drug</h1><p>NCT01234567</p><p>The drug is given. This study asks why; in The Hague and The Netherlands, of The Lancet</p>"
        ),
        Good("<h1>A drug</h1><p>NCT01234567</p><p>Effect of Treatment of The Heart; for This purpose; read It first</p>"),
    ),
)

_RUN_ON = Pattern(
    r" (?P<first>The|This|These|It|They|We|Patients|Participants|Subjects|However|Therefore)(?= [a-z]{2,20} (?:[a-z]{2,20} ){0,3}?(?:is|are|was|were|will|has|have|had|aims?|can|may|of)\b)",
    case=True,
    names=False,
)
_SMALL = frozenset(
    "a an and as at by for from in into is it of on or per than that the this to via was were with within between during under against "
    "through after before over about among towards toward if when while where who which be been are not but so both all any also only see "
    "because since until whether how why what without upon both then either".split()
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Between a word in small letters and one that begins a sentence, in running text; a name has capitals behind it too."""
    for hit in page.find(_RUN_ON):
        before = hit.before[-30:].rpartition(" ")[2]
        if not (before.isalpha() and before.islower() and len(before) > 2) or before in _SMALL:
            continue
        if hit.passage.role in ("prose", "item", "value") and hit.passage.root not in ("title", "official_title"):
            start = hit.start - len(before)
            yield rule.finding(hit.passage.slice(start, hit.end), f"No full stop stands before “{hit['first']}”.")
