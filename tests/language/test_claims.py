from __future__ import annotations

import pytest

from triallint.language import claims
from triallint.passage import Pattern
from triallint.reading import read
from triallint.source import Source

WORKS = Pattern(r"works\b", "works")


def page(body: str):
    return next(iter(read(Source("NCT01234567.html", f"<h1>A study</h1><h2>About this study</h2>{body}"))))


@pytest.mark.parametrize("subject", ["This drug", "Our new cell therapy", "The study drug", "Examplumab"])
def test_what_is_studied_is_known_by_its_names(subject: str) -> None:
    shown = "<dl><dt>Drugs / interventions</dt><dd>Examplumab</dd></dl>"
    found = list(claims.of_article(page(f"<p>{subject} works in gout.</p>{shown}"), WORKS))
    assert [each.hit["subject"] for each in found] == [subject]


def test_what_others_take_is_not_what_is_studied() -> None:
    assert not list(claims.of_article(page("<p>The usual drug works in gout.</p>"), WORKS))


@pytest.mark.parametrize("source", ["[3]", "(Doe, 2019)", "Doe et al.", "<a href='https://x.example'>report</a>"])
def test_sources(source: str) -> None:
    shown = page(f"<p>This drug works in gout {source} today.</p>")
    assert [claims.is_sourced(shown, each.sentence) for each in claims.said(shown, WORKS)] == [True]
