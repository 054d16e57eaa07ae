"""A page that names two trials as its own."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import Field, TrialPage
from triallint.passage import Passage, Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="trial-id-inconsistent",
    code="STR005",
    what="The title, the facts, the registry link or the file's name give different trial IDs.",
    why="The reader is sent to another trial, with other criteria and other people to call.",
    do="Find out which trial the page is about, and use its ID everywhere.",
    pages=Severity.ERROR,
    records=None,
    english=False,
    citations=(Citation("editorial judgement"),),
    measured=(Measured("143 saved web pages", rate=0, right=0, read=0),),
    examples=(
        Bad("<h1>A study (NCT01234567)</h1><dl><dt>Trial ID</dt><dd>⟦NCT07654321⟧</dd></dl>"),
        Bad("---\nnct_id: NCT01234567\n---\n# A study\n\n**Trial ID:** ⟦NCT07654321⟧\n", format="md"),
        Bad("<h1>A study</h1><dl><dt>Trial ID</dt><dd>⟦NCT07654321⟧</dd></dl>"),  # in a file named NCT01234567
        Bad("<h1>A study</h1><p><a href='https://clinicaltrials.gov/study/NCT07654321'>⟦View on ClinicalTrials.gov⟧</a></p>"),
        Good("<h1>A study (NCT01234567)</h1><dl><dt>Trial ID</dt><dd>NCT01234567</dd></dl>"),
        Good("<h1>A substudy of Study M06-859 (NCT07654321)</h1><p>NCT01234567</p>"),
        Good("<h1>Extension of NCT07654321</h1><dl><dt>Trial ID</dt><dd>NCT01234567 (extends NCT07654321)</dd></dl>"),
        Good(
            "<h1>A study</h1><p><a href='https://clinicaltrials.gov/study/NCT01234567'>View on ClinicalTrials.gov</a></p>"
            "<p><a href='https://clinicaltrials.gov/study/NCT07654321'>See our other study</a></p>"
        ),
        Good("<h1>A study (NCT01234567)</h1><p>ISRCTN12345678</p><h2>References</h2><p>See NCT07654321.</p>"),
        Good(
            "<h1>A study (NCT01234567)</h1><h2>About this study</h2><p>It continues NCT07654321.</p>"
            "<a href='https://clinicaltrials.gov/study/NCT07654321'>the earlier study</a>"
        ),
    ),
)

_OF_REGISTRY = Pattern(
    r"(?i)\b(?:view|see|open|clinicaltrials\.gov|isrctn|registry|registered|official|this (?:trial|study))\b|^\W*\w+\d\W*$"
)
_OF_ANOTHER = Pattern(r"(?i)earlier|previous|prior|parent|main|related|similar|other|extension|companion|follow-?up")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Compare ids of one registry in the places that speak of the page's own trial: each place may name several."""
    first: dict[str, Field[str]] = {}
    told: set[str] = set()
    for slot in _slots(page):
        for registry in dict.fromkeys(_registry(each) for each in slot):
            of_registry = [each for each in slot if _registry(each) == registry]
            other, own = of_registry[0], first.setdefault(registry, of_registry[0])
            same = next((each for each in of_registry if each.value == own.value), None)
            if same is None and str(other.value) not in told:
                told.add(str(other.value))
                yield _finding(own, other)
            elif same is not None and own.how == "file name":
                first[registry] = same  # a place that can be shown


def _slots(page: TrialPage) -> list[list[Field[str]]]:
    """The ids of each kind of place that speaks of the page's own trial, in order; the file's name counts as the first."""
    slots: dict[str, list[Field[str]]] = {}
    for each in sorted(page.trial_ids, key=lambda one: one.place.span):
        is_another = not _is_own_link(each) if each.how == "link" else each.how == "title" and not _stands_apart(each.place)
        if not is_another:
            slots.setdefault(each.how, []).append(each)
    return sorted(slots.values(), key=lambda slot: slot[0].how != "file name")


def _registry(each: Field[str]) -> str:
    return "EU" if str(each.value)[:1].isdigit() else str(each.value)[:3]


def _is_own_link(link: Field[str]) -> bool:
    """Whether a link's text says that it leads to the registry's page of this trial."""
    text = link.place.text
    alone = len(link.place.origin.text) <= len(text) + 40
    return alone and _OF_REGISTRY.re.search(text) is not None and not _OF_ANOTHER.re.search(link.place.origin.text)


def _stands_apart(place: Passage) -> bool:
    """In a title only an id in brackets, or at the end behind a sign, is the trial's own: "Extension of NCT01234567"."""
    text = place.origin.text
    before, after = text[: place.start].rstrip(), text[place.start + len(place) :].lstrip()
    return (not before or not before[-1].isalnum()) and (not after or not after[0].isalnum())


def _finding(own: Field[str], other: Field[str]) -> Finding:
    if own.how == "file name":
        return rule.finding(other.place, f"This says {other.value}, but the file is named {own.value}.")
    message = f"This says {other.value}, but the page says {own.value} above."
    return rule.finding(other.place, message, related=[(own.place, "the ID above")])
