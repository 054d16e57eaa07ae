"""What a criterion asks for or rules out, in a form in which an inclusion and an exclusion criterion can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

Claim = tuple[str, str, int, int]
"""(what it is about, what is said of it, start, end); two claims on one thing that say the opposite mirror each other."""

OPPOSITE = {"yes": "no", "no": "yes", "over": "under", "under": "over"}

_GAP = r"[^.;:\n]{0,60}?"
_ABLE = r"\b(?:able|ability|willing|willingness|agree|agrees|capable|capacity)\b"
_UNABLE = (
    r"\b(?:unable|inability|unwilling|unwillingness|refuses?|refusal|incapable|not\s+(?:able|willing)|lack\s+of\s+capacity)\b"
)
_WHO = r"\A\W*(?:(?:women|females?|subjects?|patients?|participants?|who|is|are|was|were|a|the|they|currently|known)\s+){0,5}"
_TEST = r"pregnancy\s+test"
_HIV = r"\b(?:hiv|human\s+immunodeficiency\s+virus)\b"
_HABIT = r"\A\W*(?:(?:current|currently|active|regular|heavy|tobacco|cigarette)\s+){0,3}"
# (a word that every such text has, what it is about, where it is so, where it is not so)
_TABLE = (
    (
        "pregnancy",
        "a pregnancy test",
        rf"\bpositive\b[^.;]{{0,40}}{_TEST}|{_TEST}[^.;]{{0,30}}\bpositive\b",
        rf"\bnegative\b[^.;]{{0,40}}{_TEST}|{_TEST}[^.;]{{0,30}}\bnegative\b",
    ),
    ("pregnan", "pregnancy", rf"{_WHO}pregnan(?:t|cy)\b(?!\s+test)", r"\b(?:not|non)[\s-]{1,2}(?:be\s+)?pregnant\b"),
    ("consent", "informed consent", rf"{_ABLE}{_GAP}informed\s+consent", rf"{_UNABLE}{_GAP}informed\s+consent"),
    ("contracepti", "contraception", rf"{_ABLE}{_GAP}contracepti\w+", rf"{_UNABLE}{_GAP}contracepti\w+"),
    ("smok", "smoking", rf"{_HABIT}smok(?:ers?|ing)\b(?!\s+(?:history|cessation|intending))", r"\bnon-?\s?smok(?:ers?|ing)\b"),
    (
        "hiv",
        "HIV",
        rf"{_HIV}\W{{0,3}}(?:infection|(?:sero)?positiv\w*)|(?<!false-)(?<!false )\bpositive\s+(?:for\s+)?{_HIV}",
        rf"{_HIV}[\s-]{{1,2}}(?:sero)?negative\b|\bnegative\s+(?:for\s+)?{_HIV}",
    ),
)
_ANALYTES = {
    "lvef": "LVEF",
    "ejection fraction": "LVEF",
    "egfr": "eGFR",
    "creatinine clearance": "creatinine clearance",
    "bmi": "BMI",
    "body mass index": "BMI",
    "life expectancy": "life expectancy",
    "hemoglobin": "hemoglobin",
    "haemoglobin": "hemoglobin",
    "platelet": "platelets",
    "platelets": "platelets",
    "ecog": "ECOG",
    "hba1c": "HbA1c",
}
_OVER = r"[≥>]\s?=?|(?:greater|more|higher)\s+than|at\s+least|above|over"
_UNDER = r"[≤<]\s?=?|(?:less|lower)\s+than|below|under"
_LIMIT = (
    rf"\b(?P<noun>{'|'.join(sorted(_ANALYTES, key=len, reverse=True))})\b[^.;:\d≥>≤<]{{0,40}}?"
    rf"(?:(?P<over>{_OVER})|(?P<under>{_UNDER}))\s*(?:or\s+equal\s+to\s+)?(?P<number>\d+(?:[.,]\d+)*)"
)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def subjects(inclusion: str, exclusion: str) -> tuple[frozenset[str], bool]:
    """What both lists, given as text in lower case, speak of: words of the table, and whether limits are among it."""
    words = frozenset(row[0] for row in _TABLE if row[0] in inclusion and row[0] in exclusion)
    return words, any(noun in inclusion for noun in _ANALYTES) and any(noun in exclusion for noun in _ANALYTES)


def claims(text: str, words: frozenset[str], limits: bool) -> Iterator[Claim]:
    """The claims of a criterion's text on these subjects."""
    low = text.lower()
    for word, about, yes, no in _TABLE:
        if word in words and word in low:
            for said, pattern in (("no", no), ("yes", yes)):
                found = _compiled(pattern).search(low)
                if found:
                    start = found.start() + len(found[0]) - len(found[0].lstrip(" .,;*()\n\r\t-"))
                    yield about, said, start, found.end()
                    break
    if limits and any(noun in low for noun in _ANALYTES):
        for found in _compiled(_LIMIT).finditer(low):
            about = f"{_ANALYTES[found['noun']]} of {_number(found['number'])}"
            yield about, "over" if found["over"] else "under", *found.span()


def _number(text: str) -> str:
    """A number as it is compared: 9.0 is 9, and 100,000 is 100000."""
    plain = re.sub(r",(?=\d{3}\b)", "", text).replace(",", ".")
    return plain.rstrip("0").rstrip(".") if plain.count(".") == 1 else plain
