"""A file, or a part of one, that cannot be read."""

from __future__ import annotations

from triallint.finding import Severity
from triallint.rule import Bad, Citation, Good, Measured, Rule

rule = Rule(
    name="unreadable-input",
    code="PAR001",
    what="The file cannot be read, or a part of it is not what its format says.",
    why="What cannot be read has not been checked, by this tool or by the next one that reads the file.",
    do="Mend the file at this place, or exclude it.",
    pages=Severity.ERROR,
    records=Severity.ERROR,
    english=False,
    citations=(Citation("editorial judgement"),),
    measured=(Measured("3,433 records and pages", rate=0, right=0, read=0),),
    examples=(
        Bad('{"protocolSection": {"identificationModule": {}}, "⟦protocolSection⟧": {}}', format="json"),
        Bad('{"protocolSection": {"designModule": {"enrollmentInfo": {"count": ⟦NaN⟧}}}}', format="json"),
        Good('{"protocolSection": {"designModule": {"enrollmentInfo": {"count": 0}}}}', format="json"),
        Good("<h1>NCT01234567</h1><p>A & B < C, an <unknown>tag</unknown> and no end"),
    ),
)
