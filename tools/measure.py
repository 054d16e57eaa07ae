"""What rules do on real data: findings per 100 documents, and hits to read.

    python tools/measure.py RULE [RULE ...] --corpus FOLDER [--sample 50] [--kind records|pages|markdown|legacy|who] [--seed 0]

FOLDER holds records/ctgov_v2.ndjson.gz, records/eligibility_legacy.ndjson.gz, records/who_ictrp_covid19.ndjson.gz, pages/*/*.html
and content/*/*.md. Read the hits one by one; what was right of what was read goes into the rule's ``measured``.
"""

from __future__ import annotations

import argparse
import collections
import datetime
import gzip
import json
import pathlib
import random
import sys
from collections.abc import Iterator

from triallint import config, engine, selection
from triallint.inputs import Input
from triallint.source import Source, Unreadable


def documents(corpus: pathlib.Path, kind: str) -> Iterator[Source]:
    if kind == "records":
        with gzip.open(corpus / "records/ctgov_v2.ndjson.gz", "rt", encoding="utf-8") as lines:
            for at, line in enumerate(lines):
                yield Source(f"v2-{at}.json", line)
    elif kind == "legacy":
        with gzip.open(corpus / "records/eligibility_legacy.ndjson.gz", "rt", encoding="utf-8") as lines:
            for at, line in enumerate(lines):
                yield _as_record(f"legacy-{at}.json", json.loads(line))
    elif kind == "who":
        with gzip.open(corpus / "records/who_ictrp_covid19.ndjson.gz", "rt", encoding="utf-8") as lines:
            for at, line in enumerate(lines):
                yield _as_page(f"NCT{at:08}.html", json.loads(line))
    else:
        pattern = "pages/*/*.html" if kind == "pages" else "content/*/*.md"
        for file in sorted(corpus.glob(pattern)):
            try:
                yield Input(str(file)).load()
            except Unreadable as problem:
                print(f"{file}: {problem.why}", file=sys.stderr)


def _as_record(name: str, row: dict[str, object]) -> Source:
    modules = {
        "identificationModule": {
            "nctId": row["nct_id"],
            "briefTitle": row["title"],
            "officialTitle": row.get("official_title", ""),
        },
        "descriptionModule": {"briefSummary": row.get("brief_summary", "")},
        "eligibilityModule": {"eligibilityCriteria": row["eligibility"]},
    }
    return Source(name, json.dumps({"protocolSection": modules}, ensure_ascii=False))


def _as_page(name: str, row: dict[str, object]) -> Source:
    cells = "".join(f"<tr><th>{key}</th><td>{value}</td></tr>" for key, value in row.items() if isinstance(value, str))
    return Source(name, f"<html lang=en><table>{cells}</table></html>")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("rules", nargs="+")
    options.add_argument("--corpus", type=pathlib.Path, required=True)
    options.add_argument("--kind", default="records", choices=["records", "legacy", "who", "pages", "markdown"])
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
