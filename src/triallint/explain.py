"""One rule to words: for the terminal, the documentation and whoever else shows it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from triallint.rule import Bad, Good, Measured, Rule


def markdown(rule: Rule) -> str:
    """The rule's page."""
    return "\n".join(_lines(rule)).rstrip() + "\n"


def summary(rule: Rule) -> dict[str, object]:
    """The rule in a list of rules."""
    return {
        "code": rule.code,
        "name": rule.name,
        "family": rule.family,
        "severity": str(rule.pages or rule.records),
        "severities": {"page": _word(rule.pages), "record": _word(rule.records)},
        "confidence": str(rule.confidence),
        "default": is_default(rule),
        "fixable": rule.fixable,
        "summary": rule.what,
    }


def is_default(rule: Rule) -> bool:
    """Whether the rule runs, on pages or records, without being selected."""
    return any(rule.severity(kind) is not None and kind not in rule.off for kind in ("page", "record"))


def _word(severity: object) -> str | None:
    return None if severity is None else str(severity)


def _lines(rule: Rule) -> Iterator[str]:
    yield from (f"# {rule.name} ({rule.code})", "", rule.what, "", f"**Why it matters.** {rule.why}", "")
    yield from (f"**What to do.** {rule.do}", "", *_facts(rule), "")
    for title, examples in (("Found", _of(rule, Bad)), ("Not found", _of(rule, Good))):
        if examples:
            yield from (f"## {title}", "", *examples)
    if rule.options is not None:
        yield from ("## Options", "", *_options(rule), "")
    if rule.citations:
        yield from ("## Sources", "", *(_citation(each) for each in rule.citations), "")
    if rule.measured:
        yield from ("## Measured", "", *(f"- {_measured(each)}" for each in rule.measured), "")


def _facts(rule: Rule) -> Iterator[str]:
    yield f"- Family: {rule.family}"
    for kind, severity in (("pages", rule.pages), ("records", rule.records)):
        default = "" if kind[:-1] not in rule.off else ", off by default"
        yield f"- On {kind}: {'does not apply' if severity is None else f'{severity}{default}'}"
    yield f"- Confidence: {rule.confidence}"
    yield f"- Fix: {'yes' if rule.fixable else 'no'}"
    if rule.review:
        yield f"- The registry's quality review calls it: {rule.review}"
    if rule.yields_to:
        yield f"- Says nothing where one of these speaks of the same place: {', '.join(rule.yields_to)}"


def _of(rule: Rule, kind: type) -> list[str]:
    shown = []
    for each in rule.examples:
        if isinstance(each, kind):
            fixed = each.fixed if isinstance(each, Bad) else None
            after = f"\nafter fixing:\n\n{_fenced(fixed, each.format)}" if fixed is not None else ""
            shown.append(f"{_fenced(each.text, each.format)}{after}")
    return shown


def _fenced(text: str, form: str) -> str:
    fence = "```" if "```" not in text else "````"
    return f"{fence}{form}\n{text.rstrip()}\n{fence}\n"


def _options(rule: Rule) -> Iterator[str]:
    assert rule.options is not None
    for each in dataclasses.fields(rule.options):
        least = each.metadata.get("at_least")
        limit = f", at least {least}" if least is not None else ""
        yield f"- `{each.name.replace('_', '-')}` (default {each.default!r}{limit}): {each.metadata.get('help', '')}"


def _citation(each: object) -> str:
    title, url, read = (getattr(each, name) for name in ("title", "url", "read"))
    return f"- {title}{f', <{url}>' if url else ''}{f' (read {read})' if read else ''}"


def _measured(each: Measured) -> str:
    if not each.rate:
        return f"{each.on}: never found."
    doubtful = f", {each.doubtful} doubtful" if each.doubtful else ""
    wrong = f" Wrong: {'; '.join(each.wrong)}." if each.wrong else ""
    return f"{each.on}: {each.rate:g} findings per 100, {each.right} of {each.read} read were right{doubtful}.{wrong}"
