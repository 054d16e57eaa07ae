"""Check one source: isolation, precedence, policy, suppressions, and an honest account."""

from __future__ import annotations

import copy
import dataclasses
import datetime
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from triallint import config, engine, fixing, rules, selection
from triallint.config import Settings
from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.reading import SUFFIXES
from triallint.result import FileResult
from triallint.rule import Context, Rule
from triallint.selection import Active
from triallint.source import Source, Unreadable, decode

TODAY = datetime.date(2026, 11, 23)
PAGE = "<h1>NCT01234567</h1>\n<p>within 1 months before</p>\n<p>within 1 weeks after</p>\n"
RULE = "singular-unit-after-one"


def check(text: str, name: str = "a.html", **given: object) -> FileResult:
    chosen = {"select": (RULE,), **given}
    return engine.check_file(Source(name, text), selection.active(Settings(**chosen)), TODAY)  # type: ignore[arg-type]


def names(result: FileResult) -> list[str]:
    return [each.rule for each in result.findings]


def broken(page: TrialPage, context: Context) -> Iterator[Finding]:
    raise RuntimeError("the rule's own fault")
    yield


def with_check(rule: Rule, function: object) -> Active:
    return Active(dataclasses.replace(rule, check=function), None, None, True)  # type: ignore[arg-type]


def test_a_rule_that_fails_is_one_finding_and_the_others_go_on() -> None:
    known = rules.by_name()
    active = [with_check(known["repeated-word"], broken), with_check(known[RULE], known[RULE].check)]
    result = engine.check_file(Source("a.html", PAGE), active, TODAY)
    assert names(result).count("rule-crashed") == 1
    assert names(result).count(RULE) == 2
    assert result.failed
    message = next(each.message for each in result.findings if each.rule == "rule-crashed")
    assert "repeated-word" in message
    assert "the rule's own fault" in message


def test_a_rule_yields_where_a_better_one_speaks() -> None:
    known = rules.by_name()
    weak = with_check(dataclasses.replace(known["repeated-word"], yields_to=(RULE,)), known[RULE].check)
    strong = with_check(known[RULE], known[RULE].check)
    alone = engine.check_file(Source("a.html", PAGE), [weak], TODAY)
    assert len(alone.findings) == 2
    assert names(engine.check_file(Source("a.html", PAGE), [weak, strong], TODAY)) == [RULE] * 4


def test_severities_by_name_come_before_those_by_family() -> None:
    result = check(PAGE, severity={"spelling": "info", RULE: "error"})
    assert {each.severity for each in result.findings} == {Severity.ERROR}
    assert {each.severity for each in check(PAGE, severity={"SPL": "info"}).findings} == {Severity.INFO}


def test_rules_for_english_are_skipped_in_other_languages_and_told() -> None:
    result = check(PAGE.replace("<h1>", "<html lang=es><h1>"), select=(RULE, "mojibake"))
    assert not result.findings
    assert result.skipped[RULE] == "the text is not in English"
    assert "mojibake" not in result.skipped
    assert result.rules_run == 1


@pytest.mark.parametrize(
    ("comment", "left"),
    [
        (f"<!-- triallint: disable-next-line={RULE} -- why -->", 1),
        ("<!-- triallint: disable-next-line=SPL003 -- why -->", 1),
        ("<!-- triallint: disable-next-line=spelling -- why -->", 1),
        (f"<!-- triallint: disable-file={RULE} -- why -->", 0),
        (f"<!-- triallint: disable={RULE} -- why -->", 0),
        (f"<!-- triallint: disable-next-line={RULE} until=2026-11-22 -- why -->", 2),
        ("<!-- triallint: disable-next-line=mojibake -- why -->", 2),
    ],
)
def test_suppressions(comment: str, left: int) -> None:
    result = check(PAGE.replace("<p>", f"{comment}\n<p>", 1), select=(RULE, "mojibake"))
    assert names(result).count(RULE) == left
    assert result.suppressed == 2 - left


def test_a_stretch_is_closed_by_enable() -> None:
    text = PAGE.replace("<p>", f"<!-- triallint: disable={RULE} -->\n<p>", 1).replace(
        "</p>\n", f"</p><!-- triallint: enable={RULE} -->\n", 1
    )
    assert len(check(text).findings) == 1


def test_a_suppression_in_yaml_and_front_matter() -> None:
    text = f"# triallint: disable-file={RULE} -- old\nnct_id: NCT01234567\neligibility: within 1 months\n"
    assert not check(text, "a.yaml").findings
    assert not check(f"---\n{text}---\n# Title\n\nwithin 1 weeks\n", "a.md").findings
    assert len(check("nct_id: NCT01234567\neligibility: 'within 1 months # triallint: disable-file'\n", "a.yaml").findings) == 1


def test_lines_of_ndjson_keep_the_file_s_places() -> None:
    study = json.dumps({"protocolSection": {"identificationModule": {"nctId": "NCT01234567", "briefTitle": "≥ 1 months"}}})
    text = f"{study}\n\n{{\n{study}"
    result = check(text, "a.ndjson")
    places = [(each.rule, each.place.start.line) for each in result.findings]
    assert places == [(RULE, 1), ("unreadable-input", 3), (RULE, 4)]
    assert all(text[each.place.start.offset : each.place.end.offset] == "months" for each in result.findings if each.rule == RULE)
    assert result.failed
    assert result.pages == 2


def test_a_fingerprint_survives_what_moves_around_it() -> None:
    before = {each.fingerprint for each in check(PAGE).findings}
    after = {each.fingerprint for each in check(PAGE.replace("<p>", "<p>New.</p>\n\n<p>", 1)).findings}
    assert before == after
    assert len(before) == 2


@pytest.mark.parametrize("text", ['{"name": "site"}', "[1, 2]", '{"title": "Post", "status": "draft", "description": "x"}'])
def test_other_data_is_no_trial(text: str) -> None:
    assert check(text, "a.json").status == "not a trial"


def test_a_page_that_mentions_a_trial_is_none() -> None:
    assert check("<h1>Our blog</h1><p>We wrote about NCT01234567 last week, and about 1 months.</p>").status == "not a trial"


SUFFIX = st.sampled_from(sorted(SUFFIXES))
WORDS = ["NCT01234567", "Inclusion Criteria:", "within 1 months", "Guardians agrees", "the the", "≥ 109/L", "ULN", "30 ML", "â‰¥"]
MARKS = [
    "<p>",
    "</li>",
    "<ul>",
    "{",
    "}",
    '"a":',
    "[",
    ",",
    "---\n",
    "# ",
    "|",
    "\\.",
    "&lt;",
    "key: value\n",
    "> ",
    "`",
    '"',
    "'",
]
SIGNS = ["\n* ", "\r\n", "\u200b", "\x00", "\ud7ff", "🙂", "\t", "<!-- triallint: disable -->"]
FRAGMENTS = st.sampled_from([*WORDS, *MARKS, *SIGNS])


@given(st.lists(FRAGMENTS, max_size=30).map("".join), SUFFIX)
@settings(max_examples=400, deadline=None)
def test_any_text_gives_an_account_with_places_inside_it(text: str, suffix: str) -> None:
    try:
        source = decode(text.encode("utf-8"), f"NCT01234567{suffix}")
    except Unreadable:
        return
    result = engine.check_file(source, ALL, TODAY)
    assert "rule-crashed" not in names(result), [each.message for each in result.findings]
    for each in result.findings:
        for place in (each.place, *each.related):
            assert 0 <= place.start.offset <= place.end.offset <= len(source.text)
        if each.fix:
            assert all(source.text[edit.start : edit.end] == edit.old for edit in each.fix.edits)
    assert [each.order for each in result.findings] == sorted(each.order for each in result.findings)


@given(st.lists(FRAGMENTS, max_size=20).map("".join), SUFFIX)
@settings(max_examples=150, deadline=None)
def test_fixing_settles_and_leaves_the_rest_alone(text: str, suffix: str) -> None:
    try:
        source = decode(text.encode("utf-8"), f"NCT01234567{suffix}")
    except Unreadable:
        return
    done = fixing.fix(source, lambda one: engine.check_file(one, ALL, TODAY), lambda _: True)
    again = fixing.fix(
        dataclasses.replace(source, text=done.text), lambda one: engine.check_file(one, ALL, TODAY), lambda _: True
    )
    assert again.text == done.text or done.refused or len(done.repaired) >= fixing.MOST_PASSES


ALL = selection.active(Settings(select=("ALL",)))


def test_a_fix_that_does_harm_is_left_out_and_the_others_are_made(tmp_path: Path) -> None:
    (tmp_path / "triallint.toml").write_text(
        'select = ["no-drug", "no-medicine", "unit-spacing"]\n[severity]\nno-medicine = "error"\n'
        '[[custom-rules]]\nname = "no-drug"\nkind = "prefer"\nterms = ["drug"]\nprefer = "medicine"\nfix = "safe"\n'
        '[[custom-rules]]\nname = "no-medicine"\nterms = ["medicine"]\n',
        "utf-8",
    )
    active = selection.active(config.load(tmp_path / "triallint.toml"))
    source = Source("NCT01234567.html", "<h1>A</h1><p>A drug of 10mg a day</p>")
    done = fixing.fix(source, lambda one: engine.check_file(one, active, TODAY), lambda _: True)
    assert done.text == "<h1>A</h1><p>A drug of 10 mg a day</p>"
    assert done.refused == "no-drug was not fixed, for the fixed text would have a new error (no-medicine)"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('ignroe = ["x"]', ["ignroe", "did you mean 'ignore'"]),
        ('ignore = "singular-unit-after-won"', ["did you mean 'singular-unit-after-one'"]),
        ("fail-on = 3", ["fail-on should be text"]),
        ('fail-on = "always"', ["one of error, warning, info, never"]),
        ('[severity]\n"unit-case" = "bad"', ["severity of unit-case"]),
        ("[rules.last-reviewed-stale]\nwarn-dayz = 3", ["did you mean 'warn-days'"]),
        ("[rules.last-reviewed-stale]\nwarn-days = 0", ["at least 1"]),
        ('[rules.last-reviewed-stale]\nwarn-days = "many"', ["should be like 180"]),
        ("[rules.unit-case]\nx = 1", ["no options"]),
        ('extend = "strictest"', ["neither a preset nor a file", "did you mean 'strict'"]),
        ("[[overrides]]\nignore = []", ["files"]),
        ("ignore = [", ["not valid TOML"]),
    ],
)
def test_a_wrong_configuration_is_told_in_full(tmp_path: Path, text: str, words: list[str]) -> None:
    file = tmp_path / "triallint.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(config.BadSettings) as problem:
        config.load(file)
    assert str(file) in str(problem.value)
    assert all(word in str(problem.value) for word in words), problem.value


def test_files_extend_each_other_and_never_themselves(tmp_path: Path) -> None:
    folder = Path(str(tmp_path))
    (folder / "base.toml").write_text('ignore = ["unit-case"]\nfail-on = "error"\n', "utf-8")
    (folder / "triallint.toml").write_text('extend = ["strict", "base.toml"]\nignore = ["mojibake"]\n', "utf-8")
    made = config.load(folder / "triallint.toml")
    assert (made.ignore, made.fail_on, made.select) == (("unit-case", "mojibake"), "error", ("ALL",))
    (folder / "base.toml").write_text('extend = "triallint.toml"\n', "utf-8")
    with pytest.raises(config.BadSettings, match="extends itself"):
        config.load((folder / "triallint.toml").resolve())


@pytest.mark.parametrize("name", config.PRESETS)
def test_presets_are_valid(name: str) -> None:
    made = config.preset(name)
    config.checked(made, name)
    assert selection.active(made)


def test_settings_for_some_files_only() -> None:
    made = Settings(per_file_ignores={"old/**": ("spelling",)}, overrides=(config.Override(("es/*",), language="es"),))
    found = {each.rule.name for each in selection.active(made, "old/a/page.html")}
    assert RULE not in found
    assert RULE in {each.rule.name for each in selection.active(made, "new/page.html")}
    assert selection.language_for(made, "es/page.html") == "es"


def test_word_rules_of_a_configuration_run_and_are_named_like_any_other(tmp_path: Path) -> None:
    file = tmp_path / "triallint.toml"
    file.write_text('select = ["no-miracles"]\n[[custom-rules]]\nname = "no-miracles"\nterms = ["miracle"]\n', "utf-8")
    made = config.load(file)
    result = engine.check_file(
        Source("a.html", "<html lang=en><h1>A miracle cure</h1><p>NCT01234567</p>"), selection.active(made), TODAY
    )
    assert [(each.rule, each.place.start.offset) for each in result.findings] == [("no-miracles", 20)]


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ('name = "unit-case"\nterms = ["x"]', "taken already"),
        ('name = "a"\nterms = []', "terms should be text"),
        ('name = "a"\nterms = ["x"]\nkind = "prefers"', "did you mean 'prefer'"),
    ],
)
def test_a_wrong_word_rule_is_told_in_full(tmp_path: Path, table: str, words: str) -> None:
    file = tmp_path / "triallint.toml"
    file.write_text(f"[[custom-rules]]\n{table}\n", "utf-8")
    with pytest.raises(config.BadSettings, match=words):
        config.load(file)


def parts(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, each in inside:
        yield (*path, step)
        yield from parts(each, (*path, step))


RECORD = json.loads((Path(__file__).parent.parent / "fixtures/records/NCT90000041.json").read_text("utf-8"))


@pytest.mark.parametrize("wrong", [None, "x", [], ["x"], [None], {}, 5, True], ids=repr)
def test_no_rule_stops_at_a_part_of_a_record_that_is_something_else(wrong: object) -> None:
    active = selection.active(Settings(select=("ALL",)))
    for path in parts(RECORD):
        record = copy.deepcopy(RECORD)
        inside = record
        for step in path[:-1]:
            inside = inside[step]
        inside[path[-1]] = wrong
        assert "rule-crashed" not in names(engine.check_file(Source("a.json", json.dumps(record)), active, TODAY)), path
