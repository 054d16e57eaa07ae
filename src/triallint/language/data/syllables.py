"""syllables.txt: how many syllables 124,000 English words have, looked up without building a dictionary."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_suffix(".txt")
PREFIX = 3  # letters that the words of one line share
COUNT = {mark: count for count, mark in enumerate("0123456789ABCDEF")}  # how the file writes a number of syllables


class Pronunciations(Mapping[str, list[list[str]]]):
    """CMUdict as textstat reads it: the pronunciations of a word, each a list of phones; vowels end in a digit.

    textstat counts the vowels of the first pronunciation and nothing else, so that is all there is. A word is searched
    in the bytes of its line (tools/build_syllables.py tells the format): a millisecond to open and one millionth of a
    second a word, where the whole dictionary takes 0.7 seconds and 65 MB.
    """

    def __init__(self, data: bytes) -> None:
        self._lines = {line[:PREFIX]: line for line in data.split(b"\n") if line}

    def __getitem__(self, word: str) -> list[list[str]]:
        letters = word.encode("ascii", "replace")  # "?" is in no word of the data
        line = self._lines.get(letters[:PREFIX].ljust(PREFIX), b"")
        rest = b" " + letters[PREFIX:]
        at = line.find(rest, PREFIX)
        end = at + len(rest)
        # The builder's order makes the first hit the right one: "abbot" stands before "abbott". A hit in a longer word
        # only ("abb" in "abbot") is not followed by a number.
        count = COUNT.get(line[end : end + 1].decode("ascii")) if at >= 0 else None
        if count is None:
            raise KeyError(word)
        return [["V0"] * count]

    def __iter__(self) -> Iterator[str]:
        for line in self._lines.values():
            text = line.decode("ascii")
            yield from (text[:PREFIX].rstrip() + rest[:-1] for rest in text[PREFIX:].split())

    def __len__(self) -> int:
        return sum(line.count(b" ", PREFIX) for line in self._lines.values())


@cache
def pronunciations() -> Pronunciations:
    """Open the data; once in a process."""
    return Pronunciations(FILE.read_bytes())
