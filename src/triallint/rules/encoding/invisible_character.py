"""Zero-width spaces, soft hyphens, control and direction characters within text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Fix, Safety, Severity, fix
from triallint.language.characters import hidden, name_of
from triallint.page import TrialPage
from triallint.passage import Passage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="invisible-character",
    code="ENC004",
    what="A character that nobody sees stands in the text.",
    why="Searches and links miss the word it stands in, and screen readers may spell or break it.",
    do="Delete it; it mostly came along with text copied from a PDF or a chat.",
    english=False,
    yields_to=("mojibake",),
    citations=(Citation("editorial judgement"),),
    measured=(
        Measured("2,919 registry records", rate=0.14, right=4, read=4),
        Measured("17,367 eligibility texts", rate=0.01, right=2, read=2),
        Measured("9,476 older summaries, each set as a section of a page", rate=0.01, right=1, read=1),
    ),
    examples=(
        Bad("<p>NCT01234567</p><p>pla⟦\u200b⟧telets</p>", fixed="<p>NCT01234567</p><p>platelets</p>"),
        Bad("<p>NCT01234567</p><p>im⟦\u00ad⟧mune; a⟦&#8203;⟧b</p>", fixed="<p>NCT01234567</p><p>immune; ab</p>"),
        Bad("NCT01234567\n\nstudy ⟦\ufeff⟧visit", fixed="NCT01234567\n\nstudy visit", format="txt"),
        Bad("NCT01234567\n\nprotein⟦\u202d\u202c\u202c⟧(hsCRP)", fixed="NCT01234567\n\nprotein(hsCRP)", format="txt"),
        Bad("NCT01234567\n\nheart⟦\x1f⟧disease, ⟦\x02⟧liver", fixed="NCT01234567\n\nheart disease, liver", format="txt"),
        Bad("NCT01234567\n\nre⟦\x02⟧lapse within 5⟦\x13⟧10 days, 5⟦\u200b⟧10 mg, ⟦\u202e⟧3 of 4", format="txt"),
        Bad("NCT01234567\n\nheart⟦\u00a0⟧failure", fixed="NCT01234567\n\nheart failure", format="txt"),
        Good("<p>NCT01234567</p><p>long im&shy;muno&shy;suppres&#173;sion; 5&nbsp;mg; no&nbsp;break; tab\tand\r\nline</p>"),
        Good(
            "NCT01234567\n\nمی\u200cخواهم; क्\u200dष; 👩\u200d⚕️; שלום\u200f (NCT01234567); ภาษา\u200bไทย; 5\u00a0mg", format="txt"
        ),
    ),
)
_WRITTEN_ON_PURPOSE = re.compile(r"(?:&shy;|&#0*173;|&#x0*ad;)+", re.I)
_NO_BREAK = re.compile("(?<=[a-z])\u00a0(?=[a-z])")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Find what nobody sees; the fix takes it out where the words are the same without it."""
    unbroken: list[tuple[Passage, int]] = []
    for passage in page.having(each for each in page.characters if each == "\u00a0" or next(hidden(each), None)):
        for start, end in hidden(passage.decoded):
            place = passage.slice(start, end)
            span = place.span
            if not _WRITTEN_ON_PURPOSE.fullmatch(page.source.text, span.start, span.end):
                message = f"An invisible character stands here: {name_of(passage.decoded[start])}."
                yield rule.finding(place, message, fix=_repair(passage, start, end))
        unbroken += [(passage, each.start()) for each in _NO_BREAK.finditer(passage.decoded)]
    if unbroken and page.format != "html":
        yield _no_break(unbroken)


def _repair(passage: Passage, start: int, end: int) -> Fix | None:
    """Nothing between two numbers or where the order of signs is turned; a space where a control character parts words."""
    text = passage.decoded
    before, after, run = text[max(0, start - 1) : start], text[end : end + 1], text[start:end]
    if (before.isdigit() and after.isdigit()) or "\u202e" in run or (run == "\u00ad" and not before.isalnum()):
        return None
    new = " " if set(run) <= set("\x0b\x0c\x1c\x1d\x1e\x1f\u2028\u2029") and before.isalnum() and after.isalnum() else ""
    if not new and ord(run[0]) < 0x20 and before.isalnum() and after.isalnum():
        return None
    return fix("Take it out.", passage.replace(start, end, new), safety=Safety.SAFE)


def _no_break(places: list[tuple[Passage, int]]) -> Finding:
    edits = [passage.replace(at, at + 1, " ") for passage, at in places]
    passage, at = places[0]
    message = f"A no-break space stands between words ({len(places)} on this page): lines break badly and searches miss it."
    repair = fix("Write plain spaces.", *edits, safety=Safety.SAFE)
    return rule.finding(passage.slice(at, at + 1), message, severity=Severity.INFO, fix=repair)
