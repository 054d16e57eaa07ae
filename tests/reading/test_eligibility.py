"""Where on a page the eligibility lists are: lists, tables, definitions and bare paragraphs, and where they end."""

from __future__ import annotations

import pytest
from decoding import assert_decodes

from triallint import reading
from triallint.page import Criterion, TrialPage
from triallint.source import Source

HEAD = {"html": "<h1>NCT01234567</h1>", "md": "# NCT01234567\n\n", "txt": "NCT01234567\n\n"}


def page(form: str, text: str) -> TrialPage:
    (found,) = reading.read(Source(f"a.{form}", HEAD[form] + text))
    return found


def lists(found: tuple[Criterion, ...]) -> dict[str, list[object]]:
    shown: dict[str, list[object]] = {}
    for each in found:
        inner = lists(each.children).get(each.kind) if each.children else None
        shown.setdefault(each.kind, []).append([each.text, *inner] if inner else each.text)
    return shown


BOTH = {"inclusion": ["a", "b"], "exclusion": ["c", "d"]}

PAGES = {
    "headings and lists": (
        "html",
        "<h2>Inclusion criteria</h2><ul><li>a<li>b</ul><h2>Exclusion criteria</h2><ol><li>c<li>d</ol><h2>Sites</h2><p>x",
        BOTH,
    ),
    "nested lists": (
        "html",
        "<h3>Inclusion criteria</h3><ul><li>a<ul><li>b<li>c</ul><li>d</ul>",
        {"inclusion": [["a", "b", "c"], "d"]},
    ),
    "bold labels": (
        "html",
        "<p><b>Inclusion Criteria:</b><div>- a</div><div>- b</div><p><b>Exclusion Criteria:</b><p>- c<br>- d",
        BOTH,
    ),
    "typed markers": ("html", "<h3>Inclusion Criteria</h3><p>1. a<br>2. b<h3>Exclusion Criteria</h3><p>1\\. c<p>2\\. d", BOTH),
    "rows of a table": (
        "html",
        "<table><tr><th>Inclusion Criteria<td><ul><li>a<li>b</ul>"
        "<tr><th>Exclusion Criteria<td>1. c<br>2. d<tr><th>Phase<td>2</table>x",
        BOTH,
    ),
    "rows without header cells": (
        "html",
        "<table><tr><td>Inclusion Criteria<td>a<br>b<tr><td>Exclusion Criteria<td>* c<br>* d<tr><td>Sex<td>All</table>",
        {"inclusion": ["a\nb"], "exclusion": ["c", "d"]},
    ),
    "a row below its label": (
        "html",
        "<table><tr><td>E.3<td>Inclusion criteria<tr><td>* a<br>* b"
        "<tr><td>E.4<td>Exclusion criteria<tr><td>* c<br>* d<tr><td>E.5<td>x</table>",
        BOTH,
    ),
    "columns of a table": (
        "html",
        "<table><tr><th>Inclusion Criteria<th>Exclusion Criteria<tr><td>a<td>c<tr><td>b<td>d</table>"
        "<table><tr><th>Sex<td>All</table>",
        BOTH,
    ),
    "lists in columns": (
        "html",
        "<table><tr><td>Inclusion Criteria<td>Exclusion Criteria<tr><td><ul><li>a<li>b</ul><td><ul><li>c<li>d</ul></table><p>x",
        BOTH,
    ),
    "text behind a table": (
        "html",
        "<table><tr><td>Inclusion Criteria<td>a<tr><td>Exclusion Criteria<td>c</table><p>Ask us.",
        {"inclusion": ["a"], "exclusion": ["c"]},
    ),
    "a list behind its label's table": (
        "html",
        "<table><tr><td>Inclusion Criteria</table><ul><li>a<li>b</ul>",
        {"inclusion": ["a", "b"]},
    ),
    "definitions": (
        "html",
        "<dl><dt>Inclusion criteria<dd>* a<br>* b<dt>Exclusion criteria<dd>* c<br>* d<dt>Sex<dd>All</dl>",
        BOTH,
    ),
    "an unlabelled list": (
        "html",
        "<h2>Eligibility</h2><ul><li>a<ul><li>b</ul><li>c</ul><h2>Sites</h2><ul><li>x</ul>",
        {"": [["a", "b"], "c"]},
    ),
    "a menu between": (
        "html",
        "<h2>Inclusion criteria</h2><ul><li>a</ul><nav><ul><li>x</ul></nav><ul><li>b</ul>",
        {"inclusion": ["a", "b"]},
    ),
    "an excerpt and the whole": (
        "html",
        f"<p>Inclusion Criteria: {'long ' * 20}more…<p>Inclusion Criteria: {'long ' * 20}and the end.",
        {"inclusion": [f"{'long ' * 20}more…"]},
    ),
    "a label ends it": ("html", "<p>Inclusion Criteria: a<p>b<p>Sponsor<p>x", {"inclusion": ["a", "b"]}),
    "Markdown": (
        "md",
        "## Eligibility\n\n**Inclusion Criteria**\n\n1. a\n2. b\n\n**Exclusion Criteria:**\n\n* c\n* d\n\n## Contacts\n\n* x\n",
        BOTH,
    ),
    "columns in Markdown": ("md", "| Inclusion Criteria | Exclusion Criteria |\n|---|---|\n| a | c |\n| b | d |\n", BOTH),
    "nested in Markdown": (
        "md",
        "### Inclusion criteria\n\n- a\n  - b\n- c\n\n### Design\n\n- x\n",
        {"inclusion": [["a", "b"], "c"]},
    ),
    "text": ("txt", "Inclusion Criteria\n\n1\\. a\n2\\. b\n\nExclusion Criteria\n\n\\* c\n\\* d\n\nContacts\n\n* x\n", BOTH),
    "none": ("html", "<p>Anyone may join.", {}),
}


@pytest.mark.parametrize(("form", "text", "expected"), PAGES.values(), ids=PAGES)
def test_lists_are_found_whole_and_of_their_kind(form: str, text: str, expected: dict[str, list[object]]) -> None:
    found = page(form, text)
    assert lists(found.criteria) == expected
    for each in found.all_criteria:
        assert_decodes(each.passage, {"html": "html", "md": "markdown", "txt": "text"}[form])


def test_typed_markers_stand_where_they_are_typed_and_others_are_empty() -> None:
    found = page("html", "<h3>Inclusion Criteria</h3><p>1\\. a<ul><li>b</ul>")
    first, second = found.all_criteria
    place = first.marker.span
    assert (found.source.text[place.start : place.end], first.number) == ("1\\.", "1")
    assert (second.marker.text, second.marker.span.start) == ("", second.passage.span.start)
