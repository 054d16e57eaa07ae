"""A treatment under study that "is safe and effective"."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.language import claims, hedging
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="efficacy-claim",
    code="ETH002",
    what="The treatment under study is said to work or to be safe, as if that were known.",
    why="The trial exists because nobody knows; a reader who believes the claim joins for a benefit that may not come.",
    do="Say what the study tests: “to find out whether it improves ...”, “it is designed to ...”.",
    pages=Severity.ERROR,
    records=None,
    citations=(
        Citation(
            "FDA, Recruiting Study Subjects: no claim, explicit or implicit, that the test article is safe or effective",
            "https://www.fda.gov/regulatory-information/search-fda-guidance-documents/recruiting-study-subjects",
            "2026-11-23",
        ),
    ),
    measured=(
        Measured("2,919 records as pages", rate=0.03, right=1, read=1),
        Measured("143 saved web pages", rate=0, right=0, read=0),
    ),
    examples=(
        Bad("<h1>A study</h1><h2>About this study</h2><p>This new therapy ⟦improves⟧ kidney function in children.</p>"),
        Bad(
            "<h1>A study</h1><dl><dt>Drugs / interventions</dt><dd>Examplumab</dd></dl>"
            "<h2>Why it matters</h2><p>Examplumab ⟦is safe⟧ and helps people breathe.</p>"
        ),
        Bad("# A study\n\n## Why it matters\n\nThe study drug ⟦has been proven effective⟧ in adults.\n", format="md"),
        Good("<h1>A study</h1><h2>About this study</h2><p>The study tests whether this therapy improves kidney function.</p>"),
        Good(
            "<h1>A study</h1><h2>About this study</h2><p>We want to see if the study drug is safe. This therapy may improve "
            "it.</p>"
        ),
        Good("<h1>A study</h1><h2>About this study</h2><p>This drug is not safe in pregnancy. Is this drug effective?</p>"),
        Good("<h1>A study</h1><h2>About this study</h2><p>Once this drug is proven safe, more people will get it.</p>"),
        Good(
            "<h1>A study</h1><h2>About this study</h2><p>This drug is effective against gout [3] and is an approved medicine.</p>"
        ),
        Good("<h1>A study</h1><h2>Detailed description</h2><p>This therapy improves survival.</p>"),
    ),
)

_CLAIM = Pattern(
    r"(?:(?:also |directly |effectively |safely |successfully |significantly |greatly |quickly )?"
    r"(?:cures|eliminates|eradicates|destroys|reverses|heals|works (?:against|well|better)|"
    r"(?:improves|restores|relieves|reduces|lowers|prevents|stops|slows|helps|boosts|protects)(?= [\w-]+))"
    r"|(?:is|are|has been|have been) (?:(?:both|very|highly|also|clinically|generally|proven|proved|known|to|be) ){0,6}"
    r"(?:safe|effective|efficacious|well[- ]tolerated|beneficial))\b(?!-)",
    "cures eliminates eradicates destroys reverses heals works improves restores relieves reduces lowers prevents stops slows "
    "helps boosts protects safe effective efficacious tolerated beneficial proven",
    reach=120,
)
_REACH = 300
# Somebody else's finding, a matter of course, or a condition.
_SETTLED = Pattern(
    r"\bapproved\b|\blicen[sc]ed\b|\bonce\b|\bafter\b|\bas soon as\b|\bas long as\b|\btrials\b|\bstudies\b|\bshow(?:n|ed"
    r"|s)?\b|\bdemonstrat|"
    r"\bfound\b|\bestablished\b|\bwell[- ]known\b|\breported\b|\bmice\b|\brats?\b|\banimals?\b|\balready\b|\bstandard\b"
    r"|\bcommon|\busual|®"
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """A source or an approval makes it a statement of fact; a question, an aim or a "may" makes it no claim."""
    if page.fact("study_type").value == "OBSERVATIONAL" or "PHASE4" in (page.fact("phase").value or ()):
        return
    for _, sentence, hit in claims.of_article(page, _CLAIM):
        at = hit.bounds("said")[0]
        governed = hedging.is_governed(sentence.text, at) or _SETTLED.re.search(
            sentence.text[max(0, at - _REACH) : at + _REACH].lower()
        )
        if not governed and not claims.is_sourced(page, sentence):
            yield rule.finding(hit.place("said"), f"“{hit[0]}” asserts what the study is to find out.")
