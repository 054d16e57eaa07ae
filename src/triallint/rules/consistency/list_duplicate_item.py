"""``CAR-T, CAR T``: one thing listed twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Fix, Safety, Severity, fix
from triallint.page import Field, TrialPage
from triallint.rule import Bad, Context, Good, Measured, Rule
from triallint.source import Edit, Span

rule = Rule(
    name="list-duplicate-item",
    code="CON014",
    what="A list of conditions, keywords or treatments names one thing twice.",
    why="The reader takes the two for different things and looks for the difference.",
    do="Keep one of them.",
    pages=Severity.WARNING,
    records=Severity.WARNING,
    english=False,
    measured=(Measured("2,919 registry records", rate=0.24, right=7, read=7),),
    examples=(
        Bad(
            "A study\n\nConditions: Asthma, COPD, ⟦asthma⟧\n",
            fixed="A study\n\nConditions: Asthma, COPD\n",
            format="txt",
        ),
        Bad(
            "<h1>A study</h1><dl><dt>Interventions</dt><dd>CAR-T, ⟦CAR T⟧, rituximab</dd></dl>",
            fixed="<h1>A study</h1><dl><dt>Interventions</dt><dd>CAR-T, rituximab</dd></dl>",
        ),
        Bad('{"protocolSection": {"conditionsModule": {"conditions": ["IL-2", "⟦IL2⟧"]}}}', format="json"),
        Good("<h1>A study</h1><dl><dt>Conditions</dt><dd>Type 1, Type 11, A1, A 1, HIV-1, HIV-2</dd></dl>"),
        Good(
            '{"protocolSection": {"armsInterventionsModule": {"interventions": [{"name": "X"}, {"name": "X"}]}}}', format="json"
        ),
        Good('{"protocolSection": {"conditionsModule": {"conditions": ["Asthma"], "keywords": ["asthma"]}}}', format="json"),
    ),
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Same after folding case, hyphens and spaces; the first one stays."""
    # A record names a treatment once for each of its doses or arms.
    for name in ("conditions", "keywords", "interventions") if page.kind == "page" else ("conditions", "keywords"):
        seen: dict[str, Field[str]] = {}
        items = page.lists.get(name, ())
        for before, item in zip((None, *items), items, strict=False):
            key = _folded(item.value or "")
            if not key:
                continue
            if key in seen:
                first = seen[key]
                message = f"{item.value!r} and {first.value!r} are one thing."
                related = [(first.place, "the first one")]
                yield rule.finding(item.place, message, related=related, fix=_without(before, item))
            seen.setdefault(key, item)


def _folded(text: str) -> str:
    low = text.casefold().strip(" .;")
    without = re.sub(r"[\s\-\u2010-\u2015]+", "", low)
    return without if re.search(r"[a-z]{2}", without) else low


def _without(before: Field[str] | None, item: Field[str]) -> Fix | None:
    """Take out the item and the separator before it, where both stand in one line of text."""
    if before is None or before.place.origin is not item.place.origin:
        return None
    source, start, end = item.place.origin.source, before.place.span.end, item.place.span.end
    old = source.text[start:end]
    if not re.fullmatch(r"\s*[,;]\s*[^<>&\n]+", old):
        return None
    return fix("Leave the second one out.", Edit(Span(start, end), old, ""), safety=Safety.SAFE)
