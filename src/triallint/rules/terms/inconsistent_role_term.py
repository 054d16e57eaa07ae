"""Investigator, researcher, study doctor."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Passage, Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="inconsistent-role-term",
    code="TRM013",
    what="People are called by several words in one section.",
    why="A reader takes the investigator and the study doctor for two people.",
    do="Choose one word for each, and keep to it.",
    pages=Severity.INFO,
    records=None,
    citations=(Citation("editorial judgement"),),
    measured=(
        Measured("2,919 records as pages", rate=1.1, right=23, read=23),
        Measured("143 saved web pages", rate=18.18, right=0, read=0),
    ),
    examples=(
        Bad("<h1>A drug</h1><p>NCT01234567</p><h2>How to join</h2><p>The study doctor will see you. Ask the ⟦investigator⟧.</p>"),
        Bad("<h1>A drug</h1><p>NCT01234567</p><h2>Summary</h2><p>Participants take a tablet. ⟦Subjects⟧ come four times.</p>"),
        Good("<h1>A drug</h1><p>NCT01234567</p><h2>How to join</h2><p>The study doctor will see you. Ask the study doctor.</p>"),
        Good(
            "<h1>A drug</h1><p>NCT01234567</p><h2>Summary</h2><p>Patients with asthma can take part. Participants take a tablet; subject to review.</p>"
        ),
    ),
)


_SETS = (
    {"investigator": r"investigators?", "study doctor": r"study (?:doctors?|physicians?)", "researcher": r"researchers?"},
    {"subject": r"(?<!human )subjects?(?! to\b| matter| area)", "participant": r"participants?"},
)
_NARRATIVE = ("summary", "fit", "why", "how_to_join", "description", "body")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """The word that comes second, once a section; patients become participants when they join."""
    for words in _SETS:
        pattern = Pattern(
            "|".join(f"(?P<{key.replace(' ', '_')}>{regex})" for key, regex in words.items()),
            ("investigator", "study doctor", "study physician", "researcher", "subject", "participant"),
            reach=30,
        )
        first: dict[str, tuple[str, Passage]] = {}
        told = set()
        for hit in page.find(pattern):
            root = hit.passage.root
            key = next(key for key in words if hit[key.replace(" ", "_")])
            if root not in _NARRATIVE or hit.before[-1:].isalnum() or hit.before[-1:] == "-" or hit.after[:1].isalnum():
                continue
            before = first.setdefault(root, (key, hit.place()))
            if before[0] != key and root not in told:
                told.add(root)
                yield rule.finding(hit.place(), f"This section says “{before[0]}” too.", related=[(before[1], "the other word")])
