"""A rule: what it says, on whose authority, how it is proven, and the names a user knows it by.

A rule file holds ``rule = Rule(...)`` and a generator ``check(page, context)``; nothing else is needed. Its examples are
tiny real inputs and are at once its tests, its documentation and the proof of its fix.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from triallint.finding import Confidence, Finding, Fix, Label, Severity
from triallint.page import TrialPage
from triallint.passage import Passage
from triallint.suppression import Suppression

FAMILIES: Mapping[str, str] = MappingProxyType(
    {
        "STR": "structure",
        "CON": "consistency",
        "DRF": "drift",
        "CRI": "criteria",
        "DUP": "duplicates",
        "CTR": "contradictions",
        "TRM": "terms",
        "SPL": "spelling",
        "UNI": "units",
        "DAT": "dates",
        "RDB": "readability",
        "ETH": "claims",
        "INC": "people_first",
        "CNT": "contacts",
        "ACC": "accessibility",
        "ENC": "encoding",
        "PRV": "privacy",
        "SEO": "metadata",
        "SUP": "suppressions",
        "PAR": "parsing",
        "USR": "custom",
    }
)


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a rule comes from: a source a reader can look up, and when it was read (YYYY-MM-DD)."""

    title: str
    url: str = ""
    read: str = ""


@dataclass(frozen=True, slots=True)
class Good:
    """An input on which the rule is silent. ``format`` is html, md, txt, json or yaml."""

    text: str
    format: str = "html"


@dataclass(frozen=True, slots=True)
class Bad:
    """An input with the expected places between ``⟦`` and ``⟧``; ``fixed`` is the text after the rule's own fixes."""

    text: str
    fixed: str | None = None
    format: str = "html"


@dataclass(frozen=True, slots=True)
class Measured:
    """What the rule did on real data: findings per 100 documents, and how many of those read were right.

    ``doubtful`` were neither right nor wrong for sure, and count as not right; ``wrong`` says of each wrong one, in a few
    words, what it was.
    """

    on: str
    rate: float
    right: int
    read: int
    doubtful: int = 0
    wrong: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """All a rule may know beyond the page: no clock, no network, no globals.

    ``suppressions`` is given to the rules of family SUP only, which run when all others have.
    """

    today: datetime.date
    options: Any = None
    suppressions: tuple[Suppression, ...] = ()


Check = Callable[[TrialPage, Context], Iterable[Finding]]


def nothing(page: TrialPage, context: Context) -> Iterable[Finding]:
    """The check of a rule whose findings the engine makes itself."""
    del page, context
    return ()


@dataclass(frozen=True)
class Rule:
    """Metadata of a rule; ``check`` is put in by whoever loads the file.

    ``pages``, ``records``: the severity there, or None where the rule does not apply. ``off`` names the kinds (page,
    record) for which it runs only when selected. ``options`` is a frozen dataclass of the rule's settings. ``yields_to``
    names rules that speak for the same fault more tellingly. ``english`` is False for rules of no language. ``review`` is
    what the registry's own quality review calls the fault (major, advisory), empty where it does not look for it.
    """

    name: str
    code: str
    what: str
    why: str
    do: str
    examples: tuple[Good | Bad, ...]
    pages: Severity | None = Severity.WARNING
    records: Severity | None = Severity.WARNING
    off: tuple[str, ...] = ()
    confidence: Confidence = Confidence.HIGH
    citations: tuple[Citation, ...] = ()
    measured: tuple[Measured, ...] = ()
    options: type | None = None
    yields_to: tuple[str, ...] = ()
    english: bool = True
    review: str = ""
    preview: bool = False
    since: str = "0.1"
    check: Check = field(default=nothing, repr=False, compare=False)

    @property
    def family(self) -> str:
        """The family's folder name."""
        return FAMILIES[self.code[:3]]

    @property
    def fixable(self) -> bool:
        """Whether an example shows a fix."""
        return any(isinstance(each, Bad) and each.fixed is not None for each in self.examples)

    def severity(self, kind: str) -> Severity | None:
        """The severity on a ``page`` or a ``record``; None where the rule does not apply."""
        return self.pages if kind == "page" else self.records

    def finding(
        self,
        place: Passage,
        message: str,
        *,
        related: Iterable[tuple[Passage, str]] = (),
        help: str = "",
        fix: Fix | None = None,
        severity: Severity | None = None,
        confidence: Confidence | None = None,
    ) -> Finding:
        """A finding of this rule at a place."""
        return Finding(
            rule=self.name,
            code=self.code,
            message=message,
            primary=Label.of(place),
            field=place.field,
            confidence=confidence or self.confidence,
            severity=severity,
            help=help or self.do,
            related=tuple(Label.of(there, text) for there, text in related),
            fix=fix,
        )
