"""Words of research that readers do not know, with what they mean."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from triallint.page import TrialPage
from triallint.passage import Hit, Pattern

_EXPLAINED = (
    r" ?(?:\(|, (?:which|that|meaning|or|i\.e\.|in which|where)\b|\b(?:means?|is when|is a way|refers to)\b| \u2014 | - )"
)
_EXPLAINS = r"(?:\(|called|known as|this is|named) ?$"


@cache
def terms() -> dict[str, str]:
    """The words with their plain meaning; the project's own table, after the glossary of the MRCT Center and PEMAT, item 4."""
    with (Path(__file__).parent / "data/jargon.csv").open(encoding="utf-8", newline="") as lines:
        return {row["term"]: row["plain"] for row in csv.DictReader(lines)}


@cache
def _pattern() -> Pattern:
    words = "|".join(re.escape(term).replace(r"\-", "(?:- ?| )") for term in sorted(terms(), key=len, reverse=True))
    return Pattern(rf"(?P<term>{words})s?\b", tuple(term.split("-")[0].split()[0] for term in terms()))


def _words(term: str) -> str:
    """The term whether or not it has its hyphen, or a space behind it."""
    return " ".join(term.replace("-", " ").split())


@cache
def _by_words() -> dict[str, str]:
    return {_words(term): term for term in terms()}


def unexplained(page: TrialPage) -> Iterator[tuple[Hit, str]]:
    """The first use of each word that is not explained where it stands, with its plain meaning."""
    seen = set()
    for hit in page.find(_pattern()):
        term = hit["term"].lower()
        key = _by_words().get(_words(term), "")
        if not key or key in seen or hit.before[-1:].isalnum() or hit.before[-1:] == "-":
            continue
        seen.add(key)
        if not re.match(_EXPLAINED, hit.after.lower()) and not re.search(_EXPLAINS, hit.before[-20:].lower()):
            yield hit, terms()[key]
