"""Whether a sentence asserts what it says, or only asks, hopes, plans, allows for it or denies it.

Offsets are code points of the sentence. What governs a clause stands before it in the same sentence; a semicolon or a word
such as "but" or "while" ends its reach.
"""

from __future__ import annotations

import re
from functools import cache

ASKING = (
    r"whether|if|unless|when|until|how|what|which|hypothes\w+|questions?|aim(?:s|ed|ing)?|goals?|objectives?|purposes?|"
    r"designed|intend(?:s|ed)?|intention|hop(?:e|es|ed|ing)|expect(?:s|ed|ation)?|believe[sd]?|assum\w+|postulat\w+|"
    r"propos(?:e|es|ed|al)|planned|to see|to learn|to find out|to show|to prove|to demonstrate|to establish|to confirm|"
    r"determin\w+|assess\w*|evaluat\w+|examin\w+|investigat(?:e|es|ed|ing|ion)|explor\w+|test(?:s|ed|ing)?|compar\w+|"
    r"verify|validat\w+|stud(?:y|ies) (?:will|is to|was to|seeks?|aims?)|looks? (?:at|for|into)|in order|so that|seeks?|as "
    r"long as|long as|once|in case"
)
ALLOWING = (
    r"could|may|might|would|should|potential(?:ly)?|possibl[ey]|perhaps|likely|probably|suggest(?:s|ed|ing)?|appear(?:s|ed)?|"
    r"seem(?:s|ed)?|thought|considered|suspected|theor(?:y|etical|etically)|supposed(?:ly)?"
)
DENYING = (
    r"not|no|nor|never|neither|cannot|without|unproven|unknown|unclear|uncertain|lack(?:s|ing)?|little|few|limited|fail(?:s|ed)?|"
    r"\w+n't|need(?:s|ed)?|remains? to be"
)
_REACH = 400  # characters: longer sentences are lists
_TURN = r";|\b(?:but|while|whereas|although|though|however|yet)\b"
_AFTER = r"[^.;]{0,60}\b(?:(?:is|are|remains?) (?:still |not yet |not )?(?:unknown|unclear|uncertain|known|to be)|or not)\b"


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def clause_start(sentence: str, at: int) -> int:
    """Where the reach of what governs the words at ``at`` begins: after the last turn of the sentence before it."""
    least = max(0, at - _REACH)
    turns = [each.end() for each in _compiled(_TURN).finditer(sentence[least:at].lower())]
    return least + turns[-1] if turns else least


def _is_before(words: str, sentence: str, at: int) -> bool:
    clause = sentence[clause_start(sentence, at) : at].lower()
    return _compiled(rf"\b(?:{words})\b").search(clause) is not None


def is_asked(sentence: str, at: int) -> bool:
    """Whether a question, condition, aim or hypothesis governs the words at ``at``: "to see if it is safe"."""
    return _is_before(ASKING, sentence, at) or sentence.rstrip(" \"')").endswith("?")


def is_allowed(sentence: str, at: int) -> bool:
    """Whether the words are only held possible: "it may be safe"."""
    return _is_before(ALLOWING, sentence, at)


def is_denied(sentence: str, at: int) -> bool:
    """Whether the words are denied or said to be unknown: "not shown to be safe", "its safety is not known"."""
    return _is_before(DENYING, sentence, at) or _compiled(_AFTER).match(sentence[at : at + _REACH].lower()) is not None


def is_governed(sentence: str, at: int) -> bool:
    """Whether anything keeps the words at ``at`` from being asserted."""
    return is_asked(sentence, at) or is_allowed(sentence, at) or is_denied(sentence, at)
