"""Whole inputs: what is reported for each stands in fixtures/expected/, and the clean ones must stay silent."""

from __future__ import annotations

import datetime
import io
from pathlib import Path

import pytest

from triallint import batch, reporters
from triallint.config import Settings
from triallint.finding import Severity
from triallint.inputs import expand

ROOT = Path(__file__).resolve().parent.parent / "fixtures"
TODAY = datetime.date(2026, 11, 23)


def report(path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(ROOT)
    look = reporters.Look(color=False, width=100, version="0", today=TODAY, min_severity=Severity.INFO, verbose=False, quiet=True)
    out = io.StringIO()
    inputs = list(expand([str(path.relative_to(ROOT))]))
    reporters.load("concise")(batch.run(inputs, batch.Job(Settings(), TODAY)), out, look)
    return out.getvalue()


def files(folder: str) -> list[Path]:
    return sorted(each for each in (ROOT / folder).iterdir() if each.is_file())


@pytest.mark.parametrize("path", [*files("pages"), *files("records")], ids=lambda each: each.name)
def test_what_is_reported(path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    found = report(path, monkeypatch)
    expected = ROOT / "expected" / f"{path.name}.txt"
    if request.config.getoption("--update-golden"):
        expected.parent.mkdir(exist_ok=True)
        expected.write_text(found, "utf-8")
    assert found == expected.read_text("utf-8"), "look at the difference; --update-golden takes it over"


@pytest.mark.parametrize("path", files("clean"), ids=lambda each: each.name)
def test_clean_inputs_are_silent(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert report(path, monkeypatch) == ""
