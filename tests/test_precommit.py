"""The hooks, with the real pre-commit, in a scratch repository of pages."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGE = """<!doctype html>
<html lang="en"><head><title>Testing a walking plan (NCT90000099)</title></head><body>
<h1>Testing a walking plan</h1>
<p>NCT90000099</p>
<p>The study is now recruiting adults at Lakeside Hospital in Chicago. It asks whether walking helps, and lasts 8 weeks.</p>
<h2>Eligibility criteria</h2>
<h3>Inclusion criteria</h3>
<ul><li>Age 18 years or older</li></ul>
<h3>Exclusion criteria</h3>
<ul><li>Knee surgery within {unit} before joining</li></ul>
<h2>Contact</h2><p>Sam Rivera, +1 312 555 7788, s.rivera@lakeside-hospital.example</p>
<p>This page is not medical advice: talk with your doctor first.</p>
<p>Last reviewed {today} by Jane Doe, MD.</p>
</body></html>
"""
BAD = "1 months"
GOOD = "1 month"


def run(*command: str, cwd: Path, home: Path, code: int | None = 0) -> str:
    env = {
        **os.environ,
        "PRE_COMMIT_HOME": str(home),
        "GIT_AUTHOR_NAME": "A",
        "GIT_AUTHOR_EMAIL": "a@example.org",
        "GIT_COMMITTER_NAME": "A",
        "GIT_COMMITTER_EMAIL": "a@example.org",
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    out = done.stdout + done.stderr
    assert code is None or done.returncode == code, f"exit {done.returncode}: {' '.join(command)}\n{out}"
    return out


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """This project as a repository of its own, as pre-commit would clone it; and pre-commit's home."""
    repository, home = tmp_path_factory.mktemp("hooks"), tmp_path_factory.mktemp("home")
    for name in ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        shutil.copy(ROOT / name, repository / name)
    for name in ("src", "schemas"):
        shutil.copytree(ROOT / name, repository / name, ignore=shutil.ignore_patterns("__pycache__"))
    run("git", "init", "-q", cwd=repository, home=home)
    run("git", "add", "-A", cwd=repository, home=home)
    run("git", "commit", "-qm", "hooks", cwd=repository, home=home)
    return repository, home


def content(folder: Path, hooks: tuple[Path, Path], hook: str) -> Path:
    repository, home = hooks
    revision = run("git", "rev-parse", "HEAD", cwd=repository, home=home).strip()
    (folder / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {repository.as_uri()}\n  rev: {revision}\n  hooks:\n  - id: {hook}\n", "utf-8"
    )
    (folder / "package.json").write_text('{"name": "site", "version": "1.0.0"}\n', "utf-8")
    (folder / "README.md").write_text("# The site\n\nIt lists trials within 1 months of their start.\n", "utf-8")
    run("git", "init", "-q", cwd=folder, home=home)
    run("pre-commit", "install", cwd=folder, home=home)
    return home


def page(unit: str) -> str:
    import datetime

    return PAGE.format(unit=unit, today=datetime.date.today().isoformat())


def test_a_bad_page_blocks_the_commit_and_a_good_one_passes(tmp_path: Path, hooks: tuple[Path, Path]) -> None:
    home = content(tmp_path, hooks, "triallint")
    (tmp_path / "trial.html").write_text(page(BAD), "utf-8")
    run("git", "add", "-A", cwd=tmp_path, home=home)
    out = run("git", "commit", "-m", "bad", cwd=tmp_path, home=home, code=1)
    assert "singular-unit-after-one" in out
    assert "trial.html:10:" in out
    assert "README.md" not in out, "a file that is no trial was checked as one"
    (tmp_path / "trial.html").write_text(page(GOOD), "utf-8")
    run("git", "add", "-A", cwd=tmp_path, home=home)
    out = run("git", "commit", "-m", "good", cwd=tmp_path, home=home)
    assert "Passed" in out


def test_other_json_alone_passes(tmp_path: Path, hooks: tuple[Path, Path]) -> None:
    home = content(tmp_path, hooks, "triallint")
    run("git", "add", "-A", cwd=tmp_path, home=home)
    assert "Passed" in run("git", "commit", "-m", "no trial at all", cwd=tmp_path, home=home)


def test_the_fixing_hook_mends_the_page(tmp_path: Path, hooks: tuple[Path, Path]) -> None:
    home = content(tmp_path, hooks, "triallint-fix")
    (tmp_path / "trial.html").write_text(page(BAD), "utf-8")
    run("git", "add", "-A", cwd=tmp_path, home=home)
    out = run("git", "commit", "-m", "bad", cwd=tmp_path, home=home, code=1)
    assert "files were modified by this hook" in out
    assert (tmp_path / "trial.html").read_text("utf-8") == page(GOOD)
    run("git", "add", "-A", cwd=tmp_path, home=home)
    run("git", "commit", "-m", "fixed", cwd=tmp_path, home=home)
