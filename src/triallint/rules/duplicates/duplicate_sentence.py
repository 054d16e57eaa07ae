"""A sentence that stands twice in the running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from triallint.finding import Finding, Safety, Severity, fix
from triallint.language import narrative
from triallint.language.likeness import tokens
from triallint.page import TrialPage
from triallint.passage import Passage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule


@dataclass(frozen=True)
class Options:
    """How long a sentence must be for its repetition to count."""

    least_words: int = field(default=8, metadata={"at_least": 4, "help": "shorter sentences may stand twice"})


_A = "This study tests a walking plan for people with asthma."
_B = "It also asks how people feel after each of the walks."
rule = Rule(
    name="duplicate-sentence",
    code="DUP006",
    what="The same sentence stands twice in the running text.",
    why="A reader who meets it again looks for what is new, and reads on with less care.",
    do="Keep it where it says most.",
    pages=Severity.WARNING,
    records=Severity.INFO,
    options=Options,
    citations=(
        Citation(
            "ClinicalTrials.gov Protocol Registration Data Element Definitions: the detailed description repeats no other data element",
            read="2026-11-23",
        ),
    ),
    measured=(
        Measured("2,919 registry records", rate=11.31, right=55, read=55),
        Measured("143 saved web pages", rate=0, right=0, read=0),
    ),
    examples=(
        Bad(
            f"<h1>A study</h1><p>{_A}</p><p>⟦{_A}⟧ It is safe.</p>",
            fixed=f"<h1>A study</h1><p>{_A}</p><p>It is safe.</p>",
        ),
        Bad(
            f"NCT01234567\n\n{_A} {_B}\n\nNext.\n\nIt is so. ⟦{_A}⟧ {_B}\n",
            fixed=f"NCT01234567\n\n{_A} {_B}\n\nNext.\n\nIt is so.\n",
            format="txt",
        ),
        Bad(
            '{"protocolSection": {"identificationModule": {"nctId": "NCT01234567"}, "descriptionModule": '
            f'{{"briefSummary": "{_A}", "detailedDescription": "Asthma is common. ⟦{_A}⟧"}}}}}}',
            fixed='{"protocolSection": {"identificationModule": {"nctId": "NCT01234567"}, "descriptionModule": '
            f'{{"briefSummary": "{_A}", "detailedDescription": "Asthma is common."}}}}}}',
            format="json",
        ),
        Bad(
            f"<h1>A study</h1><p>{_A} {_B}</p><p>⟦{_A}⟧ It is free. ⟦{_B}⟧ Call us.</p>",
            fixed=f"<h1>A study</h1><p>{_A} {_B}</p><p>It is free. Call us.</p>",
        ),
        Good("<h1>A study</h1><p>Ask your doctor.</p><p>Ask your doctor.</p>"),
        Good(f"<h1>A study</h1><h2>{_A}</h2><p>{_A}</p><nav>{_A}</nav><p>{_A[:-1]}</p>"),
        Good(
            f"<h1>A study</h1><h2>Inclusion criteria</h2><ul><li>{_A}</li></ul><h2>Exclusion criteria</h2><ul><li>{_A}</li></ul>"
        ),
        Good(
            "<h1>A study</h1><p>This page is not medical advice and does not replace it.</p>"
            "<p>This page is not medical advice and does not replace it.</p>"
        ),
        Good(
            '{"protocolSection": {"identificationModule": {"nctId": "NCT01234567"}, "armsInterventionsModule": {"armGroups": ['
            f'{{"label": "A", "description": "{_A}"}}, {{"label": "B", "description": "{_A}"}}]}}}}}}',
            format="json",
        ),
    ),
)
_ROUGH = re.compile(r"\n\s*\n|(?<=\.)\s+")  # cuts between sentences, and more
_PART = re.compile(r"\n|[.] ")
_EXCERPT = 100  # blocks that begin alike so far are an excerpt and the full text ("read more"), or one block shown twice


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Sentences that repeat others one after another are told once, at the first of them; a disclaimer may be said twice."""
    if page.kind == "record" and not _is_quoted(page):
        return
    texts = tuple(_texts(page))
    if not _may_repeat(texts):
        return
    seen: dict[tuple[str, ...], Passage] = {}
    for passage in texts:
        run: list[tuple[Passage, Passage]] = []
        for start, end in narrative.spans(passage.text):
            place = passage.slice(start, end)
            first = _first(place, seen, context.options.least_words)
            # Within one text of a record it is mostly the same step of several arms that is told twice.
            if first is not None and (page.kind == "page" or first.field != place.field):
                run.append((first, place))
            elif run:
                yield _told(passage, run)
                run = []
        if run:
            yield _told(passage, run)


def _first(place: Passage, seen: dict[tuple[str, ...], Passage], least: int) -> Passage | None:
    """Where the sentence stood before; None for a short one, a fragment, a disclaimer."""
    key = tokens(place.text)
    if len(key) < least or not place.text.endswith(".") or "medical advice" in place.text:
        return None
    first = seen.setdefault(key, place)
    return None if first is place else first


def _texts(page: TrialPage) -> Iterator[Passage]:
    """Running text: of a record its summary and description, of a page what stands outside its criteria."""
    if page.kind == "record":
        yield from (page.facts[name].place for name in ("summary", "description") if name in page.facts)
        return
    criteria = {id(each.passage.origin) for each in page.all_criteria}
    begun: set[str] = set()
    for passage in page.prose:
        start = passage.text[:_EXCERPT]
        is_other = passage.role != "prose" or passage.field == "eligibility" or id(passage.origin) in criteria
        if not is_other and not (len(start) == _EXCERPT and start in begun):
            begun.add(start)
            yield passage


def _may_repeat(texts: tuple[Passage, ...]) -> bool:
    """Whether splitting the texts into sentences is worth its while."""
    chunks = [each for passage in texts for each in _ROUGH.split(passage.text) if len(each) > 30]
    return len(set(chunks)) < len(chunks)


def _is_quoted(page: TrialPage) -> bool:
    """Whether a part of a record's summary stands in its description."""
    summary, description = (str(page.fact(name).value or "") for name in ("summary", "description"))
    return bool(description) and any(len(each) > 30 and each in description for each in _PART.split(summary))


def _told(passage: Passage, run: list[tuple[Passage, Passage]]) -> Finding:
    (first, place), last = run[0], run[-1][1]
    start, end = place.start - passage.start, last.start + len(last) - passage.start
    text = passage.text
    if end == len(text):
        start = len(text[:start].rstrip())
    else:
        end += len(text[end:]) - len(text[end:].lstrip())
    repair = fix("Leave it out here.", passage.replace(start, end, ""), safety=Safety.UNSAFE) if end - start < len(text) else None
    more = f", and so do the {len(run) - 1} after it" if len(run) > 2 else ", and so does the next one" if len(run) == 2 else ""
    return rule.finding(place, f"This sentence stands above already{more}.", related=[(first, "the first one")], fix=repair)
