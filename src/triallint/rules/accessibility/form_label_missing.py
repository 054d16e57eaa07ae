"""A field of a form without a label."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.language.beside import before
from triallint.page import Tag, TrialPage
from triallint.passage import Passage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

_FORM = '<html lang="en"><h1>NCT01234567</h1><form>{}</form></html>'

rule = Rule(
    name="form-label-missing",
    code="ACC012",
    what="A field of a form has no label.",
    why="A screen reader says “edit text” and not what is asked for.",
    do="Put a <label for=…> before it, or an aria-label on it.",
    pages=Severity.INFO,
    records=None,
    english=False,
    citations=(
        Citation(
            "WCAG 2.2, success criterion 3.3.2, labels or instructions",
            "https://www.w3.org/TR/WCAG22/#labels-or-instructions",
            "2026-11-25",
        ),
    ),
    measured=(Measured("143 saved web pages", rate=1.4, right=2, read=2),),
    examples=(
        Bad(_FORM.format("Country: ⟦⟧<select><option>Chile</option></select>")),
        Bad(_FORM.format('<label for="city">City</label><input id="city">⟦⟧<input type="text" id="zip">')),
        Bad(_FORM.format('<input name="q" placeholder="Search"> Age:<br>⟦⟧<input name="age">')),
        Good(_FORM.format('<label for="zip">Code</label><input id="zip"><label>City <input name="city"></label>')),
        Good(_FORM.format('<input type="hidden"><input type="submit"><input aria-label="Search trials"><input title="Age">')),
    ),
)

_FIELDS = frozenset(("input", "select", "textarea"))
_NO_FIELD = frozenset(("hidden", "submit", "button", "image", "reset"))
_SHORT = 30  # characters
_NAMING = ("aria-label", "aria-labelledby", "title")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Fields that no label stands around or names; told once a page, of one with words before it that could be its label."""
    unnamed = list(_unnamed(page))
    for tag, words in unnamed:
        if words is not None:
            yield rule.finding(tag.place(""), "This field has no label.", related=[(words, "not connected to it")])
            return
    for tag, _ in unnamed[:1]:
        yield rule.finding(tag.place(""), "This field has no label.")


def _unnamed(page: TrialPage) -> Iterator[tuple[Tag, Passage | None]]:
    """The fields without a label, with what looks like one."""
    named = {tag.attributes.get("for") for tag in page.tags if tag.name == "label"}
    around = False
    for tag in page.tags:
        if tag.name == "label":
            around = "for" not in tag.attributes
        if tag.name not in _FIELDS or tag.attributes.get("type", "").lower() in _NO_FIELD:
            continue
        has_name = any(tag.attributes.get(name, "").strip() for name in _NAMING)
        if not has_name and not around and tag.attributes.get("id", "") not in named - {None}:
            yield tag, _words(page, tag)
        around = False


def _words(page: TrialPage, tag: Tag) -> Passage | None:
    """The words before a field, if they look like its label and are none of the choices of the field before."""
    words = before(page, tag)
    if words is None or not words.text or words.role in ("furniture", "heading", "title"):
        return None
    return words if words.text.endswith(":") or (len(words) <= _SHORT and words.text[-1].isalnum()) else None
