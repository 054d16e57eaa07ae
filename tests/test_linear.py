"""No expression takes more than linear time, on long texts made of its own pieces, with no match at their end."""

from __future__ import annotations

import collections
import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import cache
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

PARTS = 8
LENGTH = 500
SUSPECT = 0.0005
"""Seconds of CPU for 500 characters from which on an expression is tried on a text four times as long."""
SLOW = 0.05
COMMON = ("a", "a ", "1", "1 ", " ", "a, ", "1.", "A", "(", "\n", "-")


NOTE = """
import collections, datetime, json, re, sys
used, compiled = collections.defaultdict(set), re.compile
class Watched:
    def __init__(self, key):
        self.key, self.real = key, compiled(*key)
        used[key]
    def __getattr__(self, name):
        used[self.key].add(name)
        return getattr(self.real, name)
def compile(pattern, flags=0):
    ours = isinstance(pattern, str) and "triallint" in sys._getframe(1).f_code.co_filename
    return Watched((pattern, int(flags))) if ours else compiled(pattern, flags)
re.compile = compile
from triallint import config, engine, rules, selection
from triallint.source import Source
active = selection.active(config.Settings(select=("ALL",)))
for rule in rules.every():
    for each in rule.examples:
        text = each.text.replace("\u27e6", "").replace("\u27e7", "")
        engine.check_file(Source(f"NCT01234567.{each.format}", text), active, datetime.date(2026, 11, 23))
print(json.dumps([(*key, sorted(methods)) for key, methods in used.items()]))
"""


@cache
def expressions() -> tuple[tuple[str, int, bool], ...]:
    """Every expression that triallint compiles while all rules run on all examples: its flags, and whether it searches."""
    done = subprocess.run([sys.executable, "-c", NOTE], capture_output=True, text=True, check=True)
    at_one_place = {"match", "fullmatch", "pattern", "flags"}
    return tuple(
        (regex, flags, not methods or not at_one_place.issuperset(methods)) for regex, flags, methods in json.loads(done.stdout)
    )


def pieces(tree: Any) -> Iterator[str]:
    """A text that the expression matches, piece by piece; what it looks for around itself is left out."""
    for op, value in tree:
        if op is codes.LITERAL:
            yield chr(value)
        elif op is codes.NOT_LITERAL:
            yield "a" if value != ord("a") else "b"
        elif op is codes.ANY:
            yield "a"
        elif op is codes.IN:
            yield one_of(value)
        elif op in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            yield "".join(pieces(value[2])) * max(1, value[0])
        elif op is codes.BRANCH:
            yield "".join(pieces(value[1][0]))
        elif op is codes.SUBPATTERN:
            yield "".join(pieces(value[3]))
        elif op is codes.ATOMIC_GROUP:
            yield "".join(pieces(value))


def one_of(members: Any) -> str:
    negated = members[0][0] is codes.NEGATE
    for char in "a1 -.,;:()A_\n" if negated else "":
        if not re.match(r"x", char) and all(not holds(member, char) for member in members[1:]):
            return char
    op, value = members[0]
    return chr(value) if op is codes.LITERAL else chr(value[0]) if op is codes.RANGE else CATEGORIES.get(value, "a")


CATEGORIES = {codes.CATEGORY_DIGIT: "1", codes.CATEGORY_SPACE: " ", codes.CATEGORY_NOT_WORD: "-", codes.CATEGORY_NOT_SPACE: "a"}


def holds(member: Any, char: str) -> bool:
    op, value = member
    if op is codes.LITERAL:
        return chr(value) == char
    if op is codes.RANGE:
        return value[0] <= ord(char) <= value[1]
    kind = {codes.CATEGORY_DIGIT: r"\d", codes.CATEGORY_SPACE: r"\s", codes.CATEGORY_WORD: r"\w"}.get(value)
    return bool(kind and re.match(kind, char))


def adversaries(regex: str, flags: int) -> Iterator[tuple[str, str]]:
    """What to begin a text with, and what to repeat in it: whatever begins to match again and again without an end."""
    parts = [each for each in pieces(parser.parse(regex, flags)) if each]
    starts = ["".join(parts[:end]) for end in range(1, min(len(parts), 8) + 1)]
    for seed in dict.fromkeys([*parts[:12], *starts, f"{''.join(parts)} ", *COMMON]):
        yield "", seed
        if starts:
            yield starts[0], seed


def cost(compiled: re.Pattern[str], text: str, searches: bool) -> float:
    """Seconds of CPU for the text, the least of some runs."""
    times = []
    for _ in range(3):
        start = time.process_time()
        if searches:
            collections.deque(compiled.finditer(text), maxlen=0)
        else:
            compiled.match(text)
        times.append(time.process_time() - start)
        if not SUSPECT < times[-1] < SLOW:
            break
    return min(times)


def is_slow(compiled: re.Pattern[str], begin: str, seed: str, searches: bool) -> bool:
    short, long = (f"{begin}{seed * (length // len(seed) + 1)}\0" for length in (LENGTH, 4 * LENGTH))
    once = cost(compiled, short, searches)
    return once > SLOW or (once > SUSPECT and cost(compiled, long, searches) > 9 * once)


def test_there_are_expressions() -> None:
    assert len(expressions()) > 100


@pytest.mark.parametrize("part", range(PARTS))
def test_every_expression_is_linear(part: int) -> None:
    slow = {}
    for regex, flags, searches in expressions()[part::PARTS]:
        compiled = re.compile(regex, flags)
        slow[regex] = next(
            (begin + seed for begin, seed in adversaries(regex, flags) if is_slow(compiled, begin, seed, searches)), ""
        )
    assert not {regex: text for regex, text in slow.items() if text}
