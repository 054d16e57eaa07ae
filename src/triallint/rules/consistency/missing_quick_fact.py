"""Facts that patients look for first, and that a page does not give."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

_WHOLE = (
    "<h1>A study</h1><p>NCT01234567</p><dl><dt>Conditions</dt><dd>Asthma</dd><dt>Drugs</dt><dd>Nebutiride</dd><dt>Phase</dt>"
    "<dd>Phase 2</dd><dt>Enrollment</dt><dd>40</dd><dt>Ages</dt><dd>18 years and older</dd><dt>Sex</dt><dd>All</dd>"
    "<dt>Sponsor</dt><dd>Lakeside Hospital</dd><dt>Locations</dt><dd>Chicago, Illinois</dd>{}</dl>"
)
rule = Rule(
    name="missing-quick-fact",
    code="CON002",
    what="The page lacks a fact that readers look for.",
    why="Patients decide by condition, place, dates, age and sex whether to read on; what is missing sends them elsewhere.",
    do="Add the missing facts from the registry's record.",
    pages=Severity.WARNING,
    records=None,
    citations=(
        Citation("Schindler et al., PLOS ONE 2020: what patients look for in trial information", read="2026-11-23"),
        Citation("WHO Trial Registration Data Set 1.3.1", read="2026-11-23"),
    ),
    measured=(
        Measured("143 saved web pages", rate=96.5, right=30, read=30),
        Measured("792 rows of the WHO's platform, as pages", rate=91.04, right=20, read=20),
    ),
    examples=(
        Bad(_WHOLE.format("").replace("<h1>", "<h1>⟦⟧")),
        Bad("<h1>⟦⟧A study</h1><p>NCT01234567</p><dl><dt>Phase</dt><dd>Phase 2</dd><dt>Sex</dt><dd>All</dd></dl>"),
        Good(
            _WHOLE.format(
                "<dt>Start date</dt><dd>May 2025</dd><dt>Primary completion date</dt><dd>May 2027</dd>"
                "<dt>Primary outcome</dt><dd>Lung function after 12 weeks</dd>"
            )
        ),
        Good("<h1>A study</h1><p>NCT01234567 is told about on our news page, which shows no table of facts.</p>"),
    ),
)

# What is missing, how it is called, and words that say it may stand there unread.
_FACTS = (
    ("enrollment", "the number of participants", "enrollment enrolment size"),
    ("minimum_age maximum_age", "the ages", "age ages aged"),
    ("sex", "the sexes", "sex gender male female women men"),
    ("sponsor", "the sponsor", "sponsor sponsored funded"),
)
_LISTS = (("conditions", "the condition", "condition disease"), ("interventions", "the treatment", "intervention treatment drug"))
_DATES = (
    ("start_date", "the start date", "start starts started began begins"),
    ("primary_completion_date completion_date", "the completion date", "completion end ends ended"),
)
_OUTCOME = Pattern(r"(?:primary (?:outcome|end ?point)|what (?:is|are|the study is) (?:being )?measur)", "primary measur")
_SHOWN = ("label", "cell", "glued label", "front matter")
_NOT_ENOUGH = 2  # labelled facts, from which on a page counts as one that shows facts


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """One finding that names all that is missing, on pages that show facts at all."""
    shown = sum(1 for each in page.facts.values() if each.how in _SHOWN)
    missing = list(_missing(page)) if shown >= _NOT_ENOUGH else []
    if missing:
        names = f"{', '.join(missing[:-1])} and {missing[-1]}" if len(missing) > 1 else missing[0]
        yield rule.finding(page.anchor.slice(0, 0), f"The page does not give {names}.")


def _missing(page: TrialPage) -> Iterator[str]:
    """What neither the model holds nor a word of the page hints at."""
    for held, wanted in ((page.lists, _LISTS), (page.facts, _FACTS), (page.dates, _DATES)):
        for names, called, words in wanted:
            if not any(held.get(name) for name in names.split()) and page.words.isdisjoint(words.split()):
                yield called
    if not page.fact("phase") and not page.fact("study_type") and "phase" not in page.words:
        yield "the phase or type of study"
    if not page.sites and not page.lists.get("locations"):
        yield "a location"
    if not page.outcomes and not page.section("outcomes") and not page.mentions(_OUTCOME):
        yield "the primary outcome"
