"""A contact that cannot be right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Passage, Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

_HEAD = '{"protocolSection": {"contactsLocationsModule": {"centralContacts": [{"name": "Sam Rivera", '

rule = Rule(
    name="contact-invalid",
    code="CNT002",
    what="A telephone number or an e-mail address cannot be right.",
    why="Whoever uses it reaches nobody.",
    do="Correct it; write numbers outside the United States and Canada with their country code, as +86 571 1234 5678.",
    pages=Severity.ERROR,
    records=Severity.ERROR,
    english=False,
    review="major",
    citations=(
        Citation("ClinicalTrials.gov Protocol Registration Data Element Definitions: Phone, Email", read="2026-11-23"),
        Citation("ITU-T E.164: numbers have at most 15 digits", read="2026-11-23"),
    ),
    measured=(
        Measured("2,919 registry records", rate=2.95, right=52, read=52),
        Measured("143 saved web pages", rate=0, right=0, read=0),
    ),
    examples=(
        Bad(_HEAD + '"email": "⟦sam.rivera@lakeside⟧"}]}}}', format="json"),
        Bad(_HEAD + '"phone": "⟦5577⟧"}]}}}', format="json"),
        Bad(_HEAD + '"phone": "⟦86+13701234567⟧"}]}}}', format="json"),
        Bad(_HEAD + '"phone": "⟦0049 30 450 12⟧"}]}}}', format="json"),
        Bad("<h1>NCT01234567</h1><h2>Contact</h2><p>Write to ⟦info@example.com⟧</p>"),
        Good(_HEAD + '"phone": "312-555-7788", "phoneExt": "12", "email": "s.rivera@lakeside-hospital.org"}]}}}', format="json"),
        Good(_HEAD + '"phone": "+86 571 8888 1234", "email": "zhang@163.com"}]}}}', format="json"),
        Good(_HEAD + '"phone": "+49 (0)30 450 0 / 1"}]}}}', format="json"),
        Good("<h1>NCT01234567</h1><h2>Contact</h2><p>Write to kim@lakeside-hospital.org</p>"),
    ),
)

_EMAIL = re.compile(r"[^\s@,;<>()]+@[^\s@,;<>()]+\.[^\W\d_]{2,}")
_MADE_UP = Pattern(r"[\w.+-]{1,64}@(?:example|test|domain|email)\.(?:com|org|net)(?![\w-]|\.\w)", "@example @test @domain @email")
_FEWEST, _MOST = 6, 20  # digits; extensions are often written into the number
_DIALLED = re.compile(r"\s*\(?00[ -]?[1-9]")
_MISPLACED_PLUS = re.compile(r"[\s(]*\d+\s*\+\s*\d")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """The fields of a record's contacts; on a page, addresses that only examples have."""
    for hit in page.find(_MADE_UP):
        if not hit.before[-1:].isalnum():
            yield rule.finding(hit.place(), f"“{hit[0]}” is an address for examples; nobody reads it.")
    if page.kind != "record":
        return
    for passage in page.under("contacts"):
        if message := _fault(passage):
            yield rule.finding(passage, message)
        elif passage.field.endswith(".phone") and _DIALLED.match(passage.text):
            message = "00 is dialled in some countries only; write + before the country code."
            yield rule.finding(passage, message, severity=Severity.INFO)


def _fault(passage: Passage) -> str:
    text = passage.text.strip()
    if passage.field.endswith(".email") and text and not _EMAIL.fullmatch(text):
        return f"“{text}” is no e-mail address."
    if passage.field.endswith(".phone") and text:
        digits = sum(map(str.isdigit, text))
        if digits < _FEWEST or digits > _MOST:
            return f"“{text}” has {digits} digits: no telephone number has."
        if _MISPLACED_PLUS.match(text):
            return f"“{text}”: the plus sign comes before the country code."
    return ""
