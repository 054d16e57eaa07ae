"""A text that breaks off."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from triallint.finding import Confidence, Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Passage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule
from triallint.source import Span

rule = Rule(
    name="truncated-text",
    code="STR012",
    what="A text breaks off before its end.",
    why="What is cut off may be the exception or the risk that mattered.",
    do="Put in the rest of the sentence.",
    pages=Severity.WARNING,
    records=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    citations=(Citation("editorial judgement"),),
    measured=(
        Measured("2,919 registry records", rate=0.17, right=5, read=5),
        Measured("17,367 eligibility texts", rate=0.09, right=15, read=15),
        Measured("143 saved web pages", rate=3.5, right=5, read=5),
        Measured("2,919 records as pages", rate=0.03, right=1, read=1),
        Measured("9,476 older summaries, each set as a section of a page", rate=0.02, right=2, read=2),
    ),
    examples=(
        Bad("<h1>NCT01234567</h1><p>The study tests whether a new drug is safe for ⟦participants with...⟧</p>"),
        Bad("<h1>NCT01234567</h1><h2>Summary</h2><p>The study tests if a drug helps people after a stroke ⟦unless⟧</p>"),
        Bad(
            "<h1>NCT01234567</h1><h2>Exclusion criteria</h2><p>1. Gout<br>2. A fever of more than three days at the first visit; "
            "unless ⟦the⟧</p><h2>Sites</h2>"
        ),
        Bad(
            '{"protocolSection": {"eligibilityModule": {"eligibilityCriteria": "Exclusion Criteria:\\n\\n* Gout\\n* A fever of '
            'more than three days at the time ⟦of⟧"}}}',
            format="json",
        ),
        Good("<h1>NCT01234567</h1><h2>Summary</h2><p>The study asks if cocoa can improve the</p><p>1. heart, 2. skin.</p>"),
        Good(
            '{"protocolSection": {"eligibilityModule": {"eligibilityCriteria": "Exclusion Criteria:\\n\\n* A fever of more '
            'than three days at the time of\\n* visit 1"}}}',
            format="json",
        ),
        Bad(
            '{"protocolSection": {"identificationModule": {"briefTitle": "Cell Sheets for Ischemic Cardiomyopathy", '
            '"officialTitle": "A Phase 1 Clinical Trial of Cell Sheets for ⟦Ischemic⟧"}}}',
            format="json",
        ),
        Good(
            '{"protocolSection": {"identificationModule": {"briefTitle": "A Randomized Controlled Trial of Aspirin", '
            '"officialTitle": "Aspirin Against Headache After Surgery: A Randomized Controlled Trial"}}}',
            format="json",
        ),
        Good(
            '{"protocolSection": {"identificationModule": {"briefTitle": "Headache Treated at a Large Pain Clinic", '
            '"officialTitle": "Large Pain Clinic Study of Headache and of Its Treatment"}}}',
            format="json",
        ),
        Good("<h1>NCT01234567</h1><h2>Summary</h2><p>The study tests a drug.</p><p>Participants visit the clinic four times</p>"),
        Good("<h1>NCT01234567</h1><p>Do you have asthma...? Wait and see ... the study tests a drug.</p>"),
        Good("<h1>NCT01234567</h1><ul><li>Any of these drugs, such as</li><li>aspirin, heparin ...</li></ul>"),
    ),
)

_TEXTS = ("title", "official_title", "summary", "description", "why_stopped", "study_population")
_NO_END = frozenset("a an the unless whether because than".split())
_NO_END_OF_A_TITLE = _NO_END | frozenset("of with for by from and or to which into between".split())  # a text may go on in a list
_LONG = 8  # words, from which on a text is a sentence
_NEXT = re.compile(r"[^A-Z\"'(]")
_OPEN = re.compile(r"(?:[\w'-]{1,40} )?[\w'-]{1,40} ?(?:\.\.\.|\u2026)$")
_ADJECTIVE = re.compile(r"[\w'-]{2,40} (?P<last>[a-z-]{3,30}(?:ic|al|ous|ive|ular|[oi]nary|ondary|imary|iliary))$", re.IGNORECASE)
_NOUNS = frozenset(
    "trial hospital clinic individual survival interval referral withdrawal removal arrival approval animal signal"
    " journal manual material "
    "potential proposal goal meal topic logic music epidemic pandemic antibiotic probiotic prebiotic synbiotic"
    " therapeutic diagnostic "
    "analgesic anesthetic anaesthetic antiemetic diuretic narcotic psychedelic laxative contraceptive preservative"
    " incentive perspective "
    "objective alternative relative sedative colic nepal portugal senegal".split()
)
_FUNCTION_WORDS = (
    "for|with|without|who|that|which|versus|vs|and|or|in|of|on|at|to|from|by|as|before|after|during|among|between|using"
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Texts that end in dots, or with a word that no sentence can end with; items of lists may go on in the next."""
    texts = [page.facts[name].place for name in _TEXTS if name in page.facts]
    texts += [] if page.kind == "record" else [each for each in page.prose if each.role == "prose"]
    told: set[Span] = set()
    for passage in texts:
        place = _cut(passage, _NO_END_OF_A_TITLE if passage.role == "title" else _NO_END)
        if place is not None and place.span not in told and not _goes_on(page, passage):
            told.add(place.span)
            yield rule.finding(place, f"The text breaks off at “{place.text}”.")
    place = _last_criterion(page)
    if place is not None and place.span not in told:
        yield rule.finding(place, f"The last criterion breaks off at “{place.text}”.")
    yield from _half_titles(page)


def _half_titles(page: TrialPage) -> Iterator[Finding]:
    """Titles that end in an adjective whose noun stands in the other title or among the conditions."""
    titles = [page.facts[name].place for name in ("title", "official_title") if name in page.facts]
    conditions = [each.place for each in page.lists.get("conditions", ())]
    for title in titles if page.kind == "record" else ():
        found = _ADJECTIVE.search(title.text.rstrip()[-80:])
        if found is None or found["last"].lower() in _NOUNS or len(title.text.split()) < _LONG:
            continue
        whole = re.compile(rf"\b{re.escape(found[0])} (?!(?:{_FUNCTION_WORDS})\b)[a-z]{{4,}}", re.IGNORECASE)
        for other in (*titles, *conditions):
            if other is not title and (more := whole.search(other.text)):
                end = len(title.text.rstrip())
                message = f"The text breaks off at “{found['last']}”; elsewhere it goes on: “{more[0]}”."
                related = [(other.slice(*more.span()), "the whole of it")]
                yield rule.finding(title.slice(end - len(found["last"]), end), message, related=related)
                break


def _last_criterion(page: TrialPage) -> Passage | None:
    """Where the criteria break off: behind the last one there is nothing that could go on with it."""
    if not page.criteria or page.eligibility is None:
        return None
    *_, last = page.criteria[-1].walk()
    whole = page.eligibility
    if last.passage.span.end < whole.span_of(0, len(whole.text.rstrip())).end:
        return None
    return _cut(last.passage, _NO_END_OF_A_TITLE)


def _goes_on(page: TrialPage, passage: Passage) -> bool:
    """Whether the next text of a page may go on with this one: it begins in lower case or as an item does, or is waited for."""
    at = bisect_left(page.passages, passage.span.end, key=lambda each: each.span.start) if page.kind == "page" else 0
    if not 0 < at < len(page.passages):
        return False
    following = page.passages[at]
    is_open = passage.text.rstrip().rpartition(" ")[2].lower() in _NO_END and following.role not in (
        "heading",
        "furniture",
        "label",
    )
    return is_open or _NEXT.match(following.text) is not None


def _cut(passage: Passage, no_end: frozenset[str]) -> Passage | None:
    """The last words of a text that breaks off."""
    text = passage.text.rstrip()
    words = text[-400:].split()
    if len(words) < _LONG:
        return None
    if words[-1] in no_end:
        return passage.slice(len(text) - len(words[-1]), len(text))
    found = _OPEN.search(text, len(text) - 60) if text.endswith(("...", "\u2026")) else None
    return passage.slice(found.start(), len(text)) if found else None
