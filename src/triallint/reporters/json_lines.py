"""One JSON object a line for each finding, as it is found: the findings of the JSON report, for pipes and long runs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TextIO

from triallint.reporters.json import finding
from triallint.reporters.look import Look
from triallint.reporters.totals import shown
from triallint.result import FileResult


def report(results: Iterable[FileResult], out: TextIO, look: Look) -> None:
    """Write each finding."""
    for result in results:
        out.writelines(f"{json.dumps(finding(each))}\n" for each in shown(result, look.min_severity))
