"""Abbreviations in capitals: where they are used, and where a text says what they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from triallint.page import TrialPage
from triallint.passage import Hit, Passage, Pattern

# What readers know better by its letters, or that has no other name; names of scales and organisations among them.
KNOWN = frozenset(
    "PMID DOI CNS "
    "AIDS HIV DNA RNA MRI CT PET ECG EKG EEG COVID SARS FDA NIH WHO EU US USA UK CDC EMA NHS TV ID IQ PDF FAQ URL HTML PIN "
    "SMS GPS OK AM PM NCT ISRCTN EUDRACT MD PHD RN DR MBBS BMI ICU ER IV IM HPV ADHD PTSD IVF MRNA CAR ABO AC DC II III IV "
    "VI VII VIII IX XI XII AND OR NOT NO YES ALL ANY THE FOR WITH NYHA ECOG ASA GCP ICH IRB PRS COPD LED USB GP HMO VA YMCA "
    "LGBTQ LGBT BC AD UTC GMT EST CET".split()
)
_USE = Pattern(r"[A-Z]{2,7}\d{0,2}(?:-[A-Z]{2,7})?(?:s\b)?(?![\w])(?!\.\d)", case=True)
_LIMITS = ("ULN", "LLN")  # of normal; they stand close to their number: 3ULN, 5xULN
_PARTS = ("-", "_", "/", ".", "@")  # behind these, letters are part of something longer
_BEFORE = r"[A-Za-z][\w'-]{0,40},? ?\($"
_FORM = r" ?\((?:[A-Za-z][\w'/-]* ){1,9}[\w'/-]+[,;)]|,? (?:which )?(?:stands? for|is short for|means?)\b| ?[=:] ?[a-z]"


@dataclass(frozen=True, slots=True)
class Use:
    """One use of an abbreviation: its letters without a plural s, where, and whether its meaning is told there."""

    letters: str
    hit: Hit
    defines: bool
    form: str

    @property
    def place(self) -> Passage:
        """Where it stands, a plural s with it."""
        return self.hit.place()


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def uses(page: TrialPage) -> tuple[Use, ...]:
    """Every use of an abbreviation of two to seven capitals in the prose, in reading order."""
    return page.once(_uses)


def _uses(page: TrialPage) -> tuple[Use, ...]:
    return tuple(_found(page))


def _found(page: TrialPage) -> Iterator[Use]:
    for hit in page.find(_USE):
        before, after = hit.before, hit.after
        letters = hit[0].removesuffix("s")
        if (before[-1:].isalnum() and letters not in _LIMITS) or before[-1:] in _PARTS or after[:1] in ("-", "_", "@"):
            continue
        form = _form(before, letters) if before.endswith(("(", "( ")) else ""
        defines = bool(form) or _compiled(_FORM).match(after) is not None
        yield Use(letters, hit, defines, form)


def _form(before: str, letters: str) -> str:
    """The words before a bracket that an abbreviation may stand for: as many as it has letters, and one more."""
    if not _compiled(_BEFORE).search(before[-50:]):
        return ""
    words = before[:-1].rsplit(". ", 1)[-1].split()
    return " ".join(words[-(len(letters.replace("-", "")) + 1) :])
