"""The passages of a document taken together: searched as one text, and made only when they are needed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import islice
from operator import eq
from typing import TypeVar, overload

from triallint.origin import folded, lowered
from triallint.passage import NAMES, Hit, Passage, Pattern

T = TypeVar("T")
_TOKEN = re.compile(r"\w+")
_STRANGE = re.compile(r"[^\0\n\r\t -~]")


@lru_cache(maxsize=20_000)
def _threes_of(word: str) -> tuple[str, ...]:
    return tuple(word[at : at + 3] for at in range(len(word) - 2))


class Prose:
    """The texts of many passages as one, for one search instead of many."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.passages = passages
        texts = passages.decoded if isinstance(passages, Texts) else [each.decoded for each in passages]
        self.starts: list[int] = []
        at = 0
        for each in texts:
            self.starts.append(at)
            at += len(each) + 1
        self.starts.append(at)
        roots = passages.roots if isinstance(passages, Texts) else [each.root for each in passages]
        self._is_name = [each in NAMES for each in roots]
        names_at_the_end = next((at for at, named in enumerate(reversed(self._is_name)) if not named), len(roots))
        self._names_from = self.starts[len(roots) - names_at_the_end]
        self.written = "\0".join(texts)
        self.text = folded(self.written)
        self.low = lowered(self.text)

    @cached_property
    def _tokens(self) -> list[str]:
        return _TOKEN.findall(self.low)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word and number, in lower case."""
        return frozenset(self._tokens)

    @cached_property
    def _threes(self) -> frozenset[str]:
        """All that stands in three places of a word next to each other; few texts have more than two thousand."""
        return frozenset().union(*map(_threes_of, self.words))

    @cached_property
    def repeated(self) -> frozenset[str]:
        """The words, and groups of up to four with blanks between, that somewhere follow themselves, whatever stands between."""
        tokens, found = self._tokens, set()
        for size in range(1, 5):
            same, wanted = bytes(map(eq, tokens, tokens[size:])), b"\1" * size
            at = same.find(wanted)
            while at >= 0:
                found.add(" ".join(tokens[at : at + size]))
                at = same.find(wanted, at + 1)
        return frozenset(found)

    @cached_property
    def characters(self) -> frozenset[str]:
        """Every character beyond printable ASCII and line ends, as written."""
        return frozenset(_STRANGE.findall(self.written))

    def having(self, characters: Iterable[str]) -> Iterator[Passage]:
        """The passages that hold one of these characters."""
        held = self.characters.intersection(characters)
        if held:
            at = -1
            for found in re.finditer(f"[{re.escape(''.join(sorted(held)))}]", self.written):
                index = bisect_right(self.starts, found.start()) - 1
                if index > at:
                    at = index
                    yield self.passages[index]

    def find(self, pattern: Pattern) -> Iterator[Hit]:
        """All matches, in order, none of them across two passages."""
        if pattern.begins or (pattern.ends and not pattern.anchors):
            stretches = self._to_search(pattern) if pattern.anchors else [(index, 0, 0) for index in range(len(self.passages))]
            for index in dict.fromkeys(index for index, _, _ in stretches):
                if pattern.names or not self._is_name[index]:
                    yield from self.passages[index].find(pattern)
        elif pattern.anchors:
            text = self.text if pattern.case else self.low
            for index, start, end in self._to_search(pattern):
                for match in pattern.re.finditer(text, start, end):
                    yield self._hit(match, index)
        else:
            yield from self._find_anywhere(pattern)

    def _to_search(self, pattern: Pattern) -> list[tuple[int, int, int]]:
        """(passage, start, end) of what may hold a match: passages with an anchor, or what is in reach of one."""
        reach, low, starts = pattern.reach, self.low, self.starts
        known = self.words if pattern.whole else self._threes
        limit = len(low) if pattern.names else self._names_from
        found: list[tuple[int, int, int]] = []
        for anchor, parts in pattern.anchor_parts:
            at = low.find(anchor, 0, limit) if parts <= known else -1
            while at >= 0:
                index = bisect_right(starts, at) - 1
                start, end = starts[index], starts[index + 1] - 1
                if not pattern.names and self._is_name[index]:
                    at = low.find(anchor, end + 1, limit)
                elif reach:
                    found.append((index, max(start, at - reach), min(end, at + reach)))
                    at = low.find(anchor, at + 1, limit)
                else:
                    found.append((index, start, end))
                    at = low.find(anchor, end + 1, limit)
        return _merged(sorted(found))

    def _find_anywhere(self, pattern: Pattern) -> Iterator[Hit]:
        """As find, with one search over all passages; where it runs from one into the next, the first is searched alone."""
        text = self.text if pattern.case else self.low
        limit = len(text) if pattern.names else max(0, self._names_from - 1)
        at = 0
        while self.passages and at <= limit and (match := pattern.re.search(text, at, limit)):
            index = bisect_right(self.starts, match.start()) - 1
            start, end = self.starts[index], self.starts[index + 1] - 1
            if not pattern.names and self._is_name[index]:
                at = end + 1
            elif match.end() <= end:
                yield self._hit(match, index)
                at = max(match.end(), match.start() + 1)
            else:
                for again in pattern.re.finditer(text, max(at, start), end):
                    yield self._hit(again, index)
                at = end + 1

    def _hit(self, match: re.Match[str], index: int) -> Hit:
        return Hit(match, self.text, self.starts[index], self.starts[index + 1] - 1, self.passages, index)


def _merged(stretches: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Those of one passage that touch made one; they are in order."""
    merged: list[tuple[int, int, int]] = []
    for index, start, end in stretches:
        if merged and merged[-1][0] == index and start <= merged[-1][2]:
            merged[-1] = (index, merged[-1][1], max(end, merged[-1][2]))
        else:
            merged.append((index, start, end))
    return merged


class Texts(Sequence[Passage]):
    """Passages of which only the decoded texts are made at once; the passages themselves when they are asked for.

    A registry record has hundreds of them, nearly all without a fault. ``roots`` says of each how its field begins.
    """

    __slots__ = ("_made", "_make", "decoded", "roots")

    def __init__(self, decoded: list[str], make: Callable[[int], Passage], roots: Sequence[str]) -> None:
        self.decoded = decoded
        self.roots = roots
        self._make = make
        self._made: dict[int, Passage] = {}

    def __len__(self) -> int:
        return len(self.decoded)

    @overload
    def __getitem__(self, at: int) -> Passage: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Passage]: ...
    def __getitem__(self, at: int | slice) -> Passage | Sequence[Passage]:
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self)))]
        if not -len(self) <= at < len(self):
            raise IndexError(at)
        if at not in self._made:
            self._made[at] = self._make(at)
        return self._made[at]


class Lazily(Sequence[T]):
    """A sequence of which each part is made when it is first come to, once for all who look."""

    __slots__ = ("_made", "_make", "_rest")

    def __init__(self, make: Callable[[], Iterable[T]]) -> None:
        self._make = make
        self._made: list[T] = []
        self._rest: Iterator[T] | None = None

    def _goes_on(self) -> bool:
        """Whether there is one part more, which is then made."""
        if self._rest is None:
            self._rest = iter(self._make())
        before = len(self._made)
        self._made.extend(islice(self._rest, 1))
        return len(self._made) > before

    def __iter__(self) -> Iterator[T]:
        at = 0
        while at < len(self._made) or self._goes_on():
            yield self._made[at]
            at += 1

    def _all(self) -> tuple[T, ...]:
        while self._goes_on():
            pass
        return tuple(self._made)

    def __len__(self) -> int:
        return len(self._all())

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...
    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        return self._all()[at]
