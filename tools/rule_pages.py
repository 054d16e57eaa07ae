"""Write docs/rules: a page for each rule, and the list of them all: python tools/rule_pages.py [--check]."""

from __future__ import annotations

import itertools
import pathlib
import sys
from collections.abc import Iterator

from triallint import explain, rules
from triallint.rule import FAMILIES, Rule

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "docs/rules"


def pages() -> dict[str, str]:
    """The text of each file, by its name."""
    made = {f"{rule.name}.md": explain.markdown(rule) for rule in rules.every()}
    return {**made, "README.md": "\n".join(_contents()) + "\n"}


def _contents() -> Iterator[str]:
    yield from (f"# The {len(rules.every())} rules", "")
    yield "Each is on with the severity shown, on pages and on records; a dash: it does not apply there."
    yield "`triallint rule NAME` shows its page."
    for family, members in itertools.groupby(sorted(rules.every(), key=_order), key=lambda each: each.family):
        yield from ("", f"## {family}", "")
        yield from ("| code | rule | pages | records | fix | what it finds |", "|---|---|---|---|---|---|")
        for rule in members:
            name, fix = f"[{rule.name}]({rule.name}.md)", "yes" if rule.fixable else ""
            yield f"| {rule.code} | {name} | {_shown(rule, 'page')} | {_shown(rule, 'record')} | {fix} | {rule.what} |"


def _order(rule: Rule) -> tuple[int, str]:
    return list(FAMILIES.values()).index(rule.family), rule.code


def _shown(rule: Rule, kind: str) -> str:
    severity = rule.severity(kind)
    return "–" if severity is None else "off" if kind in rule.off else str(severity)


def main() -> None:
    made = pages()
    there = {file.name: file for file in FOLDER.glob("*.md")}
    if "--check" in sys.argv:
        stale = sorted({name for name, text in made.items() if name not in there or there[name].read_bytes() != text.encode()})
        sys.exit(f"stale: {stale}, left over: {sorted(there.keys() - made.keys())}" if stale or there.keys() - made.keys() else 0)
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in there.keys() - made.keys():
        there[name].unlink()
    for name, text in made.items():
        (FOLDER / name).write_bytes(text.encode())


if __name__ == "__main__":
    main()
