"""Path patterns of the configuration and the command line."""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Iterable
from functools import cache


def matches(path: str, globs: Iterable[str]) -> bool:
    """Whether a path, with forward slashes, is one a glob names; ``**`` stands for any number of folders."""
    return any(_glob(glob).fullmatch(path) is not None for glob in globs)


@cache
def _glob(glob: str) -> re.Pattern[str]:
    trimmed = glob.removeprefix("./").rstrip("/")
    parts = [fnmatch.translate(part)[4:-3] if part != "**" else "**" for part in trimmed.split("/")]
    text = "/".join(part.replace(".*", "[^/]*") if part != "**" else "\0" for part in parts)
    text = text.replace("\0/", "(?:.*/)?").replace("/\0", "(?:/.*)?").replace("\0", ".*")
    anchored = text if "/" in trimmed else f"(?:.*/)?{text}"
    return re.compile(f"(?s:{anchored}(?:/.*)?)")
