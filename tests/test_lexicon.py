"""Word rules: every row of every table on its own phrases, and what a configuration's own word rules are made of."""

from __future__ import annotations

import csv
import datetime
import importlib.util
import re
import time
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from triallint import lexicon, reading, rules
from triallint.finding import Finding, Safety, Severity
from triallint.language import abbreviations
from triallint.language.phrases import Phrase, Phrases, _condition, _is_meant, _pattern
from triallint.language.wording import cased, literal
from triallint.page import TrialPage
from triallint.rule import Context, Rule
from triallint.source import Source

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "src/triallint/lexicons"
FILES = sorted(FOLDER.glob("*.toml"))
TABLES = sorted(FOLDER.glob("*.csv"))
TODAY = Context(datetime.date(2026, 11, 23))
Row = dict[str, str]


@cache
def data_of(file: Path) -> Mapping[str, Any]:
    return tomllib.loads(file.read_text("utf-8"))


@cache
def rows_of(table: Path) -> tuple[Row, ...]:
    return tuple(csv.DictReader(table.read_text("utf-8").splitlines()))


@cache
def owner(table: Path) -> tuple[Rule, Phrases]:
    """The rule that a table belongs to, and its phrases."""
    data = next(each for each in map(data_of, FILES) if each.get("table") == table.name)
    rule = rules.by_name()[data["name"]]
    return rule, Phrases(lambda: (), table)


def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_lexicon", ROOT / "tools/build_lexicon.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def page_of(text: str) -> TrialPage:
    """A page with the text as a criterion."""
    shown = text.replace("&", "&amp;").replace("<", "&lt;")
    source = Source("NCT01234567.html", f"<h1>A trial</h1><h2>Eligibility criteria</h2><ul><li>{shown}</li></ul>")
    return next(iter(reading.read(source)))


def bad_of(row: Row) -> str:
    return row.get("bad") or f"Some ⟦{row['pattern']}⟧ here"


def good_of(row: Row) -> Iterator[str]:
    yield from (each for each in row.get("good", "").split("; ") if each)
    if not row.get("good"):
        yield from (f"Some {each} here" for each in row["right"].split("|"))


def found_in(table: Path, text: str) -> list[Finding]:
    return list(owner(table)[0].check(page_of(text), TODAY))


@pytest.mark.parametrize("table", TABLES, ids=lambda each: each.stem)
def test_each_row_finds_its_bad_phrase_and_not_its_good_one(table: Path) -> None:
    wrong = []
    for row in rows_of(table):
        bad = bad_of(row)
        expected = bad[bad.index("⟦") + 1 : bad.index("⟧")]
        found = [each.primary.excerpt for each in found_in(table, bad.replace("⟦", "").replace("⟧", ""))]
        if found != [expected]:
            wrong.append(f"{row['pattern']}: {bad!r} gives {found}")
        wrong += [f"{row['pattern']}: {good!r} is found" for good in good_of(row) if found_in(table, good)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("table", TABLES, ids=lambda each: each.stem)
def test_a_fix_writes_what_is_right_and_finds_nothing_afterwards(table: Path) -> None:
    wrong = []
    for row in rows_of(table):
        text = bad_of(row).replace("⟦", "").replace("⟧", "")
        for each in found_in(table, text):
            fixes = row["fix"] and "|" not in row["right"]
            if bool(each.fix) != bool(fixes):
                wrong.append(f"{row['pattern']}: fix is {each.fix}")
            if each.fix:
                assert str(each.fix.safety) == row["fix"]
                assert "\\" not in each.fix.edits[0].text
                again = found_in(table, text.replace(each.primary.excerpt, each.fix.edits[0].text))
                if again:
                    wrong.append(f"{row['pattern']}: {each.fix.edits[0].text!r} is found again")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("table", TABLES, ids=lambda each: each.stem)
def test_no_pattern_matches_what_it_calls_right(table: Path) -> None:
    wrong = []
    for row in rows_of(table):
        phrase = Phrase(**{name: row.get(name, "") for name in ("pattern", "case", "not_near", "not_within")})
        for right in row["right"].split("|"):
            plain = re.sub(r"\\\d", "something", right)
            if any(_is_meant(phrase, hit) for hit in page_of(f"The {plain} here").find(_pattern(phrase))):
                wrong.append((row["pattern"], right))
    assert not wrong


def test_no_two_fixes_of_a_table_disagree() -> None:
    wrong = []
    for table in TABLES:
        _, phrases = owner(table)
        for row in rows_of(table):
            page = page_of(bad_of(row).replace("⟦", "").replace("⟧", ""))
            hits = [
                (p, h.place().span) for p in phrases.candidates(page) if p.fix for h in page.find(_pattern(p)) if _is_meant(p, h)
            ]
            for at, (phrase, span) in enumerate(hits):
                wrong += [
                    (phrase.pattern, other.pattern)
                    for other, there in hits[at + 1 :]
                    if span.overlaps(there) and phrase.right != other.right
                ]
    assert not wrong


def test_tables_give_way_to_one_another() -> None:
    by_name = rules.by_name()
    assert "mistranslated-term" in by_name["literal-translation"].yields_to
    assert {"mistranslated-term", "literal-translation"} <= set(by_name["misspelling"].yields_to)
    assert {"mistranslated-term", "literal-translation"} <= set(by_name["abbreviation-expansion-mismatch"].yields_to)


@pytest.mark.parametrize("table", TABLES, ids=lambda each: each.stem)
def test_tables_are_in_order(table: Path) -> None:
    text = table.read_text("utf-8")
    assert tool().ordered(text) == text, "run tools/build_lexicon.py"
    lines, rows = text.splitlines(), rows_of(table)
    assert len(lines) == len(rows) + 1, "a row is one line"
    assert lines[0].startswith("pattern,")
    assert lines[0].endswith(",anchors")
    patterns = [(row["pattern"], row.get("near", "")) for row in rows]
    assert len(set(patterns)) == len(patterns)
    for row in rows:
        assert row["fix"] in ("", "safe", "unsafe")
        assert row.get("scope", "") in ("", "eligibility")
        assert row.get("case", "") in ("", "s")
        assert row.get("case") or row["pattern"] == re.sub(r"(\\.)|([A-Z])", lambda m: m[1] or m[2].lower(), row["pattern"])
        assert row.get("tier", "") in ("", "certain", "context", "unseen")
        assert row.get("lang", "") in ("", *"zh fr es it de ru ja en pps".split())
        assert all(re.fullmatch(r"(NCT\d{8}|ChiCTR\d{10})", each) for each in row["evidence"].split()), row["evidence"]
        assert row["evidence"] or row.get("tier") == "unseen", "a row was read somewhere, or says that it was not"
        assert row["right"]
        assert not re.search(r"\.\.\.| / ", row["right"]), "it must read well in its place"
        assert row.get("why", ".").endswith(".") or not row["why"]


@pytest.mark.parametrize("table", TABLES, ids=lambda each: each.stem)
def test_anchors_stand_in_every_match(table: Path) -> None:
    are_valid = tool().are_valid
    for row in rows_of(table):
        if row["anchors"]:
            assert are_valid(row["pattern"], row["anchors"]), row["pattern"]
            words = page_of(bad_of(row).replace("⟦", "").replace("⟧", "")).words
            assert all(set(group.split("|")) & words for group in f"{row['anchors']} {row.get('page', '')}".split()), row[
                "pattern"
            ]
        else:
            assert row["pattern"].isalpha()


def test_expressions_are_linear() -> None:
    for table in TABLES:
        for row in rows_of(table):
            if row["pattern"].isalpha():
                continue
            word = row["anchors"].split(" ")[0].split("|")[0]
            inputs = ("a " * 20000, "a" * 40000, f"{word} " * 8000, f"{row['bad']} "[:60] * 600, f"{word}\n" * 8000 + "(")
            expressions = [_pattern(Phrase(row["pattern"])).re]
            expressions += [_condition(row[name]) for name in ("near", "not_near") if row.get(name)]
            start = time.process_time()
            for expression in expressions:
                for text in inputs:
                    list(expression.finditer(text))
            assert time.process_time() - start < 2, row["pattern"]


@pytest.mark.parametrize("file", FILES, ids=lambda each: each.stem)
def test_a_lexicon_says_where_it_comes_from(file: Path) -> None:
    data = data_of(file)
    assert file.stem == data["name"].replace("-", "_")
    assert {"title", "url", "licence", "read"} <= data["source"].keys()
    assert isinstance(data["source"]["read"], datetime.date)
    assert data.get("measured"), "measure it: CONTRIBUTING.md, 7"
    assert all(each["right"] >= 0.95 * each["read"] for each in data["measured"])


def test_nothing_is_read_before_a_page_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    read = []
    plain = Path.read_text
    monkeypatch.setattr(Path, "read_text", lambda self, *given, **named: read.append(self.suffix) or plain(self, *given, **named))
    made = lexicon.rules()
    assert set(read) == {".toml"}
    by_name = {each.name: each for each in made}
    list(by_name["mistranslated-term"].check(page_of("nothing"), TODAY))
    assert ".csv" in read


def test_five_thousand_phrases_cost_little_more_than_three_hundred() -> None:
    def phrases(count: int) -> Phrases:
        return Phrases(
            lambda: (
                Phrase(f"word{chr(97 + n % 26)}x rare{'abcdefghij'[n % 10]}q{'z' * (n // 260)}", f"rare{n}") for n in range(count)
            )
        )

    few, many = phrases(300), phrases(5000)
    page = page_of("one two three four five " * 200)
    assert not [*few.find(page), *many.find(page)]
    costs = []
    for each in (few, many):
        start = time.process_time()
        for _ in range(300):
            each.find(page)
        costs.append((time.process_time() - start) / 300)
    assert costs[0] < 0.0005
    assert costs[1] < 4 * costs[0] + 0.0005


@pytest.mark.parametrize(
    ("found", "right", "expected"),
    [
        ("gender unlimited", "any sex", "any sex"),
        ("Gender unlimited", "any sex", "Any sex"),
        ("Gender Unlimited", "any sex", "Any Sex"),
        ("GENDER UNLIMITED", "any sex", "ANY SEX"),
        ("VIH", "HIV", "HIV"),
        ("cockroft", "Cockcroft", "Cockcroft"),
        ("New York Health Association", "New York Heart Association", "New York Heart Association"),
        ("Asparagus transaminase", "aspartate aminotransferase (AST)", "Aspartate aminotransferase (AST)"),
    ],
)
def test_capitals_are_kept(found: str, right: str, expected: str) -> None:
    assert cased(found, right) == expected


def messages(rule: Rule, text: str) -> list[str]:
    source = Source("NCT01234567.html", text)
    return [each.message for page in reading.read(source) for each in rule.check(page, TODAY)]


def test_a_custom_rule_prefers() -> None:
    rule = lexicon.custom(
        {
            "name": "participant-for-subject",
            "terms": ["subject(s)"],
            "prefer": "participant(s)",
            "unless": ["subject to", "subject matter"],
            "fix": "unsafe",
            "severity": "error",
        },
        7,
    )
    assert (rule.code, rule.pages, rule.records) == ("USR007", Severity.ERROR, Severity.ERROR)
    page = page_of("Subjects may leave. Each subject is subject to rules. No subject\nmatter. mail subjects@site.org")
    found = list(rule.check(page, TODAY))
    assert [(each.primary.excerpt, each.fix and each.fix.edits[0].text) for each in found] == [
        ("Subjects", "Participants"),
        ("subject", "participant"),
    ]
    assert found[0].fix is not None
    assert found[0].fix.safety is Safety.UNSAFE
    assert found[0].message == "Say “Participants”, not “Subjects”."


def test_a_custom_rule_avoids_where_it_is_told() -> None:
    rule = lexicon.custom(
        {"name": "no-miracles", "terms": ["miracle*", "break through"], "where": ["title"], "message": "No: {found}"}
    )
    text = "<title>x</title><h1>NCT01234567: Miracles break through</h1><p>A miracle.</p>"
    assert messages(rule, text) == ["No: Miracles", "No: break through"]


def test_a_custom_rule_requires() -> None:
    rule = lexicon.custom({"name": "funding", "kind": "require", "terms": ["funded by", "paid for by"]})
    assert messages(rule, "<h1>NCT01234567</h1><p>Paid for\nby us.</p>") == []
    assert messages(rule, "<h1>NCT01234567</h1><p>By us.</p>") == ["The text does not say “funded by” or “paid for by”."]


def test_a_custom_rule_keeps_one_form() -> None:
    rule = lexicon.custom({"name": "one-form", "kind": "consistent", "terms": ["CAR-T", "CAR T"]})
    text = "<h1>NCT01234567: CAR T</h1><p>CAR-T and CAR-T cells.</p>"
    assert messages(rule, text) == ["“CAR T” is written “CAR-T” elsewhere in this text."]
    assert messages(rule, "<h1>NCT01234567: CAR T</h1>") == []


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ({"name": "x", "term": ["a"]}, "no key 'term'; did you mean 'terms'?"),
        ({"name": "X y", "terms": ["a"]}, "name is 'X y'"),
        ({"terms": ["a"]}, "name should be text, but it is missing"),
        ({"name": "x"}, "x: terms should be text, but it is missing"),
        ({"name": "x", "terms": []}, "x: terms should be text, but it is []"),
        ({"name": "x", "terms": ["a", 3]}, "x: terms should be text, but it is ['a', 3]"),
        ({"name": "x", "terms": ["a"], "kind": "avoids"}, "kind is 'avoids', but it should be one of avoid, prefer"),
        ({"name": "x", "terms": ["a"], "kind": "prefer"}, "x: prefer should be text, but it is missing"),
        ({"name": "x", "terms": ["a"], "severity": "warn"}, "severity is 'warn', but it should be one of info, warning, error"),
        ({"name": "x", "terms": ["a"], "where": ["titel"]}, "did you mean 'title'?"),
        ({"name": "x", "terms": ["a"], "message": "{foud}"}, "message is '{foud}'"),
        ({"name": "x", "terms": ["a"], "fix": "auto"}, "fix is 'auto', but it should be one of safe, unsafe"),
    ],
)
def test_a_custom_rule_that_cannot_be_followed(table: dict[str, Any], told: str) -> None:
    with pytest.raises(ValueError, match=re.escape(told)):
        lexicon.custom(table)


def test_phrases_of_an_editor_become_expressions() -> None:
    assert re.fullmatch(literal("Arm(s) 24/7*"), "arms 24/7x")
    assert not re.fullmatch(literal("a.b"), "axb")


@pytest.mark.parametrize("each", abbreviations.table().values(), ids=lambda each: each.name)
def test_abbreviations(each: abbreviations.Abbreviation) -> None:
    for form in each.accepted:
        assert not list(abbreviations.contradictions(page_of(f"Some {form} ({each.name})"))), form
        assert not list(abbreviations.contradictions(page_of(f"Some {each.name} ({form})"))), form
    for form in each.contradicting:
        (found,) = abbreviations.contradictions(page_of(f"Some {form} ({each.name}), and so on"))
        assert found.abbreviation == each
        assert found.passage.text[slice(*found.whole)] == f"{form} ({each.name})"
        assert found.passage.text[slice(*found.long)] == form


def test_abbreviations_are_in_order() -> None:
    names = list(abbreviations.table())
    assert names == sorted(set(names))


def test_an_abbreviation_of_something_else_names_it() -> None:
    (found,) = abbreviations.contradictions(page_of("The alanine\naminotransferases (AST) and the rest"))
    assert (found.abbreviation.name, found.other) == ("AST", "ALT")


def test_abbreviations_are_looked_up_in_linear_time() -> None:
    start = time.process_time()
    for text in ("(" * 20000, "AST (" * 8000, "a " * 20000 + "(AST)", "(a" * 20000):
        list(abbreviations.contradictions(page_of(text)))
    assert time.process_time() - start < 5


def own_phrases() -> Iterator[tuple[str, Phrase]]:
    for file in FILES:
        yield from ((file.stem, phrase) for phrase in lexicon._terms(data_of(file)) if phrase.anchors)


@pytest.mark.parametrize(("name", "phrase"), [pytest.param(*each, id=f"{each[0]}-{at}") for at, each in enumerate(own_phrases())])
def test_every_match_of_a_term_holds_its_anchors(name: str, phrase: Phrase) -> None:
    """Else it would be found only where another word happens to stand on the page."""

    @settings(max_examples=25, derandomize=True, database=None, suppress_health_check=list(HealthCheck), deadline=None)
    @given(st.from_regex(re.compile(phrase.pattern, re.ASCII), fullmatch=True))
    def holds(text: str) -> None:
        words = set(re.findall(r"\w+", text.lower()))
        assert all(words & set(group.split("|")) for group in phrase.anchors.split(" ")), text

    holds()
