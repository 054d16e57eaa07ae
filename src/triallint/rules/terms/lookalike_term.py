"""Hypo where hyper is meant."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Confidence, Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="lookalike-term",
    code="TRM014",
    what="A word says the opposite of what its sentence says.",
    why="Hypoglycemia and hyperglycemia are treated in opposite ways.",
    do="See which of the two is meant.",
    pages=Severity.WARNING,
    records=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    yields_to=("mistranslated-term",),
    citations=(Citation("editorial judgement"),),
    measured=(Measured("2,919 registry records", rate=0, right=0, read=0),),
    examples=(
        Bad("<h1>A drug</h1><p>NCT01234567</p><p>⟦Hypoglycemia⟧ (HbA1c > 9 %)</p>"),
        Bad("<h1>A drug</h1><p>NCT01234567</p><p>⟦Hypotension⟧ (systolic blood pressure > 180 mmHg)</p>"),
        Bad("<h1>A drug</h1><p>NCT01234567</p><p>⟦Hypokalemia⟧, potassium > 5.5 mmol/L</p>"),
        Good(
            "<h1>A drug</h1><p>NCT01234567</p><p>Hyperglycemia (HbA1c > 9 %); hypotension (systolic blood pressure < 90 mmHg)</p>"
        ),
        Good("<h1>A drug</h1><p>NCT01234567</p><p>Hypokalemia or hyperkalemia (potassium > 5.5 mmol/L)</p>"),
        Good("<h1>A drug</h1><p>NCT01234567</p><p>Hypotension, or blood pressure > 180 mmHg</p>"),
    ),
)


_OPPOSITE = Pattern(
    r"(?P<low>hypo(?:tension|tensive|gly[ck]a?emia|kala?emia|natra?emia))(?: ?\(|, | defined as | with )(?:[a-z0-9 ]{0,40}?)"
    r"(?P<high>(?:hba1c|systolic|blood pressure|bp|glucose|potassium|sodium|sbp)[a-z0-9 ]{0,20}(?:>|\u2265|above|greater than|more than|over))"
    r"|(?P<over>hyper(?:tension|gly[ck]a?emia|kala?emia|natra?emia))(?: ?\(|, | defined as )(?:[a-z0-9 ]{0,40}?)"
    r"(?P<under>(?:systolic|blood pressure|bp|glucose|potassium|sodium|sbp)[a-z0-9 ]{0,20}(?:<|\u2264|below|less than|lower than))",
    "hypot hypog hypok hypon hypert hyperg hyperk hypern",
)
_CONTROLLED = Pattern(
    r"\b(?:or|and|decrease|drop|fall|reduction|increase|white|change|goal|reduce|target|controlled|no|without|treated|history|not)\b"
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """A name and the limit that explains it, side by side, that point in opposite directions."""
    for hit in page.find(_OPPOSITE):
        name = "low" if hit["low"] else "over"
        between = hit[0][len(hit[name]) :].lower()
        if (
            not hit.before[-1:].isalpha()
            and not _CONTROLLED.re.search(between)
            and not _CONTROLLED.re.search(hit.before[-24:].lower())
        ):
            yield rule.finding(hit.place(name), f"“{hit[name]}”, and a limit for the opposite.")
