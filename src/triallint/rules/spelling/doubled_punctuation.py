"""Two commas."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="doubled-punctuation",
    code="SPL010",
    what="A mark of punctuation stands twice.",
    why="The text looks careless, and something may be missing between the two.",
    do="Delete one of them.",
    pages=Severity.INFO,
    records=Severity.INFO,
    english=False,
    citations=(Citation("editorial judgement"),),
    measured=(
        Measured("2,919 registry records", rate=1.99, right=30, read=30),
        Measured("2,919 records as pages", rate=1.03, right=0, read=0),
    ),
    examples=(
        Bad(
            "<h1>A drug</h1><p>NCT01234567</p><p>Asthma⟦,,⟧ eczema and hives</p>",
            fixed="<h1>A drug</h1><p>NCT01234567</p><p>Asthma, eczema and hives</p>",
        ),
        Bad(
            "<h1>A drug</h1><p>NCT01234567</p><p>The study lasts a year⟦..⟧ It is small.</p>",
            fixed="<h1>A drug</h1><p>NCT01234567</p><p>The study lasts a year. It is small.</p>",
        ),
        Good(
            "<h1>A drug</h1><p>NCT01234567</p><p>Wait ... then ask!! See ../page and e.g., a.m.; 1..2; etc., or approx., so; wait...</p>"
        ),
        Good("<h1>A drug</h1><p>NCT01234567</p><p>Items: :-) and ;-) and std::vector</p>"),
    ),
)


_TWICE = Pattern(
    r"[\w)](?P<marks>,,|;;|\.\.|;,|,;|: :|; ;|, ,)(?= |$)", (",,", ";;", "..", ";,", ",;", ": :", "; ;", ", ,"), reach=6
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """The same mark twice, or two that exclude each other; three full stops are something else."""
    for hit in page.find(_TWICE):
        marks = hit["marks"]
        kept = "." if "." in marks else ";" if ";" in marks else marks[0]
        yield rule.finding(
            hit.place("marks"),
            f"'{marks}' stands where one mark does.",
            fix=fix("Keep one.", hit.replace(kept, "marks"), safety=Safety.UNSAFE),
        )
