"""Runs of characters that are no prose, so that spaces and capitals in them mean something: addresses, files, karyotypes.

A token is what stands between two blanks, with whatever punctuation is in it or at its ends.
"""

from __future__ import annotations

import re
from functools import cache

_REACH = 120  # characters to either side in which a token is looked at
_HOST = (
    "com|org|net|gov|edu|info|int|mil|biz|io|app|dev|eu|uk|de|fr|jp|cn|ca|au|nl|html?|php|aspx?|js|py|pdf|docx?|xlsx?|pptx?|csv"
    "|txt|zip|xml|json|jpe?g|png|exe|sas|rmd"
)
_ADDRESS = rf"://|@|\bwww\.|=|_|\.(?:{_HOST})(?![\w-])"
_KARYOTYPE = (
    r"(?<![\w.])(?:4[4-9]|[2-9][0-9]),\s?[XY]{1,4}\b|(?:^|[,;(+-])(?:add|del|der|dic|dup|idic|ins|inv|iso|t)\([0-9XYpq?;]+\)"
)
# Parameters of pharmacokinetics have a second name behind a comma: Cmax,ss; AUC0-24h,md; t1/2,ss.
_NAMES = "ss|[Aa]vg|av|max|min|last|inf|tau|trough|free|int|sd|md|obs|pred|ext|u|dn|norm"
_SUBSCRIPT = rf"(?:\b[ACMTVtcv][A-Za-z]{{0,8}}[0-9]?|[0-9]),(?:{_NAMES})\b"


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.I if pattern == _ADDRESS else 0)


def token(text: str, at: int) -> tuple[int, int]:
    """The half-open offsets of the token that the character ``at`` belongs to; of a very long one what stands near by."""
    start, end = at, at + 1
    least, most = max(0, at - _REACH), min(len(text), at + _REACH)
    while start > least and not text[start - 1].isspace():
        start -= 1
    while end < most and not text[end].isspace():
        end += 1
    return start, end


def is_address(word: str) -> bool:
    """Whether a token is or holds an address of the web or of mail, a file name or a name in code."""
    return _compiled(_ADDRESS).search(word) is not None


def is_formula(word: str) -> bool:
    """Whether a token holds a karyotype (46,XX,del(5q)) or the name of a pharmacokinetic parameter (Cmax,ss)."""
    return _compiled(_KARYOTYPE).search(word) is not None or _compiled(_SUBSCRIPT).search(word) is not None
