"""Which format a source is in."""

from __future__ import annotations

import pytest

from triallint import reading
from triallint.source import Source


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.html", "html"),
        ("a.HTM", "html"),
        ("b/a.xhtml", "html"),
        ("a.md", "markdown"),
        ("a.b.markdown", "markdown"),
        ("a.txt", "text"),
        ("a.json", "json"),
        ("a.ndjson", "ndjson"),
        ("a.jsonl.gz", "ndjson"),
        ("a.html.gz", "html"),
        ("a.YML", "yaml"),
    ],
)
def test_a_suffix_tells_the_format(name: str, form: str) -> None:
    assert reading.format_of(name, "{") == form


@pytest.mark.parametrize(
    ("head", "form"),
    [
        ("\n<!DOCTYPE html><title>", "html"),
        ("<html lang=en>", "html"),
        ("<p>text", "html"),
        ('<?xml version="1.0"?><html>', "html"),
        ('{"a": 1}', "json"),
        ("[1]", "json"),
        ('{"a": 1}\n{"a": 2}\n', "ndjson"),
        ('{\n"a": 1\n}', "json"),
        ("---\na: 1\n", "yaml"),
        ("---\na: 1\n---\nb: 2\n", "yaml"),
        ("---\na: 1\n---\n- b\n", "yaml"),
        ("---\ntitle: T\n---\n\n# Head\n", "markdown"),
        ("---\r\ntitle: T\r\n...\r\ntext\r\n", "markdown"),
        ("nct_id: NCT01234567\n", "yaml"),
        ("A trial\n\nText", "text"),
        ("< 5 mg", "text"),
        ("", "text"),
    ],
)
@pytest.mark.parametrize("name", ["stdin", "trial", "a.page", "x.gz"])
def test_else_its_beginning_does(name: str, head: str, form: str) -> None:
    assert reading.format_of(name, head) == form


@pytest.mark.parametrize(
    ("name", "text", "form", "kind"),
    [
        ("a.html", "<h1>NCT01234567</h1>", "html", "page"),
        ("a.md", "# NCT01234567\n", "markdown", "page"),
        ("a.txt", "NCT01234567\n", "text", "page"),
        ("a.json", '{"nct_id": "NCT01234567"}', "json", "record"),
        ("a.yaml", "nct_id: NCT01234567\n", "yaml", "record"),
        ("stdin", '{"nct_id": "NCT01234567"}', "json", "record"),
    ],
)
def test_every_format_is_read_into_the_one_model(name: str, text: str, form: str, kind: str) -> None:
    (found,) = reading.read(Source(name, text))
    assert (found.format, found.kind, found.trial_id) == (form, kind, "NCT01234567")
    place = found.fact("trial_id").place.span
    assert text[place.start : place.end] == "NCT01234567"


def test_every_document_of_a_yaml_stream_is_read() -> None:
    text = "nct_id: NCT01234567\n---\nkind: other\n---\nnct_id: NCT01234568\n"
    assert [each.trial_id for each in reading.read(Source("a.yaml", text))] == ["NCT01234567", "NCT01234568"]


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ('<?xml version="1.0"?>\n<!-- a --><study><id>NCT01234567</id></study>', 0),
        ('<?xml version="1.0"?>\n<!DOCTYPE html>\n<!-- a -->\n<HTML><h1>NCT01234567</h1></HTML>', 1),
        ("<?xml version='1.0'?>" + "<!-->" * 2_000, 0),
    ],
)
def test_xml_under_the_name_of_a_page_is_no_page(text: str, pages: int) -> None:
    assert len(list(reading.read(Source("a.html", text)))) == pages
