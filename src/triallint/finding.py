"""What a rule says about a page: what is wrong, where, why it matters, what to do, and an edit where there is one."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from triallint.passage import Passage
from triallint.source import Edit, Span


class Severity(enum.IntEnum):
    """How much a reader can be harmed. Ordered: ``Severity.ERROR > Severity.WARNING > Severity.INFO``."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()


class Confidence(enum.IntEnum):
    """How often the rule is right on real data; measured, not felt."""

    LOW = 1
    MEDIUM = 2
    HIGH = 3

    def __str__(self) -> str:
        return self.name.lower()


class Safety(enum.IntEnum):
    """SAFE cannot change clinical meaning in any context; UNSAFE wants a human's eye. Nothing else exists."""

    UNSAFE = 1
    SAFE = 2

    def __str__(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that repair one finding, all or none of them."""

    title: str
    edits: tuple[Edit, ...]
    safety: Safety


@dataclass(frozen=True, slots=True)
class Label:
    """A place with its text: ``message`` says what it has to do with the finding."""

    span: Span
    excerpt: str
    message: str = ""

    @classmethod
    def of(cls, place: Passage, message: str = "") -> Label:
        """The label of a passage."""
        whole = place.widened
        return cls(whole.span, whole.decoded, message)


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault at one place. ``field`` is the place in the trial, ``primary`` the place in the source.

    ``severity`` is None where the rule leaves it to its own grade for this kind of input.
    """

    rule: str
    code: str
    message: str
    primary: Label
    field: str
    confidence: Confidence
    severity: Severity | None = None
    help: str = ""
    related: tuple[Label, ...] = ()
    fix: Fix | None = None


def fix(title: str, *edits: Edit | None, safety: Safety) -> Fix | None:
    """A Fix of these edits; None when one of them could not be made exactly (see Passage.replace)."""
    done = tuple(edit for edit in edits if edit is not None)
    return Fix(title, done, safety) if done and len(done) == len(edits) else None
