"""What rules do on real data: findings per 100 documents, and hits to read.

    python tools/measure.py RULE [RULE ...] --corpus FOLDER [--kind records ...] [--sample 50] [--seed 0]

What FOLDER holds and the kinds are told by tools/corpus.py. Read the hits one by one; what was right, doubtful and wrong of
what was read goes into the rule's ``measured``.
"""

from __future__ import annotations

import argparse
import collections
import datetime
import pathlib
import random

from corpus import KINDS, documents

from triallint import config, engine, selection


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("rules", nargs="+")
    options.add_argument("--corpus", type=pathlib.Path, required=True)
    options.add_argument("--kind", default="records", choices=list(KINDS))
    options.add_argument("--sample", type=int, default=50)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--today", type=datetime.date.fromisoformat, default=datetime.date(2026, 11, 23))
    given = options.parse_args()
    active = selection.active(config.Settings(select=tuple(given.rules)))
    hits, with_hits, count = [], collections.Counter(), 0
    for source in documents(given.corpus, given.kind):
        count += 1
        result = engine.check_file(source, active, given.today)
        for name in {each.rule for each in result.findings}:
            with_hits[name] += 1
        hits += [(each, source) for each in result.findings]
    for name, number in sorted(collections.Counter(each.rule for each, _ in hits).items()):
        print(f"{name}: {number} findings in {with_hits[name]} of {count} documents, {100 * number / count:.2f} per 100")
    for each, source in random.Random(given.seed).sample(hits, min(given.sample, len(hits))):
        start, end = each.place.start.offset, each.place.end.offset
        around = f"{source.text[max(0, start - 70) : start]}⟦{source.text[start:end][:200]}⟧{source.text[end : end + 70]}"
        fixed = "; ".join(edit.text for edit in each.fix.edits) if each.fix else ""
        print(
            f"{each.rule} {each.severity} {source.name.rpartition('/')[2]} [{each.field}] {' '.join(around.split())}"
            f"\n    {each.message}{f' -> {fixed}' if fixed else ''}"
        )
        for other in each.related:
            print(f"    related: {' '.join(other.excerpt[:160].split())}")


if __name__ == "__main__":
    main()
