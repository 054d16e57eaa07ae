"""A trial that was registered after it had begun."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.language.dates import latest_date, plain_date
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="late-registration",
    code="DAT013",
    what="The trial was submitted to the registry more than 21 days after it had begun.",
    why="What was planned can no longer be told from what was changed later, and journals may refuse the results.",
    do="It cannot be mended; say so where the results are published, and register the next trial first.",
    pages=None,
    records=Severity.INFO,
    english=False,
    citations=(
        Citation("42 CFR 11.24(a): registration within 21 days of the first participant's enrollment", read="2026-11-23"),
        Citation("International Committee of Medical Journal Editors: clinical trial registration", read="2026-11-23"),
    ),
    measured=(Measured("2,919 registry records", rate=19.12, right=20, read=20),),
    examples=(
        Bad(
            '{"protocolSection": {"statusModule": {"startDateStruct": {"date": "2024-01-10", "type": "ACTUAL"},'
            ' "studyFirstSubmitDate": "⟦2024-06-01⟧"}, "designModule": {"studyType": "INTERVENTIONAL"}}}',
            format="json",
        ),
        Bad(
            '{"protocolSection": {"statusModule": {"startDateStruct": {"date": "2019-03", "type": "ACTUAL"},'
            ' "studyFirstSubmitDate": "⟦2020-02-01⟧"}, "designModule": {"studyType": "INTERVENTIONAL"}}}',
            format="json",
        ),
        Good(
            '{"protocolSection": {"statusModule": {"startDateStruct": {"date": "2024-01", "type": "ACTUAL"},'
            ' "studyFirstSubmitDate": "2024-02-15"}, "designModule": {"studyType": "INTERVENTIONAL"}}}',
            format="json",
        ),
        Good(
            '{"protocolSection": {"statusModule": {"startDateStruct": {"date": "2019-01", "type": "ACTUAL"},'
            ' "studyFirstSubmitDate": "2024-02-15"}, "designModule": {"studyType": "OBSERVATIONAL"}}}',
            format="json",
        ),
    ),
)

_ALLOWED = datetime.timedelta(days=21)
_REQUIRED_SINCE = datetime.date(2005, 9, 13)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Interventional trials that began since journals ask for it; a start without a day is the last of its month."""
    start, submitted = page.dates.get("start_date"), page.dates.get("first_submitted")
    if page.fact("study_type").value != "INTERVENTIONAL" or not start or not submitted:
        return
    begun, told = latest_date(start.value or ""), plain_date(submitted.value or "")
    if begun is not None and told is not None and begun >= _REQUIRED_SINCE and told - begun > _ALLOWED:
        message = f"The trial began {'on' if len(start.value or '') > 7 else 'in'} {start.value} and was first submitted {(told - begun).days} days later."
        yield rule.finding(submitted.place, message, related=[(start.place, "the start")])
