"""``&lt; 18`` or ``<sup>`` shown to the reader."""

from __future__ import annotations

import html
from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="html-entity-leaked",
    code="ENC002",
    what="HTML's own notation for a character or a tag stands in the text.",
    why="A reader sees &lt; where a limit should say less than, and may read the limit wrongly or not at all.",
    do="Write the character itself; escape text once, when the page is built.",
    pages=Severity.ERROR,
    records=Severity.ERROR,
    english=False,
    citations=(
        Citation(
            "HTML standard, 13.5: named character references",
            "https://html.spec.whatwg.org/multipage/named-characters.html",
            "2026-11-23",
        ),
    ),
    measured=(
        Measured("2,919 registry records", rate=12.06, right=60, read=60),
        Measured("17,367 eligibility texts", rate=0.07, right=12, read=12),
        Measured("143 saved web pages", rate=0, right=0, read=0),
    ),
    examples=(
        Bad(
            "<p>NCT01234567</p><p>eGFR ⟦&amp;lt;⟧ 60 and age ⟦&amp;#8805;⟧ 18</p>",
            fixed="<p>NCT01234567</p><p>eGFR &lt; 60 and age ≥ 18</p>",
        ),
        Bad("<p>NCT01234567</p><p>heart⟦&amp;nbsp;⟧failure</p>", fixed="<p>NCT01234567</p><p>heart failure</p>"),
        Bad(
            "NCT01234567\n\nChildren⟦&amp;#39;⟧s, grade ⟦&amp;amp;gt;⟧ 1",
            fixed="NCT01234567\n\nChildren's, grade > 1",
            format="txt",
        ),
        Bad("NCT01234567\n\nPSA ⟦&gt⟧ 4, cells ⟦&lt⟧5", fixed="NCT01234567\n\nPSA > 4, cells <5", format="txt"),
        Bad("NCT01234567\n\n10⟦<sup>⟧9</sup>/L", format="txt"),
        Bad("<p>NCT01234567</p><p>Treatment 1⟦&lt;br/&gt;⟧&lt;br/&gt;Treatment 2</p>"),
        Bad(
            '{"nct_id": "NCT01234567", "official_title": "Patients ⟦&gt;⟧ 65 Years of Age"}',
            fixed='{"nct_id": "NCT01234567", "official_title": "Patients > 65 Years of Age"}',
            format="json",
        ),
        Good("<p>NCT01234567</p><p>R&amp;D, Q&amp;A; AT&amp;T; &lt; 18; if BL&lt;LLN or &gt;ULN; &lt;midostaurin&gt;</p>"),
        Good("<p>NCT01234567</p><p>See https://example.org/a?b=1&amp;lt=2&amp;amp;gt=3 and &lt;b1 integrin</p>"),
        Good('{"nct_id": "NCT01234567", "description": "<p>Adults &gt; 18</p>"}', format="json"),
    ),
)
_NAMES = (
    "lt|gt|amp|nbsp|quot|apos|le|ge|ne|plusmn|times|deg|micro|middot|bull|hellip|ndash|mdash|lsquo|rsquo|ldquo|rdquo|reg|copy|trade"
    "|sup1|sup2|sup3|frac12|frac14|frac34|alpha|beta|gamma|delta|mu|eacute|egrave|agrave|aacute|iacute|oacute|uacute|ntilde|ccedil"
    "|[aou]uml|szlig|shy|ensp|emsp|thinsp|zwnj|zwj|asymp|minus|sect|laquo|raquo|euro|pound"
)
_ENTITY = Pattern(rf"(?<![?=&]\w)&(?:amp;)*(?:(?:#\d{{2,6}}|#x[\da-f]{{2,5}}|{_NAMES});|(?:lt|gt|nbsp)(?=\s|\d))", "&")
_TAG = Pattern(
    r"</?(?:p|br|b|i|u|em|strong|sup|sub|ul|ol|li|span|div|font|table|tbody|tr|td|th|h[1-6])(?:\s[^<>]{0,200})?\s?/?>", "<"
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Find references and tags that are shown; the fix writes the character a reference stands for."""
    tagged: set[int] = set()
    for hit in page.find(_TAG):
        if id(hit.passage) not in tagged:
            tagged.add(id(hit.passage))
            if page.profile != "generic" or page.format in ("html", "text"):
                yield rule.finding(hit.place(), f"The tag {hit[0]!r} is shown to the reader instead of doing its work.")
    for hit in page.find(_ENTITY):
        if page.kind == "record" and page.profile == "generic" and id(hit.passage) in tagged:
            continue  # a site's own field, written in HTML
        meant = _meant(hit[0])
        repair = fix(f"Write {meant!r}.", hit.replace(meant), safety=Safety.SAFE)
        yield rule.finding(hit.place(), f"{hit[0]!r} is shown to the reader where {meant!r} is meant.", fix=repair)


def _meant(entity: str) -> str:
    for _ in range(4):
        entity = html.unescape(entity)
    return " " if entity == "\u00a0" else entity
