"""``groundbreaking``, ``promising``, ``novel``."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.language import claims
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="hype-word",
    code="ETH011",
    what="A word of advertising stands in the text for readers.",
    why="It makes the treatment sound better than anyone can know, and readers who notice trust the rest less.",
    do="Leave the word out, or say what is meant: how it works, or that it is being tested.",
    pages=Severity.INFO,
    records=None,
    citations=(
        Citation(
            "OHRP and FDA on recruitment: nothing that misleads; promotional wording as a reason of rejection", read="2026-11-23"
        ),
    ),
    yields_to=("superiority-claim", "unsourced-claim"),
    measured=(
        Measured("2,919 records as pages", rate=2.95, right=20, read=22, doubtful=2),
        Measured("9,476 older summaries, each set as a section of a page", rate=0.64, right=18, read=19, doubtful=1),
        Measured("143 saved web pages", rate=0, right=0, read=0),
    ),
    examples=(
        Bad("<h1>A study</h1><h2>Why it matters</h2><p>This ⟦groundbreaking⟧ study tests a ⟦novel⟧ and ⟦promising⟧ drug.</p>"),
        Bad("# A study\n\n## About this study\n\nIt will give ⟦critical⟧ data on an ⟦exciting⟧ approach.\n", format="md"),
        Good("<h1>A study</h1><h2>About this study</h2><p>Patients with the novel coronavirus, in critical care.</p>"),
        Good(
            "<h1>A study</h1><h2>About this study</h2><p>Critical limb ischaemia and critically ill people; a critical "
            "value.</p><p>Novel oral anticoagulants; novel drug targets.</p>"
        ),
        Good("<h1>A novel study</h1><h2>Detailed description</h2><p>A promising, novel drug.</p>"),
    ),
)

_HYPE = Pattern(
    r"(?:novel(?! (?:corona|h1n1|influenza|swine|2019|covid|virus|sars|genes?\b|mutation|variant|psychoactive|word|stimul"
    r"|oral anticoag))"
    r"(?!,? (?:[\w-]+ ){0,2}(?:bio|physio)?(?:markers?|targets?|mechanisms?|modes?|measures?|insights?|evidence|designs?"
    r"|predictors?|genes?|hypothes[ei]s|observations?|avenues?|lessons?)\b)|ground-?breaking|"
    r"promising(?! (?:the|to|a|an)\b)|cutting-edge|revolutionary|revolutionize[sd]?|exciting|game-?chang(?:er|ing)"
    r"|pioneering|life-?changing|"
    r"miracle|miraculous|unparalleled|world-class|"
    r"critical(?! evidence gaps)(?= (?:data|insights?|information|knowledge|evidence|step|new|advance|breakthrough)))\b(?!-)",
    "novel ground promising cutting revolution exciting game pioneering changing miracunparalleled world-class critical",
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """In the narrative only: titles and registry text are what they are."""
    for _, _, hit in claims.said(page, _HYPE):
        if not hit.before[-1:].isalnum() and hit.before[-1:] != "-":
            yield rule.finding(hit.place(), f"“{hit[0]}” praises; it does not inform.")
