"""A page that tells the benefit and not the risk."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.language import claims, hedging, narrative
from triallint.page import TrialPage
from triallint.passage import Hit, Passage, Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="benefit-without-risk",
    code="ETH004",
    what="The page speaks of a possible benefit and nowhere of risks, side effects or discomfort.",
    why="Readers who are told only of the benefit cannot weigh it, and every treatment under study has risks.",
    do="Name the known risks beside the benefit, or say that the risks are not all known and that the study team explains them.",
    pages=Severity.ERROR,
    records=None,
    citations=(
        Citation(
            "OHRP, Guidance on IRB Review of Clinical Trial Websites (2005): risks and benefits balanced and fair",
            read="2026-11-23",
        ),
        Citation("HHS-OIG OEI-01-97-00198 (2002): of 110 listed trials 29 told benefits and none told risks", read="2026-11-23"),
    ),
    measured=(
        Measured("2,919 records as pages", rate=0.1, right=3, read=3),
        Measured("9,476 older summaries, each set as a section of a page", rate=0.02, right=2, read=2),
        Measured("143 saved web pages", rate=0, right=0, read=0),
    ),
    examples=(
        Bad("<h1>A study</h1><h2>Why it matters</h2><p>Potential benefit: ⟦The therapy could spare people dialysis.⟧</p>"),
        Bad("<h1>A study</h1><h2>Possible benefits</h2><p>⟦Fewer attacks, and better sleep for the whole family.⟧</p>"),
        Bad("# A study\n\n## About this study\n\nWe test a drug. ⟦It may help you breathe.⟧ Call us.\n", format="md"),
        Bad(
            "<h1>A study</h1><h2>Why it matters</h2><p>⟦This drug could improve lives and reduce the risk of stroke.⟧</p>"
            "<h2>Exclusion criteria</h2><ul><li>Adverse events of an earlier therapy</li></ul>"
        ),
        Good("<h1>A study</h1><h2>Why it matters</h2><p>It may help you breathe. Side effects are possible.</p>"),
        Good("<h1>A study</h1><h2>Benefits and risks</h2><p>It may help you, or it may not. There are risks.</p>"),
        Good("<h1>A study</h1><h2>About this study</h2><p>We want to see if the drug can help people with gout.</p>"),
        Good(
            "<h1>A study</h1><h2>About this study</h2><p>Blood tests may help doctors plan; the gene may improve our models.</p>"
        ),
    ),
)

_MODAL = r"(?:may|might|could|can|will)(?: also| greatly| even| possibly)?"
_GOOD = Pattern(
    rf"{_MODAL} (?:help|improve|relieve|extend|prolong|ease|reduce|lower|slow|benefit|cure|spare|offer|save|give)\b"
    r"(?! (?:us|doctors|researchers|scientists|investigators|to (?:identify|understand|explain|learn))\b)",
    "may might could can will",
)
_YOURS = Pattern(
    r" (?:to |with )?(?!set |plan|schedul|find|understand|decid|answer|arrang)(?:[\w-]+ ){0,2}?(?:you|your)\b(?! (?:visit"
    r"|doctor|decid|plan|app|find|understand))"
)
_HELPERS = Pattern(
    r"\b(?:staff|doctors?|nurses?|team|coordinators?|researchers?|we|they|information|results|data|samples?|questions?)\b"
)
_LABEL = Pattern(r"\b(?:(?:possible|potential|expected) )?benefits?\s*:\s*$")
_HEADING = Pattern(r"\bbenefits?\b")
_RISK = Pattern(
    r"(?:risks\b|side[- ]effects?|adverse (?:events?|effects?|reactions?)|harm(?:s|ful|ed)?\b|discomforts?|complications|toxicit|"
    r"(?:you|it|treatment|study|therapy|drug) may not (?:benefit|help|work)|(?:known|possible|potential|any|the|some) "
    r"risk\b(?! of))",
    "risk effect adverse harm discomfort complications toxicit may",
)
_LESS = Pattern(r"\b(?:reduc|lower|decreas|cut|less|fewer|avoid|prevent|without|minimi[sz])\w*(?: [\w-]+){0,3} $")
_CRITERIA = ("eligibility", "criteria", "inclusion", "exclusion", "study_population")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """The first sentence that tells a benefit, where no text outside the criteria tells a risk."""
    first = next(_benefits(page), None)
    if first and not any(True for _ in _risks(page)):
        yield rule.finding(first, "This tells of a benefit; the page nowhere tells of a risk, a side effect or a discomfort.")


def _benefits(page: TrialPage) -> Iterator[Passage]:
    """Sentences under a label or heading that says so, and those that say it of what is studied, or to the reader."""
    for part in page.once(narrative.parts):
        for sentence in part.sentences:
            if _LABEL.re.search(_label(sentence)) or _HEADING.re.search(part.heading.lower()):
                yield sentence
    to_reader = (each for each in claims.said(page, _GOOD) if _is_to_reader(each.hit))
    for _, sentence, hit in (*to_reader, *claims.of_article(page, _GOOD)):
        text = sentence.text
        is_open = hedging.is_asked(text, hit.start) or hedging.is_denied(text, hit.start)
        if not is_open and "hypothes" not in _label(sentence):
            yield sentence


def _is_to_reader(hit: Hit) -> bool:
    """Whether it is the reader who gains: "may help you breathe", "you may benefit"."""
    before, after = hit.before[-200:].lower(), hit.after[:100].lower()
    if _HELPERS.re.search(before):
        return False
    return _YOURS.re.match(after) is not None or (hit[0].endswith("benefit") and before.endswith("you "))


def _label(sentence: Passage) -> str:
    """What stands before a sentence in its block, in lower case: "potential benefit: "."""
    return sentence.origin.text[max(0, sentence.start - 40) : sentence.start].lower()


def _risks(page: TrialPage) -> Iterator[Passage]:
    """What is said of risks outside the criteria; "fewer side effects" is a benefit."""
    for hit in page.find(_RISK):
        root = hit.passage.field.partition(".")[0].partition("[")[0]
        if root not in _CRITERIA and not _LESS.re.search(hit.before[-60:].lower()):
            yield hit.place()
