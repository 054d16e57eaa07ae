"""HTML to blocks: what a browser shows, each character with its place; BeautifulSoup's tree stays its own."""

from __future__ import annotations

import re
import warnings

import pytest
from bs4 import BeautifulSoup
from decoding import assert_decodes
from hypothesis import given, settings
from hypothesis import strategies as st

from triallint.passage import Passage
from triallint.reading import html
from triallint.reading.outline import Block, Outline
from triallint.reading.soup import parse
from triallint.source import Source, apply

# Each with the texts of its blocks, as a browser shows them.
PAGES = {
    "<p>a &lt; b &ge; c &copy 2020 &foo; &#8805;&#x2265; AT&T &amp;lt;</p>": ["a < b ≥ c © 2020 &foo; ≥≥ AT&T &lt;"],
    "<p>5 &lt</>x &lt;= 7 &#8805</>;": ["5 <x <= 7 ≥;"],
    "<p>one<p>two<ul><li>a<li>b <b>c</b> d<ul><li>e</ul><li>f</ul>g": ["one", "two", "a", "b c d", "e", "f", "g"],
    "<table><tr><td>g<td>h<tr><th>i<table><tr><td>in</table>after</table>": ["g", "h", "i", "in", "after"],
    "<dl><dt>Phase<dd>1<dt>Status<dd>Open</dl>": ["Phase", "1", "Status", "Open"],
    "<p>line\r\n   folded\r\n<br>next&nbsp;one<br/> x</p><pre>kept\n  as is</pre>": [
        "line folded \nnext\xa0one\nx",
        "kept as is",
    ],
    "a<br></>b<br/></></><img alt=x></>c": ["a\nb\nc"],
    "<p>be<!-- a < b -->fore<script>var a='<p>no</p>';</script><style>p{}</style> end</p>": ["before end"],
    "<div>un<closed <p attr='>'>x</p>\\&lt; 1\\. \\> y</div>": ["unx", "< 1. > y"],
    "<!DOCTYPE html><html><head><title>T &amp; t</title></head><body><select><option>x</select><nav>menu</nav>z": [
        "x",
        "menu",
        "z",
    ],
    "a < b and c > d <3 & done": ["a < b and c > d <3 & done"],
    "<p>\ufeffmark &shy; soft\u00ad \U0001f600 é e\u0301</p>": ["\ufeffmark \u00ad soft\u00ad \U0001f600 é e\u0301"],
    "<h2> Who   can\tjoin </h2><p>  </p><p>&nbsp;</p>": ["Who can join"],
    "<p>a<svg><title>no</title>x</svg>b<template>c</template>d<noscript>e</noscript>f<iframe>g</iframe>": ["abdf"],
    "<![CDATA[x]]><?pi x?><p>y<hr>z</nosuch>w": ["y", "zw"],
    "<a><p>one</a><div>two</a>": ["one", "two"],
    "x &#92;&lt; y \\&#46; z\\": ["x < y . z\\"],
    "<p>&#0;&#13;&#x110000;&#xD800;.": ["\ufffd\r\ufffd\ufffd."],
    "": [],
    "<": ["<"],
    "<p>&": ["&"],
}


def outline(text: str) -> Outline:
    return html.read(Source("a.html", text))


def only(text: str) -> Passage:
    (block,) = outline(text).blocks
    return block.passage


def shown(outline_: Outline) -> list[tuple[str, str]]:
    return [(block.kind, block.passage.decoded) for block in outline_.blocks]


@pytest.mark.parametrize(("text", "texts"), PAGES.items())
def test_a_page_reads_as_a_browser_shows_it(text: str, texts: list[str]) -> None:
    blocks = outline(text).blocks
    assert [block.passage.decoded for block in blocks] == texts
    for block in blocks:
        assert_decodes(block.passage, "html")


@pytest.mark.parametrize("text", PAGES)
def test_the_tree_is_beautiful_soups_own(text: str) -> None:
    assert parse(text, 0)[1] == BeautifulSoup(text, "html.parser")


TOKENS = (
    "<p>|</p>|<li>|<ul>|</ul>|<td>|<tr>|<table>|</table>|<b>|</b>|<br>|&lt;|&amp;|&#8805;|&nbsp;|&|<|>|\\.|\\<|\\|<!--x-->|<h1>|</h1>"
    "|a|b1|é|\n|\r\n|\xa0|<script>|</script>|<a href='#'>|</a>|&bogus;|&ge|&#0;|<![CDATA[x]]>|<?pi?>|</nosuch>|</>|<!>| |  |&#92;"
    "|<title>|<img alt='x'>|<html lang=es>"
)
MARKUP = st.lists(st.sampled_from(TOKENS.split("|")), max_size=40).map("".join)


@given(MARKUP)
@settings(max_examples=400, deadline=None)
def test_any_markup_has_places_and_beautiful_soups_tree(text: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for block in outline(f"{text}\n").blocks:  # html.parser takes a reference at the very end for text
            assert_decodes(block.passage, "html")
        assert parse(text, 0)[1] == BeautifulSoup(text, "html.parser")


@given(st.text("ab1 <>&;\"'.\u2265\xa0", min_size=1, max_size=12), st.text("xy <>&;\"'\u2265", max_size=6), st.data())
@settings(deadline=None)
def test_what_is_written_is_read_again(text: str, new: str, data: st.DataObject) -> None:
    source = Source("a.html", f"<ul><li>Before <b>bold</b> {html._escape(text)} behind.</ul>")
    (block,) = html.read(source).blocks
    passage = block.passage
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(passage))] * 2)))
    edit = passage.replace(start, end, new)
    if edit is not None:
        (again,) = html.read(Source("a.html", apply(source.text, [edit]))).blocks
        expected = passage.decoded[:start] + new + passage.decoded[end:]
        assert again.passage.decoded == re.sub(" +", " ", expected).strip(" ")


def test_offsets_count_from_the_beginning_of_the_file() -> None:
    source = Source("a.md", "# One\n\n<p>two &ge; 3</p>\n\nfour\n")
    (block,) = html.read(source, 7, 24).blocks
    span = block.passage.span
    assert source.text[span.start : span.end] == "two &ge; 3"
    assert block.passage.decoded == "two ≥ 3"


def test_blocks_say_what_they_are() -> None:
    text = (
        "<h1>T</h1><p>a<ul><li>b<ol><li>c</ol></ul><table><caption>d</caption><tr><th>e<td>f</table>"
        "<dl><dt>g<dd>h</dl><div><strong>ii</strong></div><p><b>j:</b> k"
    )
    found = [(b.kind, b.passage.decoded, b.level, b.header, b.passage.role) for b in outline(text).blocks]
    assert found == [
        ("heading", "T", 1, False, "heading"),
        ("paragraph", "a", 0, False, "prose"),
        ("item", "b", 1, False, "item"),
        ("item", "c", 2, False, "item"),
        ("caption", "d", 0, False, "prose"),
        ("cell", "e", 0, True, "value"),
        ("cell", "f", 0, False, "value"),
        ("term", "g", 0, False, "label"),
        ("definition", "h", 0, False, "value"),
        ("paragraph", "ii", 0, True, "prose"),
        ("paragraph", "j: k", 0, False, "prose"),
    ]


def numbers(text: str) -> list[tuple[str, int, int]]:
    return [(block.passage.text, block.owner, block.row) for block in outline(text).blocks]


def test_cells_of_a_row_and_blocks_of_an_item_belong_together() -> None:
    rows = numbers("<table><tr><td>a<td>b<tr><td><p>c<p>d<td>e</table>")
    assert [(text, row) for text, _, row in rows] == [("a", 1), ("b", 1), ("c", 2), ("d", 2), ("e", 2)]
    owners = {text: owner for text, owner, _ in rows}
    assert owners["c"] == owners["d"] != owners["e"]
    items = {text: owner for text, owner, _ in numbers("<ul><li><p>a</p><p>b</p><ul><li>c</ul>d</li><li>e</ul>")}
    assert items["a"] == items["b"] == items["d"]
    assert len({items["a"], items["c"], items["e"]}) == 3


def test_an_inner_table_does_not_end_the_outer_row() -> None:
    rows = {text: row for text, _, row in numbers("<table><tr><td>a<table><tr><td>b</table><td>c<tr><td>d</table>")}
    assert rows["a"] == rows["c"] != rows["b"]
    assert rows["d"] not in (rows["a"], rows["b"])


@pytest.mark.parametrize("tag", ["nav", "button", "select", "textarea"])
def test_furniture_is_told_apart(tag: str) -> None:
    found = outline(f"<p>a</p><{tag}><p>Menu</p></{tag}><p>b</p>").blocks
    assert [block.passage.role for block in found] == ["prose", "furniture", "prose"]


def test_the_title_is_no_block_and_the_first_counts() -> None:
    found = outline("<title>A &amp; B</title><title>no</title><p>x")
    assert found.title is not None
    assert found.title.decoded == "A & B"
    assert found.title.role == "title"
    assert shown(found) == [("paragraph", "x")]


def languages(text: str) -> tuple[str, list[str]]:
    found = outline(text)
    return found.language, [block.passage.language for block in found.blocks]


def test_text_in_another_language_than_the_page_says_so() -> None:
    assert languages("<html lang=en><p>a<div lang=es><p>b<ul><li>c</ul></div><p>d") == ("en", ["", "es", "es", ""])
    assert languages("<html LANG='pt-BR'><body><p>a<p lang=EN>b") == ("pt-BR", ["", "EN"])
    assert languages("<p>a<p lang=''>b") == ("", ["", ""])


def links(text: str) -> list[tuple[str, str]]:
    return [(link.text.decoded, link.target) for link in outline(text).links]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<p>See <a href='/x?a=1&amp;b=2'>the &lt;page&gt;</a> now", [("the <page>", "/x?a=1&b=2")]),
        ("<a href=u> padded </a>", [("padded", "u")]),
        ("<a href=u><h2>Head</h2></a><p>text", [("Head", "u")]),
        ("<p>text before <a href=u><p>in a new block</p></a>", [("in a new block", "u")]),
        ("<a href=u><img alt=x></a> not linked", []),
        ("<a href=u>one<a href=v>two</a> three", [("one", "u"), ("two", "v")]),
        ("<a>plain</a>", [("plain", "")]),
        ("<p><a href=u>open <p>next", [("open", "u")]),
    ],
)
def test_links(text: str, found: list[tuple[str, str]]) -> None:
    assert links(text) == found


@pytest.mark.parametrize(
    ("tag", "alt", "raw"),
    [
        ('<img src=a.png alt="A &lt; B">', "A < B", "A &lt; B"),
        ("<img alt='it is' src=a.png>", "it is", "it is"),
        ("<img src=a.png ALT=short>", "short", "short"),
        ("<img src='alt=\"no\"' alt='yes'>", "yes", "yes"),
        ("<img src=a.png alt=''>", "", ""),
        ("<img src=a.png>", "", ""),
        ("<img alt src=a.png>", "", ""),
    ],
)
def test_an_image_has_its_alternative_text_where_it_stands(tag: str, alt: str, raw: str) -> None:
    source = Source("a.html", f"<p>x {tag} y</p>")
    (image,) = html.read(source).images
    assert image.text.decoded == alt
    span = image.text.span
    assert source.text[span.start : span.end] == raw
    assert source.text.index("<img") <= span.start <= source.text.index(" y</p>")


def test_alternative_text_is_written_so_that_it_stays_in_its_quotes() -> None:
    for quoted in ('"A dog"', "'A dog'"):
        source = Source("a.html", f"<img alt={quoted}>")
        edit = html.read(source).images[0].text.replace(2, 5, "\"big\" <cat> & 'co'")
        assert edit is not None
        (image,) = html.read(Source("a.html", apply(source.text, [edit]))).images
        assert image.text.decoded == "A \"big\" <cat> & 'co'"
    for bare in ("<img alt=dog>", "<img>", "<img alt>"):
        assert outline(bare).images[0].text.replace(0, 0, "a") is None


def test_comments_keep_their_place() -> None:
    text = "<p>a<!-- triallint: x --></p><!---->\n<!--\nb--><script><!-- no --></script>"
    source = Source("a.html", text)
    found = html.read(source).comments
    assert [(comment.text, source.text[comment.span.start : comment.span.end]) for comment in found] == [
        (" triallint: x ", "<!-- triallint: x -->"),
        ("", "<!---->"),
        ("\nb", "<!--\nb-->"),
    ]


def test_structured_data_is_taken_out_of_scripts() -> None:
    text = '<script>{"a": 0}</script><script type="application/ld+json">\n{"a": "<p>x</p>"}</script><p>y'
    found = outline(text)
    assert found.data == (("json-ld", ('\n{"a": "<p>x</p>"}', text.index("\n{"))),)
    assert shown(found) == [("paragraph", "y")]


def test_blocks_are_made_of_what_is_open_however_deep() -> None:
    found = outline("<div>" * 3000 + "<p>x" + "</div>" * 3000)
    assert shown(found) == [("paragraph", "x")]
    assert isinstance(found.blocks[0], Block)
