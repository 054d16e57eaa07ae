"""Comments in a source that switch rules off for a line, a stretch or a file, and what is wrong with them.

``<!-- triallint: disable-next-line=RULE,RULE until=2027-01-31 -- reason -->``; also disable-line, disable ... enable,
disable-file. In YAML and front matter the same after ``#``.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass

from triallint.finding import Finding
from triallint.page import Comment
from triallint.passage import Origin, Passage
from triallint.source import Source, Span

_DIRECTIVE = re.compile(r"\s*triallint:\s*(?P<verb>\w+(?:-\w+)*)(?P<rest>.*)", re.S)
_RULES = re.compile(r"=[\w*,\s-]*")
VERBS = ("disable-next-line", "disable-line", "disable", "enable", "disable-file")
_NOWHERE = Span(-1, -1)


@dataclass(frozen=True, slots=True)
class Suppression:
    """One directive. ``span`` is the comment, ``reach`` the offsets in which findings are hidden, end excluded.

    ``rules`` are the names as written; none means every rule. ``until`` is the last day it holds; ``closed`` is False for
    a ``disable`` that no ``enable`` follows. What the run made of it: ``used`` if it hid a finding, ``judged`` if all its
    rules ran, ``unknown`` the names that are no rule's.
    """

    verb: str
    rules: tuple[str, ...]
    span: Span
    reach: Span
    reason: str = ""
    until: datetime.date | None = None
    closed: bool = True
    used: bool = False
    judged: bool = False
    unknown: tuple[str, ...] = ()

    def place(self, source: Source) -> Passage:
        """The comment, as a place to point at."""
        text = source.text[self.span.start : self.span.end]
        return Passage("suppression", text, Origin(source, text, [(0, self.span.start, self.span.end)]), "value")

    def hides(self, finding: Finding, names: frozenset[str], today: datetime.date) -> bool:
        """Whether this directive covers a finding; ``names`` are all names of its rule (name, code, families)."""
        if self.until is not None and today > self.until:
            return False
        if not self.reach.start <= finding.primary.span.start < max(self.reach.end, self.reach.start + 1):
            return False
        return not self.rules or any(rule.casefold() in names for rule in self.rules)


def read(source: Source, comments: Iterable[Comment]) -> tuple[Suppression, ...]:
    """The directives among a source's comments, in order."""
    found: list[Suppression] = []
    opened: list[int] = []
    for comment in comments:
        if "triallint:" not in comment.text:
            continue
        made = _directive(source, comment)
        if made.verb == "enable":
            _close(found, opened, made)
        elif made.verb == "disable":
            opened.append(len(found))
        found.append(made)
    return tuple(found)


def _directive(source: Source, comment: Comment) -> Suppression:
    """What a comment says; one that cannot be understood has all of it for a verb and hides nothing."""
    directive = _DIRECTIVE.match(comment.text)
    meant, _, reason = directive["rest"].partition("--") if directive else ("", "", "")
    names, _, until = (each.strip() for each in meant.partition("until="))
    last = _day(until)
    if directive is None or (names and not _RULES.fullmatch(names)) or (until and last is None):
        return Suppression(" ".join(comment.text.split()), (), comment.span, _NOWHERE)
    verb = directive["verb"]
    rules = tuple(each.strip() for each in names[1:].split(",") if each.strip())
    return Suppression(verb, rules, comment.span, _reach(source, comment, verb), reason.strip(), last, verb != "disable")


def _day(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def _reach(source: Source, comment: Comment, verb: str) -> Span:
    if verb == "disable-file":
        return Span(0, len(source.text) + 1)
    line = source.line_at(comment.span.start)
    if verb == "disable-line":
        return Span(line.start, line.end + 1)
    if verb == "disable-next-line":
        after = source.text.find("\n", comment.span.end)
        if after < 0:
            return Span(len(source.text), len(source.text))
        following = source.line_at(after + 1)
        return Span(following.start, following.end + 1)
    return Span(comment.span.end, len(source.text) + 1) if verb == "disable" else _NOWHERE


def _close(found: list[Suppression], opened: list[int], enable: Suppression) -> None:
    for at in reversed(opened):
        each = found[at]
        if set(each.rules) == set(enable.rules) or not enable.rules:
            found[at] = Suppression(
                each.verb, each.rules, each.span, Span(each.reach.start, enable.span.start), each.reason, each.until
            )
            opened.remove(at)
            if enable.rules:
                return
