"""How fast triallint is, as ratios inside one run: python bench/run.py [--corpus FOLDER] [--readme]

Each figure compares triallint with what it is built on, on the same inputs, interleaved, CPU time, median of several rounds;
so the machine does not matter much, and no test hangs on it. Without --corpus the fixtures are used, multiplied; with it, real
pages and records (FOLDER/pages/*/*.html and FOLDER/records/ctgov_v2.ndjson.gz).
"""

from __future__ import annotations

import argparse
import datetime
import gc
import gzip
import itertools
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator

from bs4 import BeautifulSoup

from triallint import engine, selection
from triallint.config import Settings
from triallint.inputs import Input
from triallint.source import Source

ROOT = pathlib.Path(__file__).resolve().parent.parent
TODAY = datetime.date(2026, 11, 23)
ROUNDS = 7
RULES = selection.active(Settings())


def cpu(work: Callable[[], object]) -> float:
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def ratio(ours: Callable[[], object], base: Callable[[], object], rounds: int = ROUNDS) -> tuple[float, float, float]:
    """(ours / base, ours, base) in seconds: medians of interleaved rounds. What is made is dropped at once on both sides."""
    ours(), base()
    pairs = [(cpu(ours), cpu(base)) for _ in range(rounds)]
    return statistics.median(a / b for a, b in pairs), *(statistics.median(each) for each in zip(*pairs, strict=True))


def wall(command: list[str], runs: int = 9) -> float:
    """Median seconds of a command; modules are compiled before, as pip does when it installs."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    times = []
    for _ in range(runs + 1):
        start = time.perf_counter()
        subprocess.run(command, capture_output=True, check=False, env=environment)
        times.append(time.perf_counter() - start)
    return statistics.median(times[1:])


def pages(corpus: pathlib.Path | None) -> list[Source]:
    if corpus is None:
        fixture = Input(str(ROOT / "fixtures/pages/NCT90000017.html")).load()
        return [Source(f"page{at}.html", fixture.text.replace("nebutiride", f"nebutiride-{at}")) for at in range(40)]
    return [Input(str(file)).load() for file in sorted(corpus.glob("pages/*/*.html"))]


def records(corpus: pathlib.Path | None, count: int = 400) -> list[str]:
    if corpus is None:
        text = json.dumps(json.loads((ROOT / "fixtures/clean/NCT90000033.json").read_text("utf-8")))
        return [text.replace("NCT90000033", f"NCT9{at:07}") for at in range(count)]
    with gzip.open(corpus / "records/ctgov_v2.ndjson.gz", "rt", encoding="utf-8") as lines:
        return list(itertools.islice(lines, count))


def check_all(sources: list[Source]) -> None:
    for source in sources:
        engine.check_file(source, RULES, TODAY)


def parse_all(lines: list[str]) -> None:
    for line in lines:
        json.loads(line)


def soup_all(sources: list[Source]) -> None:
    for source in sources:
        BeautifulSoup(source.text, "html.parser")


def measured(corpus: pathlib.Path | None) -> Iterator[tuple[str, str, str, str]]:
    """(what, measured, target, absolute)"""
    html = pages(corpus)
    times, ours, _ = ratio(lambda: check_all(html), lambda: soup_all(html))
    size = sum(len(each.text) for each in html) / len(html) / 1000
    yield "an HTML page / BeautifulSoup alone", f"{times:.2f}x", "2x", f"{ours / len(html) * 1000:.1f} ms a page of {size:.0f} kB"

    lines = records(corpus)
    sources = [Source(f"{at}.json", line) for at, line in enumerate(lines)]
    times, ours, _ = ratio(lambda: check_all(sources), lambda: parse_all(lines))
    size = sum(map(len, lines)) / len(lines) / 1000
    yield "a v2 record / json.loads", f"{times:.2f}x", "5x", f"{ours / len(lines) * 1000:.2f} ms a record of {size:.0f} kB"

    python = wall([sys.executable, "-I", "-c", "pass"])
    triallint = str(pathlib.Path(sys.executable).parent / "triallint")
    page = str(ROOT / "fixtures/pages/NCT90000017.html")
    cold = wall([triallint, "check", "--isolated", "--no-cache", page])
    yield "a cold check of one page / python -I -c pass", f"{cold / python:.1f}x", "20x", f"{cold * 1000:.0f} ms"
    version = wall([triallint, "--version"])
    yield "--version / python -I -c pass", f"{version / python:.1f}x", "7x", f"{version * 1000:.0f} ms"

    small, large = (peak_memory(lines, times) for times in (1, 10))
    yield "memory for ten times the NDJSON", f"{large / small:.2f}x", "1.2x", f"{small:.0f} MiB, then {large:.0f} MiB"


def peak_memory(lines: list[str], times: int) -> float:
    """Peak resident memory, in MiB, of a check of an NDJSON file."""
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "studies.ndjson"
        file.write_text("\n".join(line.rstrip("\n") for _ in range(times) for line in lines[:200]) + "\n", "utf-8")
        code = (
            "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL); "
            "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)"
        )
        triallint = str(pathlib.Path(sys.executable).parent / "triallint")
        command = [triallint, "check", "--isolated", "--no-cache", "--output-format", "concise", str(file)]
        done = subprocess.run([sys.executable, "-c", code, *command], capture_output=True, text=True, check=True)
        return float(done.stdout)


def _into_readme(rows: list[tuple[str, str, str, str]]) -> None:
    file = ROOT / "README.md"
    table = ["| measured | ratio | target | here |", "|---|---|---|---|", *(f"| {' | '.join(row)} |" for row in rows)]
    shown = "\n".join((f"With {len(RULES)} rules, on Python {sys.version.split()[0]}:", "", *table))
    before, rest = file.read_text("utf-8").split("<!-- performance -->", 1)
    _, after = rest.split("<!-- end performance -->", 1)
    file.write_text(f"{before}<!-- performance -->\n{shown}\n<!-- end performance -->{after}", "utf-8")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--corpus", type=pathlib.Path)
    options.add_argument("--readme", action="store_true", help="put the figures into the README too")
    given = options.parse_args()
    warnings.simplefilter("ignore")
    rows = list(measured(given.corpus))
    for what, found, target, absolute in rows:
        print(f"{what:48} {found:>8}  (target {target})  {absolute}")
    if given.readme:
        _into_readme(rows)
    print(f"\n{len(RULES)} rules; Python {sys.version.split()[0]}")


if __name__ == "__main__":
    main()
