"""Two spaces in a row."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="doubled-space",
    code="SPL017",
    what="Two spaces or more stand between two words.",
    why="In fixed text it makes holes, and copies do not match.",
    do="Keep one space.",
    pages=None,
    records=Severity.INFO,
    off=("record",),
    english=False,
    citations=(Citation("editorial judgement"),),
    measured=(Measured("2,919 registry records", rate=0, right=0, read=0),),
    examples=(
        Bad(
            '{"protocolSection": {"identificationModule": {"briefTitle": "A study⟦  ⟧of a drug"}}}',
            fixed='{"protocolSection": {"identificationModule": {"briefTitle": "A study of a drug"}}}',
            format="json",
        ),
        Bad(
            '{"protocolSection": {"identificationModule": {"briefTitle": "Drug,⟦   ⟧placebo"}}}',
            fixed='{"protocolSection": {"identificationModule": {"briefTitle": "Drug, placebo"}}}',
            format="json",
        ),
        Good('{"protocolSection": {"identificationModule": {"briefTitle": "A study of a drug"}}}', format="json"),
        Good('{"protocolSection": {"descriptionModule": {"briefSummary": "It ends.  It begins."}}}', format="json"),
    ),
)


_HOLE = Pattern(r"[\w,;](?P<hole>  +)(?=\w)", ("  ",))


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Within a sentence; some typists put two behind a full stop."""
    for hit in page.find(_HOLE):
        repair = fix("Keep one space.", hit.replace(" ", "hole"), safety=Safety.SAFE)
        yield rule.finding(hit.place("hole"), "There are several spaces here.", fix=repair)
