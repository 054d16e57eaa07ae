"""Every example of every rule: exact places, silence where it is due, fixes that do what they say and then nothing."""

from __future__ import annotations

import datetime

import pytest

from triallint import config, engine, fixing, rules, selection
from triallint.result import FileResult
from triallint.rule import Bad, Good, Rule
from triallint.source import Source

TODAY = datetime.date(2026, 11, 23)

CASES = [
    pytest.param(rule, example, id=f"{rule.name}-{at}") for rule in rules.every() for at, example in enumerate(rule.examples)
]


def checked(rule: Rule, source: Source) -> FileResult:
    active = selection.active(config.Settings(select=(rule.name,)))
    if rule.family == "suppressions":  # a suppression is only judged against rules that ran
        active = selection.active(config.Settings(extend_select=(rule.name,)))
    return engine.check_file(source, active, TODAY)


def unmarked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without ``⟦ ⟧`` and the spans they enclosed."""
    spans = []
    while "⟦" in text:
        start = text.index("⟦")
        text = text.replace("⟦", "", 1)
        end = text.index("⟧")
        text = text.replace("⟧", "", 1)
        spans.append((start, end))
    return text, spans


def source_of(example: Good | Bad, text: str) -> Source:
    return Source(f"NCT01234567.{example.format}", text)


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_example(rule: Rule, example: Good | Bad) -> None:
    text, expected = unmarked(example.text)
    result = checked(rule, source_of(example, text))
    assert result.status == "checked" or rule.name == "unreadable-input", "the example is not read as a trial"
    assert not [each.message for each in result.findings if each.rule == "rule-crashed" != rule.name]
    found = [(each.place.start.offset, each.place.end.offset) for each in result.findings if each.rule == rule.name]
    shown = [text[start:end] for start, end in found]
    assert found == expected, f"found {shown}, expected {[text[start:end] for start, end in expected]}"


@pytest.mark.parametrize(("rule", "example"), [case for case in CASES if isinstance(case.values[1], Bad)])
def test_fix(rule: Rule, example: Bad) -> None:
    text, _ = unmarked(example.text)
    done = fixing.fix(source_of(example, text), lambda source: checked(rule, source), lambda each: each.rule == rule.name)
    assert not done.refused
    assert done.text == (text if example.fixed is None else example.fixed)
    again = fixing.fix(source_of(example, done.text), lambda source: checked(rule, source), lambda _: True)
    assert again.text == done.text, "fixing a second time changes something"
