"""A small run to report: files with everything that is awkward to print, checked by the engine with one rule of our own."""

from __future__ import annotations

import dataclasses
import datetime
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from triallint import engine, reporters
from triallint.finding import Confidence, Finding, Fix, Label, Safety, Severity
from triallint.reporters import Look
from triallint.result import FileResult
from triallint.rule import Rule
from triallint.selection import Active
from triallint.source import FILE_START, Edit, Position, Source, Span

TODAY = datetime.date(2026, 11, 23)
LOOK = Look(version="1.2.3", today=TODAY)


@dataclass(frozen=True)
class Says:
    """A finding of the rule below. Numbers are those of the marked places: ⟦the first is 0⟧."""

    at: int
    message: str
    severity: Severity = Severity.WARNING
    related: tuple[tuple[int, str], ...] = ()
    fix: tuple[tuple[int, str], ...] = ()
    safety: Safety = Safety.SAFE
    help: str = field(default="Write it as the protocol has it.")


def checked(name: str, marked: str, *says: Says, base: Position = FILE_START) -> FileResult:
    """The result of a text in which ``⟦ ⟧`` mark the places the findings speak of."""
    text, spans = unmarked(marked)

    def label(at: int, message: str = "") -> Label:
        return Label(spans[at], text[spans[at].start : spans[at].end], message)

    def finding(one: Says) -> Finding:
        edits = tuple(Edit(spans[at], label(at).excerpt, new) for at, new in one.fix)
        return Finding(
            rule=RULE.name,
            code=RULE.code,
            message=one.message,
            primary=label(one.at),
            field="eligibility",
            confidence=Confidence.HIGH,
            severity=one.severity,
            help=one.help,
            related=tuple(label(at, message) for at, message in one.related),
            fix=Fix("Write what is meant.", edits, one.safety) if edits else None,
        )

    rule = dataclasses.replace(RULE, check=lambda *_: [finding(one) for one in says])
    active = [Active(each, None, None, False) for each in (rule, RECORDS_ONLY)]
    return engine.check_file(Source(name, text, base=base), active, TODAY, name)


def unmarked(text: str) -> tuple[str, list[Span]]:
    spans = []
    while "⟦" in text:
        start = text.index("⟦")
        text = text.replace("⟦", "", 1)
        end = text.index("⟧")
        text = text.replace("⟧", "", 1)
        spans.append(Span(start, end))
    return text, spans


RULE = Rule(
    name="wording-differs",
    code="TRM901",
    what="The wording differs.",
    why="A reader takes it for something else.",
    do="Write it as the protocol has it.",
    examples=(),
)
RECORDS_ONLY = dataclasses.replace(RULE, name="wording-absent", code="TRM902", pages=None)

HTML = """<!doctype html>\r
<title>⟦⟧NCT01000001</title>\r
<ul>\r
\t<li>No\tvaccine within 1 ⟦months⟧ before screening.</li>\r
\t<li>⟦Moderate asthma.⟧</li>\r
\t<li>Severe asthma.</li>\r
\t<li>⟦Moderate asthma.⟧</li>\r
</ul>\r
"""

TEXT = (
    "NCT01000002\n\n"
    "Inclusion Criteria\n\n"
    "患者さん (ｐａｔｉｅｎｔｓ) aged ⟦18 years⟧ or older, not ⟦twenty⟧\n"
    "Cafe\u0301 cre\u0300me, nai\u0308ve ⟦pa\u0301tients⟧, ☎️ 👩‍⚕️ 👍 ⟦call us⟧\n"
    "Hidden \x1b[31mred\x1b]0;title\x07 and \u202eesrever\u2069, \u200bzero\u2028⟦w\x1bide\x9b⟧\r and \ud800 on\n"
    f"{'A long way before it, ' * 40}⟦the fault⟧{', and a long way after it' * 40}\n"
    f"Short, then ⟦a very long fault{' that goes on and on' * 30}⟧\n"
    "  - Takes ⟦part in\n"
    "    another study\n"
    "    of this drug⟧ now\n"
    "Accent alone: e⟦\u0301⟧.\n"
)

RECORD = '{"protocolSection": {"identificationModule": {"nctId": "%s", "briefTitle": "Asthma \\u2265 ⟦18 Years⟧"}}}\n'


def _html() -> FileResult:
    line = "\t<li>Moderate asthma.</li>\r\n"
    result = checked(
        "site/NCT01000001.html",
        HTML,
        Says(0, "No review date.", Severity.INFO),
        Says(1, "After 1 it is 'month', not 'months'.", fix=((1, "month"),)),
        Says(3, "This item stands twice.", Severity.ERROR, ((2, "the first one"),), ((3, ""),), Safety.UNSAFE),
    )
    *others, last = result.findings  # its repair takes out the whole line; marked places cannot be nested
    assert last.fix is not None
    start = last.fix.edits[0].start - len("\t<li>")
    whole = dataclasses.replace(last.fix.edits[0], start=start, end=start + len(line), old=line)
    last = dataclasses.replace(last, fix=dataclasses.replace(last.fix, edits=(whole,)))
    return dataclasses.replace(result, findings=(*others, last), suppressed=1, baselined=2)


def _text() -> FileResult:
    many = tuple((at, f"place {at}") for at in (0, 2, 4, 5, 7))
    return checked(
        "site/NCT01000002.txt",
        TEXT,
        Says(1, "'twenty' is not 18.", related=((0, "the limit above"),), fix=((1, "eighteen"),)),
        Says(2, "A stray accent in 'pa\u0301tients'.", fix=((2, "patients"), (3, "phone us"))),
        Says(3, "Who is \u201cus\u201d?"),
        Says(
            4, "Control characters: \x1b[2J, \x9b, \u202e and\na new line.", Severity.ERROR, fix=((4, "wide"),), help="\x1b[1mNo"
        ),
        Says(5, "Far to the right.", fix=((5, "the repair"),), safety=Safety.UNSAFE),
        Says(6, "Too long."),
        Says(7, "More than a line.", related=many, fix=((7, "part in\n    two studies"),)),
        Says(8, "An accent of its own."),
    )


def _records() -> Iterator[FileResult]:
    """A file of one record a line comes in parts."""
    at = FILE_START
    for numbers in (("NCT02000001", "NCT02000002"), ("NCT02000003",)):
        block = "".join(RECORD % number for number in numbers)
        says = (Says(0, "It is '18 years'.", fix=((0, "18 years"),)),)
        lines = [
            checked("site/records.ndjson", RECORD % each, *says, base=_moved(at, RECORD, k)) for k, each in enumerate(numbers)
        ]
        findings = tuple(each for line in lines for each in line.findings)
        yield dataclasses.replace(lines[0], pages=len(numbers), findings=findings)
        at = Position(at.line + len(numbers), 1, at.offset + len(unmarked(block)[0]))


def _moved(at: Position, record: str, lines: int) -> Position:
    length = len(unmarked(record % "NCT00000000")[0])
    return Position(at.line + lines, 1, at.offset + lines * length)


def results() -> list[FileResult]:
    """The run."""
    broken = engine.check_file(Source("site/broken.json", '{"protocolSection": \n  {"a": }'), [], TODAY)
    readme = engine.check_file(Source("site/READ\x1bME.txt", "How to build the site.\n"), [], TODAY)
    return [_html(), _text(), readme, broken, *_records()]


def written(name: str, given: Iterable[FileResult], **look: Any) -> str:
    """What a format makes of results."""
    out = io.StringIO(newline="")
    reporters.load(name)(given, out, dataclasses.replace(LOOK, **look))
    return out.getvalue()
