"""A Cyrillic e in an English word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="homoglyph",
    code="ENC007",
    what="A letter of another script stands in a word, and looks like one of ours.",
    why="A search for the word does not find it, and screen readers stumble.",
    do="Type the word again.",
    pages=Severity.INFO,
    records=Severity.INFO,
    citations=(Citation("Unicode Technical Standard 39: confusable characters", read="2026-11-23"),),
    measured=(
        Measured("2,919 registry records", rate=0.55, right=16, read=16),
        Measured("2,919 records as pages", rate=0.03, right=0, read=0),
        Measured("17,367 eligibility texts", rate=0.03, right=5, read=5),
    ),
    examples=(
        Bad(
            "<h1>A drug</h1><p>NCT01234567</p><p>The ⟦patiеnt⟧ comes twice.</p>",
            fixed="<h1>A drug</h1><p>NCT01234567</p><p>The patient comes twice.</p>",
        ),
        Bad(
            "<h1>A drug</h1><p>NCT01234567</p><p>⟦Аsthma⟧ in adults</p>",
            fixed="<h1>A drug</h1><p>NCT01234567</p><p>Asthma in adults</p>",
        ),
        Good("<h1>A drug</h1><p>NCT01234567</p><p>TNF-α, β-blocker, µg and μg; Больница</p>"),
        Good("<h1>A drug</h1><p>NCT01234567</p><p>IFNα and Δ9-THC</p>"),
    ),
)


_LIKE = dict(
    zip(
        "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0391\u0392\u0395\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a7\u03bf",
        "aeopcyxiABEKMHOPCTXABEHIKMNOPTXo",
        strict=True,
    )
)
_WORD = re.compile(r"[^\W\d_]{2,}")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Words of Latin letters with one that only looks like it; Greek letters that name something look like none of ours."""
    for passage in page.having(_LIKE):
        for found in _WORD.finditer(passage.text):
            word = found[0]
            if (
                any(each in _LIKE for each in word)
                and any(each.isascii() for each in word)
                and sum(each in _LIKE for each in word) < len(word)
            ):
                right = "".join(_LIKE.get(each, each) for each in word)
                if right.isascii():
                    repair = fix("Write it in Latin letters.", passage.replace(*found.span(), right), safety=Safety.UNSAFE)
                    yield rule.finding(passage.slice(*found.span()), f"“{word}” has a letter of another script.", fix=repair)
