"""Many passages searched as one text, and passages that are made when they are asked for."""

from __future__ import annotations

import dataclasses
import datetime
import gc
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triallint import engine, reading, selection
from triallint.config import Settings
from triallint.origin import Origin
from triallint.passage import NAMES, Passage, Pattern
from triallint.prose import Lazily, Prose, Texts
from triallint.source import Source, decode

ROOT = Path(__file__).resolve().parent.parent


def passages(texts: list[str], fields: Sequence[str] = ()) -> list[Passage]:
    source = Source("a.txt", "\n".join(texts))
    starts = [sum(len(each) + 1 for each in texts[:at]) for at in range(len(texts))]
    return [
        Passage(fields[at] if fields else f"body[{at}]", text, Origin(source, text, [(0, start, start + len(text))]))
        for at, (text, start) in enumerate(zip(texts, starts, strict=True))
    ]


def places(hits: Iterator[object]) -> list[tuple[str, int, int]]:
    return [(hit.passage.field, hit.start, hit.end) for hit in hits]  # type: ignore[attr-defined]


def one_by_one(given_: list[Passage], pattern: Pattern) -> list[tuple[str, int, int]]:
    return [place for each in given_ for place in places(each.find(pattern))]


def test_nothing_is_found_across_two_passages() -> None:
    found = passages(["ends with the", "the begins", "", "the the"])
    assert places(Prose(found).find(Pattern(r"the\W+the"))) == [("body[3]", 0, 7)]
    assert places(Prose(found).find(Pattern(r"(?<!\w)the\b"))) == [
        ("body[0]", 10, 13),
        ("body[1]", 0, 3),
        *one_by_one(found[3:], Pattern("the")),
    ]


def test_the_end_of_a_passage_is_the_end() -> None:
    found = passages(["18 years", "18 years or older", "18"])
    assert places(Prose(found).find(Pattern(r"years?$"))) == [("body[0]", 3, 8)]
    assert places(Prose(found).find(Pattern(r"years?$", "years"))) == [("body[0]", 3, 8)]
    assert places(Prose(found).find(Pattern(r"18(?! years)"))) == [("body[2]", 0, 2)]


def test_a_passage_without_an_anchor_is_not_searched() -> None:
    found = passages(["one mg", "two ML", "three mL and ml", "four"])
    prose = Prose(found)
    assert places(prose.find(Pattern(r"\w+ m[gl]", "ml"))) == [("body[1]", 0, 6), ("body[2]", 0, 8), ("body[2]", 9, 15)]
    assert places(prose.find(Pattern(r"\w+ m[gl]", "ml mg")))[0] == ("body[0]", 0, 6)
    assert places(prose.find(Pattern(r"mL", "ml", case=True))) == [("body[2]", 6, 8)]


def test_there_may_be_no_passages_at_all() -> None:
    assert list(Prose([]).find(Pattern("x", "x"))) == list(Prose([]).find(Pattern("x"))) == list(Prose([]).having("x")) == []


TEXT = st.lists(st.sampled_from(["a", "B", " ", "\0", "İ", "Σ", "–", "\n", "≥", "the ", "1"]), max_size=8).map("".join)
PATTERNS = [
    r"a b",
    r"\bthe\b",
    r"σ|ς",
    r"i",
    r"-",
    r"\s+",
    r"\w+$",
    r"^\w|b",
    r"(?<!\w)b",
    r"≥\s*1",
    r"a?",
    r"a(?!b)",
    r"a.*b",
    r"(?s)a.+",
]


@given(st.lists(TEXT, max_size=6), st.sampled_from(PATTERNS), st.sampled_from(["", "a b", "the 1", "-"]), st.booleans())
def test_one_search_finds_what_many_do(texts: list[str], regex: str, anchors: str, case: bool) -> None:
    found = passages(texts)
    with_anchor = [each for each in found if not anchors or any(word in each.text.lower() for word in anchors.split())]
    assert places(Prose(found).find(Pattern(regex, anchors, case))) == one_by_one(with_anchor, Pattern(regex, case=case))


PAGES = [path for folder in ("pages", "records", "clean") for path in sorted((ROOT / "fixtures" / folder).iterdir())]


@cache
def house_patterns() -> list[Pattern]:
    """Every pattern there is once all rules have run."""
    active = selection.active(Settings(select=("ALL",)))
    for path in PAGES:
        engine.check_file(decode(path.read_bytes(), path.name), active, datetime.date(2026, 11, 23))
    return [each for each in gc.get_objects() if isinstance(each, Pattern) and each.regex not in PATTERNS]


@pytest.mark.parametrize("path", PAGES, ids=lambda each: each.name)
def test_every_pattern_of_the_house_finds_the_same_in_each_passage(path: Path) -> None:
    """What stands around a passage must not matter to a pattern in it, nor may an anchor be missing from a match."""
    patterns = house_patterns()
    assert len(patterns) > 10
    source = decode(path.read_bytes(), path.name)
    for page in reading.read(source) if path.suffix != ".ndjson" else ():
        shown = list(page.prose)
        without_names = [each for each in shown if each.root not in NAMES]
        for pattern in patterns:
            assert places(page.find(pattern)) == one_by_one(shown if pattern.names else without_names, pattern), pattern


def test_the_words_of_a_text() -> None:
    prose = Prose(passages(["The study of the", "THE 2nd drug–drug", "é"]))
    assert prose.words == {"the", "study", "of", "2nd", "drug", "é"}
    assert prose.repeated == {"the", "drug"}
    assert prose.characters == {"–", "é"}


@pytest.mark.parametrize(
    "pattern", [Pattern("the"), Pattern("the", "the"), Pattern("the", "the", reach=9), Pattern("^the"), Pattern("the$")]
)
@pytest.mark.parametrize(
    "fields", [("sponsor", "body", "locations[0].city"), ("body", "sponsor", "title"), ("contacts", "sponsor", "locations")]
)
def test_names_are_left_out_where_a_pattern_says_so(pattern: Pattern, fields: tuple[str, ...]) -> None:
    prose = Prose(passages(["the", "the", "the"], fields))
    assert [hit.passage.field for hit in prose.find(pattern)] == list(fields)
    wanted = [each for each in fields if each in ("body", "title")]
    assert [hit.passage.field for hit in prose.find(dataclasses.replace(pattern, names=False))] == wanted


def test_passages_that_hold_a_character() -> None:
    found = passages(["a–b – c", "x", "]^-\\", "é–"])
    prose = Prose(found)
    assert [each.field for each in prose.having("–")] == ["body[0]", "body[3]"]
    assert [each.field for each in prose.having("éq")] == ["body[3]"]
    assert list(prose.having("q≥")) == []


def test_only_what_is_in_reach_of_an_anchor_is_searched() -> None:
    prose = Prose(passages(["a12 " + "x" * 40 + " b12 a13 c12$", "no", "c12"]))
    near = Pattern(r"(?P<n>\d\d)(?= |$)|c(?=12$)", ("b1", "c1"), reach=5)
    assert [(hit.passage.field, hit.start, hit[0]) for hit in prose.find(near)] == [
        ("body[0]", 46, "12"),
        ("body[0]", 50, "13"),
        ("body[2]", 0, "c"),
        ("body[2]", 1, "12"),
    ]


def test_texts_are_made_into_passages_once_and_when_asked_for() -> None:
    made: list[int] = []
    known = passages(["one", "Two the", "three"])

    def make(at: int) -> Passage:
        made.append(at)
        return known[at]

    texts = Texts([each.decoded for each in known], make, [each.root for each in known])
    prose = Prose(texts)
    assert prose.words == {"one", "two", "the", "three"}
    assert made == []
    assert [hit.passage for hit in prose.find(Pattern("two", "two"))] == [known[1]]
    assert list(prose.having("é")) == []
    assert made == [1]
    assert (texts[1], texts[-1], texts[1:], len(texts)) == (known[1], known[2], known[1:], 3)
    assert list(texts) == known
    assert made.count(1) == 1
    for beyond in (3, -4):
        with pytest.raises(IndexError):
            texts[beyond]


def test_a_lazy_sequence_is_a_sequence() -> None:
    lazy = Lazily(lambda: iter("abc"))
    assert list(lazy) == ["a", "b", "c"]
    assert (len(lazy), lazy[0], lazy[-1], lazy[1:], "b" in lazy) == (3, "a", "c", ("b", "c"), True)
    assert list(lazy) == ["a", "b", "c"]
    assert not Lazily(tuple)
