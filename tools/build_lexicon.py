"""Put the tables of src/triallint/lexicons in order: python tools/build_lexicon.py [--check] [FILE.csv ...]

A row is added anywhere, with its ``anchors`` left empty; this sorts the rows and works out the words that every match of
the row's pattern contains. A pattern of which no word is known for sure is refused: it would be searched for on every page.
"""

from __future__ import annotations

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
COMMON = frozenset("a an and at by for from in is no not of on or that the to under with".split())  # on every page
MOST = 5000  # different texts a pattern may stand for before we give up on telling them apart


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


def words_of(text: str) -> set[str]:
    """The whole words of an expansion that tell something."""
    found = re.finditer(r"[^\W\d_]+", text)
    return {each[0] for each in found if ANY not in text[max(0, each.start() - 1) : each.end() + 1]} - COMMON


def anchors(pattern: str) -> str:
    """Groups of words, one of each in every match; the first is what the row is looked up by."""
    left = [words_of(each) for each in expansions(pattern.lower())]
    groups = []
    while left and all(left) and len(groups) < 3:
        group = _covering(left)
        groups.append("|".join(sorted(group)))
        left = [each - group for each in left]
    if not groups:
        raise ValueError(f"no word is in every match of {pattern!r}")
    return " ".join(groups)


def _covering(sets: Iterable[set[str]]) -> set[str]:
    """Few words, at least one of them in every set."""
    open_, group = list(sets), set()
    while open_:
        count = collections.Counter(word for each in open_ for word in each)
        best = max(count, key=lambda word: (count[word], len(word), word))
        group.add(best)
        open_ = [each for each in open_ if best not in each]
    return group


def ordered(text: str) -> str:
    """The table as it should be."""
    rows = list(csv.DictReader(io.StringIO(text)))
    head = next(csv.reader(io.StringIO(text)))
    for row in rows:
        if "anchors" in row:
            row["anchors"] = "" if row["pattern"].isalpha() else anchors(row["pattern"])
    out = io.StringIO()
    writer = csv.DictWriter(out, head, lineterminator="\n")
    writer.writeheader()
    writer.writerows(sorted(rows, key=lambda row: [row[name] for name in head]))
    return out.getvalue()


def main() -> None:
    named = [pathlib.Path(each) for each in sys.argv[1:] if not each.startswith("-")]
    stale = [
        file for file in named or sorted(FOLDER.glob("*.csv")) if ordered(file.read_text("utf-8")) != file.read_text("utf-8")
    ]
    for file in stale:
        if "--check" in sys.argv:
            print(f"{file.name} is not in order: run tools/build_lexicon.py")
        else:
            file.write_text(ordered(file.read_text("utf-8")), "utf-8", newline="\n")
            print(f"{file.name}: put in order")
    sys.exit(bool(stale) and "--check" in sys.argv)


if __name__ == "__main__":
    main()
