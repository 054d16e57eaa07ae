"""female Subjects of childbearing age."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Confidence, Finding, Safety, Severity, fix
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="random-capital",
    code="SPL007",
    what="An ordinary word has a capital in the middle of a sentence.",
    why="A capital says that a word is a name, and a reader looks for what it names.",
    do="Write it with a small letter.",
    pages=Severity.INFO,
    records=Severity.INFO,
    confidence=Confidence.MEDIUM,
    citations=(Citation("AMA Manual of Style, 11th edition, chapter 10: capitalization", read="2026-11-23"),),
    measured=(
        Measured(
            "2,919 registry records",
            rate=4.18,
            right=115,
            read=122,
            doubtful=4,
            wrong=(
                "an item behind and/or",
                "a disease that begins an item",
                "Family medicine, a department",
            ),
        ),
        Measured("2,919 records as pages", rate=1.82, right=0, read=0),
    ),
    examples=(
        Bad(
            "<h1>A drug</h1><p>NCT01234567</p><p>It is for female ⟦Subjects⟧ aged 18 or older.</p>",
            fixed="<h1>A drug</h1><p>NCT01234567</p><p>It is for female subjects aged 18 or older.</p>",
        ),
        Bad(
            "<h1>A drug</h1><p>NCT01234567</p><p>A test of the ⟦Blood⟧ is done.</p>",
            fixed="<h1>A drug</h1><p>NCT01234567</p><p>A test of the blood is done.</p>",
        ),
        Good(
            "<h1>A drug</h1><p>NCT01234567</p><p>The Blood Pressure Study; in Part 1; see Study Visit 2; the word “Blood” and Blood-C</p>"
        ),
        Good("<h1>A drug for the Heart in adults</h1><p>NCT01234567</p><p>The study. Blood is taken. Items: Blood is taken</p>"),
    ),
)


_WORDS = (
    "subject patient participant volunteer adult child woman women men infant blood urine serum plasma heart liver kidney lung brain bone "
    "skin disease disorder condition illness symptom treatment therapy drug medication medicine dose placebo surgery operation procedure "
    "test exercise aerobic training diet weight height body pressure pain fever infection tumor tumour cancer pregnancy contraception "
    "hospital clinic doctor physician nurse family parent result level value rate risk effect efficacy safety response responder main "
    "component other severe mild moderate chronic acute active normal abnormal positive negative consent exclusion inclusion criterion "
    "criteria diagnosis history sex gender questionnaire outcome measure improvement reduction increase decrease change difference number "
    "diabetes hypertension asthma stroke allergy anemia obesity depression anxiety insulin steroid antibiotic vaccine protein cell"
).split()
_BEFORE = re.compile(
    r"\b(?:of|to|with|the|a|an|in|for|by|at|other|than|male|female|vs|and|or|low|high|very|any|no|on|from|per|each|all|some|first|time|control"
    "|their|his|her|this|these|such|other|new|previous|prior|daily|oral|total|early|late|both|has|have|had|is|are|positive|negative|severe|during|under|after|before"
    r"|The|A|An|This|These|During|In|For|With|After|Before|By|All|Each|Any|No)$"
)
_CAPITAL = Pattern(
    rf" (?=[A-Z][a-z])(?P<word>(?:{'|'.join(sorted({word.capitalize() for word in _WORDS}, key=len, reverse=True))})(?:s|es)?)(?= [a-z]{{2,}})",
    case=True,
    names=False,
)
_PROSE = ("prose", "item")
_TITLES = ("title", "official_title", "arms", "interventions", "conditions", "keywords", "outcomes")


_BEGINS = re.compile(r" (?:group|set|arm|period|population|phase|analysis|visit|criteria|criterion) ?")
_NAME = re.compile(r"\b[A-Z][a-z]+\b")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Between two words in small letters, in running text, without another capital nearby: those are names and headings."""
    for hit in page.find(_CAPITAL):
        word = hit["word"]
        lead = _BEFORE.search(hit.before[-12:])
        is_title = hit.passage.field.startswith(_TITLES) and not hit.passage.field.endswith(".description")
        is_arm = word == "Placebo" and hit.passage.field.startswith(("arms", "interventions", "outcomes"))
        if lead is None or hit.passage.role not in _PROSE or is_title or is_arm:
            continue
        sentence = re.split(r"[.:;]\s", f". {hit.before.removesuffix(lead[0])}"[-70:])
        around = f"{sentence[-1].partition(' ')[2] if len(sentence) > 1 else sentence[-1]} {hit.after[:45].partition('. ')[0]}"
        if not _NAME.search(around) and not _BEGINS.match(hit.after):
            repair = fix("Write it small.", hit.replace(word.lower(), "word"), safety=Safety.UNSAFE)
            yield rule.finding(hit.place("word"), f"“{word}” is no name here.", fix=repair)
