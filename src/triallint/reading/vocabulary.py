"""What trial pages and flat data call their sections and fields; the words are in profiles/generic.toml."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

_NOISE = re.compile(r"[\s_\-/*:›»?]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


@cache
def profile(name: str) -> dict[str, Any]:
    """A profile that ships with the package."""
    return tomllib.loads((files("triallint") / "profiles" / f"{name}.toml").read_text("utf-8"))


@lru_cache(4096)
def plain(text: str) -> str:
    """A label or key in the form labels are compared in."""
    return _NOISE.sub(" ", text).strip(" .").casefold()


@cache
def _sections() -> dict[str, str]:
    return {plain(word): name for name, words in profile("generic")["sections"].items() for word in words}


@cache
def _labels() -> dict[str, str]:
    return {plain(word): name for name, words in profile("generic")["labels"].items() for word in words}


@cache
def _glued() -> re.Pattern[str]:
    words = sorted((word for words in profile("generic")["labels"].values() for word in words), key=len, reverse=True)
    # Case-sensitive: a label begins with a capital and its value, glued on, with another sign that is no lower-case letter.
    spelt = "|".join(
        re.escape(word[0].upper() + word[1:]).replace("nct", "NCT").replace(r"Nct\ id", r"NCT\ ID") for word in words
    )
    return re.compile(rf"(Trial ID|{spelt})(?=[A-Z0-9≥≤<>]|[a-z]+[,-])")


def section_of(text: str) -> str:
    """The canonical name of the section a heading opens, "" if it is none we know."""
    return _sections().get(plain(text), "") if len(text) < 80 else ""


def label_of(text: str) -> str:
    """The field a label names, "" if it is none we know. Keys in camelCase and snake_case are labels too."""
    if len(text) > 60:
        return ""
    return _labels().get(plain(text)) or _labels().get(plain(_CAMEL.sub(" ", text)), "")


def glued_label(text: str) -> tuple[str, int] | None:
    """The field and length of a label that stands glued to its value (``PhasePHASE1``), as flattened exports have it."""
    found = _glued().match(text)
    return (_labels()[plain(found[1])], found.end()) if found else None
