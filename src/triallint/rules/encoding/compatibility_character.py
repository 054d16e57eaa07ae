"""``mg/㎡``, phase Ⅱ."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="compatibility-character",
    code="ENC008",
    what="One character stands for several: a Roman numeral, a unit or a ligature of a font.",
    why="A search for “phase II” or “mg/m2” does not find it, many fonts lack it, and screen readers skip it.",
    do="Type the letters one by one.",
    pages=Severity.INFO,
    records=Severity.INFO,
    citations=(
        Citation("Unicode Standard, 22.3 and 23: number forms, letterlike symbols, CJK compatibility", read="2026-11-25"),
    ),
    measured=(Measured("2,919 registry records", rate=6.92, right=50, read=50),),
    examples=(
        Bad(
            "<h1>A drug</h1><p>NCT01234567</p><p>A phase ⟦I/Ⅱ⟧ study of 20 ⟦mg/㎡⟧ at 37 ⟦℃⟧</p>",
            fixed="<h1>A drug</h1><p>NCT01234567</p><p>A phase I/II study of 20 mg/m² at 37 °C</p>",
        ),
        Bad(
            "<h1>A drug</h1><p>NCT01234567</p><p>Neurologic ⟦deﬁcits⟧ or ⟦inﬂammation⟧</p>",
            fixed="<h1>A drug</h1><p>NCT01234567</p><p>Neurologic deficits or inflammation</p>",
        ),
        Good("<h1>A drug</h1><p>NCT01234567</p><p>Phase I/II, mg/m², 37 °C, Drug™, ½ tablet, 10⁹/L, VO₂, № 5, ≥ 18</p>"),
        Good("<h1>A drug</h1><p>NCT01234567</p><p>临床Ⅱ期试验</p>"),
    ),
)

_OWN = {
    "\u2103": "\u00b0C",
    "\u2109": "\u00b0F",
    "\u33a0": "cm\u00b2",
    "\u33a1": "m\u00b2",
    "\u33a4": "cm\u00b3",
    "\u33a5": "m\u00b3",
    "\u3397": "dL",
    "\u3396": "mL",
    "\u3395": "\u00b5L",
    "\u338d": "\u00b5g",
    "\u339b": "\u00b5m",
}
_PLAIN = {
    **{chr(code): unicodedata.normalize("NFKC", chr(code)) for code in (*range(0x2160, 0x2180), *range(0x3380, 0x33DE), *range(0xFB00, 0xFB07))},
    **_OWN,
}  # fmt: skip
_WORD = 24  # letters of a word that is shown


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Beside Latin letters and digits; in a text of another script such characters are at home."""
    for passage in page.having(_PLAIN):
        text, done = passage.decoded, 0
        for at, mark in enumerate(text):
            if mark not in _PLAIN or at < done or _is_at_home(text, at):
                continue
            start, end = at, at + 1
            while start > max(0, at - _WORD) and (text[start - 1].isalnum() or text[start - 1] in "/-"):
                start -= 1
            while end < min(len(text), at + _WORD) and (text[end].isalnum() or text[end] in "/-"):
                end += 1
            done = end
            edits = [passage.replace(here, here + 1, _PLAIN[text[here]]) for here in range(start, end) if text[here] in _PLAIN]
            repair = fix("Type the letters.", *edits, safety=Safety.SAFE)
            yield rule.finding(passage.slice(start, end), f"'{mark}' is one character, not “{_PLAIN[mark]}”.", fix=repair)


def _is_at_home(text: str, at: int) -> bool:
    around = text[max(0, at - 2) : at] + text[at + 1 : at + 3]
    return any("\u3040" <= each <= "\u33ff" or "\u4e00" <= each <= "\u9fff" or "\uac00" <= each <= "\ud7af" for each in around)
