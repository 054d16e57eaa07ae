"""What the README and the generated files show is what the program does now."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize("tool", ["readme", "config_schema", "rule_pages"])
def test_generated_text_is_fresh(tool: str) -> None:
    done = subprocess.run([sys.executable, f"tools/{tool}.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"run tools/{tool}.py and look at the difference: {done.stdout}{done.stderr}"
