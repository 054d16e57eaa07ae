"""Decoded text that knows where each of its characters stands, and what may be written in its place."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triallint.origin import Mark, Origin
from triallint.passage import Passage, Pattern
from triallint.source import Edit, Source, Span, apply

MARKUP = ""  # what a source has between pieces of text


def made(*pieces: tuple[str, str], escape: bool = True) -> Passage:
    """A passage of (text, as it stands in the source); text that is "" is markup."""
    marks: list[Mark] = []
    text = raw = ""
    for decoded, written in pieces:
        if decoded:
            marks.append((len(text), len(raw), len(raw) + len(written)))
        text, raw = text + decoded, raw + written
    source = Source("a.html", raw)
    return Passage("title", text, Origin(source, text, marks or [(0, 0, 0)], html.escape if escape else lambda _: None))


AGE = (("Age ", "Age "), ("≥", "&ge;"), (" ", "\n  "), (MARKUP, "<b>"), ("18", "18"), (MARKUP, "</b>"), (" years", " years"))


def raw_of(passage: Passage, span: Span) -> str:
    return passage.origin.source.text[span.start : span.end]


def test_pieces_are_literal_runs_and_decoded_units() -> None:
    passage = made(*AGE)
    assert passage.decoded == "Age ≥ 18 years"
    shown = [(piece.text, raw_of(passage, piece.span)) for piece in passage.pieces]
    assert shown == [(text, raw) for text, raw in AGE if text]


@pytest.mark.parametrize(
    ("words", "raw"),
    [
        ("Age", "Age"),
        ("ge", "ge"),
        ("≥", "&ge;"),
        ("e ≥ 1", "e &ge;\n  <b>1"),
        ("18 y", "18</b> y"),
        (" ", " "),
        ("Age ≥ 18 years", "Age &ge;\n  <b>18</b> years"),
    ],
)
def test_any_stretch_of_text_is_found_in_the_source(words: str, raw: str) -> None:
    passage = made(*AGE)
    at = passage.decoded.index(words)
    assert raw_of(passage, passage.span_of(at, at + len(words))) == raw


def test_part_of_a_decoded_unit_stands_where_all_of_it_does() -> None:
    passage = made(("a ", "a "), ("mg", "&milligram;"), ("/l", "/l"))
    assert passage.span_of(3, 4) == passage.span_of(2, 4) == Span(2, 13)
    assert passage.slice(3, 5).widened.decoded == "mg/"
    assert passage.slice(1, 3).widened.decoded == " mg"
    assert passage.slice(4, 6).widened.decoded == "/l"
    assert passage.slice(3, 3).widened.decoded == ""


@pytest.mark.parametrize(("offset", "at"), [(0, 0), (4, 4), (5, 8), (6, 14), (8, 20), (14, 26)], ids=str)
def test_an_empty_place_stands_before_its_character_and_at_the_end_behind_the_last(offset: int, at: int) -> None:
    assert made(*AGE).span_of(offset, offset) == Span(at, at)


def test_a_text_that_is_not_there_stands_at_the_beginning_of_its_place() -> None:
    nothing = Passage("", "", Origin(Source("a.json", "[1, null]"), "", [(0, 4, 8)]))
    assert nothing.span == Span(4, 4)
    assert list(nothing.pieces) == []
    assert nothing.widened is nothing


def test_slices_of_slices_are_slices() -> None:
    passage = made(*AGE)
    part = passage.slice(2, 12).slice(2, 8)
    assert (part.text, part.decoded, part.field) == ("≥ 18 y", "≥ 18 y", "title")
    assert part.span == passage.span_of(4, 10)
    assert [piece.span for piece in part.pieces] == [piece.span for piece in passage.slice(4, 10).pieces]
    assert part.slice(0, 1, "status").field == "status"
    assert part.within("criteria").field == "criteria"
    assert part.within("criteria").span == part.span


def test_stripping_keeps_places() -> None:
    passage = made(("a  b  c", "a  b  c"))
    assert (passage.stripped(1, 6).text, passage.stripped(1, 6).span) == ("b", Span(3, 4))
    assert (passage.stripped(1, 3).text, passage.stripped(1, 3).span) == ("", Span(3, 3))


def test_text_is_folded_character_for_character() -> None:
    decoded = "“1–5”\u00a0mg ‘x’ − y\u202f≥ İ"
    passage = made((decoded, decoded))
    assert passage.text == "\"1-5\" mg 'x' - y ≥ İ"
    assert passage.decoded == decoded
    assert passage.slice(1, 4).decoded == "1–5"
    assert passage.slice(1, 4).text == "1-5"


def test_a_passage_is_true_even_when_it_is_empty() -> None:
    assert made(("x", "x")).slice(0, 0)
    assert len(made(("x", "x")).slice(0, 0)) == 0


@pytest.mark.parametrize(
    ("start", "end", "new", "edit"),
    [
        (0, 3, "Years", Edit(Span(0, 3), "Age", "Years")),
        (1, 2, "<", Edit(Span(1, 2), "g", "&lt;")),
        (4, 5, "at least", Edit(Span(4, 8), "&ge;", "at least")),
        (3, 6, "", Edit(Span(3, 11), " &ge;\n  ", "")),
        (6, 6, "x", Edit(Span(14, 14), "", "x")),
        (14, 14, "!", Edit(Span(26, 26), "", "!")),
        (3, 8, "x", None),
        (6, 9, "x", None),
    ],
)
def test_replacing_is_exact_or_refused(start: int, end: int, new: str, edit: Edit | None) -> None:
    assert made(*AGE).replace(start, end, new) == edit


@pytest.mark.parametrize(("start", "end"), [(0, 3), (3, 5), (3, 3)])
def test_half_a_decoded_unit_is_not_replaced(start: int, end: int) -> None:
    assert made(("a ", "a "), ("mg", "&milligram;"), ("/l", "/l")).replace(start, end, "x") is None


def test_a_place_that_cannot_be_written_is_not_replaced() -> None:
    assert made(*AGE, escape=False).replace(0, 3, "x") is None


def test_a_slice_replaces_what_it_shows() -> None:
    passage = made(*AGE).slice(4, 14)
    assert passage.replace(4, 10, " months") is not None
    edit = passage.slice(4, 10).replace(1, 6, "months")
    assert edit is not None
    assert apply(passage.origin.source.text, [edit]).endswith("18</b> months")


PIECE = st.tuples(st.text("abé ", min_size=1, max_size=3), st.sampled_from(["literal", "unit", "behind markup"]))


def written(pieces: list[tuple[str, str]]) -> Passage:
    raw = {"literal": [], "unit": [], "behind markup": [(MARKUP, "<i>")]}
    return made(*(each for text, how in pieces for each in (*raw[how], (text, f"&{text};" if how == "unit" else text))))


@given(st.lists(PIECE, min_size=1, max_size=8).map(written), st.data())
def test_a_part_of_a_part_of_any_text_is_where_its_pieces_are(passage: Passage, data: st.DataObject) -> None:
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(passage))] * 2)))
    part = passage.slice(start, end)
    inner = sorted(data.draw(st.tuples(*[st.integers(0, len(part))] * 2)))
    assert part.slice(*inner).span == passage.span_of(start + inner[0], start + inner[1])
    pieces = list(part.pieces)
    assert "".join(piece.text for piece in pieces) == part.decoded
    if pieces:
        assert part.span == Span(pieces[0].span.start, pieces[-1].span.end)
        assert part.widened.span == part.span
        assert next(iter(part.widened.pieces)).span == pieces[0].span
    edit = passage.replace(start, end, "new")
    if edit is not None:
        assert edit.old == raw_of(passage, edit.span)
        assert "<" not in edit.old


def test_a_pattern_runs_on_lower_case_and_tells_what_stands_there() -> None:
    passage = made(("İn Phase 2 of the ", "İn Phase 2 of the "), ("≥", "&ge;"), (" STUDY", " STUDY"))
    (hit,) = passage.find(Pattern(r"phase (?P<number>\d)(?P<letter>[ab])?"))
    assert (hit[0], hit["number"], hit["letter"]) == ("Phase 2", "2", "")
    assert (hit.before, hit.after) == ("İn ", " of the ≥ STUDY")
    assert (hit.start, hit.end) == (3, 10) == hit.bounds()
    assert hit.place("number").span == Span(9, 10)
    (study,) = passage.find(Pattern("≥ study"))
    assert raw_of(passage, study.place().span) == "&ge; STUDY"


def test_a_pattern_may_look_at_case() -> None:
    passage = made(("the Study and the study", "the Study and the study"))
    assert [hit.start for hit in passage.find(Pattern("study"))] == [4, 18]
    assert [hit.start for hit in passage.find(Pattern("study", case=True))] == [18]
    assert [hit.start for hit in passage.find(Pattern("Study", case=True))] == [4]


def test_a_hit_is_replaced_in_the_source() -> None:
    passage = made(*AGE)
    (hit,) = passage.find(Pattern(r"(?P<sign>≥) (?P<age>\d+)"))
    assert hit.replace("x") is None  # markup stands between the two
    assert hit.replace("at least", "sign") == Edit(Span(4, 8), "&ge;", "at least")
    assert hit.replace("21", "age") == Edit(Span(14, 16), "18", "21")


def test_anchors_are_words() -> None:
    assert [anchor for anchor, _ in Pattern("x", "one two").anchor_parts] == ["one", "two"]
    assert Pattern("x", ("view of", "≥")).anchor_parts == (("view of", frozenset(("vie",))), ("≥", frozenset()))
    assert Pattern("x", ("view of",), whole=True).anchor_parts == (("view of", frozenset(("view", "of"))),)
    assert Pattern("x").anchor_parts == ()
