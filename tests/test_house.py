"""The house is in order: names, codes, sizes, doors, and no word of where it was built."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from triallint import explain, rules
from triallint.rule import FAMILIES, Bad, Good, Rule

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((ROOT / "src/triallint").rglob("*.py"))
EVERY = rules.every()


@pytest.mark.parametrize("path", SOURCES, ids=lambda each: each.relative_to(ROOT).as_posix())
def test_modules_are_small_and_well_named(path: Path) -> None:
    lines = path.read_text("utf-8").count("\n")
    assert lines <= 300, f"{lines} lines: two modules in one"
    assert path.stem not in "utils helpers common base core misc manager handler service impl".split()


@pytest.mark.parametrize("path", SOURCES, ids=lambda each: each.relative_to(ROOT).as_posix())
def test_functions_are_short(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno <= 60, node.name


@pytest.mark.parametrize("path", SOURCES, ids=lambda each: each.relative_to(ROOT).as_posix())
def test_nothing_of_a_module_is_left_over(path: Path) -> None:
    text = path.read_text("utf-8")
    body = ast.parse(text).body
    given = [
        target.id for each in body if isinstance(each, ast.Assign) for target in each.targets if isinstance(target, ast.Name)
    ]
    given += [each.name for each in body if isinstance(each, ast.FunctionDef | ast.ClassDef)]
    own = [name for name in given if name.startswith("_") and not name.startswith("__")]
    assert [name for name in own if len(re.findall(rf"\b{name}\b", text)) == 1] == []


@pytest.mark.parametrize("rule", EVERY, ids=lambda each: each.name)
def test_a_rule_says_all_it_should(rule: Rule) -> None:
    assert all(text.endswith((".", "?")) for text in (rule.what, rule.why, rule.do))
    assert rule.citations
    assert all(citation.title for citation in rule.citations)
    assert rule.name in explain.markdown(rule)
    if rule.name not in ("rule-crashed", "limit-reached"):
        assert sum(isinstance(each, Bad) for each in rule.examples) >= 2
        assert sum(isinstance(each, Good) for each in rule.examples) >= 2


def test_codes_and_names_are_unique() -> None:
    assert len({rule.code for rule in EVERY}) == len(EVERY) == len({rule.name for rule in EVERY})
    assert all(re.fullmatch(r"[A-Z]{3}\d{3}", rule.code) and rule.code[:3] in FAMILIES for rule in EVERY)


def test_a_rule_s_file_is_named_after_it() -> None:
    files = {(each.parent.name, each.stem) for each in (ROOT / "src/triallint/rules").glob("*/*.py")}
    named = {(rule.family, rule.name.replace("-", "_")) for rule in EVERY}
    assert files <= named


def test_textstat_has_one_door() -> None:
    doors = [path.name for path in SOURCES if re.search(r"""import(_module\()?["' ]+textstat""", path.read_text("utf-8"))]
    assert set(doors) <= {"readability.py"}


def test_no_file_names_a_machine() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split("\n")
    for name in tracked:
        path = ROOT / name
        if path.is_file() and path.suffix in (".py", ".md", ".toml", ".yaml", ".csv", ".json", ".txt", ""):
            text = path.read_text("utf-8", "replace")
            assert not re.search(r"(?<![\w.])/(?:work|root|home)/", text), name


def test_the_preflight_grades_as_the_review_does() -> None:
    given = tomllib.loads((ROOT / "src/triallint/presets/record-preflight.toml").read_text("utf-8"))["severity"]
    for rule in rules.every():
        own = rule.severity("record")
        if rule.review and own is not None:
            assert given.get(rule.name, str(own)) == {"major": "error", "advisory": "warning"}[rule.review], rule.name
    assert all(rules.by_name()[name].review for name in given)
