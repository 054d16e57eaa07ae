"""Every piece of every passage decodes to its text, in every format; BeautifulSoup's tree is its own."""

from __future__ import annotations

import html
import json
import re
import warnings

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from triallint import reading
from triallint.page import TrialPage
from triallint.reading import html as html_reader
from triallint.reading import json as json_reader
from triallint.reading import markdown, yaml
from triallint.reading.soup import parse
from triallint.source import Source

TRICKY = [
    "<p>a &lt; b &ge; c &copy 2020 &foo; &#8805; &#x2265; AT&T &amp;lt;</p>",
    "<p>one<p>two<ul><li>a<li>b <b>c</b> d<ul><li>e</ul><li>f</ul><table><tr><td>g<td>h<tr><th>i</table>",
    "<p>line\r\n   folded\r\n<br>next&nbsp;one</p><pre>kept\n  as is</pre>",
    "<p>before<!-- a < b -->after<script>var a='<p>no</p>';</script><style>p{}</style> end</p>",
    "<div>un<closed <p attr='>'>x</p>\\&lt; 1\\. \\> y</div>",
    "<!DOCTYPE html><html><head><title>T &amp; t</title></head><body><select><option>x</select><nav>menu</nav>z",
    "a < b and c > d <3 & done",
    "<p>\ufeffmark &shy; soft\u00ad \U0001f600 é e\u0301</p>",
]


def pieces_are_right(source: Source) -> int:
    count = 0
    for block in html_reader.read(source).blocks:
        for piece in block.passage.pieces:
            raw = source.text[piece.span.start : piece.span.end]
            decoded = re.sub(r"\\([^\w\s])", r"\1", html.unescape(raw))
            shown = piece.text if not raw.lower().startswith("<br") else raw
            assert "".join(decoded.split()) == "".join(shown.split()), (raw, piece.text)
            count += 1
    return count


@pytest.mark.parametrize("text", TRICKY)
def test_html_pieces(text: str) -> None:
    assert pieces_are_right(Source("a.html", text))


@pytest.mark.parametrize("text", TRICKY)
def test_the_tree_is_beautiful_soups_own(text: str) -> None:
    _, soup = parse(text, 0)
    assert soup == BeautifulSoup(text, "html.parser")


TOKENS = (
    "<p>|</p>|<li>|<ul>|</ul>|<td>|<tr>|</table>|<b>|</b>|<br>|&lt;|&amp;|&#8805;|&nbsp;|&|<|>|\\.|\\<|<!--x-->|<h1>|</h1>|a|b1|é"
    "|\n|\r\n|\xa0|<script>|</script>|<a href='#'>|</a>|&bogus;|&#0;|<![CDATA[x]]>|<?pi?>|</nosuch>| "
)
MARKUP = st.lists(st.sampled_from(TOKENS.split("|")), max_size=40).map("".join)


@given(MARKUP)
@settings(max_examples=300, deadline=None)
def test_html_pieces_of_any_markup(text: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        source = Source("a.html", text)
        for block in html_reader.read(source).blocks:
            spans = [piece.span for piece in block.passage.pieces]
            assert spans == sorted(spans)
            assert all(0 <= span.start <= span.end <= len(text) for span in spans)
            assert "".join(piece.text for piece in block.passage.pieces) == block.passage.decoded
        assert parse(text, 0)[1] == BeautifulSoup(text, "html.parser")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=20,
)


@given(JSON, st.booleans(), st.sampled_from([None, 1]))
@settings(max_examples=300, deadline=None)
def test_every_json_value_is_located(value: object, ascii_only: bool, indent: int | None) -> None:
    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    tree = json_reader.read(Source("a.json", f"  {text}\n"))

    def look(inner: object, path: tuple[str | int, ...]) -> None:
        span = json_reader.locate(tree.source.text, 0, path)
        assert json.loads(tree.source.text[span.start : span.end]) == inner
        if isinstance(inner, str):
            passage = tree.passage(path, inner, "x", markup=True)
            rebuilt = "".join(json.loads(f'"{tree.source.text[piece.span.start : piece.span.end]}"') for piece in passage.pieces)
            assert rebuilt == inner
        for key, each in inner.items() if isinstance(inner, dict) else enumerate(inner) if isinstance(inner, list) else ():
            look(each, (*path, key))

    look(value, ())


def test_a_markup_field_is_unescaped_and_an_edit_escaped() -> None:
    source = Source("a.json", r'{"a": "Age \\< 5 \u2264 \"x\""}')
    tree = json_reader.read(source)
    passage = tree.passage(("a",), tree.value["a"], "a", markup=True)
    assert passage.decoded == 'Age < 5 ≤ "x"'
    edit = passage.replace(4, 5, "> [b]")
    assert edit is not None
    assert (edit.old, edit.text) == (r"\\<", r"\\> \\[b\\]")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('a: "x\\u2265y \\"q\\" \\\n  z"\n', 'x≥y "q" z'),
        ("a: 'it''s\n  folded'\n", "it's folded"),
        ("a: |\n  one\n    two\n\n  three\n", "one\n  two\n\nthree\n"),
        ("a: >\n  folded\n  text\n\n  para\n", "folded text\npara\n"),
        ("a: plain\n  text\n", "plain text"),
        ('a: "one\r\r\n  two"\n', "one\ntwo"),
    ],
)
def test_yaml_scalars_are_traced(text: str, value: str) -> None:
    source = Source("a.yaml", text)
    tree = yaml.read(source)
    assert tree.value["a"] == value
    passage = tree.passage(("a",), value, "a")
    words = {
        word: source.text[passage.span_of(at, at + len(word)).start :][: len(word)]
        for word in ("o", "t")
        if (at := value.find(word)) >= 0
    }
    assert all(word == found for word, found in words.items())
    assert "".join(piece.text for piece in passage.pieces) == value
    assert len(list(passage.pieces)) > 1


def test_markdown_marks_are_left_out_and_escapes_decoded() -> None:
    text = "\r\n".join(
        (
            "# A *title* ##",
            "",
            '> Some `code`, [a link](http://x.y "t") \\< 5',
            "> and **bold** &ge; 3",
            "",
            "- one",
            "  - two",
            "",
            "| a | b \\| c |",
            "|---|---|",
            "| d | e |",
        )
    )
    source = Source("a.md", text)
    blocks = markdown.read(source).blocks
    assert [block.passage.decoded for block in blocks] == [
        "A title",
        "Some code, a link < 5 and bold ≥ 3",
        "one",
        "two",
        "a",
        "b | c",
        "d",
        "e",
    ]
    assert [block.kind for block in blocks] == ["heading", "paragraph", "item", "item", "cell", "cell", "cell", "cell"]
    for block in blocks:
        first = block.passage.span_of(0, 1)
        assert source.text[first.start : first.end] == block.passage.decoded[0]


def trial(name: str, text: str) -> TrialPage:
    return next(iter(reading.read(Source(name, text))))


INCLUSION = ["Age 18 years or older", "Asthma for at least 1 year"]
EXCLUSION = ["Pregnant or breast-feeding women"]


def written() -> dict[str, str]:
    inclusion, exclusion = ("".join(f"<li>{each}</li>" for each in texts) for texts in (INCLUSION, EXCLUSION))
    lines = "Inclusion Criteria:\n\n" + "".join(f"* {each}\n" for each in INCLUSION)
    lines += "\nExclusion Criteria:\n\n" + "".join(f"* {each}\n" for each in EXCLUSION)
    study = {
        "protocolSection": {"identificationModule": {"nctId": "NCT01234567"}, "eligibilityModule": {"eligibilityCriteria": lines}}
    }
    return {
        "a.html": f"<h1>NCT01234567</h1><h2>Inclusion criteria</h2><ul>{inclusion}</ul>"
        f"<h2>Exclusion criteria</h2><ul>{exclusion}</ul>",
        "a.txt": f"NCT01234567\n\n{lines}",
        "a.md": "# NCT01234567\n\n"
        + lines.replace("Inclusion Criteria:", "## Inclusion Criteria").replace("Exclusion Criteria:", "## Exclusion Criteria"),
        "a.json": json.dumps(study),
        "a.yaml": "nct_id: NCT01234567\neligibility: |\n" + "".join(f"  {line}\n" for line in lines.split("\n")),
    }


@pytest.mark.parametrize("name", written())
def test_one_trial_in_every_format_has_the_same_criteria(name: str) -> None:
    page = trial(name, written()[name])
    assert page.trial_id == "NCT01234567"
    assert [each.text for each in page.criteria if each.kind == "inclusion"] == INCLUSION
    assert [each.text for each in page.criteria if each.kind == "exclusion"] == EXCLUSION
    for each in page.criteria:
        raw = page.source.text[each.passage.span.start : each.passage.span.end]
        assert raw == each.passage.decoded
