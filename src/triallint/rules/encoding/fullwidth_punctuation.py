"""A Chinese comma."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
from triallint.page import TrialPage
from triallint.passage import Passage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="fullwidth-punctuation",
    code="ENC005",
    what="A mark of punctuation is of another script.",
    why="In English fonts it looks broken, and programs do not see the end of the sentence.",
    do="Type the mark of an English keyboard.",
    pages=Severity.WARNING,
    records=Severity.WARNING,
    citations=(Citation("Unicode Standard, block Halfwidth and Fullwidth Forms", read="2026-11-23"),),
    measured=(
        Measured("2,919 registry records", rate=37.31, right=52, read=52),
        Measured("2,919 records as pages", rate=10.55, right=0, read=0),
    ),
    examples=(
        Bad(
            "<h1>A drug</h1><p>NCT01234567</p><p>⟦Asthma，eczema⟧ and hives</p>",
            fixed="<h1>A drug</h1><p>NCT01234567</p><p>Asthma, eczema and hives</p>",
        ),
        Bad(
            "<h1>A drug</h1><p>NCT01234567</p><p>Age ⟦18（or⟧ ⟦older）⟧</p>",
            fixed="<h1>A drug</h1><p>NCT01234567</p><p>Age 18(or older)</p>",
        ),
        Bad(
            "<h1>A drug</h1><p>NCT01234567</p><p>Body temperature of ⟦38ºC⟧</p>",
            fixed="<h1>A drug</h1><p>NCT01234567</p><p>Body temperature of 38°C</p>",
        ),
        Good("<h1>A drug</h1><p>NCT01234567</p><p>Asthma, eczema (hives); 38 °C; the 2º of arc is not</p>"),
        Good("<h1>A drug</h1><p>NCT01234567</p><p>肾病综合征，高血压。</p>"),
    ),
)


_MARKS = {
    "\uff0c": ", ", "\uff1b": "; ", "\uff1a": ": ", "\uff08": "(", "\uff09": ")", "\u3001": ", ", "\u3002": ". ", "\uff05": "%", "\uff1c": "<",
    "\uff1e": ">", "\uff1d": "=", "\uff0b": "+", "\uff0f": "/", "\u3010": "[", "\u3011": "]", "\uff0e": ". ",
    "\uff5e": "-", "\ufe64": "<", "\ufe65": ">", "\uff1f": "? ", "\uff0a": "*",
}  # fmt: skip
_WORD = 24  # letters of a word that is shown
_DEGREE = re.compile(r"(?<=\d)\s?\u00ba(?=\s?[CF]\b)")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Beside Latin letters and digits; among its own script such a mark is right."""
    for passage in page.having([*_MARKS, "\u00ba"]):
        text = passage.decoded
        for at, mark in enumerate(text):
            if mark in _MARKS and not _is_at_home(text, at):
                new = _MARKS[mark].rstrip() if text[at + 1 : at + 2].isspace() or at + 1 == len(text) else _MARKS[mark]
                repair = fix("Type it as English does.", passage.replace(at, at + 1, new), safety=Safety.SAFE)
                yield rule.finding(_with_words(passage, at), f"'{mark}' is not a mark of English.", fix=repair)
        for found in _DEGREE.finditer(text):
            end = found.end()
            repair = fix("Write the sign for degrees.", passage.replace(end - 1, end, "\u00b0"), safety=Safety.SAFE)
            yield rule.finding(_with_words(passage, end - 1), "This is a raised o, not the sign for degrees.", fix=repair)


def _with_words(passage: Passage, at: int) -> Passage:
    """The mark and the words it joins: by itself it can hardly be seen."""
    start, end, text = at, at + 1, passage.text
    while start > max(0, at - _WORD) and (text[start - 1].isalnum() or text[start - 1] in ")]%"):
        start -= 1
    while end < min(len(text), at + _WORD) and text[end].isalnum():
        end += 1
    return passage.slice(start, end)


def _is_at_home(text: str, at: int) -> bool:
    around = text[max(0, at - 2) : at] + text[at + 1 : at + 3]
    return any("\u3040" <= each <= "\u9fff" or "\uac00" <= each <= "\ud7af" for each in around)
