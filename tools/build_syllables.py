"""Build src/triallint/language/data/syllables.txt from a CMUdict file: `python tools/build_syllables.py cmudict.dict`.

CMUdict gives pronunciations ("aspirin AE1 S P R IH0 N"). textstat needs only how many vowels the first pronunciation of
a word has (phones that end in a stress digit), so that is all the output keeps. Words that textstat can never ask for
are left out: it strips punctuation before it looks a word up, so no word with a full stop, a hyphen or a final
apostrophe is ever asked for. The same input always gives the same bytes.

The output is ASCII, one line per first three letters (shorter words padded with spaces), the rest of each word after a
space with its number of syllables as one character (A = 10, B = 11, ...):

    asp a2 arkplug ...         aspa has 2 syllables
"""

import argparse
import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

OUTPUT = Path(__file__).resolve().parents[1] / "src" / "triallint" / "language" / "data" / "syllables.txt"
PREFIX = 3
DIGITS = "0123456789ABCDEF"
VARIANT = re.compile(r"\(\d+\)$")  # "read(2)" is a second pronunciation of "read"
# What is left of a word when textstat has removed punctuation; it keeps the apostrophe of contractions only.
ASKABLE = re.compile(r"(?:[a-z]|'(?=[tsd]|ve|ll|re))+")


def syllables(lines: Iterable[str]) -> dict[str, int]:
    """Give the number of vowels in the first pronunciation of each word that textstat can ask for."""
    counts: dict[str, int] = {}
    for line in lines:
        fields = line.split("#")[0].split()  # "#" starts a note such as "place, danish"
        if not fields or line.startswith(";;;"):
            continue
        word = VARIANT.sub("", fields[0]).lower()
        if ASKABLE.fullmatch(word):
            counts.setdefault(word, sum(phone[-1].isdigit() for phone in fields[1:]))
    return counts


def table(counts: dict[str, int]) -> str:
    """Write the counts as the lines described above.

    In a line a word stands before those that begin with it ("abbot" before "abbott"), because the reader takes the
    first place where its letters occur. Digits sort before letters; so would the apostrophe, which is moved behind.
    """
    lines: dict[str, list[str]] = defaultdict(list)
    for word in sorted(counts, key=lambda word: word.replace("'", "~")):
        lines[word[:PREFIX].ljust(PREFIX)].append(f" {word[PREFIX:]}{DIGITS[counts[word]]}")
    return "".join(f"{prefix}{''.join(words)}\n" for prefix, words in sorted(lines.items()))


def main() -> None:
    """Read the CMUdict file named on the command line and write the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("cmudict", type=Path, help="a CMUdict file in its plain form, one pronunciation a line")
    parser.add_argument("--output", type=Path, default=OUTPUT)
    arguments = parser.parse_args()
    with arguments.cmudict.open(encoding="utf-8") as lines:
        counts = syllables(lines)
    arguments.output.write_bytes(table(counts).encode("ascii"))
    sys.stdout.write(f"{len(counts)} words, {arguments.output.stat().st_size} bytes\n")


if __name__ == "__main__":
    main()
