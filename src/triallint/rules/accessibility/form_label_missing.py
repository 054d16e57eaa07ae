"""A field of a form without a label."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
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
    measured=(Measured("143 saved web pages", rate=0, right=0, read=0),),
    examples=(
        Bad(_FORM.format("Country: ⟦⟧<select><option>Chile</option></select>")),
        Bad(_FORM.format('<label for="city">City</label><input id="city">⟦⟧<input type="text" id="zip">')),
        Good(_FORM.format('<label for="zip">Code</label><input id="zip"><label>City <input name="city"></label>')),
        Good(_FORM.format('<input type="hidden"><input type="submit"><input aria-label="Search trials"><input title="Age">')),
    ),
)

_FIELDS = frozenset(("input", "select", "textarea"))
_NO_FIELD = frozenset(("hidden", "submit", "button", "image", "reset"))
_NAMING = ("aria-label", "aria-labelledby", "title")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Fields that no label stands around or names; told once a page."""
    named = {tag.attributes.get("for") for tag in page.tags if tag.name == "label"}
    around = False
    for tag in page.tags:
        if tag.name == "label":
            around = "for" not in tag.attributes
        if tag.name not in _FIELDS or tag.attributes.get("type", "").lower() in _NO_FIELD:
            continue
        has_name = any(tag.attributes.get(name, "").strip() for name in _NAMING)
        if not has_name and not around and tag.attributes.get("id", "") not in named - {None}:
            yield rule.finding(tag.place(""), "This field has no label.")
            return
        around = False
