"""JSON: every value has its place, strings are followed through their escapes, and faults of notation are told."""

from __future__ import annotations

import json
from typing import Any

import pytest
from decoding import assert_decodes, said, spaced
from hypothesis import given, settings
from hypothesis import strategies as st

from triallint.reading import json as json_reader
from triallint.reading.tree import Path, Tree
from triallint.source import Source, Span, Unreadable, apply


def tree_of(text: str) -> Tree:
    return json_reader.read(Source("a.json", text))


def raw(tree: Tree, span: Span) -> str:
    return tree.source.text[span.start : span.end]


def leaves(value: Any, path: Path = ()) -> list[tuple[Path, Any]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [(path, value), *(leaf for key, each in inner for leaf in leaves(each, (*path, key)))]


TEXT = st.text(st.characters(codec="utf-8") | st.sampled_from('\\"/<*_🙂\ud800\udc00\ue000\n\u2028'), max_size=10)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=20,
)


@given(JSON, st.booleans(), st.sampled_from([None, 1, "\t"]), st.sampled_from(["", "  ", "\r\n"]))
@settings(max_examples=300, deadline=None)
def test_every_value_of_any_json_is_located(value: object, ascii_only: bool, indent: int | str | None, around: str) -> None:
    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    tree = tree_of(f"{around}{text}{around}")
    assert tree.value == json.loads(text)
    for path, inner in leaves(tree.value):
        assert json.loads(raw(tree, json_reader.locate(tree.source.text, 0, path))) == inner
        if isinstance(inner, str):
            assert_decodes_exactly(tree, path, inner)


def assert_decodes_exactly(tree: Tree, path: Path, text: str) -> None:
    plain = tree.passage(path, text, "x")
    assert [json.loads(f'"{raw(tree, piece.span)}"') for piece in plain.pieces] == [piece.text for piece in plain.pieces]
    assert plain.decoded == text
    markup = tree.passage(path, text, "x", markup=True)
    assert_decodes(markup, "json")
    assert spaced(markup.decoded) == said(raw(tree, plain.span), "json")


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (r'"a\u2265b"', [("a", "a"), ("≥", r"\u2265"), ("b", "b")]),
        (r'"\ud83d\ude42!"', [("🙂", r"\ud83d\ude42"), ("!", "!")]),
        (r'"\ud83dx\udc00"', [("\ud83d", r"\ud83d"), ("x", "x"), ("\udc00", r"\udc00")]),
        (r'"\\\"\/\n"', [("\\", r"\\"), ('"', r"\""), ("/", r"\/"), ("\n", r"\n")]),
        ('"🙂é"', [("🙂é", "🙂é")]),
        ('""', []),
    ],
)
def test_a_string_is_followed_through_its_escapes(text: str, pieces: list[tuple[str, str]]) -> None:
    tree = tree_of(text)
    assert [(piece.text, raw(tree, piece.span)) for piece in tree.passage((), tree.value, "x").pieces] == pieces


@pytest.mark.parametrize(
    ("written", "shown", "pieces"),
    [
        (r"Age \\< 5", "Age < 5", ["Age ", r"\\<", " 5"]),
        (r"1\\. one\n\\* two", "1. one\n* two", ["1", r"\\.", " one", r"\n", r"\\*", " two"]),
        (r"\u005c\u003c5", "<5", [r"\u005c\u003c", "5"]),
        (r"\\\\\\<", "\\<", [r"\\\\", r"\\<"]),
        (r"C:\\new", r"C:\new", ["C:", r"\\", "new"]),
        (r"end\\", "end\\", ["end", r"\\"]),
    ],
)
def test_a_markup_field_is_read_without_its_escapes(written: str, shown: str, pieces: list[str]) -> None:
    tree = tree_of(f'{{"a": "{written}"}}')
    passage = tree.passage(("a",), tree.value["a"], "a", markup=True)
    assert passage.decoded == shown
    assert [raw(tree, piece.span) for piece in passage.pieces] == pieces


@pytest.mark.parametrize("ascii_only", [True, False])
@pytest.mark.parametrize("markup", [True, False])
def test_what_is_written_is_read_again(ascii_only: bool, markup: bool) -> None:
    text = json.dumps({"a": "Age \\< 5" + ("" if ascii_only else " é")}, ensure_ascii=ascii_only)
    tree = tree_of(text)
    passage = tree.passage(("a",), tree.value["a"], "a", markup=markup)
    new = '≥ [b] "c" \\ *\n🙂'
    edit = passage.replace(passage.text.index("<"), passage.text.index("<") + 1, new)
    assert edit is not None
    changed = apply(text, [edit])
    assert changed.isascii() is ascii_only
    again = tree_of(changed)
    shown = again.passage(("a",), again.value["a"], "a", markup=markup).decoded
    assert shown == passage.decoded.replace("<", new)


def test_numbers_and_words_have_a_place_but_are_not_written_over() -> None:
    tree = tree_of('{"a": 1.50, "b": true, "c": null, "d": "x"}')
    for key, shown, written in (("a", "1.5", "1.50"), ("b", "true", "true"), ("d", "x", "x")):
        passage = tree.passage((key,), tree.value[key], key)
        assert (passage.decoded, raw(tree, passage.span)) == (shown, written)
        assert (passage.replace(0, len(passage), "y") is None) is (key != "d")
    nothing = tree.passage(("c",), None, "c")
    assert nothing.span == Span(tree.source.text.index("null"), tree.source.text.index("null"))
    assert nothing.replace(0, 0, "y") is None


def test_what_is_missing_stands_at_the_beginning_of_what_should_have_it() -> None:
    tree = tree_of('[1, {"a": {"b": 1}}]')
    for path, at in (((1, "a", "x"), 10), ((1, "x"), 4), ((7,), 0)):
        passage = tree.passage(path, "", "x")
        assert passage.span == Span(at, at)
        assert passage.decoded == ""


def test_of_a_key_that_stands_twice_the_last_counts_and_is_told() -> None:
    tree = tree_of('{"a": [1], "b": {"a": 1, "\\u0061": 2}, "a": [2], "c": ["x", "x"]}')
    assert tree.value["a"] == [2]
    assert raw(tree, json_reader.locate(tree.source.text, 0, ("a", 0))) == "2"
    assert raw(tree, json_reader.locate(tree.source.text, 0, ("b", "a"))) == "2"
    faults = [(message, place.span.start) for message, place in tree.faults]
    assert faults == [('The key "a" stands twice in one object: only the last one counts.', 40)]


@pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity"])
def test_words_that_json_does_not_know_are_told(word: str) -> None:
    tree = tree_of(f'{{"NaN": "NaN", "a": [{word}]}}')
    ((message, place),) = tree.faults
    assert word in message
    assert raw(tree, place.span) == word


@pytest.mark.parametrize(
    ("text", "at", "words"),
    [
        ('{"a": 1,}', 8, "a name in double quotes is expected"),
        ('{"a": 1 "b": 2}', 8, "a comma is expected"),
        ('{"a" 1}', 5, "a colon is expected"),
        ('{"a": }', 6, "a value is expected"),
        ("", 0, "a value is expected"),
        ('{"a": "b', 6, "the string that starts here never ends"),
        ('{"a": "b\nc"}', 8, "a line break or control character stands inside a string"),
        ("{} {}", 3, "something follows the end of the data"),
        ('{"a": "\\x"}', 7, "invalid \\escape"),
    ],
)
def test_what_is_no_json_is_refused_with_its_place(text: str, at: int, words: str) -> None:
    with pytest.raises(Unreadable) as problem:
        tree_of(text)
    assert words in problem.value.why
    assert problem.value.span == Span(at, at)


@pytest.mark.parametrize("text", ["[" * 100_000, "9" * 5_000, "[" * 3_000 + "]" * 3_000])
def test_what_cannot_be_taken_in_is_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        tree_of(text)


def test_a_value_within_a_larger_text_counts_from_the_file() -> None:
    source = Source("a.md", 'abc {"a": "b\\u2265"} def')
    tree = json_reader.read(source, 4, 20)
    passage = tree.passage(("a",), tree.value["a"], "a")
    assert source.text[passage.span.start : passage.span.end] == "b\\u2265"
    with pytest.raises(Unreadable) as problem:
        json_reader.read(source, 4, 23)
    assert problem.value.span == Span(21, 21)


def test_a_part_of_a_tree_is_a_tree() -> None:
    tree = tree_of('{"studies": [{"a": "x"}, {"a": "y\\n"}]}')
    part = json_reader.subtree(tree, ("studies", 1), tree.value["studies"][1])
    passage = part.passage(("a",), "y\n", "a")
    assert raw(tree, passage.span) == "y\\n"
    edit = passage.replace(0, 1, '"')
    assert edit is not None
    assert edit.text == '\\"'


def test_the_elements_of_a_long_list_are_found_in_any_order() -> None:
    text = json.dumps([{"a": str(number)} for number in range(300)])
    tree = tree_of(text)
    for number in (299, 0, 150, 151, 149):
        assert raw(tree, tree.passage((number, "a"), str(number), "a").span) == str(number)
