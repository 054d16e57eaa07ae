"""Word rules as data: a lexicon file, or a table of a configuration, to a Rule like any other.

``lexicons/README.md`` says what a file holds. Four kinds, no more; what is cleverer is a coded rule.
"""

from __future__ import annotations

import dataclasses
import difflib
import os
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

from triallint.finding import Confidence, Finding, Safety, Severity, fix
from triallint.language.phrases import WHERE, Found, Phrase, Phrases
from triallint.language.wording import anchors_of, literal, readings
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "avoid": "“{found}” is on the list of words to avoid.",
        "prefer": "Say “{prefer}”, not “{found}”.",
        "require": "The text does not say “{prefer}”.",
        "consistent": "“{found}” is written “{prefer}” elsewhere in this text.",
    }
)
CUSTOM_KEYS = tuple("name kind terms prefer unless where message severity fix why do".split())
_KEYS = frozenset("name code kind what why do message pages records off confidence where yields_to since preview".split()) | {
    *("source", "citation", "table", "term", "bad", "good", "measured"),
}
_TERM_KEYS = frozenset((*Phrase._fields, *KINDS))
_GRADES: Mapping[str, Severity | None] = MappingProxyType({**{str(each): each for each in Severity}, "never": None})
_SAFETY = MappingProxyType({"safe": Safety.SAFE, "unsafe": Safety.UNSAFE})
_TIERS: Mapping[str, tuple[Severity | None, Confidence]] = MappingProxyType(
    {"context": (None, Confidence.MEDIUM), "unseen": (Severity.INFO, Confidence.LOW)}
)


@dataclass(frozen=True)
class Lexicon:
    """What the check of a word rule needs: its phrases and how it speaks."""

    kind: str
    phrases: Phrases
    message: str
    where: frozenset[str]


def rules() -> tuple[Rule, ...]:
    """The rules of the lexicons that ship with the package."""
    folder = Path(__file__).parent / "lexicons"
    return tuple(_shipped(folder, name) for name in sorted(os.listdir(folder)) if name.endswith(".toml"))


def _shipped(folder: Path, name: str) -> Rule:
    data = tomllib.loads((folder / name).read_text("utf-8"))
    _known(data, _KEYS, name)
    return rule_of(data, folder)


def rule_of(data: Mapping[str, Any], folder: Path) -> Rule:
    """The rule that a lexicon file's data describe. Raises ValueError, KeyError."""
    kind = data["kind"]
    lexicon = Lexicon(
        kind,
        Phrases(partial(_terms, data), folder / data["table"] if "table" in data else None),
        data.get("message", KINDS[kind]),
        frozenset(_valid(each, WHERE, f"{data['name']}: where") for each in data.get("where", ())),
    )
    rule = Rule(
        name=data["name"],
        code=data["code"],
        what=data["what"],
        why=data["why"],
        do=data["do"],
        examples=(*_examples(Bad, data.get("bad", ())), *_examples(Good, data.get("good", ()))),
        pages=_GRADES[data.get("pages", "warning")],
        records=_GRADES[data.get("records", "warning")],
        off=tuple(data.get("off", ())),
        confidence=Confidence[data.get("confidence", "high").upper()],
        citations=tuple(_citation(each) for each in (data.get("source"), *data.get("citation", ())) if each),
        measured=tuple(Measured(**{**each, "wrong": tuple(each.get("wrong", ()))}) for each in data.get("measured", ())),
        yields_to=tuple(data.get("yields_to", ())),
        preview=data.get("preview", False),
        since=data.get("since", "0.1"),
    )
    return dataclasses.replace(rule, check=partial(_check, rule, lexicon))


def _check(rule: Rule, lexicon: Lexicon, page: TrialPage, context: Context) -> Iterator[Finding]:
    del context
    return _CHECKS[lexicon.kind](rule, lexicon, page)


def _examples(form: type, given: Iterable[Mapping[str, str]]) -> Iterator[Good | Bad]:
    for each in given:
        yield form(**each)


def _citation(given: Mapping[str, Any]) -> Citation:
    return Citation(given["title"], given.get("url", ""), str(given.get("read", "")))


def _terms(data: Mapping[str, Any]) -> Iterator[Phrase]:
    """The phrases of a lexicon's own terms."""
    for term in data.get("term", ()):
        _known(term, _TERM_KEYS, f"{data['name']}, term")
        rest = {key: value for key, value in term.items() if key not in KINDS}
        rest["unless"] = "|".join(term.get("unless", ()))
        if "pattern" in term:
            yield Phrase(**rest)
        forms = term.get("avoid") or term.get(data["kind"], ())
        rest.setdefault("right", term.get("prefer", "") if "avoid" in term else "|".join(forms))
        for each in forms:
            yield Phrase(**{"pattern": literal(each), "anchors": anchors_of(each), **rest})


def _telling(rule: Rule, lexicon: Lexicon, page: TrialPage) -> Iterator[Finding]:
    """Each phrase that should not be there, with what should (avoid, prefer)."""
    for phrase, hit, _ in lexicon.phrases.find(page, lexicon.where):
        right = readings(phrase.right, hit)
        repair = None
        if phrase.fix in _SAFETY and len(right) == 1:
            repair = fix(f"Write “{right[0]}”.", hit.replace(right[0]), safety=_SAFETY[phrase.fix])
        message = _said(lexicon, hit[0], right) + (f" {phrase.why}" if phrase.why else "")
        severity, confidence = _TIERS.get(phrase.tier, (None, None))
        yield rule.finding(hit.place(), message, fix=repair, severity=severity, confidence=confidence)


def _said(lexicon: Lexicon, found: str, right: Iterable[str]) -> str:
    return lexicon.message.format(found=" ".join(found.split()), prefer="” or “".join(right))


def _missing(rule: Rule, lexicon: Lexicon, page: TrialPage) -> Iterator[Finding]:
    """Each term of which no form is there (require)."""
    there = {found.phrase.right for found in lexicon.phrases.find(page, lexicon.where)}
    for forms in dict.fromkeys(phrase.right for phrase in lexicon.phrases.all):
        if forms not in there:
            yield rule.finding(page.anchor, _said(lexicon, "", forms.split("|")))


def _inconsistent(rule: Rule, lexicon: Lexicon, page: TrialPage) -> Iterator[Finding]:
    """Each form of a term that is used less often on the page than another (consistent)."""
    groups: dict[str, list[Found]] = {}
    for found in lexicon.phrases.find(page, lexicon.where):
        groups.setdefault(found.phrase.right, []).append(found)
    for group in groups.values():
        forms = [found.phrase.pattern for found in group]
        usual = max(forms, key=forms.count)  # the first of those used equally often
        first = group[forms.index(usual)].hit
        for phrase, hit, _ in group:
            if phrase.pattern != usual:
                safety = _SAFETY.get(phrase.fix)
                repair = fix(f"Write “{first[0]}”.", hit.replace(first[0]), safety=safety) if safety else None
                related = [(first.place(), "the form used most")]
                yield rule.finding(hit.place(), _said(lexicon, hit[0], [first[0]]), related=related, fix=repair)


_CHECKS: Mapping[str, Callable[[Rule, Lexicon, TrialPage], Iterator[Finding]]] = MappingProxyType(
    {"avoid": _telling, "prefer": _telling, "require": _missing, "consistent": _inconsistent}
)


def custom(table: Mapping[str, Any], number: int = 1) -> Rule:
    """The rule of one ``[[custom-rules]]`` table, the ``number``-th of the configuration. Raises ValueError."""
    _known(table, CUSTOM_KEYS, "custom-rules")
    name = _texts(table, "name")[0]
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name):
        raise ValueError(f"custom-rules: name is {name!r}, but it should be small letters and hyphens, like 'no-miracles'.")
    kind = _valid(table.get("kind", "prefer" if "prefer" in table else "avoid"), KINDS, f"custom-rules, {name}: kind")
    severity = _valid(table.get("severity", "warning"), [str(each) for each in Severity], f"custom-rules, {name}: severity")
    data = {
        "name": name,
        "code": f"USR{number:03}",
        "kind": kind,
        "what": "The wording breaks a word rule of this site.",
        "why": "The configuration of this site asks for it.",
        "do": "Change the wording, or the rule in the configuration.",
        **{key: _texts(table, key)[0] for key in ("why", "do", "message") if key in table},
        "where": _texts(table, "where") if "where" in table else (),
        "pages": severity,
        "records": severity,
        "term": [_term(table, kind)],
    }
    _formats(name, str(data.get("message", "")))
    return rule_of(data, Path())


def _term(table: Mapping[str, Any], kind: str) -> dict[str, Any]:
    term: dict[str, Any] = {"avoid" if kind == "prefer" else kind: _texts(table, "terms")}
    if kind == "prefer":
        term["prefer"] = _texts(table, "prefer")[0]
    if "unless" in table:
        term["unless"] = _texts(table, "unless")
    if "fix" in table:
        term["fix"] = _valid(table["fix"], _SAFETY, f"custom-rules, {table['name']}: fix")
    return term


def _known(given: Iterable[str], known: Iterable[str], where: str) -> None:
    for key in given:
        if key not in known:
            raise ValueError(f"{where}: there is no key {key!r}{_nearest(key, known)}.")


def _valid(value: Any, known: Iterable[str], where: str) -> str:
    if value not in known:
        raise ValueError(f"{where} is {value!r}, but it should be one of {', '.join(known)}{_nearest(str(value), known)}.")
    return str(value)


def _nearest(name: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(name.casefold(), list(known), 1, 0.5)
    return f"; did you mean {near[0]!r}?" if near else ""


def _texts(table: Mapping[str, Any], key: str) -> list[str]:
    """The text or texts of a key, at least one and none empty."""
    given = table.get(key, ())
    texts = [given] if isinstance(given, str) else given
    if not isinstance(texts, (list, tuple)) or not texts or not all(isinstance(each, str) and each.strip() for each in texts):
        said = f"but it is {given!r}" if key in table else "but it is missing"
        raise ValueError(f"custom-rules, {table.get('name', 'without a name')}: {key} should be text, {said}.")
    return list(texts)


def _formats(name: str, message: str) -> None:
    try:
        message.format(found="", prefer="")
    except (KeyError, IndexError, ValueError, AttributeError):
        raise ValueError(
            f"custom-rules, {name}: message is {message!r}, but the only names in braces are {{found}} and {{prefer}}."
        ) from None
