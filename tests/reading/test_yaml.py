"""YAML: scalars of every style are followed into the source, and what cannot be followed is never written over."""

from __future__ import annotations

from typing import Any

import pytest
import yaml as pyyaml
from hypothesis import given, settings
from hypothesis import strategies as st

from triallint.passage import Passage
from triallint.reading import yaml
from triallint.reading.tree import Tree
from triallint.source import Source, Span, Unreadable, apply


def tree_of(text: str) -> Tree:
    return yaml.read(Source("a.yaml", text))


def passage_of(text: str, key: str = "a") -> Passage:
    tree = tree_of(text)
    return tree.passage((key,), tree.value[key], key)


def pieces(passage: Passage) -> list[tuple[str, str]]:
    text = passage.origin.source.text
    return [(piece.text, text[piece.span.start : piece.span.end]) for piece in passage.pieces]


# Each with the pieces of the value of its key a.
SCALARS = {
    "a: plain text # comment\n": [("plain text", "plain text")],
    "a:   plain\n  text\n\n  more\nb: x": [
        ("plain", "plain"),
        (" ", "\n  "),
        ("text", "text"),
        ("\n", "\n\n  "),
        ("more", "more"),
    ],
    "a: 'it''s\n  folded'": [("it", "it"), ("'", "''"), ("s", "s"), (" ", "\n  "), ("folded", "folded")],
    'a: "x\\u2265y \\"q\\" \\\n  z\\x41\\U0001F642\\ "': [
        *[("x", "x"), ("≥", "\\u2265"), ("y ", "y "), ('"', '\\"'), ("q", "q"), ('"', '\\"'), (" ", " ")],
        *[("z", "z"), ("A", "\\x41"), ("🙂", "\\U0001F642"), (" ", "\\ ")],
    ],
    'a: "  lead \n\n  tail  "': [("  lead", "  lead"), ("\n", " \n\n  "), ("tail  ", "tail  ")],
    "a: |\n  one\n    two\n\n  three\n\n\nb: x": [
        *[("one", "one"), ("\n", "\n  "), ("  two\n", "  two\n"), ("\n", "\n  "), ("three\n", "three\n")]
    ],
    "a: |-\r\n  one\r\n  two\r\n": [("one", "one"), ("\n", "\r\n  "), ("two", "two")],
    "a: |+ # kept\n  one\n\n": [("one\n\n", "one\n\n")],
    "a: |\n\n\n  one\n": [("\n", "\n"), ("\n", "\n  "), ("one\n", "one\n")],
    "a: |2\n    more\n  less\n": [("  more", "  more"), ("\n", "\n  "), ("less\n", "less\n")],
    "x:\n  a: |1-\n     deep\n": [("  deep", "  deep")],
    "a: >\n  folded\n  text\n\n  para\n\n": [
        *[("folded", "folded"), (" ", "\n  "), ("text", "text"), ("\n", "\n\n  "), ("para", "para"), ("\n", "\n\n")]
    ],
    "a: >-\n  x\n\n    more\n    indented\n\n\n  z\n": [
        *[("x", "x"), ("\n\n", "\n\n  "), ("  more", "  more"), ("\n", "\n  "), ("  indented", "  indented")],
        *[("\n\n\n", "\n\n\n  "), ("z", "z")],
    ],
    "a: >+\n  x\n\n\n": [("x", "x"), ("\n\n\n", "\n\n\n")],
    "a: &mark text\nb: *mark": [("text", "text")],
    "a: !!str 'x'\n": [("x", "x")],
    "a: &mark !!str\n  text": [("text", "text")],
    "a: é🙂 text\n": [("é🙂 text", "é🙂 text")],
    'a: ""\n': [],
    "a: >-\nb: x": [],
    "a: 1.50\n": [("1.5", "1.50")],
    "a: yes\n": [("true", "yes")],
    "a: 2026-11-23\n": [("2026-11-23", "2026-11-23")],
    "a: [x, y]\n": [],
}


def value_of(tree: Tree) -> Any:
    return tree.value["x"]["a"] if "x" in tree.value else tree.value["a"]


@pytest.mark.parametrize(("text", "expected"), SCALARS.items())
def test_a_scalar_of_every_style_is_followed(text: str, expected: list[tuple[str, str]]) -> None:
    tree = tree_of(text)
    value = value_of(tree)
    if isinstance(value, list):
        assert value == ["x", "y"]
        assert pieces(tree.passage(("a", 1), "y", "a")) == [("y", "y")]
        return
    assert pieces(tree.passage(("x", "a") if "x" in tree.value else ("a",), value, "a")) == expected


@pytest.mark.parametrize(("text", "key"), [("a: &mark text\nb: *mark", "b"), ("<<: {a: text}", "<<")])
def test_an_alias_stands_where_its_value_does(text: str, key: str) -> None:
    tree = tree_of(text)
    path = (key,) if key == "b" else (key, "a")
    assert pieces(tree.passage(path, "text", "a")) == [("text", "text")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: 12\n", 12),
        ("a: 1_000\n", 1000),
        ("a: 0123\n", "0123"),
        ("a: 0x1F\n", "0x1F"),
        ("a: -1.5e+3\n", -1500.0),
        ("a: 1:30\n", "1:30"),
        ("a: off\n", False),
        ("a: ~\n", None),
        ("a:\n", None),
        ("a: NCT01234567\n", "NCT01234567"),
        ("a: '12'\n", "12"),
        ("a: {b: [1, {c: d}]}\n", {"b": [1, {"c": "d"}]}),
        ("{a: 1, 2: x, [y]: z}", 1),
    ],
)
def test_values(text: str, value: object) -> None:
    assert tree_of(text).value["a"] == value


WORD = st.text("ab é🙂:#'\"\\-|>&*%,[]{}?!\t", min_size=1, max_size=6)
LINES = st.lists(WORD | st.just(""), min_size=1, max_size=4).map("\n".join)


@given(LINES, st.sampled_from(["'", '"', "|", ">", None]), st.sampled_from([20, 1000]), st.booleans())
@settings(max_examples=300, deadline=None)
def test_whatever_is_written_is_read_in_place(value: str, style: str | None, width: int, ascii_only: bool) -> None:
    text = pyyaml.safe_dump({"a": value, "b": "end"}, default_style=style, width=width, allow_unicode=not ascii_only)
    tree = tree_of(text)
    assert tree.value == pyyaml.safe_load(text)
    key = next(iter(tree.value))
    passage = tree.passage((key,), value, "a")
    assert "".join(piece.text for piece in passage.pieces) == value
    for shown, raw in pieces(passage):
        assert raw == shown or not shown.strip() or pyyaml.safe_load(f'"{raw}"') == shown or (shown, raw) == ("'", "''")


@pytest.mark.parametrize(
    "text", ["a: old text\n", "a: 'old text'\n", 'a: "old text"\n', "a: |\n  old text\n", "a: >-\n  old text\n"]
)
@pytest.mark.parametrize(
    "new", ["x", "it's", 'a "b"', "back\\slash", "≥ 1", "a: b", "- x", "# x", "x #y", "[x]", "two\nlines", "@x", "a:"]
)
def test_what_is_written_is_read_again_or_not_written(text: str, new: str) -> None:
    passage = passage_of(text)
    edit = passage.replace(0, 3, new)
    if edit is not None:
        assert tree_of(apply(text, [edit])).value["a"].rstrip("\n") == f"{new} text"
    else:
        assert text[3] == "o" or (text[3] in "'|>" and "\n" in new)


def test_what_is_no_text_is_not_written_over() -> None:
    for text in ("a: 12\n", "a: yes\n", "a: ~\n", "a: [x]\n"):
        tree = tree_of(text)
        assert tree.passage(("a",), tree.value["a"], "a").replace(0, 0, "x") is None


def test_what_is_missing_stands_where_it_should_be() -> None:
    tree = tree_of("x: 1\na:\n  b: 1\n")
    assert tree.passage(("a", "c"), "", "c").span == Span(10, 10)
    assert tree.passage(("c",), "", "c").span == Span(0, 0)
    assert tree.passage((), "", "c").span == Span(0, 0)
    assert tree_of("").passage((), "", "c").span == Span(0, 0)


@pytest.mark.parametrize(
    ("text", "at", "words"),
    [
        ("a: [\n", 5, "node content"),
        ("é🙂: x\n b: c\n", 8, "mapping values are not allowed"),
        ("a: *nowhere\n", 3, "undefined alias"),
        ("a: 'x\n", 6, "end of stream"),
        ("a: x\x07\n", 0, "cannot be read"),
        ("a: &x [*x]\n", 0, "contains itself"),
        ("[" * 50_000, 0, "wrong here"),
    ],
)
def test_what_is_no_yaml_is_refused_with_its_place(text: str, at: int, words: str) -> None:
    with pytest.raises(Unreadable) as problem:
        tree_of(text)
    assert words in problem.value.why
    assert problem.value.span is not None
    assert len(text) > 100 or problem.value.span == Span(at, at)


def test_aliases_that_expand_without_end_are_refused() -> None:
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(8)
    )
    with pytest.raises(Unreadable, match="aliases expand"):
        tree_of(bomb)


def test_a_stretch_of_a_larger_text_counts_from_the_file() -> None:
    source = Source("a.md", "---\na: x ≥\n---\n")
    tree = yaml.read(source, 4, 11)
    span = tree.passage(("a",), "x ≥", "a").span
    assert source.text[span.start : span.end] == "x ≥"


def test_every_document_of_a_stream_is_read() -> None:
    source = Source("a.yaml", "---\na: one # triallint: 1\n---\na: two\n# triallint: 2\n---\n- a: 'x # triallint: no'\n")
    trees = list(yaml.documents(source))
    assert [tree.value for tree in trees] == [{"a": "one"}, {"a": "two"}, [{"a": "x # triallint: no"}]]
    assert pieces(trees[1].passage(("a",), "two", "a")) == [("two", "two")]
    assert [[comment.text for comment in tree.comments] for tree in trees] == [[" triallint: 1"], [" triallint: 2"], []]


def test_comments_are_told_from_text() -> None:
    text = "# triallint: one\na: x#y # triallint: two\nb: |\n  # triallint: no\nc: '# triallint: no' # other\n"
    found = tree_of(text).comments
    assert [(comment.text, text[comment.span.start : comment.span.end]) for comment in found] == [
        (" triallint: one", "# triallint: one"),
        (" triallint: two", "# triallint: two"),
        (" other", "# other"),
    ]
