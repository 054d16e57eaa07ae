"""treat-ment."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
from triallint.language.near_misses import is_common
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="broken-hyphenation",
    code="SPL012",
    what="A word still has the hyphen of an old line end.",
    why="A search for the word does not find it, and screen readers spell it out.",
    do="Take the hyphen out.",
    pages=Severity.WARNING,
    records=Severity.WARNING,
    citations=(Citation("editorial judgement"),),
    measured=(
        Measured("2,919 registry records", rate=0.65, right=19, read=19),
        Measured("2,919 records as pages", rate=0.21, right=6, read=6),
        Measured("17,367 eligibility texts", rate=0.11, right=18, read=18),
        Measured("792 rows of the WHO's platform, as pages", rate=1.01, right=8, read=8),
    ),
    examples=(
        Bad(
            "<h1>A drug</h1><p>NCT01234567</p><p>The ⟦treat-ment⟧ lasts a year.</p>",
            fixed="<h1>A drug</h1><p>NCT01234567</p><p>The treatment lasts a year.</p>",
        ),
        Bad(
            "<h1>A drug</h1><p>NCT01234567</p><p>⟦Partici-pants⟧ come twice.</p>",
            fixed="<h1>A drug</h1><p>NCT01234567</p><p>Participants come twice.</p>",
        ),
        Good("<h1>A drug</h1><p>NCT01234567</p><p>A follow-up, the re-treatment of co-morbid, well-being and pre-screening</p>"),
        Good("<h1>A drug</h1><p>NCT01234567</p><p>anti-inflammatory, X-ray, non-invasive, wash-out, out-patient</p>"),
    ),
)


_HYPHEN = Pattern(r"(?P<word>[A-Za-z]{2,14}-[a-z]{2,14})(?![\w-])", ("-",), case=True, reach=20, names=False)
_PREFIXES = frozenset(
    "re co pre non post anti multi sub semi inter intra over under up out in off on self well half mid bi tri uni neo para peri pro "
    "ultra cardio neuro micro macro mini extra counter de dis un by cross ex eye hand life long mono neur auto immuno radio chemo "
    "psycho bio breast short week new hypo hyper electro gluco mineralo cortico gastro set cut wash check drop follow break "
    "di tetra trans supra infra pseudo teen data head back web on day".split()
)
_PARTICLES = frozenset("off up out in on down over back away through".split())


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Words that are common when written together, whose second part is none and whose first part is no prefix."""
    for hit in page.find(_HYPHEN):
        first, second = hit["word"].lower().split("-")
        if first in _PREFIXES or first.endswith("o"):
            continue
        broken = is_common(first + second) and not is_common(second) and second not in _PARTICLES
        if broken and not hit.before[-1:].isalnum() and hit.before[-1:] not in ("-", "/", "."):
            joined = hit["word"].replace("-", "")
            repair = fix("Write it as one word.", hit.replace(joined, "word"), safety=Safety.UNSAFE)
            yield rule.finding(hit.place("word"), f"It is “{joined}”.", fix=repair)
