"""Liverfunction."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Confidence, Finding, Safety, Severity, fix
from triallint.language.near_misses import two_words, unfamiliar
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="joined-words",
    code="ENC006",
    what="Two words are joined: the space of an old line end was lost.",
    why="Readers stumble, and a search for either word does not find it.",
    do="Put the space in.",
    pages=Severity.INFO,
    records=Severity.INFO,
    confidence=Confidence.MEDIUM,
    yields_to=("misspelling", "probable-misspelling"),
    citations=(Citation("editorial judgement"),),
    measured=(
        Measured(
            "2,919 registry records",
            rate=2.06,
            right=27,
            read=30,
            wrong=(
                "frameshifts",
                "ethylcellulose",
                "a typing slip of one word",
            ),
        ),
        Measured("2,919 records as pages", rate=0.69, right=0, read=0),
    ),
    examples=(
        Bad(
            "<h1>A drug</h1><p>NCT01234567</p><p>Normal ⟦liverfunction⟧ at screening</p>",
            fixed="<h1>A drug</h1><p>NCT01234567</p><p>Normal liver function at screening</p>",
        ),
        Bad(
            "<h1>A drug</h1><p>NCT01234567</p><p>No ⟦obviousabnormality⟧ was seen.</p>",
            fixed="<h1>A drug</h1><p>NCT01234567</p><p>No obvious abnormality was seen.</p>",
        ),
        Good(
            "<h1>A drug</h1><p>NCT01234567</p><p>The outpatient bloodstream, a timepoint, healthcare and follow-up; immunotherapy; cardiothoracic</p>"
        ),
        Good("<h1>A drug</h1><p>NCT01234567</p><p>See www.liverfunction.org and liverfunction_test</p>"),
    ),
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Words that are two common ones in a row, and that nobody else writes as one."""
    for word in sorted(word for word in unfamiliar(page.words) if len(word) >= _SHORTEST and word.isascii() and word.isalpha()):
        parts = two_words(word)
        if parts is None or parts[0] in _COMBINING or parts[0].endswith(("o", "y")) or parts[1] in _ENDINGS:
            continue
        for hit in page.find(Pattern(rf"{word}(?![\w@-])", (word,), case=True)):
            field = hit.passage.field.partition("[")[0]
            if (
                hit.before[-1:].isalnum()
                or hit.before[-1:] in ("-", ".", "@", "/", "_")
                or (hit.after[:1] == "." and hit.after[1:2].isalpha())
                or field in _NAMES
                or hit[0][1:] != hit[0][1:].lower()
            ):
                continue
            split = f"{hit[0][: len(parts[0])]} {hit[0][len(parts[0]) :]}"
            repair = fix("Put the space in.", hit.replace(split), safety=Safety.UNSAFE)
            yield rule.finding(hit.place(), f"This is “{split}”.", fix=repair)


_SHORTEST = 10  # letters: shorter ones are closed compounds more often
_ENDINGS = frozenset(
    "less able ability abilities ward wards like ness wise metric ante city most graphy scopy form forms".split()
)
_COMBINING = frozenset(
    "tetra counter cine tele multi micro macro trans inter intra super supra immuno broncho adeno pseudo ultra under over hyper hypo post anti auto cardio neuro "
    "extra mono poly semi mini mega retro endo peri para photo bio electro thermo psycho socio fibro myo osteo".split()
)
_NAMES = (
    "locations",
    "contacts",
    "sponsor",
    "collaborators",
    "references",
    "title",
    "acronym",
    "arms",
    "interventions",
    "keywords",
)
