"""Word rules as data: a lexicon file to a Rule."""

from __future__ import annotations

from triallint.rule import Rule


def rules() -> tuple[Rule, ...]:
    """The rules of the lexicons that ship with the package."""
    return ()
