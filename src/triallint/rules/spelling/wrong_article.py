"""``a online program``, ``an unique device``, ``a MRI``."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
from triallint.page import TrialPage
from triallint.passage import Hit, Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="wrong-article",
    code="SPL020",
    what="“a” stands before a vowel sound, or “an” before a consonant.",
    why="Readers stumble, and screen readers read the slip aloud.",
    do="Write “an” before a vowel sound and “a” before any other; of an abbreviation, the sound of its first letter counts.",
    pages=Severity.WARNING,
    records=Severity.WARNING,
    citations=(Citation("AMA Manual of Style, 11th edition, 11.9: articles", read="2026-11-25"),),
    measured=(Measured("2,919 registry records", rate=7.4, right=121, read=124, doubtful=1, wrong=("an for and, twice",)),),
    examples=(
        Bad(
            "<h1>A study</h1><p>NCT01234567</p><p>They use ⟦a online⟧ diary and ⟦an device⟧ for a year.</p>",
            fixed="<h1>A study</h1><p>NCT01234567</p><p>They use an online diary and a device for a year.</p>",
        ),
        Bad(
            "<h1>A study</h1><p>NCT01234567</p><p>This is ⟦an unique⟧ test; ⟦a MRI⟧ is done within ⟦a hour⟧ or two.</p>",
            fixed="<h1>A study</h1><p>NCT01234567</p><p>This is a unique test; an MRI is done within an hour or two.</p>",
        ),
        Good(
            "<h1>A study</h1><p>NCT01234567</p><p>A unit, a one-year study, a European site, an hour, an MRI, a CT scan, an x-ray</p>"
        ),
        Good(
            "<h1>A study</h1><p>NCT01234567</p><p>Vitamin a intake, hepatitis a infection, a) asthma, part a after week 2; a NYHA class</p>"
        ),
    ),
)

_A = Pattern(
    r"(?<![\w./&-])a (?P<word>[ai][a-z]{3,24}|o(?!n[ec])[a-z]{3,24}|e(?!u|we)[a-z]{3,24}|un(?!i|an)[a-z]{2,24}|up[a-z]{2,24}|ul[a-z]{2,24}|hours?"
    r"|hourly|honest)(?![\w'])",
    (" a ",),
    reach=40,
    names=False,
)
_AN = Pattern(
    r"(?<![\w./&-])an (?P<word>[bcdfgjklmnpqrstvwyz][a-z]{3,24}|uni(?!d|n|m)[a-z]{2,24}|useful|usual|user|usage|european|one)(?![\w'])",
    ("an ",),
    reach=40,
    names=False,
)
_ABBREVIATIONS = (
    "MRI ECG EKG EEG EMG MI HIV FEV1 IV IUD LVEF LVAD LV RV ICD ICU IgE IgG SSRI INR FDA NHS LDL HDL RCT SPT STEMI NSTEMI NSAID AE SAE HF "
    "HLA RNA mRNA OFC AED ILD SBP X-ray x-ray"
).split()
_LETTERS = Pattern(
    rf"(?<![\w./&-])[Aa] (?P<word>{'|'.join(_ABBREVIATIONS)})(?![\w/])",
    tuple(f"a {each.lower()}" for each in _ABBREVIATIONS),
    case=True,
    reach=20,
    whole=True,
    names=False,
)
_NO_ARTICLE = (
    "vitamin hepatitis type group arm part class grade influenza cohort step appendix protein apolipoprotein lipoprotein virus stage "
    "immunoglobulin factor table figure phase section score panel item plan option schedule"
).split()
_NO_NOUN = frozenset("after also although among indicates into onto over only upon unless until your such".split())


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """The article by the sound that follows; a letter that counts something is none."""
    for pattern, right, severity in ((_A, "an", None), (_AN, "a", None), (_LETTERS, "an", Severity.INFO)):
        for hit in page.find(pattern):
            before = hit.before[-20:].rstrip().rpartition(" ")[2].lower()
            if before in _NO_ARTICLE or hit["word"].lower() in _NO_NOUN:
                continue
            if pattern is not _LETTERS and not (hit[0].islower() or _begins(hit)):
                continue
            article = right.capitalize() if hit[0][0] == "A" else right
            repair = fix(f"Write “{right}”.", hit.replace(f"{article} {hit['word']}"), safety=Safety.UNSAFE)
            yield rule.finding(hit.place(), f"It is “{right} {hit['word']}”.", fix=repair, severity=severity)


def _begins(hit: Hit) -> bool:
    """Whether a sentence begins with the article: behind a full stop, or at the beginning of a text without another capital."""
    return hit[0][1:].islower() and (hit.start == 0 or hit.before[-2:] in (". ", "\n", ": "))
