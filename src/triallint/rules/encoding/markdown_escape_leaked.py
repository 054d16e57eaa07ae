"""``1\\.`` on a page: the registry's Markdown escapes, shown to the reader."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from triallint.finding import Finding, Safety, fix
from triallint.page import TrialPage
from triallint.passage import Passage, Pattern, Piece
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule
from triallint.source import Edit

rule = Rule(
    name="markdown-escape-leaked",
    code="ENC001",
    what="A backslash of the registry's Markdown notation stands in the text.",
    why="The page looks broken, and a reader may take the backslash before a sign for part of the value.",
    do="Undo the escapes of the registry's markup fields when the page is built.",
    records=None,
    english=False,
    citations=(Citation("ClinicalTrials.gov API v2, OpenAPI: markup fields are in Markdown", read="2026-11-23"),),
    measured=(
        Measured("143 saved web pages", rate=0, right=0, read=0),
        Measured("2,919 registry texts set as pages, as sites copy them", rate=408.5, right=45, read=45),
        Measured("the seed page", rate=2100, right=21, read=21),
    ),
    examples=(
        Bad("<p>NCT01234567</p><p>⟦1\\.⟧ Age 18 or older</p>", fixed="<p>NCT01234567</p><p>1. Age 18 or older</p>"),
        Bad(
            "NCT01234567\n\n* ⟦1\\.⟧ Age \n* ⟦2\\.⟧ BMI ⟦\\>⟧ 30 10⟦\\^⟧9 ⟦\\[1\\]⟧ HER2⟦\\_⟧low",
            fixed="NCT01234567\n\n* 1. Age \n* 2. BMI > 30 10^9 [1] HER2_low",
            format="txt",
        ),
        Bad("<p>NCT01234567</p><p>eGFR ⟦\\&lt;⟧ 60</p>", fixed="<p>NCT01234567</p><p>eGFR &lt; 60</p>"),
        Bad("# Trial NCT01234567\n\n⟦1\\\\.⟧ Age", fixed="# Trial NCT01234567\n\n1\\. Age", format="md"),
        Bad("<p>NCT01234567</p><p>⟦**Who can join**⟧ Adults</p>", fixed="<p>NCT01234567</p><p>Who can join Adults</p>"),
        Good("# Trial NCT01234567\n\n1\\. Age \\< 18 and **more** \\*", format="md"),
        Good('{"protocolSection": {"eligibilityModule": {"eligibilityCriteria": "1\\\\. Age \\\\< 18"}}}', format="json"),
        Good("<p>NCT01234567</p><p>Where \\(k = \\frac{1}{2}\\) and \\[x^2\\]; C:\\Temp; +\\- 2; Drug** A, Drug** B **</p>"),
    ),
)
_MARKS = frozenset("\\`*_{}[]()#+-.!<>~|&^")
_FORMULA = re.compile(r"\\[a-zA-Z]{2}|\\\([^()]*[=^_][^()]*\\\)|\\\[[^\[\]]*[=^_][^\[\]]*\\\]")  # LaTeX, not Markdown
_LIST_NUMBER = re.compile(r"(?<!\S)\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})$")
_BOLD = Pattern(r"(?<![\w*])(?P<open>\*\*)(?=[\w(])[^*\n]{1,200}(?<=[\w).:!?])(?P<close>\*\*)(?![\w*])", "**")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Find the escapes that pieces of the text still show; the fix takes off the backslashes of one word."""
    if "\\" in page.source.text:
        for passage in page.passages:
            if passage.role != "furniture":
                yield from _in_passage(page, passage)
    if page.format == "html":
        for hit in page.find(_BOLD):
            repair = fix("Take off the asterisks.", hit.replace("", "open"), hit.replace("", "close"), safety=Safety.SAFE)
            yield rule.finding(hit.place(), "Markdown's ** is shown to the reader instead of bold text.", fix=repair)


def _in_passage(page: TrialPage, passage: Passage) -> Iterator[Finding]:
    span = passage.span
    raw = page.source.text[span.start : span.end]
    if "\\" not in raw or _FORMULA.search(raw) or _in_front_matter(page, span.start):
        return
    escapes = _escapes(page, passage)
    for _, group in itertools.groupby(escapes, lambda each: _word_start(passage.text, each[0])):
        run = list(group)
        first, last = run[0][0], run[-1][0]
        number = _LIST_NUMBER.search(passage.text, max(0, first - 5), first) if run[0][1].text in ".)\\" else None
        place = passage.slice(number.start() if number else first, last + len(run[-1][1].text) + (page.format == "markdown"))
        edits = (_without_backslash(page, piece) for _, piece in run)
        shown = page.source.text[place.span.start : place.span.end]
        repair = fix("Take off the backslash.", *edits, safety=Safety.SAFE)
        yield rule.finding(place, f"The page shows {shown}: the backslash is the registry's notation, not text.", fix=repair)


def _in_front_matter(page: TrialPage, at: int) -> bool:
    text = page.source.text
    return page.format == "markdown" and text.startswith("---") and text.find("\n---", 3, at) < 0


def _escapes(page: TrialPage, passage: Passage) -> Iterator[tuple[int, Piece]]:
    """The decoded escapes with their offsets; in Markdown, whose own escapes are right, the escaped backslashes before a mark."""
    at = 0
    for piece in passage.pieces:
        raw = page.source.text[piece.span.start : piece.span.end]
        after = passage.text[at + 1 : at + 2]
        if page.format == "markdown":
            leaked = raw == "\\\\" and after in _MARKS
        else:
            leaked = raw[:1] == "\\" and len(raw) > len(piece.text)
        if leaked and not (piece.text == "-" and passage.text[max(0, at - 1) : at] == "+"):
            yield at, piece
        at += len(piece.text)


def _word_start(text: str, at: int) -> int:
    return max(text.rfind(" ", 0, at), text.rfind("\n", 0, at))


def _without_backslash(page: TrialPage, piece: Piece) -> Edit:
    old = page.source.text[piece.span.start : piece.span.end]
    return Edit(piece.span, old, old[1:])
