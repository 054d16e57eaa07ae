"""A "new treatment" that nobody has approved yet."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.language import claims
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="new-treatment-without-investigational",
    code="ETH001",
    what="What is studied is called a new treatment, drug or therapy, and the section does not say that it is investigational.",
    why="Readers take a new treatment for one that was approved because it is better; nobody knows yet whether this one works.",
    do="Say that it is investigational, which means that it is still being tested.",
    pages=Severity.ERROR,
    records=None,
    citations=(
        Citation(
            "FDA, Recruiting Study Subjects: no “new treatment”, “new medication” or “new drug” without saying that the test "
            "article is investigational",
            "https://www.fda.gov/regulatory-information/search-fda-guidance-documents/recruiting-study-subjects",
            "2026-11-23",
        ),
        Citation("HHS-OIG OEI-01-97-00198 (2002): “new drug treatments” in trial listings called misleading", read="2026-11-23"),
    ),
    measured=(
        Measured("2,919 records as pages", rate=0.58, right=16, read=17, doubtful=1),
        Measured("9,476 older summaries, each set as a section of a page", rate=0.11, right=10, read=10),
        Measured("143 saved web pages", rate=0, right=0, read=0),
    ),
    examples=(
        Bad("<h1>A study</h1><p>NCT01234567</p><p>We are testing a ⟦new cell therapy⟧ for kidney disease.</p>"),
        Bad("<h1>A study</h1><h2>Why it matters</h2><p>It could offer a ⟦new treatment option⟧ for people with lupus.</p>"),
        Bad("# A study\n\n## About this study\n\nPeople get a ⟦new, once-weekly medicine⟧ or a placebo.\n", format="md"),
        Good("<h1>A study</h1><p>NCT01234567</p><p>We are testing a new, investigational cell therapy.</p>"),
        Good("<h1>A study</h1><h2>About this study</h2><p>It is a new drug. It has not been approved for sale yet.</p>"),
        Good("<h1>A study</h1><h2>About this study</h2><p>New treatments are needed. No new drug was found in ten years.</p>"),
        Good(
            "<h1>A study</h1><h2>About this study</h2><p>Tell us before you start a new medicine, or if a new drug is added.</p>"
        ),
        Good("<h1>A study</h1><h2>Eligibility criteria</h2><ul><li>No new treatment for gout within 30 days</li></ul>"),
        Good("<h1>A study</h1><p>Newly diagnosed patients before therapy; a new heart failure diagnosis, not treatment.</p>"),
        Good("<h1>A study</h1><h2>Why it matters</h2><p>There is a need to develop a new treatment for rare tumours.</p>"),
    ),
)

_NEW = Pattern(
    r"new,? (?:(?!(?:and|or|of|in|for|to|with|on|by|the|that|who|versus|vs|recently) )[\w-]{1,24},? ){0,3}"
    r"(?:(?:treatment|therapy|drug|medication|medicine) option|treatment|therapy|drug|medication|medicine|vaccine)(?![\w-])"
    r"(?! (?:is|are|was|were) (?:added|needed|started|initiated)"
    r"| (?:application|class|regulation|label|agent|option|strateg|approach|modalit|regimens|paradigm|target|combinations)\w*)",
    "new",
)
_REACH = 300
_ONE = Pattern(r"\b(?:an?|this|the|our|one|is|are|brand)(?: [\w-]+)? [\"'(]?$")
# No longer under test, or no treatment but an event.
_SETTLED = Pattern(
    r"\bapproved\b|\blicen[sc]ed\b|\bmarketed\b|\bindicated\b|\brecommend\w+|\bguidelines?\b|®|\bintroduced\b|\blist|\bevents?\b|\bretrospectiv"
)
# The reader's own next prescription, or a wish.
_ANOTHER = Pattern(
    r"\b(?:no|any|each|every|another|if|need\w*|seek\w*|search\w*|require\w*|necessary|urgent\w*|start\w*|add\w*|begin\w*|"
    r"initiat\w+|switch\w*|prescri\w+|us(?:e|ing) of|chang\w+|receiv\w+|develop\w*|identif\w+|find\w*|discover\w*|potential"
    r"|possible|benefits? of|"
    r"toward|towards|lead to|future)(?: (?:for|to|of|on|a|an|the|such|is|would|be|taking|developing|provide|finding"
    r"|identify)){0,4} $"
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Search each section of the narrative that does not say what an investigational product is."""
    if page.fact("study_type").value == "OBSERVATIONAL":
        return
    severity = Severity.WARNING if "PHASE4" in (page.fact("phase").value or ()) else None
    for part, sentence, hit in claims.said(page, _NEW):
        around = sentence.text[max(0, hit.start - _REACH) : hit.end + _REACH].lower()
        before = sentence.text[max(0, hit.start - 60) : hit.start].lower()
        is_one = _ONE.re.search(before[-30:]) is not None
        is_meant = not _ANOTHER.re.search(before) and not _SETTLED.re.search(around)
        if is_one and is_meant and not claims.is_cautious(part):
            message = (
                f"“{hit[0]}” is said of something that is still being tested; this section does not call it investigational."
            )
            yield rule.finding(hit.place(), message, severity=severity)
