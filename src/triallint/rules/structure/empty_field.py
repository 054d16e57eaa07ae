"""A label and no value."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from triallint.finding import Finding, Severity
from triallint.language.gathered import gathered
from triallint.page import Tag, TrialPage
from triallint.passage import Passage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

_ROWS = "<h1>NCT01234567</h1><table><tr><td>Phase</td><td>Phase 2</td></tr><tr><td>Sex</td><td>All</td></tr>{}</table><p>End</p>"

rule = Rule(
    name="empty-field",
    code="STR017",
    what="A label stands on the page, and nothing behind it.",
    why="The reader cannot tell whether there is none, whether it is not known yet, or whether it was forgotten.",
    do="Give the value, say that there is none, or leave the row out.",
    pages=Severity.INFO,
    records=None,
    english=False,
    citations=(Citation("editorial judgement"),),
    measured=(
        Measured("143 saved web pages", rate=10.49, right=14, read=15, doubtful=1),
        Measured("792 rows of the WHO's platform, as pages", rate=7.7, right=30, read=30),
    ),
    examples=(
        Bad(_ROWS.format("<tr><td>⟦Trial results⟧</td><td></td></tr><tr><td>Sponsor</td><td>Jo</td></tr>")),
        Bad(_ROWS.format("<tr><th>⟦Start date:⟧</th><td>&nbsp;</td></tr><tr><td>Sponsor</td><td>Jo</td></tr>")),
        Bad("<h1>NCT01234567</h1><dl><dt>Phase</dt><dd>2</dd><dt>Sex</dt><dd>All</dd><dt>⟦Ages⟧</dt><dd></dd><dt>A</dt></dl>"),
        Good(
            _ROWS.format(
                "<tr><td>Logo</td><td><img src=a alt=a></td></tr><tr><td>Find</td><td><input></td></tr><tr><td>A</td></tr>"
            )
        ),
        Good(_ROWS.format("<tr><td>A</td><td>1</td><td>2</td></tr><tr><td>Name</td><td></td><td>3</td></tr><tr><td>B</td></tr>")),
        Good(
            _ROWS.format(
                '<tr><td>Price</td><td id="price"></td></tr><tr><td>Place</td><td><h3>Rome</h3></td></tr><tr><td>B</td></tr>'
            )
        ),
        Good(
            _ROWS.format(
                "<tr><td>D.1</td><td>Drug</td><td>No</td></tr><tr><td>D.1.1</td><td>No.</td><td></td></tr><tr><td>B</td></tr>"
            )
        ),
        Good(_ROWS.format("<tr><td></td><td></td></tr><tr><td>Where</td><td><table><tr><td>Rome</td></tr></table></td></tr>")),
    ),
)

_CELLS = frozenset(("td", "th", "dt", "dd"))
_NESTED = frozenset(("table", "dl"))
_ENDS = _CELLS | _NESTED | frozenset("tr tbody thead tfoot".split())
_SHOWN = frozenset("img input select textarea button svg iframe object embed video audio canvas picture i".split())
_EMPTY = re.compile(
    r"<(?:td|dd)\b[^<>]*>(?:\s|&nbsp;|&#160;|</?(?:p|span|div|br|b|strong|em)\b[^<>]*>)*</(?:td|dd)\b", re.IGNORECASE
)
_CLOSED = re.compile(r"</(?:td|th|dd)\b", re.IGNORECASE)
_NUMBER = re.compile(r"[A-Z]?\.?(?:\d{1,2}\.?){0,5}")
_LABEL = 120  # characters
_FEW = 2  # rows with a value, from which on those without are told
_SHOW = 10  # of many places


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Rows of a label and its value, on pages most of whose rows have one; each label once, in one finding if there are many."""
    if page.format != "html" or not _EMPTY.search(page.source.text):
        return
    empty: dict[str, Passage] = {}
    filled, refused = 0, set()
    for cells in _rows(page):
        number = cells[0].passage.text.strip(" .") if cells and cells[0].passage else ""
        if len(cells) != 2 and not (len(cells) == 3 and number and _NUMBER.fullmatch(number)):
            continue
        label, value = cells[-2].passage, cells[-1]
        filled += not value.is_empty
        if value.passage and value.passage.text.strip().lower() == "no":
            refused.add(number)
        elif value.is_empty and label is not None and len(label) <= _LABEL and number.rpartition(".")[0] not in refused - {""}:
            empty.setdefault(label.text.strip(" :").lower(), label)
    labels = list(empty.values()) if filled >= max(_FEW, len(empty)) else []
    shown, others = gathered(labels)
    related = [(each, "nor behind this") for each in labels[1:_SHOW]] if others else []
    for label in shown:
        more = f"; nor behind {others} others" if others else ""
        yield rule.finding(label, f"Nothing stands behind “{label.text.strip(' :')}”{more}.", related=related)


class _Cell(NamedTuple):
    """A cell: its text, if it is one text, and whether there is nothing in it."""

    passage: Passage | None
    is_empty: bool


def _rows(page: TrialPage) -> Iterator[list[_Cell]]:
    """The cells of each table row, and the terms of lists with what stands behind them; a cell ends where the next one begins."""
    starts = [each.span.start for each in page.passages]
    row: list[_Cell] = []
    begin, is_open, is_shown = 0, False, False
    for tag in page.tags:
        if tag.name not in _ENDS:
            is_shown = is_shown or tag.name in _SHOWN or _is_filled_later(tag)
            continue
        at = tag.place("").span.start
        if is_open:
            first, last = bisect_left(starts, begin), bisect_left(starts, at)
            is_inside = tag.name in _NESTED and not _CLOSED.search(page.source.text, begin, at)
            is_empty = first == last and not is_shown and not is_inside
            row.append(_Cell(page.passages[first] if last == first + 1 else None, is_empty))
        if tag.name in ("tr", "dt"):
            yield row
            row = []
        begin, is_open, is_shown = at, tag.name in _CELLS, _is_filled_later(tag)
    yield row


def _is_filled_later(tag: Tag) -> bool:
    """Whether a script may put something into an element."""
    return any(name == "id" or name.startswith(("data-", "v-", "ng-", ":", "x-")) for name in tag.attributes)
