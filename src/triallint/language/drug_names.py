"""Names of drugs that are nearly written right.

``data/drug_names.txt``: names with a stem of the WHO's list for international nonproprietary names that stand at least 25
times in 45 million words of registry text, and some newer ones. A word with such a stem that is none of them and one letter
away from one of them is a slip; new names are farther away.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

_STEMS = tuple(
    "mab nib cept limus prazole statin gliflozin gliptin sartan lukast platin rubicin taxel mycin micin cycline conazole "
    "fungin navir tegravir buvir asvir previr ciclovir vudine ciclib parib zomib lisib degib rafenib floxacin cillin "
    "penem olol pril dipine setron triptan gepant dronate glitazone glinide thiazide semide leucel kinra grastim poetin "
    "curium curonium flurane zepam zolam oxetine apine peridol profen fenac oxicam coxib tropium citabine trexed tecan "
    "poside mustine fosfamide lidomide relix relin lutamide gestrel afil sentan xaban gatran grel teplase fibrate vaptan "
    "glutide enatide kiren".split()
)
# Too far from the name to be found by its letters: read in translated records.
_ALIASES = {"taitacept": "telitacicept", "tetacept": "telitacicept", "baileyoumab": "belimumab", "belizumab": "belimumab"}
_SHORTEST = 7  # letters


@cache
def names() -> frozenset[str]:
    """The names that are known, in lower case."""
    return frozenset((Path(__file__).parent / "data/drug_names.txt").read_text("utf-8").split())


def misspelt(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Of words in lower case those that miss a drug's name by a letter, each with that name."""
    for word in words:
        if word in _ALIASES:
            yield word, _ALIASES[word]
        elif len(word) >= _SHORTEST and word.endswith(_STEMS) and word not in names() and word.isascii() and word.isalpha():
            near = [name for name in names() if name[0] == word[0] and is_one_off(word, name)]
            if len(near) == 1:
                yield word, near[0]


def is_one_off(one: str, other: str) -> bool:
    """Whether one letter is missing, added, changed, or changes places with its neighbour (optimal string alignment of 1)."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1 or one == other:
        return False
    at = next((at for at, letter in enumerate(short) if letter != long[at]), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    return short[at + 1 :] == long[at + 1 :] or (
        short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    )
