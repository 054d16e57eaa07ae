"""``free treatment``, ``at no cost to you``."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Hit, Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="free-or-cost-inducement",
    code="ETH005",
    what="Treatment, tests or visits are offered as free.",
    why="Something free draws people who cannot afford care, and hides that the treatment is under test and costs time.",
    do="Say plainly who pays for what, such as “the sponsor pays for the study visits”, or leave it to the study team.",
    pages=Severity.WARNING,
    records=None,
    citations=(
        Citation(
            "FDA, Recruiting Study Subjects: no promise of “free medical treatment” where participants are not charged for "
            "the study",
            "https://www.fda.gov/regulatory-information/search-fda-guidance-documents/recruiting-study-subjects",
            "2026-11-23",
        ),
    ),
    measured=(
        Measured("9,476 older summaries, each set as a section of a page", rate=0.07, right=7, read=7),
        Measured("143 saved web pages", rate=0, right=0, read=0),
    ),
    examples=(
        Bad("<h1>A study</h1><p>You will get ⟦free medical treatment⟧ and ⟦free parking⟧. The visits ⟦are free⟧.</p>"),
        Bad("<h1>A study</h1><h2>How to join</h2><p>Pre-screening ⟦is free⟧, and the drug comes ⟦at no cost⟧.</p>"),
        Bad("# A study\n\n## After the study\n\nEveryone is offered the vaccine ⟦free of charge⟧.\n", format="md"),
        Good("<h1>A study</h1><p>Feel free to call our toll-free number; you are free to stop, and free of pain.</p>"),
        Good("<h1>A study</h1><p>Disease-free survival, free T4, a sugar free drink, free from disease, free of infection.</p>"),
        Good("<h1>A study</h1><h2>Eligibility criteria</h2><ul><li>Access to free care; the ward is free of charge</li></ul>"),
        Good("<h1>A study</h1><p>Patients who are free of cancer; the trial is free of bias; this is free from gluten.</p>"),
    ),
)

_OFFERED = (
    r"(?:(?:medical|study|clinical|dental|health|pre|blood|lab(?:oratory)?|eye|hearing|home|medication|diagnostic)[ -])?"
    r"(?:treatments?|care|drugs?|medicines?|medications?|vaccines?|vaccinations?|screenings?|pre-?screenings?|check-?ups?|examinations?|exams?|"
    r"tests?|testing|visits?|consultations?|therap(?:y|ies)|evaluations?|assessments?|check|transport(?:ation)?|parking|travel|supplies|"
    r"glasses|hearing aids)"
)
_FREE = Pattern(
    rf"free (?:{_OFFERED})\b(?!-)|free (?:of|from) (?:any )?(?:charge|cost)s?\b|for free\b(?= ?(?:[.,;!)]|$|for\b|at\b"
    rf"|during|after|by\b))"
    r"|(?:is|are|be) (?:completely |always |entirely |absolutely |totally )?free(?= ?(?:[.,;!:)]|$|and\b|for\b|to (?:you"
    r"|participants|patients)\b))"
    r"|at no (?:extra |additional |further )?(?:cost|charge|expense)s?\b|no costs? (?:to|for) (?:you|participants|patients"
    r"|volunteers)\b"
    r"|(?:cost|charge) you nothing\b|without (?:any )?(?:charge|cost) to (?:you|participants|patients)\b",
    "free cost charge expense",
)
_CARE = Pattern(r"^free (?:medical |study |health |dental )?(?:treatments?|care|drugs?|medicines?|medications?)$")
_OF_OTHERS = Pattern(
    r"\b(?:has|have|had) been\b|\b(?:could|would|might)\b|\bavailable\b|\b(?:registry|app|website|tool|software) $"
    r"|\bgovernment|\bnational|\bif\b"
)
_ELSEWHERE = ("eligibility", "criteria", "inclusion", "exclusion", "study_population", "references")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Search everything but the criteria: also what the foot of a page offers is an offer."""
    for hit in page.find(_FREE):
        root = hit.passage.field.partition(".")[0].partition("[")[0]
        if root not in _ELSEWHERE and _is_offer(hit):
            severity = Severity.ERROR if _CARE.re.match(hit[0].lower()) else None
            yield rule.finding(hit.place(), f"“{hit[0]}” makes the study look like a gift.", severity=severity)


def _is_offer(hit: Hit) -> bool:
    """Neither the end of "toll-free" nor what others offer, or would."""
    before = hit.before[-1:]
    is_word = not before or not (before.isalnum() or before in "-_")
    return is_word and not _OF_OTHERS.re.search(hit.before[-200:].rpartition(". ")[2].lower())
