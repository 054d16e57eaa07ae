"""Bytes to text and back, and where a character stands."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triallint.source import Edit, Position, Source, Span, Unreadable, apply, decode

DECLARED = '<meta charset="{}"><p>'


def refused(data: bytes) -> Unreadable:
    with pytest.raises(Unreadable) as problem:
        decode(data, "a.html")
    return problem.value


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"", "utf-8"),
    ],
)
def test_a_byte_order_mark_is_no_text_and_is_written_again(mark: bytes, encoding: str) -> None:
    data = mark + "Alter ≥ 18\r\n\u2028🙂".encode(encoding)
    source = decode(data, "a.txt")
    assert source.text == "Alter ≥ 18\r\n\u2028🙂"
    assert source.position(0) == Position(1, 1, 0)
    assert source.encode(source.text) == data


@pytest.mark.parametrize(
    ("declared", "codec"),
    [
        ("koi8-r", "koi8-r"),
        ("windows-1251", "cp1251"),
        ("ISO-8859-2", "iso8859-2"),
        ("gb2312", "gb2312"),
        ("Shift_JIS", "shift_jis"),
        ("iso-8859-1", "cp1252"),
        ("us-ascii", "cp1252"),
    ],
)
def test_a_page_says_what_it_is_written_in(declared: str, codec: str) -> None:
    word = "Возраст" if codec not in ("iso8859-2", "cp1252") else "Größe"
    data = (DECLARED.format(declared) + word).encode(codec)
    source = decode(data, "a.html")
    assert source.text.endswith(word)
    assert source.encode(source.text) == data


@pytest.mark.parametrize(
    "declared", ["hex", "zlib", "undefined", "idna", "utf-16", "utf-7", "cp037", "nonsense", "utf-8", "x" * 99]
)
def test_a_declaration_that_cannot_be_true_is_ignored(declared: str) -> None:
    source = decode(DECLARED.format(declared).encode() + b"fianc\xe9e 5 \x96 10", "a.html")
    assert source.text.endswith("fiancée 5 – 10")
    assert source.encoding == "cp1252"


def test_valid_utf_8_is_utf_8_whatever_is_declared() -> None:
    text = DECLARED.format("iso-8859-1") + "≥ 18"
    assert decode(text.encode(), "a.html").text == text


def test_a_declaration_far_into_the_page_is_none() -> None:
    data = b" " * 5000 + DECLARED.format("koi8-r").encode() + b"\xe9"
    assert decode(data, "a.html").text.endswith("é")


@pytest.mark.parametrize(
    ("data", "place", "words"),
    [
        ("é ≥ ".encode() + b"\xff" + "é".encode(), 4, "UTF-8: byte 8 is 0xff"),
        (codecs.BOM_UTF8 + b"ab\xff", 2, "UTF-8: byte 6 is 0xff"),
        (codecs.BOM_UTF16_LE + b"a\0b\0\0", 2, "UTF-16-LE: byte 7 is 0x00"),
        (DECLARED.format("shift_jis").encode() + b"ok \xff", 32, "SHIFT_JIS: byte 33 is 0xff"),
        (b"only \x81", 5, "CP1252: byte 6 is 0x81"),
    ],
)
def test_a_broken_byte_has_a_place(data: bytes, place: int, words: str) -> None:
    problem = refused(data)
    assert words in problem.why
    assert problem.span == Span(place, place)
    assert problem.source is not None
    assert problem.source.text[:place].isprintable()


def test_binary_data_is_no_text() -> None:
    assert "NUL" in refused(b"\x89PNG\0\0\r\n").why


@given(
    st.text(st.characters(exclude_characters="\0\ufeff", codec="utf-8")),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]),
)
def test_what_was_decoded_is_encoded_to_the_same_bytes(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    source = decode(data, "a.txt")
    assert source.text == text
    assert source.encode(text) == data


@given(st.binary(max_size=60) | st.binary(max_size=40).map(lambda tail: DECLARED.format("gb18030").encode() + tail))
def test_any_bytes_are_text_or_are_refused_with_a_place_inside(data: bytes) -> None:
    refused = None
    try:
        source = decode(data, "a.html")
    except Unreadable as problem:
        refused = problem
    if refused is None:
        assert source.encode(source.text)[len(source.bom) :].decode(source.encoding) == source.text
        return
    assert refused.why.endswith(".")
    assert refused.span is None or refused.source is None or refused.span.end <= len(refused.source.text)


def test_an_encoding_without_the_character_says_so() -> None:
    with pytest.raises(UnicodeEncodeError):
        decode(b"fianc\xe9e", "a.txt").encode("≥")


@pytest.mark.parametrize(
    ("offset", "line", "column"),
    [(0, 1, 1), (2, 1, 3), (3, 1, 4), (4, 2, 1), (5, 2, 2), (6, 2, 3), (9, 3, 1), (10, 3, 2)],
)
def test_lines_end_at_lf_only(offset: int, line: int, column: int) -> None:
    source = Source("a.txt", "ab\r\n\u2028\r\x0b\x85\ncd")
    assert source.position(offset) == Position(line, column, offset)


def test_a_line_of_a_file_of_lines_keeps_the_file_s_places() -> None:
    source = Source("a.ndjson", "ab\ncd", base=Position(7, 1, 100))
    assert source.position(1) == Position(7, 2, 101)
    assert source.position(4) == Position(8, 2, 104)


@pytest.mark.parametrize(
    ("offset", "line"), [(0, "one"), (3, "one"), (4, "one"), (5, "two"), (8, "two"), (9, ""), (10, "last"), (14, "last")]
)
def test_the_line_around_a_character(offset: int, line: str) -> None:
    source = Source("a.txt", "one\r\ntwo\n\nlast")
    span = source.line_at(offset)
    assert source.text[span.start : span.end] == line


@given(st.text("a\r\n\u2028", max_size=30).flatmap(lambda text: st.tuples(st.just(text), st.integers(0, len(text)))))
def test_a_position_counts_what_stands_before(given_: tuple[str, int]) -> None:
    text, offset = given_
    before = text[:offset].split("\n")
    assert Source("a.txt", text).position(offset) == Position(len(before), len(before[-1]) + 1, offset)
    line = Source("a.txt", text).line_at(offset)
    assert line.start == offset - len(before[-1])
    assert text[line.start : line.end] == text.split("\n")[len(before) - 1].removesuffix("\r")


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        ((0, 3), (2, 5), True),
        ((0, 3), (3, 5), False),
        ((2, 2), (2, 2), True),
        ((2, 2), (2, 4), False),
        ((4, 4), (2, 4), False),
        ((3, 3), (2, 4), True),
        ((0, 9), (3, 4), True),
    ],
)
def test_spans_that_overlap(one: tuple[int, int], other: tuple[int, int], overlap: bool) -> None:
    assert Span(*one).overlaps(Span(*other)) is overlap
    assert Span(*other).overlaps(Span(*one)) is overlap


def test_a_span_covers_what_lies_within() -> None:
    assert Span(2, 5).covers(Span(2, 5))
    assert Span(2, 5).covers(Span(5, 5))
    assert not Span(2, 5).covers(Span(1, 3))
    assert not Span(2, 5).covers(Span(4, 6))


def test_edits_are_made_in_the_order_of_their_places() -> None:
    edits = [Edit(Span(8, 8), "", "!"), Edit(Span(4, 7), "two", "2"), Edit(Span(0, 3), "one", ""), Edit(Span(3, 3), "", ">")]
    assert apply("one two three", edits) == "> 2 !three"


@pytest.mark.parametrize(
    "edits",
    [
        [Edit(Span(0, 3), "one", "1"), Edit(Span(2, 5), "e t", "")],
        [Edit(Span(0, 3), "ONE", "1")],
    ],
)
def test_edits_that_do_not_fit_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(ValueError, match="cannot apply"):
        apply("one two", edits)
