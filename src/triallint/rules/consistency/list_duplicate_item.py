"""``CAR-T, CAR T``: one thing listed twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Fix, Safety, Severity, fix
from triallint.page import Field, TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule
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
    citations=(
        Citation("ClinicalTrials.gov Protocol Registration Data Element Definitions: conditions, keywords", read="2026-11-23"),
    ),
    measured=(
        Measured("2,919 registry records", rate=0.24, right=7, read=7),
        Measured("792 rows of the WHO's platform, as pages", rate=3.79, right=30, read=30),
        Measured("2,919 records as pages with lists in one line", rate=3.91, right=113, read=114),
    ),
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
        Bad("A study\n\nConditions: Nephrotic Syndrome, CAR-T Cell Therapy, ⟦car-t⟧\n", format="txt"),
        Bad(
            "<h1>A study</h1><p>Treatments: Drug A, Drug B, ⟦drug-A⟧, Drug C</p>",
            fixed="<h1>A study</h1><p>Treatments: Drug A, Drug B, Drug C</p>",
        ),
        Bad('{"protocolSection": {"conditionsModule": {"conditions": ["IL-2", "⟦IL2⟧"]}}}', format="json"),
        Good("<h1>A study</h1><dl><dt>Conditions</dt><dd>Type 1, Type 11, A1, A 1, HIV-1, HIV-2, CD19+, CD19-</dd></dl>"),
        Good("<h1>A study</h1><p>Conditions: Leukemia, Myeloid, Leukemia, Lymphoid, Rhinitis, Rhinitis, Allergic</p>"),
        Good("<h1>A study</h1><p>Conditions: Arthritis, Knee, Arthritis, Hip</p>"),
        Good(
            "<h1>A study</h1><dl><dt>Interventions</dt><dd>Form: tablet; 5 mg; oral; twice daily<br>Form: gel; oral</dd></dl>",
        ),
        Good(
            '{"protocolSection": {"armsInterventionsModule": {"interventions": [{"name": "X"}, {"name": "X"}]}}}', format="json"
        ),
        Good('{"protocolSection": {"conditionsModule": {"conditions": ["Asthma"], "keywords": ["asthma"]}}}', format="json"),
    ),
)

# What stands behind the comma in the names of catalogues: Diabetes Mellitus, Type 2; Heart Failure, Diastolic.
_QUALIFIER = Pattern(
    r"(?i:(?:type|stage|grade|class) [\w-]+|[\w-]+[ -]onset|acute|chronic|left|right|adult|childhood|juvenile|infantile|male"
    r"|female|cell"
    r"|(?:[\w-]+ ){0,2}[\w-]*(?:ic|al|ive|ous|ary|oid|ant|ent|ed|[ -]cell(?: lung)?))",
    case=True,
)
_TAIL = Pattern(r"(?<=\w)(?: cells?)? (?:therapy|treatment)$")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Same after folding case, hyphens and spaces; the first one stays."""
    is_page = page.kind == "page"
    # A record names a treatment once for each of its doses or arms.
    for name in ("conditions", "keywords", "interventions") if is_page else ("conditions", "keywords"):
        items = page.lists.get(name, ())
        if name == "interventions" and any(":" in each.place.text or len(each.place) > 80 for each in items):
            continue  # what each group gets, or the particulars of a product, and no list
        seen: dict[str, int] = {}
        short: dict[str, int] = {}
        for at, item in enumerate(items):
            text = (item.value or "").casefold()
            key, shorter = _folded(text), _folded(_TAIL.re.sub("", text)) if is_page else ""
            first = seen.get(key, short.get(key, seen.get(shorter, -1)))
            if key and first >= 0 and not _is_part(items, first, at, name != "interventions"):
                yield _finding(items[first], items[at - 1], item, same=first == seen.get(key))
            if key:
                seen.setdefault(key, at)
                short.setdefault(shorter, at)


def _finding(first: Field[str], before: Field[str], item: Field[str], same: bool) -> Finding:
    is_same = item.value == first.value
    message = f"{item.value!r} stands here twice." if is_same else f"{item.value!r} and {first.value!r} are one thing."
    repair = _without(before, item) if same else None
    return rule.finding(item.place, message, related=[(first.place, "the first one")], fix=repair)


def _is_part(items: tuple[Field[str], ...], first: int, at: int, of_diseases: bool) -> bool:
    """Whether a comma cut the item out of a name: Leukemia, Myeloid, Leukemia, Lymphoid; or out of brackets."""
    text, origin = items[at].place.text, items[at].place.origin
    if text.count("(") != text.count(")") or _QUALIFIER.re.fullmatch(text):
        return True
    behind = [each.place for each in (items[first + 1], *items[at + 1 : at + 2]) if each.place.origin is origin]
    behind = [each for each in behind if origin.text[: each.start].rstrip().endswith(",")]
    is_inverted = len(behind) == 2 and behind[0].text != behind[1].text and first + 1 < at and of_diseases
    return is_inverted or any(_QUALIFIER.re.fullmatch(each.text) for each in behind)


def _folded(text: str) -> str:
    low = text.casefold().strip(" .;")
    without = re.sub(r"(?<=\w)[\s\-\u2010-\u2015]+(?=\w)", "", low)
    return without if re.search(r"[a-z]{2}", without) else low


def _without(before: Field[str], item: Field[str]) -> Fix | None:
    """Take out the item and the separator before it, where both stand in one line of text."""
    if before.place.origin is not item.place.origin:
        return None
    source, start, end = item.place.origin.source, before.place.span.end, item.place.span.end
    old = source.text[start:end].removesuffix(".")
    if not re.fullmatch(r"\s*[,;]\s*[^<>&\n]+", old):
        return None
    return fix("Leave the second one out.", Edit(Span(start, start + len(old)), old, ""), safety=Safety.SAFE)
