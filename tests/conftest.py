"""``pytest --update-golden`` writes golden files anew; the difference is then read like any other."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

# The same examples in every run, so that nobody is stopped by what another one's change has not broken; to look for new
# ones: HYPOTHESIS_PROFILE=search pytest.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("search", max_examples=2_000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write golden files instead of comparing with them")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the file of that name in the folder ``golden`` beside the test, byte for byte."""
    update = request.config.getoption("--update-golden")
    folder = Path(request.path).parent / "golden"

    def compare(name: str, text: str) -> None:
        file = folder / name
        if update:
            file.write_bytes(text.encode("utf-8"))
        assert file.exists(), f"there is no {file}: run pytest --update-golden, then read it"
        assert text == file.read_bytes().decode("utf-8")

    return compare
