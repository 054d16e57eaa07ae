"""``class 1, class II`` and ``Type 1 or type 2``."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Hit, Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

_PAGE = "<h1>NCT01234567</h1><p>{}</p>"

rule = Rule(
    name="mixed-numerals",
    code="CON036",
    what="The same word stands in one sentence with Arabic and Roman numerals, or with a capital and without.",
    why="It looks as if two scales were meant, and a search for one form misses the other.",
    do="Write both alike.",
    pages=Severity.INFO,
    records=Severity.INFO,
    citations=(Citation("editorial judgement"),),
    measured=(
        Measured("2,919 registry records", rate=0.17, right=5, read=5),
        Measured("17,367 eligibility texts", rate=0.08, right=14, read=14),
        Measured("9,476 older summaries, each set as a section of a page", rate=0.01, right=1, read=1),
        Measured("143 saved web pages", rate=0.7, right=0, read=1, doubtful=1),
    ),
    examples=(
        Bad(_PAGE.format("Heart failure of ⟦class 1, class II⟧ at screening.")),
        Bad(_PAGE.format("They have a history of ⟦Type 1 or current type 2⟧ diabetes.")),
        Bad(_PAGE.format("It was divided into ⟦phase I and Phase II⟧ by the sponsor.")),
        Good(_PAGE.format("Type 1 or type 2 diabetes; heart failure of class II, class III or IV.")),
        Good(_PAGE.format("In phase I the recommended phase 2 dose is found. Class II. Class 1.")),
        Good(_PAGE.format("PRIOR TO STEP 2: patients who ended step 1, of stage I or grade 2. Stage 0, Stage I.")),
    ),
)

_NUMBERED = Pattern(
    r"(?P<first>class|type|grade|stage|phase|step|group|level|cohort|part|degree)(?:es|s)?\s(?P<one>[0-9]{1,2}|[ivx]{1,4})\b"
    r"(?P<gap>[^.;:\n]{1,30}?)(?<=[\s(/-])(?P<second>(?P=first))(?:es|s)?\s(?P<two>[0-9]{1,2}|[ivx]{1,4})\b(?![-./%]\w)",
    "class type grade stage phase step group level cohort part degree",
    reach=90,
    names=False,
)
_BEGINS = (".", ":", ";", "*", "(", "-", "\n", "•", "?", "!", '"')


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Two that stand close to each other; the dose of a later phase is told by the name of that phase."""
    for hit in page.find(_NUMBERED):
        numbers = (hit["one"], hit["two"])
        if hit.before[-1:].isalnum() or any(each.isalpha() and not each.isupper() for each in numbers) or _is_dose(hit):
            continue
        if "0" not in numbers and numbers[0].isdigit() != numbers[1].isdigit():
            yield rule.finding(hit.place(), f"“{numbers[0]}” and “{numbers[1]}” are numerals of two kinds.")
        elif _differ(hit):
            yield rule.finding(hit.place(), f"“{hit['first']}” and “{hit['second']}” are written in two ways.")


def _is_dose(hit: Hit) -> bool:
    return hit.after.lower().startswith((" dose", "-dose")) or "recommended" in (hit["gap"] + hit.before[-20:]).lower()


def _differ(hit: Hit) -> bool:
    """Whether one of the two has a capital that is not the beginning of a sentence or of a word in capitals."""
    first, second = hit["first"], hit["second"]
    if first[0].isupper() == second[0].isupper() or not (first[1:].islower() and second[1:].islower()):
        return False
    before = hit.before.rstrip(" ")
    return second[0].isupper() or not (not before or before.endswith(_BEGINS))
