"""Put real output into the README: python tools/readme.py [--check].

Between ``<!-- $ COMMAND -->`` and ``<!-- end -->`` stands what the command prints, as a code block.
"""

from __future__ import annotations

import os
import pathlib
import re
import shlex
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
_BLOCK = re.compile(r"(<!-- \$ (?P<command>.*?) -->\n)(?P<shown>.*?)(<!-- end -->)", re.S)
_KEEP = re.compile(r" \| (?P<what>first|last) (?P<count>\d+)$")


def shown(command: str) -> str:
    """The output of a command in a code block; `| first 20` after it keeps the beginning."""
    cut = _KEEP.search(command)
    words = shlex.split(_KEEP.sub("", command))
    words[0] = str(pathlib.Path(sys.executable).parent / words[0])
    env = {**os.environ, "NO_COLOR": "1", "COLUMNS": "110"}
    done = subprocess.run(words, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    lines = done.stdout.rstrip().split("\n")
    if cut:
        count = int(cut["count"])
        lines = [*lines[:count], "..."] if cut["what"] == "first" else lines[-count:]
    return "```text\n" + "\n".join(line.rstrip() for line in lines) + "\n```\n"


def main() -> None:
    text = README.read_text("utf-8")
    fresh = _BLOCK.sub(lambda found: f"{found[1]}{shown(found['command'])}{found[4]}", text)
    if "--check" in sys.argv:
        if fresh != text:
            print("README.md is not fresh: run tools/readme.py")
        sys.exit(fresh != text)
    README.write_text(fresh, "utf-8")


if __name__ == "__main__":
    main()
