"""CAR-T here, CAR T there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Confidence, Finding, Fix, Safety, Severity, fix
from triallint.page import TrialPage
from triallint.passage import Hit, Passage, Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="inconsistent-term-form",
    code="TRM006",
    what="One term is written in several ways.",
    why="A search finds only some of the places, and readers ask whether two things are meant.",
    do="Write it in one way; most of this text has the other one.",
    pages=Severity.WARNING,
    records=Severity.INFO,
    confidence=Confidence.MEDIUM,
    citations=(Citation("editorial judgement"),),
    measured=(
        Measured(
            "2,919 records as pages",
            rate=3.6,
            right=38,
            read=40,
            wrong=(
                "a noun of two words",
                "high risk of",
            ),
        ),
        Measured("143 saved web pages", rate=6.29, right=0, read=0),
        Measured("2,919 registry records", rate=13.53, right=69, read=70, doubtful=1),
    ),
    examples=(
        Bad(
            "<h1>CAR-T cells</h1><p>NCT01234567</p><p>CAR-T cells are made from blood. ⟦CAR T⟧ cells are given once.</p>",
            fixed="<h1>CAR-T cells</h1><p>NCT01234567</p><p>CAR-T cells are made from blood. CAR-T cells are given once.</p>",
        ),
        Bad(
            "<h1>A long-term study</h1><p>NCT01234567</p><p>It studies long-term safety. The ⟦long term⟧ safety is not known.</p>",
            fixed="<h1>A long-term study</h1><p>NCT01234567</p><p>It studies long-term safety. The long-term safety is not known.</p>",
        ),
        Bad("<h1>Follow-up</h1><p>NCT01234567</p><p>HFpEF is common in heart failure. ⟦HFPEF⟧ is treated. HFpEF is old.</p>"),
        Good("<h1>CAR-T cells</h1><p>NCT01234567</p><p>CAR-T cells are made from blood. CAR-T cells are given once.</p>"),
        Good("<h1>A study</h1><p>NCT01234567</p><p>It studies long-term safety. In the long term, little is known.</p>"),
        Bad("<h1>A study</h1><p>NCT01234567</p><p>The level of IL-6 is measured, and ⟦IL6⟧ again a week later.</p>"),
        Good("<h1>A study</h1><p>NCT01234567</p><p>From day D-3 to D3; IL-6 and IL-61; PAO2 and PaO2</p>"),
        Good("<h1>A study</h1><p>NCT01234567</p><p>We follow up patients; the follow-up visit</p>"),
    ),
)


_MIXED = Pattern(r"[A-Z](?<=[a-z][A-Z])[A-Z]{0,5}[A-Za-z]{0,20}[0-9]?\b(?!-)", case=True)
_CHLORIDE = Pattern(r"HCl\b(?!-)", ("hcl",), case=True, whole=True)
_BEGUN = re.compile(r"(?<![A-Za-z0-9-])[A-Z]{1,6}[a-z]{0,12}$")
_DIGITS = Pattern(r"-(?<=[A-Z]-)(?P<digits>[0-9]{1,4})(?![\w-]|\.[0-9])", case=True, names=False)
_LETTERS = re.compile(r"(?<![\w.-])[A-Z]{1,6}$")
_TIMES = ("D", "J", "M", "W", "V", "H")  # D-1 is the day before the first
_APART = ("PaO",)  # PAO2 is another pressure
# Before a noun these have a hyphen; behind it, and before a preposition, they are words of their own.
_ATTRIBUTES = frozenset(
    "long-term short-term double-blind single-blind open-label placebo-controlled end-stage first-line second-line third-line high-risk "
    "low-risk high-dose low-dose progression-free disease-free event-free drug-eluting life-threatening health-related".split()
)
_COMPOUNDS = frozenset(
    "car-t child-bearing non-invasive anti-inflammatory wash-out co-morbid well-being beta-blocker non-smoker x-ray".split()
)
_NO_NOUN = frozenset("of for from to and or in on at with by is are was were as than due if when while".split())


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Compounds and codes that have a hyphen elsewhere on the page, and abbreviations whose letters differ in case only."""
    yield from _without_hyphen(page)
    yield from _codes(page)
    yield from _other_case(page)


def _without_hyphen(page: TrialPage) -> Iterator[Finding]:
    for form in sorted(form for form in _ATTRIBUTES | _COMPOUNDS if page.words.issuperset(form.split("-"))):
        hyphened = sum(_stands_alone(hit) for hit in page.find(Pattern(rf"{form}(?![\w-])", (form,), reach=30)))
        if not hyphened:
            continue
        first, second = form.split("-")
        hits = [hit for hit in page.find(Pattern(rf"{first} ?{second}\b(?!-)", (first,), reach=40)) if _is_meant(hit, form)]
        if 0 < len(hits) <= hyphened:
            yield rule.finding(hits[0].place(), f"This is “{form}” elsewhere in the text.", fix=_joined(hits, form))


def _stands_alone(hit: Hit) -> bool:
    return not hit.before[-1:].isalnum() and hit.before[-1:] != "-"


def _is_meant(hit: Hit, form: str) -> bool:
    if not _stands_alone(hit):
        return False
    following = hit.after.split(None, 1)[0] if hit.after[:1] == " " and hit.after.strip() else ""
    return form in _COMPOUNDS or (following[:1].isalpha() and following.lower() not in _NO_NOUN)


def _joined(hits: list[Hit], form: str) -> Fix | None:
    """All of them at once: what is left would be found the next time."""
    at = form.index("-")
    words = [hit[0].replace(" ", "") for hit in hits]
    edits = [hit.replace(f"{word[:at]}-{word[at:]}") for hit, word in zip(hits, words, strict=True)]
    return fix("Write it as elsewhere, here and further on.", *edits, safety=Safety.UNSAFE)


def _codes(page: TrialPage) -> Iterator[Finding]:
    """T-12 where T12 stands too: the later of the two."""
    joined: dict[str, Passage] = {}
    for hit in page.find(_DIGITS):
        letters = _LETTERS.search(hit.before[-7:])
        if letters and letters[0] not in _TIMES and (letters[0] + hit["digits"]).lower() in page.words:
            joined.setdefault(letters[0] + hit["digits"], hit.passage.slice(hit.start - len(letters[0]), hit.end))
    for code, place in joined.items():
        pattern = Pattern(rf"(?<![\w.-]){code}(?![\w-]|\.[0-9])", (code.lower(),), case=True, whole=True, names=False)
        other = next((hit.place() for hit in page.find(pattern)), None)
        if other is not None and "keywords" not in (place.root, other.root):
            first, later = sorted((place, other), key=lambda each: each.span.start)
            message = f"This is “{first.text}” elsewhere in the text."
            yield rule.finding(later, message, related=[(first, "the other form")])


def _other_case(page: TrialPage) -> Iterator[Finding]:
    begun = ((_BEGUN.search(hit.before[-20:]), hit) for hit in page.find(_MIXED))
    forms = {f"{start[0]}{hit[0]}" for start, hit in begun if start}
    forms.update("HCl" for _ in page.find(_CHLORIDE))
    for form in sorted(forms):
        if len(form) < 3 or form.startswith(_APART):
            continue
        capitals = form.upper()
        hits = page.find(Pattern(rf"{capitals}\b(?!-)", (form.lower(),), case=True)) if form.lower() in page.words else ()
        for hit in hits:
            if not hit.before[-1:].isalnum() and hit.before[-1:] not in ("-", "_"):
                yield rule.finding(hit.place(), f"This is “{form}” elsewhere in the text.")
                break
