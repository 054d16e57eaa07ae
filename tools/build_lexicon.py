"""Put the tables of src/triallint/lexicons in order: python tools/build_lexicon.py [--check] [--counts FILE] [FILE.csv ...]

A row is added anywhere, with its ``anchors`` left empty; this sorts the rows and works out the words that every match of
the row's pattern contains. Anchors that are right are kept. A pattern of which no word is known for sure is refused: it
would be searched for on every page.
"""

from __future__ import annotations

import argparse
import collections
import csv
import io
import pathlib
import re
import sys
from collections.abc import Iterable
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "src/triallint/lexicons"
ANY = "\x01"  # stands for characters we do not know
MOST = 5000  # different texts a pattern may stand for before we give up on telling them apart
COMMON = 100_000  # a word used so often is on every page
COUNTS: dict[str, int] = {}  # how often a word is used, from --counts FILE with lines "word<TAB>count"


def expansions(pattern: str) -> set[str]:
    """The texts a pattern matches, with ``ANY`` for what is open."""
    return _of_sequence(parser.parse(pattern))


def _of_sequence(tokens: Iterable[tuple[Any, Any]]) -> set[str]:
    made = {""}
    for kind, value in tokens:
        parts = _of_token(kind, value)
        made = {a + b for a in made for b in parts}
        if len(made) > MOST:
            raise ValueError("it stands for too many texts")
    return made


def _of_token(kind: Any, value: Any) -> set[str]:
    if kind is op.LITERAL:
        return {chr(value)}
    if kind is op.IN:
        return {chr(each) if what is op.LITERAL else ANY for what, each in value}
    if kind is op.BRANCH:
        return set().union(*(_of_sequence(each) for each in value[1]))
    if kind is op.SUBPATTERN:
        return _of_sequence(value[3])
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        least, most, inner = value
        once = _of_sequence(inner)
        many = once if most == 1 else {ANY if each.strip() else each for each in once}
        return many | ({""} if least == 0 else set())
    if kind in (op.AT, op.ASSERT, op.ASSERT_NOT):
        return {""}
    return {ANY}


def words_of(text: str) -> list[str]:
    """The whole words of an expansion in their order, those of one or two letters left out."""
    found = re.finditer(r"[^\W\d_]{3,}", text)
    return [each[0] for each in found if ANY not in text[max(0, each.start() - 1) : each.end() + 1]]


def are_valid(pattern: str, given: str) -> bool:
    """Whether every match of the pattern has a word of each group."""
    texts = [words_of(each) for each in expansions(pattern.lower())]
    return bool(given) and all(set(group.split("|")) & set(each) for group in given.split(" ") for each in texts)


def anchors(pattern: str) -> str:
    """Groups of words, one of each in every match, rare words first; the first group is what the row is looked up by."""
    texts = [words_of(each) for each in expansions(pattern.lower())]
    if not all(texts):
        raise ValueError(f"no word is in every match of {pattern!r}")
    places = [{each[at] for each in texts} for least in [min(map(len, texts))] for at in range(-least, least)]
    chosen: list[set[str]] = []
    for group in sorted([_covering(map(set, texts)), *places], key=lambda group: (_uses(group), sorted(group))):
        if not chosen or (_uses(group) < COMMON and all(group.isdisjoint(other) for other in chosen)):
            chosen.append(group)
    return " ".join("|".join(sorted(group)) for group in chosen[:3])


def _uses(group: Iterable[str]) -> int:
    return sum(COUNTS.get(word, 0) for word in group)


def _covering(sets: Iterable[set[str]]) -> set[str]:
    """Few and rare words, at least one of them in every set."""
    open_, group = list(sets), set()
    while open_:
        times = collections.Counter(word for each in open_ for word in each)
        best = min(times, key=lambda word: ((COUNTS.get(word, 0) + 10) / times[word], word))
        group.add(best)
        open_ = [each for each in open_ if best not in each]
    return group


def ordered(text: str) -> str:
    """The table as it should be."""
    rows = list(csv.DictReader(io.StringIO(text)))
    head = next(csv.reader(io.StringIO(text)))
    for row in rows:
        if "anchors" in row:
            row["anchors"] = _anchors(row["pattern"], row["anchors"])
    out = io.StringIO()
    writer = csv.DictWriter(out, head, lineterminator="\n")
    writer.writeheader()
    writer.writerows(sorted(rows, key=lambda row: [row[name] for name in head]))
    return out.getvalue()


def _anchors(pattern: str, given: str) -> str:
    if pattern.isalpha():
        return ""
    return given if are_valid(pattern, given) else anchors(pattern)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("files", nargs="*", type=pathlib.Path, default=sorted(FOLDER.glob("*.csv")))
    options.add_argument("--check", action="store_true", help="only say which tables are not in order")
    options.add_argument("--counts", type=pathlib.Path, help="lines of a word, a tab and how often it is used: prefer rare words")
    given = options.parse_args()
    if given.counts:
        lines = given.counts.read_text("utf-8").splitlines()
        COUNTS.update((word, int(count)) for word, _, count in (line.partition("\t") for line in lines) if count.isdigit())
    stale = [file for file in given.files if ordered(file.read_text("utf-8")) != file.read_text("utf-8")]
    for file in stale:
        if given.check:
            print(f"{file.name} is not in order: run tools/build_lexicon.py")
        else:
            file.write_text(ordered(file.read_text("utf-8")), "utf-8", newline="\n")
            print(f"{file.name}: put in order")
    sys.exit(bool(stale) and given.check)


if __name__ == "__main__":
    main()
