"""Where two words run together at a punctuation mark: ``inclusion.Patients``, ``heart,kidney``, ``2)MACE``.

Every function is asked about one mark of a text that a letter or digit follows at once.
"""

from __future__ import annotations

import re
from functools import cache

from triallint.language import tokens

_DEGREE = r"(?:Ph\.?D|MD|MPH|MSc|BSc|DNP|RN|FRC[A-Z]*)\b"
_ENTITY = r"&#?\w{1,8}$"
_ITEM = r"(?:^|[\s:;,.\]])(\(?)[0-9]{1,2}$"
_CHEMICAL = r"(?i)(?:cis|trans|meso|para|ortho|alpha|beta|gamma|endo|exo|tert|sec|iso|all)$"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_UNIT = r"(?:k?g|mg|ml|mL|l|L|mol|min|h|hr|mm|cm)$"
_NAMED = r"[A-Za-z]\.$|[A-Za-z][0-9]*\.[0-9]+$"  # a version or a name of parts: v2.1, BA.2
_FAR = 300  # characters before a closing bracket in which its partner is looked for
_NEAR = 12  # characters before the mark that tell what it is


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def is_joint(text: str, at: int, *, separators: bool = True) -> bool:
    """Whether prose goes on right behind the mark at ``at``, and it is in no address, formula or name of one word.

    Without ``separators`` semicolons are left alone: in values they are what a database put between two entries.
    """
    start, end = tokens.token(text, at)
    if tokens.is_address(text[start:end]) or tokens.is_formula(text[start:end]):
        return False
    before, mark, after = text[max(0, at - _NEAR) : at], text[at], text[at + 1 : at + 1 + _NEAR]
    if _compiled(_DEGREE).match(after):
        return False
    if mark == ")":
        item = _compiled(_ITEM).search(before)
        return item is not None and (bool(item[1]) or not _is_within_brackets(text, at))
    if mark in ",;":
        return (mark == "," or (separators and not _compiled(_ENTITY).search(before))) and _is_list(before, after)
    return _is_end(before, after)


def _is_within_brackets(text: str, at: int) -> bool:
    least = max(0, at - _FAR)
    return text.rfind("(", least, at) > text.rfind(")", least, at)


def _is_end(before: str, after: str) -> bool:
    """Whether a full stop ends a sentence or follows the number of an item."""
    if after.startswith(("Kg-", "Min", "Kg/")) and _compiled(_UNIT).search(before):
        return False
    if before[-1:].isdigit():
        is_number = not _compiled(_MONTH).match(after) and not _compiled(_NAMED).search(before)
        return after[1:2].islower() and is_number
    last = before[-2:]
    return last.endswith((")", "]", "%", '"', "'")) or (
        len(last) == 2 and last.isalpha() and (last[1].islower() or last.isupper())
    )


def _is_list(before: str, after: str) -> bool:
    """Whether a comma or semicolon separates words of a list or two clauses."""
    if _compiled(_CHEMICAL).search(before) and _compiled(r"\w+-|trans|cis").match(after):
        return False
    return len(before) > 1 and (before[-1] in ")]%." or before[-1].isdigit() or before[-2:].isalpha())


def around(text: str, at: int) -> tuple[int, int]:
    """The word before the mark at ``at``, the mark, and the word behind it, as half-open offsets."""
    start, end = at, at + 1
    dotted = text[at] == "," and text[at - 1 : at] == "."  # "e.g.,warfarin"
    while start > 0 and (text[start - 1].isalnum() or text[start - 1] in "-'()%" or _is_within(text, start - 1, dotted)):
        start -= 1
    while end < len(text) and (text[end].isalnum() or text[end] in "-'"):
        end += 1
    return start, end


def _is_within(text: str, at: int, dotted: bool) -> bool:
    """Whether a full stop is part of a word: of a number, or of an abbreviation."""
    return text[at] == "." and (dotted or (text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()))
