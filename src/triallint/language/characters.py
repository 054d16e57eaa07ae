"""Characters that went wrong on their way into a text: read in the wrong encoding, or there without being seen.

Every function takes decoded text and gives places in it as half-open offsets.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

Garbled = tuple[int, int, str | None]
"""(start, end, what was meant); None where that cannot be told."""

_CP1252 = (
    "\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014"
)
_CP1252 += "\u02dc\u2122\u0161\u203a\u0153\u017e\u0178"
_NEXT = rf"[\x80-\xbf{_CP1252}]"  # the characters of the bytes 80 to BF, by Windows-1252 or ISO-8859-1
# What garbled text stands for in trials: letters with accents, Greek, typographic marks, signs of mathematics.
_MEANT = r"[\x80-\u024f\u0391-\u03c9\u2010-\u203f\u2070-\u209f\u20ac\u2100-\u22ff\u2460-\u2473\u25a0-\u25ff\ufeff]+"
# Letters of the Symbol font that a word processor keeps in the private use area.
_SYMBOLS = dict(
    zip("\uf0b3\uf0a3\uf03c\uf03e\uf0b1\uf0b4\uf06d\uf061\uf062\uf067\uf0b0\uf0b7\uf0d2", "≥≤<>±×µαβγ°•®", strict=True)
)
_HIDDEN = (
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffc]+"
)
_RIGHT_TO_LEFT = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def garbled(text: str) -> Iterator[Garbled]:
    """The places where another encoding shows through (``â‰¥`` for ``≥``), with what was meant where bytes tell it."""
    if text.isascii():
        return
    for found in _compiled(_shapes()).finditer(text):
        meant = None
        if found["utf8"]:
            meant = _as_utf8(found["utf8"])
            if meant is None:
                continue
        elif found["c1"]:
            meant = found["c1"].encode("latin-1").decode("cp1252", "replace")
            meant = None if "\ufffd" in meant else meant
        elif found["symbol"]:
            meant = _SYMBOLS[found["symbol"]]
        elif found["gbk"]:
            meant = found["gbk"].encode("latin-1").decode("gbk")
        yield found.start(), found.end(), meant


@cache
def _shapes() -> str:
    units = r"%|x\b|×|mg|mcg|µg|g/|ml\b|mm|cm|iu\b|uln|(?:days?|weeks?|months?|years?|hours?|minutes?)\b"
    return "|".join(
        (
            rf"(?P<utf8>(?:[\xc2-\xdf]{_NEXT}|[\xe0-\xef]{_NEXT}{{2}}|[\xf0-\xf4]{_NEXT}{{3}})+)",
            r"(?P<c1>[\x80-\x9f]+)",
            rf"(?P<symbol>[{''.join(_SYMBOLS)}])",
            r"(?P<gbk>¡[ÝÜ](?=\s?\d))",  # ≥ and ≤ of a Chinese encoding
            r"\ufffd+|≄(?=\s?\d)|â(?:€|\?)[¤¥]?|â[¤¥]",  # the mark for a lost character; ≥ and ≤ with a byte lost
            r"(?<=[A-Za-z]{3})â(?!\w)",  # the sign ® of the Symbol font
            rf"(?<![\w.])³(?=\s?\d)|£(?=\s?\d[\d.,]*\s?(?i:{units}))",  # ≥ and ≤ of the Symbol font
            r"(?<=[\w=<>])¿|¿(?=\s?\d|mol|[gmL]\b)",  # a sign that a database could not hold
            r"(?<=[a-z²³])¬|¬(?=[a-z])",  # a hyphen for the end of a line
            r"(?<!\w)Â(?= \S)",
        )
    )


def suspects(characters: Iterable[str]) -> set[str]:
    """Those of a text's characters that garbled text may begin with; letters with accents only if such a text can go on."""
    signs = "".join(_SYMBOLS)
    strange = "".join(characters)
    found = set(_compiled(rf"[\x80-\x9f¡£¬³¿âÂ\ufffd≄{signs}]").findall(strange))
    if _compiled(_NEXT).search(strange):
        found.update(_compiled(r"[\xc2-\xd6\xd8-\xf4]").findall(strange))  # × begins only Hebrew that nobody writes here
    return found


def _as_utf8(text: str) -> str | None:
    """What the characters stand for when their bytes are read as UTF-8, as often as that can be done; None if it cannot."""
    meant = None
    for _ in range(3):
        try:
            read = b"".join(_byte(each) for each in text).decode("utf-8")
        except ValueError:
            break
        if not _compiled(_MEANT).fullmatch(read):
            break
        meant = text = read
    return None if meant is None else meant.replace("\ufeff", "")


def _byte(character: str) -> bytes:
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")


def hidden(text: str) -> Iterator[tuple[int, int]]:
    """The runs of characters that stand in a text without being seen, except where a script needs them."""
    for found in _compiled(_HIDDEN).finditer(text):
        start, end = found.span()
        beside = text[max(0, start - 1) : start] + text[end : end + 1]
        if any(ord(each) > 0x024F and not each.isspace() and unicodedata.category(each)[0] in "LMS" for each in beside):
            continue  # joiners of Arabic, Indic and emoji; break opportunities of Thai and Chinese
        if not _compiled(_RIGHT_TO_LEFT).search(text):
            yield start, end


def name_of(character: str) -> str:
    """What an invisible character is called."""
    code = f"U+{ord(character):04X}"
    name = unicodedata.name(character, "").lower()
    return f"{name} ({code})" if name else f"control character {code}"
