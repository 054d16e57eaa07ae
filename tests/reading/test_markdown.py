"""Markdown to blocks: what a reader of the rendered page sees, each character with its place."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup
from decoding import assert_decodes
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from triallint.reading import markdown
from triallint.reading.outline import Outline
from triallint.source import Source, apply

# Each with the texts of its blocks.
DOCUMENTS = {
    "# A *title* ##\n\nSetext\n======\n": ["A title", "Setext"],
    '> Some `code`, [a link](http://x.y "t") \\< 5\n> and **bold** &ge; 3': ["Some code, a link < 5 and bold ≥ 3"],
    "- one\n  - two\n\n    more\n1. three\n   goes on\n": ["one", "two", "more", "three goes on"],
    "| a | b \\| c |\n|---|:-:|\n| d | *e* |\n| f |\n": ["a", "b | c", "d", "e", "f"],
    "|a|b|\n|-|-|\n|a|a|\n||b|\n": ["a", "b", "a", "a", "b"],
    "10*9/L of x or 5 * 3\n\np < 0.05*": ["10*9/L of x or 5 * 3", "p < 0.05*"],
    "**x***, ***y** z, *\\*w*, snake_case_name and _so_": ["x*, *y z, *w, snake_case_name and so"],
    "*a **b** c* __d__ `e*f` 2*3": ["a b c d e*f 2*3"],
    "a **bold\nover lines** and *so\non*": ["a bold over lines and so on"],
    "Phase 1<br>Phase 2<BR />x <b>*y*</b>": ["Phase 1\nPhase 2\nx y"],
    "hard\\\nbreak  \nand\\\\\nnone": ["hard break and\\ none"],
    "See [link ](http://x) more, [a [b] c](u), [d](v(1)) and [no] link]": ["See link more, a [b] c, d and [no] link]"],
    "<https://x.y/z> <a@b.org> <!-- hidden --> & AT&T &nosuch; &#8805;": ["https://x.y/z a@b.org & AT&T &nosuch; ≥"],
    "![an *image*](u) after": ["an image after"],
    "one\r\ntwo\r\n\r\n* three\r\n  four\r\n": ["one two", "three four"],
    "old\rMac\n\n# Then\r\r\n\r\n- x\n": ["old Mac", "Then", "x"],
    "a\u2028b\u0085c\x0cd\n\ne": ["a\u2028b\u0085c d", "e"],
    "    code\n\n```\nfence\n```\n\n---\n\nend": ["end"],
    "*a* `b* c": ["a `b* c"],
    "\\*not emphasis\\* \\# \\1": ["*not emphasis* # \\1"],
    "text\n\n<p>in &lt; HTML</p>\n<ul><li>x</ul>\n\nafter": ["text", "in < HTML", "x", "after"],
    "": [],
    "#\n\n-\n\n>\n": [],
}


def outline(text: str) -> Outline:
    return markdown.read(Source("a.md", text))


@pytest.mark.parametrize(("text", "texts"), DOCUMENTS.items())
def test_a_document_reads_as_it_is_shown(text: str, texts: list[str]) -> None:
    blocks = outline(text).blocks
    assert [block.passage.decoded for block in blocks] == texts
    for block in blocks:
        assert_decodes(block.passage, "markdown")


def rendered(text: str) -> str:
    """All text that markdown-it's own HTML shows, without white space."""
    page = MarkdownIt("commonmark").enable("table").render(text)
    page = re.sub(r'<img src="[^"]*" alt="([^"]*)"[^>]*>', r"\1", page)
    return re.sub(r"\s", "", BeautifulSoup(page, "html.parser").get_text())


PIECES = st.sampled_from([*"* ** _ __ a \\* \\ ` `c*d` &lt; [x](u) ![y](v) <b> </b> <br> 1 ( é".split(), "b ", " ", "\n"])


@given(st.lists(PIECES, max_size=14).map("".join).map(lambda text: f"x {text}".replace("\n\n", "\n").rstrip(" \\")))
@settings(max_examples=400, deadline=None)
def test_emphasis_is_what_the_parser_takes_for_it(text: str) -> None:
    blocks = outline(text).blocks
    if "`" not in text:  # in code, what looks like a reference is none
        for block in blocks:
            assert_decodes(block.passage, "markdown")
    if "`" not in re.sub("`[^`\n]*`", "", text):  # code over several lines is read as text
        assert "".join(re.sub(r"\s", "", block.passage.decoded) for block in blocks) == rendered(text)


LINES = st.sampled_from(
    "# h;- a;  - b;1. c;> d;text;;;| a | b |;|---|---|;| c | d |;    e;***;\tf;<p>g</p>;===;h  ;i\\".split(";")
)


@given(st.lists(LINES, max_size=12), st.sampled_from(["\n", "\r\n", "\r\r\n", "\r"]))
@settings(max_examples=300, deadline=None)
def test_blocks_stand_where_they_are_whatever_ends_the_lines(lines: list[str], end: str) -> None:
    text = end.join(lines)
    blocks = outline(text).blocks
    for block in blocks:
        assert_decodes(block.passage, "markdown")
    assert [block.passage.span.start for block in blocks] == sorted(block.passage.span.start for block in blocks)
    if end in ("\n", "\r\n"):  # elsewhere CR is a character like any other
        assert [block.passage.decoded for block in blocks] == [each.passage.decoded for each in outline("\n".join(lines)).blocks]


@given(st.text("ab1 *_[]<>`\\|&;#", min_size=1, max_size=8).map(lambda text: f"x{text}x"), st.data())
@settings(deadline=None)
def test_what_is_written_is_read_again(new: str, data: st.DataObject) -> None:
    for text in ("- Before **bold** and a \\< b behind\n", "| a | Before b behind |\n|---|---|\n"):
        source = Source("a.md", text)
        passage = markdown.read(source).blocks[-1].passage
        start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(passage))] * 2)))
        edit = passage.replace(start, end, new)
        if edit is not None:
            again = markdown.read(Source("a.md", apply(text, [edit]))).blocks[-1].passage
            expected = passage.decoded[:start] + new + passage.decoded[end:]
            assert again.decoded == re.sub(" +", " ", expected)


def test_a_line_end_cannot_be_written_within_a_line() -> None:
    assert outline("text").blocks[0].passage.replace(0, 2, "a\nb") is None


def test_blocks_say_what_they_are() -> None:
    text = "# T\n\n**All bold:**\n\n- a\n  1. b\n\n> q\n\n| h |\n|---|\n| c |\n"
    found = [(b.kind, b.passage.decoded, b.level, b.header, b.passage.role) for b in outline(text).blocks]
    assert found == [
        ("heading", "T", 1, False, "heading"),
        ("paragraph", "All bold:", 0, True, "prose"),
        ("item", "a", 1, False, "item"),
        ("item", "b", 2, False, "item"),
        ("paragraph", "q", 0, False, "prose"),
        ("cell", "h", 0, True, "value"),
        ("cell", "c", 0, False, "value"),
    ]


def test_rows_and_items_have_numbers_of_their_own_in_html_too() -> None:
    text = (
        "| a | b |\n|---|---|\n| c | d |\n\n<table><tr><td>e</td><td>f</td></tr>\n\n"
        "<tr><td>g</td></tr></table>\n\n- i\n\n  j\n- k\n"
    )
    found = {b.passage.text: (b.row, b.owner) for b in outline(text).blocks}
    assert found["a"][0] == found["b"][0] != found["c"][0] == found["d"][0]
    assert found["e"][0] == found["f"][0] not in (found["c"][0], found["g"][0])
    assert found["i"][1] == found["j"][1] != found["k"][1]
    owners = [owner for text, (_, owner) in found.items() if text != "j"]
    assert len(set(owners)) == len(owners)


def test_links_and_images() -> None:
    found = outline(
        'See [the page](http://x/(1) "T"), [ref][r] and ![a *dog*](dog.png).\n\n<p><a href="u">b</a>\n\n[r]: http://r\n'
    )
    assert [(link.text.decoded, link.target) for link in found.links] == [("the page", "http://x/(1)"), ("ref", ""), ("b", "u")]
    assert [(image.text.decoded, image.target) for image in found.images] == [("a dog", "dog.png")]
    place = found.links[0].text.span
    assert found.source.text[place.start : place.end] == "the page"


def test_comments_are_found_in_blocks_lines_and_front_matter() -> None:
    text = "---\na: 1 # triallint: x\n---\n<!-- one -->\n\ntext <!-- two --> more\n"
    assert [(comment.text, text[comment.span.start : comment.span.end]) for comment in outline(text).comments] == [
        (" triallint: x", "# triallint: x"),
        (" one ", "<!-- one -->"),
        (" two ", "<!-- two -->"),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_front_matter_is_data_and_no_text(end: str) -> None:
    text = end.join(("---", "title: A ≥ B", "status: open", "...", "# Head", "", "text"))
    found = outline(text)
    ((what, tree),) = found.data
    assert (what, tree.value) == ("front matter", {"title": "A ≥ B", "status": "open"})
    place = tree.passage(("title",), "A ≥ B", "title").span
    assert text[place.start : place.end] == "A ≥ B"
    assert [block.passage.decoded for block in found.blocks] == ["Head", "text"]
    for block in found.blocks:
        assert_decodes(block.passage, "markdown")


def test_front_matter_alone_is_a_document() -> None:
    assert outline("---\ntitle: A\n---").data[0][1].value == {"title": "A"}
    assert outline("---\n---\n").data[0][1].value is None


def test_broken_front_matter_is_a_fault_and_the_rest_is_read() -> None:
    found = outline("---\ntitle: [\n---\n# Head\n")
    ((message, place),) = found.faults
    assert message.startswith("The YAML is wrong here")
    assert 0 < place.span.start <= found.source.text.index("---\n#")
    assert [block.passage.decoded for block in found.blocks] == ["Head"]
