"""How a table writes phrases: as expressions to look for, and as what should stand in their place."""

from __future__ import annotations

import re

from triallint.passage import Hit


def spaced(pattern: str) -> str:
    """The expression with any white space for a blank: a record breaks its lines anywhere."""
    parts = re.split(r"(\\.|\[(?:\\.|[^\]\\])*\])", pattern)
    return "".join(each.replace(" ", r"\s" if each[:1] == "[" else r"\s+") for each in parts)


def literal(text: str) -> str:
    """A phrase as an editor writes it, as an expression: ``subject(s)`` is one or many, ``promis*`` has any ending."""
    return re.escape(text.lower()).replace(r"\ ", " ").replace(r"\(s\)", "s?").replace(r"\*", r"\w*")


def anchors_of(text: str) -> str:
    """The words that every match of ``literal(text)`` contains, the longest first."""
    words = re.findall(r"[^\W\d_]+(?:\(s\)|\*)?", text.lower())
    groups = [f"{word[:-3]}|{word[:-3]}s" if word.endswith("(s)") else word for word in words if not word.endswith("*")]
    return " ".join(sorted(groups, key=len, reverse=True))


def cased(found: str, right: str) -> str:
    """What is right, with the capitals that were found: of the whole, of each word, or of the first."""
    if found.isupper() and len(found) > 4:
        return right.upper()
    capitals = [word[:1].isupper() for word in found.split()]
    words = right.split(" ")
    if len(capitals) == len(words):
        return " ".join(word[:1].upper() + word[1:] if big else word for big, word in zip(capitals, words, strict=True))
    return right[:1].upper() + right[1:] if capitals[0] else right


def readings(right: str, hit: Hit) -> list[str]:
    """What the found words should be, as they would stand in their place: the readings that ``right`` lists."""

    def group(found: re.Match[str]) -> str:
        text = hit[int(found[1])]
        moved = hit.bounds(int(found[1]))[0] == hit.start and not right.startswith(found[0])
        return text[:1].lower() + text[1:] if moved and not text.isupper() else text

    plural = "s" if hit[0].lower().endswith("s") else ""
    filled = re.sub(r"\\(\d)", group, right).replace("(s)", plural)
    return [cased(hit[0], each) for each in filled.split("|") if each]
