"""``Using X to treat Y``."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="title-implies-proven-treatment",
    code="ETH008",
    what="The title tells of treating a disease, and not that the treatment is being tested.",
    why="The title is what people read first, and often all they read: they take the study for care that is known to work.",
    do="Begin with “Testing ...”, or say that it is a study of the treatment.",
    pages=Severity.WARNING,
    records=None,
    citations=(
        Citation(
            "Lists of words that ethics boards question in recruitment: “treatment” for what is not proven", read="2026-11-23"
        ),
    ),
    measured=(
        Measured("2,919 records as pages", rate=0.65, right=19, read=19),
        Measured("143 saved web pages", rate=0, right=0, read=0),
        Measured("792 rows of the WHO's platform, as pages", rate=0.88, right=7, read=7),
    ),
    examples=(
        Bad("<h1>⟦Using cell therapy to treat nephrotic syndrome⟧</h1><dl><dt>Phase</dt><dd>Phase 1</dd></dl>"),
        Bad("<h1>⟦Treatment of Lupus With Examplumab⟧</h1><dl><dt>Phase</dt><dd>Phase 2</dd></dl>"),
        Good("<h1>Testing cell therapy to treat nephrotic syndrome</h1><dl><dt>Phase</dt><dd>Phase 1</dd></dl>"),
        Good("<h1>A Study of Examplumab to Treat Lupus</h1><dl><dt>Phase</dt><dd>Phase 2</dd></dl>"),
        Good("<h1>Using examplumab to treat gout</h1><dl><dt>Phase</dt><dd>Phase 4</dd></dl>"),
        Good("<h1>Treating Doctors and Their Patients</h1><dl><dt>Study type</dt><dd>Observational</dd></dl>"),
        Good("<h1>Examplumab in Treatment-Resistant Depression</h1><dl><dt>Phase</dt><dd>Phase 3</dd></dl>"),
    ),
)

_TREATING = Pattern(r"^(?:using|treating|treatment (?:of|for|with)|curing|healing)\b|\bto (?:treat|cure|heal)\b(?!-)")
_TESTED = Pattern(
    r"stud(?:y|ies|ied)|trial|test|investigat|experiment|research|evaluat|assess|compar|examin|explor|determin|versus|\bvs\b|"
    r"efficacy|effect|safe|tolerab|feasib|pilot|phase|potential|whether|if\b|\bor\b|dose|escalat|finding|placebo|random|can\b|"
    r"learn|looking|understand|\?|protocol|impact|value|role of|optimi[sz]|predict|outcomes?|new approach|proof|registry"
)
_EARLY = ("EARLY_PHASE1", "PHASE1", "PHASE2", "PHASE3")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Only where the phase says that the treatment is not approved yet."""
    title, phases = page.fact("title"), page.fact("phase").value or ()
    if not title or not any(each in _EARLY for each in phases) or page.fact("study_type").value == "OBSERVATIONAL":
        return
    text = title.place.text.lower()
    if _TREATING.re.search(text) and not _TESTED.re.search(text):
        yield rule.finding(title.place, "This title promises a treatment; nothing in it says that the treatment is being tested.")
