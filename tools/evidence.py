"""The evidence ledger: what every rule finds on a corpus, and how much of what was read was right.

    python tools/evidence.py --corpus FOLDER [--kind records ...] [--out docs/evidence.md]

What FOLDER holds and the kinds are told by tools/corpus.py. All rules run, those off by default included. The figures are
counted anew; the judged samples are the rules' own ``measured``.
"""

from __future__ import annotations

import argparse
import collections
import datetime
import itertools
import pathlib
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from corpus import KINDS, documents

from triallint import config, engine, rules, selection
from triallint.rule import FAMILIES, Measured, Rule

TODAY = datetime.date(2026, 11, 23)


@dataclass(frozen=True)
class Tally:
    """What the rules found in the documents of one kind: findings, and documents with any, by rule."""

    kind: str
    documents: int
    findings: collections.Counter[str]
    having: collections.Counter[str]

    def rate(self, rule: str) -> str:
        """Documents and findings per 1,000 documents of the kind."""
        if not self.findings[rule]:
            return "0"
        return f"{1000 * self.having[rule] / self.documents:.3g} / {1000 * self.findings[rule] / self.documents:.3g}"


def tally(corpus: pathlib.Path, kind: str) -> Tally:
    """Runs every rule over the documents of a kind."""
    active = selection.active(config.Settings(select=("ALL",)))
    findings: collections.Counter[str] = collections.Counter()
    having: collections.Counter[str] = collections.Counter()
    count = 0
    for source in documents(corpus, kind):
        count += 1
        found = [each.rule for each in engine.check_file(source, active, TODAY).findings]
        findings.update(found)
        having.update(set(found))
    return Tally(kind, count, findings, having)


def ledger(tallies: Sequence[Tally]) -> Iterator[str]:
    """The lines of docs/evidence.md."""
    yield from ("# Evidence", "")
    yield from (
        "What every rule finds on real records and pages, and how much of what was read was right. Made by",
        "`tools/evidence.py`.",
        "",
    )
    yield from (f"- `{each.kind}`: {KINDS[each.kind]} ({each.documents:,} documents)" for each in tallies)
    yield from (
        "",
        "A figure `12 / 15` is 12 documents with findings and 15 findings, of 1,000 documents. *Judged* is right of read;",
    )
    yield from ("what was doubtful counts as not right. A rule that was judged wrong says below its table where.", "")
    for family, members in itertools.groupby(sorted(rules.every(), key=_order), key=lambda each: each.family):
        yield from (f"## {family}", "", *_table(list(members), tallies), "")


def _order(rule: Rule) -> tuple[int, str]:
    return list(FAMILIES.values()).index(rule.family), rule.code


def _table(members: list[Rule], tallies: Sequence[Tally]) -> Iterator[str]:
    kinds = [each.kind for each in tallies]
    yield f"| rule | pages | records | {' | '.join(kinds)} | judged |"
    yield f"|---|---|---|{'---|' * len(kinds)}---|"
    for rule in members:
        defaults = f"{_default(rule, 'page')} | {_default(rule, 'record')}"
        rates = " | ".join(each.rate(rule.name) for each in tallies)
        yield f"| {rule.code} {rule.name} | {defaults} | {rates} | {_judged(rule.measured)} |"
    wrong = [f"- {rule.name}, {each.on}: {'; '.join(each.wrong)}" for rule in members for each in rule.measured if each.wrong]
    if wrong:
        yield from ("", "Judged wrong:", "", *wrong)


def _default(rule: Rule, kind: str) -> str:
    severity = rule.severity(kind)
    return "" if severity is None else f"{severity}, off" if kind in rule.off else str(severity)


def _judged(measured: Sequence[Measured]) -> str:
    read, right = sum(each.read for each in measured), sum(each.right for each in measured)
    return f"{right} of {read}" if read else "never met"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--corpus", type=pathlib.Path, required=True)
    options.add_argument("--kind", nargs="+", default=list(KINDS), choices=list(KINDS))
    options.add_argument("--out", type=pathlib.Path, default=pathlib.Path("docs/evidence.md"))
    given = options.parse_args()
    with ProcessPoolExecutor(2) as pool:
        tallies = list(pool.map(tally, itertools.repeat(given.corpus), given.kind))
    given.out.parent.mkdir(exist_ok=True)
    given.out.write_text("\n".join(ledger(tallies)).rstrip() + "\n", "utf-8")


if __name__ == "__main__":
    main()
