from __future__ import annotations

import pytest

from triallint.language import characters


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Age â‰¥ 18", [("â‰¥", "≥")]),
        ("naÃƒÂ¯ve", [("ÃƒÂ¯", "ï")]),
        ("ï»¿Title", [("ï»¿", "")]),
        ("5\x9610 mg", [("\x96", "–")]),
        ("5\x8110 mg", [("\x81", None)]),
        ("\uf0a3 5", [("\uf0a3", "≤")]),
        ("age ³ 18, within £ 5 days, £5 a day", [("³", None), ("£", None)]),
        ("San Diego\ufffd\ufffds", [("\ufffd\ufffd", None)]),
        ("SÃO PAULO, LÄN, Île, »Ö«, naïve, mm³, ≥ 18", []),
        ("plain", []),
    ],
)
def test_garbled(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(text[start:end], meant) for start, end, meant in characters.garbled(text)] == expected
    assert all(characters.suspects(text).intersection(shown) for shown, _ in expected)


def test_accents_alone_are_no_suspects() -> None:
    assert characters.suspects("éüóñ") == set()
    assert characters.suspects("é®") == {"é"}


@pytest.mark.parametrize(
    ("text", "count"),
    [("a\u200b\u200bb\x02c", 2), ("می\u200cخواهم", 0), ("👩\u200d⚕️", 0), ("שלום \u200fabc", 0), ("a\tb\r\nc", 0)],
)
def test_hidden(text: str, count: int) -> None:
    assert len(list(characters.hidden(text))) == count


def test_names() -> None:
    assert characters.name_of("\u200b") == "zero width space (U+200B)"
    assert characters.name_of("\x02") == "control character U+0002"
