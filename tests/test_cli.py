"""The command line, through its real entry point, as a user calls it."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

TRIALLINT = str(Path(sys.executable).parent / "triallint")
PAGE = """<!doctype html>
<html lang="en"><head><title>Testing a walking plan</title></head><body>
<h1>Testing a walking plan</h1><p>NCT01234567</p>
<h2>Eligibility criteria</h2>
<h3>Inclusion criteria</h3><ul><li>Age 18 years or older</li></ul>
<h3>Exclusion criteria</h3><ul><li>Knee surgery within 1 months before joining</li></ul>
</body></html>
"""
RULE = "singular-unit-after-one"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    return tmp_path


def run(*arguments: str, code: int, stdin: bytes = b"", **env: str) -> tuple[str, str]:
    done = subprocess.run(
        [TRIALLINT, *arguments], input=stdin, capture_output=True, env={**os.environ, "NO_COLOR": "1", **env}, check=False
    )
    out, err = done.stdout.decode(), done.stderr.decode()
    assert done.returncode == code, f"exit {done.returncode}, not {code}\n{out}\n{err}"
    assert "Traceback" not in out + err
    return out, err


def report(*arguments: str, code: int = 1) -> dict[str, Any]:
    out, _ = run("check", "--select", RULE, "--output-format", "json", *arguments, code=code)
    return dict(json.loads(out))


def test_a_finding_names_file_line_column_and_rule() -> None:
    out, _ = run("check", "--select", RULE, "--output-format", "concise", "page.html", code=1)
    assert out.startswith(f"page.html:6:58: warning SPL003 {RULE}: ")


def test_paths_are_as_given_and_folders_are_joined() -> None:
    Path("site").mkdir()
    Path("page.html").rename("site/page.html")
    assert {each["path"] for each in report("./site")["findings"]} == {"site/page.html"}
    assert {each["path"] for each in report(".")["findings"]} == {"site/page.html"}
    assert {each["path"] for each in report("site/page.html")["findings"]} == {"site/page.html"}


def test_a_missing_file_is_told_and_the_others_are_checked() -> None:
    found = report("absent.html", "page.html", "--exit-zero", code=2)
    assert {each["rule"] for each in found["findings"]} == {RULE, "unreadable-input"}
    assert {each["status"] for each in found["files"]} == {"checked", "unreadable"}


def test_no_trial_is_an_error_unless_allowed() -> None:
    Path("page.html").write_text("<h1>About us</h1><p>We list trials within 1 months.</p>", "utf-8")
    _, err = run("check", "page.html", code=2)
    assert "no trial was found" in err
    out, _ = run("check", "--allow-empty", "-v", "page.html", code=0)
    assert "page.html: not a trial" in out


def test_fix_writes_and_diff_does_not() -> None:
    out, err = run("check", "--select", RULE, "--diff", "page.html", code=1)
    assert "+<h3>Exclusion criteria</h3><ul><li>Knee surgery within 1 month before joining</li></ul>" in out
    assert "Would fix 1 finding." in err
    assert Path("page.html").read_text("utf-8") == PAGE
    _, err = run("check", "--select", RULE, "--fix", "page.html", code=0)
    assert "Fixed 1 finding." in err
    assert Path("page.html").read_text("utf-8") == PAGE.replace("1 months", "1 month")


def test_a_fix_keeps_mode_link_encoding_and_line_ends() -> None:
    real = Path("real.html")
    data = PAGE.replace("\n", "\r\n").encode("utf-16-le")
    real.write_bytes(b"\xff\xfe" + data)
    real.chmod(0o640)
    Path("link.html").symlink_to(real)
    run("check", "--select", RULE, "--fix", "link.html", code=0)
    assert Path("link.html").is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert real.read_bytes() == b"\xff\xfe" + data.decode("utf-16-le").replace("1 months", "1 month").encode("utf-16-le")


def test_records_are_fixed_only_when_asked() -> None:
    study = {"protocolSection": {"identificationModule": {"nctId": "NCT01234567", "briefTitle": "Within 1 months"}}}
    text = json.dumps(study)
    Path("study.json").write_text(text, "utf-8")
    run("check", "--select", RULE, "--fix", "study.json", code=1)
    assert Path("study.json").read_text("utf-8") == text
    run("check", "--select", RULE, "--unsafe-fixes", "study.json", code=0)
    assert Path("study.json").read_text("utf-8") == text.replace("1 months", "1 month")


def test_packed_lines_have_the_places_of_the_unpacked_file() -> None:
    study = {"protocolSection": {"identificationModule": {"nctId": "NCT01234567", "briefTitle": "Within 1 months"}}}
    line = json.dumps(study)
    with gzip.open("studies.ndjson.gz", "wt", encoding="utf-8") as out:
        out.write(f"{line}\n\n{{broken\n{line}\n" * 100)
    found = report("studies.ndjson.gz", code=2)
    fine = [each for each in found["findings"] if each["rule"] == RULE]
    assert [each["start"]["line"] for each in fine[:3]] == [1, 4, 5]
    text = f"{line}\n\n{{broken\n{line}\n" * 100
    assert all(text[each["start"]["offset"] : each["end"]["offset"]] == "months" for each in fine)
    assert len(fine) == 200
    assert [each["pages"] for each in found["files"]] == [200]


def test_standard_input_is_named() -> None:
    out, _ = run(
        "check", "--select", RULE, "--stdin-filename", "a/b.html", "--output-format", "concise", "-", code=1, stdin=PAGE.encode()
    )
    assert out.startswith("a/b.html:6:58:")


def test_standard_input_is_fixed_to_standard_output() -> None:
    out, err = run("check", "--select", RULE, "--stdin-filename", "a.html", "--fix", "-", code=0, stdin=PAGE.encode())
    assert out == PAGE.replace("1 months", "1 month")
    assert "Fixed 1 finding." in err
    out, _ = run("check", "--select", RULE, "--stdin-filename", "a.html", "--fix", "-", code=0, stdin=out.encode())
    assert out == PAGE.replace("1 months", "1 month")


def test_a_wrong_setting_names_file_key_and_the_nearest() -> None:
    Path("triallint.toml").write_text('ignroe = ["x"]\n', "utf-8")
    _, err = run("check", "page.html", code=2)
    assert "triallint.toml" in err
    assert "'ignroe'" in err
    assert "did you mean 'ignore'?" in err
    run("check", "--isolated", "--select", RULE, "page.html", code=1)


def test_several_reports_at_once() -> None:
    run("check", "--select", RULE, "--report", "json=out.json", "--report", "concise=out.txt", "page.html", code=1)
    assert json.loads(Path("out.json").read_text("utf-8"))["summary"]["findings"] == 1
    assert RULE in Path("out.txt").read_text("utf-8")


def test_output_survives_a_terminal_without_letters() -> None:
    Path("page.html").write_text(PAGE.replace("Age 18", "Age ≥ 18, pain for 1 months"), "utf-8")
    out, _ = run("check", "--select", RULE, "page.html", code=1, PYTHONIOENCODING="ascii")
    assert "\\u2265" in out


@pytest.mark.parametrize("command", ["check", "rule", "rules", "inspect", "config", "cache"])
def test_every_command_helps(command: str) -> None:
    out, _ = run(command, "--help", code=0)
    assert "Usage: triallint " in out


def test_inspect_shows_fields_with_lines() -> None:
    out, _ = run("inspect", "page.html", code=0)
    assert "3  title" in out
    assert "criteria.exclusion[0]" in out
    plain = json.loads(run("inspect", "--output-format", "json", "page.html", code=0)[0])
    page = plain["pages"][0]
    assert page["trial_id"] == "NCT01234567"
    assert page["exclusion"] == ["Knee surgery within 1 months before joining"]
    assert page["places"]["title"]["start"]["line"] == 3
    assert page["status"] is None


def test_rule_is_explained_by_name_and_code() -> None:
    assert run("rule", RULE, code=0) == run("rule", "SPL003", code=0)
    _, err = run("rule", "singular-unit", code=2)
    assert RULE in err


def test_cache_is_used_and_cleaned() -> None:
    first = run("check", "--select", RULE, "--output-format", "json", "page.html", code=1)
    assert run("check", "--select", RULE, "--output-format", "json", "page.html", code=1) == first
    out, _ = run("cache", "clean", code=0)
    assert out == "Removed 1 result.\n"


def test_config_commands(folder: Path) -> None:
    run("config", "init", code=0)
    run("config", "init", code=2)
    assert str(folder) in run("config", "validate", code=0)[0]
    assert json.loads(run("config", "show", code=0)[0])["settings"]["fail-on"] == "warning"
    assert json.loads(run("config", "schema", code=0)[0])["type"] == "object"
