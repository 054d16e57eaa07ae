"""Path patterns of the configuration and the command line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

_SIGN = re.compile(r"\*+|\?|\[!?\]?[^\]]+\]|.", re.S)


def matches(path: str, globs: Iterable[str]) -> bool:
    """Whether a path, with forward slashes, is one a glob names; ``**`` stands for any number of folders."""
    return any(_glob(glob).fullmatch(path) is not None for glob in globs)


@cache
def _glob(glob: str) -> re.Pattern[str]:
    trimmed = glob.removeprefix("./").rstrip("/")
    text = "/".join("\0" if part == "**" else _SIGN.sub(_translated, part) for part in trimmed.split("/"))
    text = text.replace("\0/", "(?:.*/)?").replace("/\0", "(?:/.*)?").replace("\0", ".*")
    anchored = text if "/" in trimmed else f"(?:.*/)?{text}"
    return re.compile(f"(?s:{anchored}(?:/.*)?)")


def _translated(sign: re.Match[str]) -> str:
    text = sign[0]
    if text[0] == "*":
        return "[^/]*"
    if text[0] == "[" and len(text) > 1:
        inside = re.escape(text[1:-1].removeprefix("!")).replace(r"\-", "-")
        try:
            return re.compile(f"[{'^/' if text[1] == '!' else ''}{inside}]").pattern
        except re.error:  # [z-a] is no range
            return re.escape(text)
    return "[^/]" if text == "?" else re.escape(text)
