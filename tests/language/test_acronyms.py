"""Abbreviations: used and explained."""

from __future__ import annotations

from triallint import reading
from triallint.language.acronyms import uses
from triallint.source import Source


def read(text: str) -> list[tuple[str, bool]]:
    (page,) = reading.read(Source("NCT01234567.html", f"<h1>A study</h1><p>NCT01234567.</p><p>{text}</p>"))
    return [(each.letters, each.defines) for each in uses(page) if each.letters != "NCT"]


def test_the_name_before_the_brackets() -> None:
    assert read("Steroid-resistant nephrotic syndrome (SRNS) is rare. SRNS is treated.") == [("SRNS", True), ("SRNS", False)]


def test_the_name_in_the_brackets() -> None:
    assert read("SRNS (steroid-resistant nephrotic syndrome) is rare.") == [("SRNS", True)]


def test_codes_are_none() -> None:
    assert read("The code ABC-123 and NCT0123 and file_XYZ and a@BC.org") == []
