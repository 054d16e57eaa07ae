"""A rare word, one letter away from a common one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Confidence, Finding, Safety, Severity, fix
from triallint.language.near_misses import is_common, meant, unfamiliar
from triallint.page import TrialPage
from triallint.passage import Hit, Passage, Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="probable-misspelling",
    code="SPL016",
    what="A word is one letter away from a common one, and no word of its own.",
    why="Misspelt words make readers doubt the rest, and a search for the right word does not find the trial.",
    do="Correct the spelling, or add the word to the words of your configuration.",
    pages=Severity.WARNING,
    records=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    yields_to=("misspelling", "drug-name-misspelled", "mistranslated-term", "literal-translation"),
    citations=(Citation("SCOWL, and counts of 45 million words of registry text: see language/near_misses", read="2026-11-23"),),
    measured=(
        Measured(
            "2,919 registry records",
            rate=5.93,
            right=135,
            read=138,
            doubtful=1,
            wrong=(
                "venoms",
                "the French département",
            ),
        ),
        Measured("2,919 records as pages", rate=1.13, right=0, read=0),
        Measured("17,367 eligibility texts", rate=0.61, right=0, read=0),
    ),
    examples=(
        Bad(
            "<h1>A drug</h1><p>NCT01234567</p><p>The ⟦tretament⟧ lasts a year.</p>",
            fixed="<h1>A drug</h1><p>NCT01234567</p><p>The treatment lasts a year.</p>",
        ),
        Bad(
            "<h1>A drug</h1><p>NCT01234567</p><p>A ⟦patholgical⟧ finding.</p>",
            fixed="<h1>A drug</h1><p>NCT01234567</p><p>A pathological finding.</p>",
        ),
        Bad(
            "<h1>A drug</h1><p>NCT01234567</p><p>A ⟦midium-dose⟧ arm; an ⟦nzyme-linked⟧ test; ⟦reliminary⟧ results</p>",
            fixed="<h1>A drug</h1><p>NCT01234567</p><p>A medium-dose arm; an enzyme-linked test; preliminary results</p>",
        ),
        Good(
            "<h1>A drug</h1><p>NCT01234567</p><p>Avapritinib for anaemia, with colour codes; see tretament.org or tretament_plan.</p>"
        ),
        Good("<h1>A drug</h1><p>NCT01234567</p><p>Dr Tretament and Mr Midium; TRETAMENT; pre-tretament</p>"),
    ),
)


_PARTNER = re.compile(r"(?:^|(?<![\w.@/'-]))([a-z]{4,24})-$")
_FOLLOWER = re.compile(r"-([a-z]{4,24})(?![\w@-]|\.\w)")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Words in small letters that stand alone or with a common word in a compound of two; names and codes have capitals."""
    for word in sorted(word for word in unfamiliar(page.words) if meant(word)):
        right = meant(word)
        for hit in page.find(Pattern(rf"{word}(?![\w@'])", (word,), case=True, reach=40, whole=True)):
            if (
                hit.before[-1:].isalnum()
                or hit.before[-1:] in (".", "@", "/", "_", "'", ")", "]")
                or (hit.after[:1] == "." and hit.after[1:2].isalpha())
                or not _stands_beside_words(hit)
            ):
                continue
            repair = fix("Correct the spelling.", hit.replace(right[0]), safety=Safety.UNSAFE) if len(right) == 1 else None
            yield rule.finding(_whole(hit), f"“{word}” is probably {' or '.join(right)}.", fix=repair)


def _stands_beside_words(hit: Hit) -> bool:
    """Whether what a hyphen joins to the word is one common word."""
    before, after = hit.before[-1:] == "-", hit.after[:1] == "-"
    if not (before or after):
        return True
    found = _PARTNER.search(hit.before[-30:]) if before else _FOLLOWER.match(hit.after[:30])
    return not (before and after) and found is not None and is_common(found[1])


def _whole(hit: Hit) -> Passage:
    """The word, or the compound it is a part of."""
    before = _PARTNER.search(hit.before[-30:]) if hit.before[-1:] == "-" else None
    after = _FOLLOWER.match(hit.after[:30])
    return hit.passage.slice(hit.start - (len(before[1]) + 1 if before else 0), hit.end + (after.end() if after else 0))
