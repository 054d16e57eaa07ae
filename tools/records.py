"""Write the first records of an NDJSON file as files of their own: python tools/records.py FILE.ndjson.gz FOLDER COUNT."""

from __future__ import annotations

import gzip
import itertools
import pathlib
import sys


def main() -> None:
    source, folder, count = sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3])
    folder.mkdir(parents=True, exist_ok=True)
    with gzip.open(source, "rb") as lines:
        for at, line in enumerate(itertools.islice(lines, count)):
            (folder / f"{at:04}.json").write_bytes(line)


if __name__ == "__main__":
    main()
