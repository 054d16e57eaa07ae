"""For any text: nothing that a terminal obeys comes through, and the marks stand under what they mark."""

from __future__ import annotations

import dataclasses
import json
import re
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reporter_samples import LOOK, written

from triallint import reporters
from triallint.finding import Severity
from triallint.reporters.frame import frame
from triallint.reporters.look import Look
from triallint.reporters.printable import clipped, visible, window
from triallint.result import FileResult, Line, Place, Repair, Replacement, Report
from triallint.source import Position

AWKWARD = "\x1b\x07\x9b\x00\r\n\t\u202e\u2066\u200b\u200d\u2028\ufeff\u00ad\ud800\ufe0f\u0301患👍ｗ a\u00a0"
any_text = st.text(st.one_of(st.sampled_from(AWKWARD), st.characters()), max_size=60)
any_line = any_text.map(lambda text: text.replace("\n", " "))
patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
OBEYED = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def columns(char: str) -> int:
    """How wide a terminal draws a character that is fit for it."""
    if unicodedata.category(char) in ("Mn", "Me") or "\u1160" <= char <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1


def place(line: str, start: int, end: int, path: str = "page.html", cut: int = 0) -> Place:
    at = Position(3, start + 1 + cut, 100 + start)
    return Place(path, at, Position(3, end + 1 + cut, 100 + end), line[start:end], "", (Line(3, line, cut),))


@st.composite
def spans(draw: st.DrawFn, lines: st.SearchStrategy[str] = any_line) -> tuple[str, int, int]:
    line = draw(lines)
    start = draw(st.integers(0, len(line)))
    return line, start, draw(st.integers(start, len(line)))


@st.composite
def results(draw: st.DrawFn) -> FileResult:
    line, start, end = draw(spans())
    path = draw(any_text)
    there = place(line, start, end, path)
    old = line[start:end] if draw(st.booleans()) else draw(any_text)
    edit = Replacement(100 + start, 100 + start + len(old), old, draw(any_text))
    far = dataclasses.replace(
        there, start=Position(9, 1, 200), message=draw(any_text), lines=(Line(9, line), Line(12, draw(any_line)))
    )
    report = Report(
        code=draw(any_text),
        rule=draw(any_text),
        family="terms",
        severity=draw(st.sampled_from(Severity)),
        confidence="high",
        message=draw(any_text),
        why=draw(any_text),
        help=draw(any_text),
        place=there,
        trial_id=draw(any_text),
        field=draw(any_text),
        related=(dataclasses.replace(there, message=draw(any_text)), far),
        fix=Repair(draw(any_text), draw(st.sampled_from(["safe", "unsafe"])), (edit,)),
        fingerprint="0",
    )
    return FileResult(path, "ndjson", "checked", pages=2, skipped={draw(any_text): draw(any_text)}, findings=(report,))


@pytest.mark.parametrize("name", reporters.FORMATS)
@patient
@given(result=results(), width=st.integers(1, 300))
def test_nothing_that_a_terminal_obeys_comes_through(name: str, result: FileResult, width: int) -> None:
    plain = written(name, [result], width=width, verbose=True)
    assert not {char for char in plain if unicodedata.category(char) in OBEYED} - {"\n"}
    colored = written(name, [result], width=width, verbose=True, color=True)
    assert re.sub(r"\x1b\[[0-9;]+m", "", colored) == plain
    plain.encode("utf-8")


@patient
@given(result=results())
def test_json_gives_back_every_character(result: FileResult) -> None:
    text = written("json", [result])
    assert text.isascii()
    (read,) = json.loads(text)["findings"]
    (report,) = result.findings
    for told, meant in ((read["message"], report.message), (read["excerpt"], report.place.excerpt), (read["path"], result.path)):
        assert told.encode("utf-16", "surrogatepass") == meant.encode("utf-16", "surrogatepass")


@given(spans(), st.integers(0, 3))
def test_the_marks_stand_under_the_excerpt(given: tuple[str, int, int], cut: int) -> None:
    line, start, end = given
    shown, marks = frame(place(line, start, end, cut=cut), dataclasses.replace(LOOK, width=2000), 1, "^", "error")
    excerpt = "".join(char for char in visible(line[start:end]) if columns(char))
    first, last = marks.index("^"), marks.rindex("^") + 1
    assert marks == f"  | {' ' * (first - 4)}{'^' * (last - first)}"
    at, under = 0, ""
    for char in shown:
        under += char if first <= at < last and columns(char) else ""
        at += columns(char)
    if excerpt:
        assert under == excerpt[: len(under)]
        assert not excerpt[len(under) :].strip()  # white space at a line's end is not printed
    else:
        assert last - first == 1


@given(spans(st.text(st.sampled_from("ab 患e\u0301\t\x1b"), max_size=400)), st.integers(24, 120), st.sampled_from([0, 7]))
def test_a_line_is_cut_to_the_room_there_is_and_the_start_stays_in_view(given: tuple[str, int, int], room: int, cut: int) -> None:
    line, start, end = given
    shown = window(line, start, end, room, cut)
    assert sum(columns(char) for char in shown.text) <= room
    assert shown.left <= start <= shown.right
    assert shown.right > start or start == len(line)
    assert shown.text.startswith("...") == bool(shown.left or cut) or line.startswith("...")
    if shown.left == 0 and cut == 0 and shown.right == len(line):
        assert shown.text == "".join(char for char in visible(line) if char not in "\ufe0e\ufe0f")


@given(any_text, st.integers(10, 60))
def test_clipped(text: str, width: int) -> None:
    assert sum(columns(char) for char in clipped(text, width)) <= width


def test_a_combining_mark_is_not_parted_from_its_letter() -> None:
    shown = window("e\u0301" * 60, 60, 62, 30)
    assert shown.text == "..." + "e\u0301" * 24 + "..."


def test_visible_forms() -> None:
    assert visible("a\x1b[2J\x9b\u202e\u2028\u00ad\ud800\r\n\tb") == r"a\x1b[2J\x9b\u202e\u2028\xad\ud800\r\n" + "    b"
    assert visible("naïve ≥ 患者 👍 cafe\u0301 a\u00a0b") == "naïve ≥ 患者 👍 cafe\u0301 a\u00a0b"


def test_paint_is_nothing_without_colors() -> None:
    assert LOOK.paint("text", "error") == "text"
    assert Look(version="", today=LOOK.today, color=True).paint("text", "error") == "\x1b[1;31mtext\x1b[0m"
