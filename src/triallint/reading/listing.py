"""A web page, Markdown file or text to the model: sections by their headings, facts by their labels, criteria by their lists."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath
from typing import Any

from triallint.page import Contact, Criterion, Field, Section, Site, TrialPage
from triallint.passage import Origin, Passage
from triallint.reading import criteria, eligibility, facts, flat, ids, values, vocabulary
from triallint.reading.outline import Block, Outline
from triallint.source import Source

_DATE = (
    r"\d{4}-\d{1,2}-\d{1,2}|\d{4}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{4}"
    r"|(?:\d{1,2}(?:st|nd|rd|th)? )?[A-Z][a-z]{2,8}\.? (?:\d{1,2}(?:st|nd|rd|th)?,? )?\d{4}|\d{4}\S{0,8}"
)
_WHO = r"(?:the )?(?P<{}>(?:(?:Dr|Prof)\. )*[^.\n]{{2,80}}{})"
_REVIEWED = re.compile(
    r"\b(?:last |medically |content |clinically )*(?:reviewed|updated|checked)\b"
    rf"(?: by {_WHO.format('before', '?')})?(?:\s*on)?\s*[:,]?\s*(?P<date>{_DATE})(?: by {_WHO.format('by', '')})?",
    re.I,
)
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w.-])(?!\d{4}-\d\d-\d\d)\+?\(?\d[\d ().-]{6,18}\d(?!\w)")
_REGISTRY_HOSTS = (
    "clinicaltrials.gov",
    "isrctn.com",
    "clinicaltrialsregister.eu",
    "euclinicaltrials.eu",
    "chictr.org",
    "drks.de",
)


def read(outline: Outline) -> TrialPage | None:
    """The trial a page tells of; None when the page does not tell of one (see DESIGN.md, what is checked)."""
    return _Listing(outline).page()


class _Listing:
    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.source = outline.source
        self.names = list(_section_names(outline.blocks))
        self.blocks = [
            replace(b, passage=b.passage.within(name or "body")) for b, name in zip(outline.blocks, self.names, strict=True)
        ]
        self.facts: dict[str, Field[Any]] = {}
        self.lists: dict[str, tuple[Field[str], ...]] = {}
        self.dates: dict[str, Field[str]] = {}
        self.given: list[Passage] = []
        self.listed: list[Criterion] = []

    def page(self) -> TrialPage | None:
        for what, tree in self.outline.data:
            if what == "front matter" and isinstance(tree.value, dict):
                flat.take_entries(tree, self.facts, self.lists, self.dates, self.given, self.listed)
        for name, label, value, how in facts.pairs(self.blocks):
            self._take(name, label, value, how)
        self._titles()
        self._reviewed()
        found = eligibility.read(self.blocks) or tuple(self.listed)
        trial_ids = tuple(self._trial_ids())
        if trial_ids and "trial_id" not in self.facts:
            self.facts["trial_id"] = trial_ids[0]
        self._structured_data()
        if not trial_ids and "trial_id" in self.facts and self.facts["trial_id"].how == "json-ld":
            trial_ids = (self.facts["trial_id"],)
        if not self._is_trial(found, trial_ids):
            return None
        title = self.facts.get("title")
        first = self.blocks[0].passage if self.blocks else self.outline.title
        anchor = title.place.slice(0, 0) if title else first.slice(0, 0) if first else _nowhere(self.outline)
        return TrialPage(
            source=self.source,
            format=self.outline.format,
            kind="page",
            profile="generic",
            anchor=anchor,
            facts=self.facts,
            lists=self.lists,
            dates=self.dates,
            trial_ids=trial_ids,
            criteria=found,
            eligibility=None,
            arms=(),
            interventions=(),
            outcomes=(),
            sites=tuple(self._sites()),
            contacts=tuple(self._contacts()),
            sections=tuple(_sections(self.blocks)),
            headings=tuple(b.passage for b in self.blocks if b.kind == "heading"),
            links=self.outline.links,
            images=self.outline.images,
            comments=self.outline.comments,
            passages=(*self.given, *(b.passage for b in self.blocks)),
            tags=self.outline.tags,
            json_ld=tuple(_script(self.source, text, start) for text, start in self._json_ld()),
            language=self.outline.language,
            faults=self.outline.faults,
        )

    def _take(self, name: str, label: Passage, value: Passage, how: str) -> None:
        del label
        text = value.decoded.strip()
        if not text:
            return
        if name in ("conditions", "keywords", "interventions", "collaborators"):
            if name not in self.lists:
                self.lists[name] = tuple(facts.items(value.within(name)))
        elif name in ("outcomes", "inclusion", "exclusion", "eligibility"):
            return
        elif name in ("locations", "contacts"):
            self.lists.setdefault(name, (Field(text, value.within(name), how),))
        elif name.endswith(("_date", "_on")) or name in ("first_posted", "last_updated"):
            self.dates.setdefault(name, Field(text, value.within(name), how))
        elif name == "ages":
            low, high = values.ages(text)
            for which, age in (("minimum_age", low), ("maximum_age", high)):
                if age:
                    self.facts.setdefault(which, Field(age, value.within("ages"), how))
        elif (read := facts.parsed(name, text)) is not None:
            self.facts.setdefault(name, Field(read, value.within(name), how))

    def _titles(self) -> None:
        if "title" not in self.facts:
            place = next((b.passage for b in self.blocks if b.kind == "heading" and b.level == 1), None)
            if place is None and self.outline.format == "text" and self.blocks:
                place = self.blocks[0].passage
            place = place or self.outline.title or next((b.passage for b in self.blocks if b.kind == "heading"), None)
            if place is not None:
                self.facts["title"] = Field(place.decoded, place.within("title"), "heading")
        if "official_title" not in self.facts and self.outline.format == "text":
            for block in self.blocks[1:4]:
                if len(block.passage) > 40 and not re.search(r"[.!?]$| · ", block.passage.text):
                    self.facts["official_title"] = Field(block.passage.decoded, block.passage.within("official_title"), "place")
                    break

    def _reviewed(self) -> None:
        for block in self.blocks:
            found = _REVIEWED.search(block.passage.text) if "review" in block.passage.text.casefold() else None
            if found is None:
                continue
            self.dates.setdefault("reviewed_on", Field(found["date"], block.passage.slice(*found.span("date"), "reviewed_on")))
            by = "by" if found["by"] else "before"
            if found[by]:
                place = block.passage.slice(*found.span(by), "reviewed_by")
                self.facts.setdefault("reviewed_by", Field(place.decoded, place))
            return

    def _trial_ids(self) -> Iterator[Field[str]]:
        """Registry ids in structural places: labelled, in the title block, in links to a registry, in the file's name."""
        labelled = self.facts.get("trial_id")
        if labelled:
            yield from _ids_in(labelled.place, "label")
        if self.outline.title:
            yield from _ids_in(self.outline.title, "title")
        for block in self._head():
            for each in _ids_in(block.passage, "title"):
                if block.kind == "heading" or _stands_alone(str(each.value), block.passage.decoded):
                    yield each
        for link in self.outline.links:
            if any(host in link.target.casefold() for host in _REGISTRY_HOSTS):
                found = ids.FOUND.re.search(link.target)
                if found and not any(found[0] in b.passage.decoded for b in self.blocks if b.passage.field == "references"):
                    yield Field(found[0], link.text.within("trial_id"), "link")
        named = ids.FOUND.re.search(PurePath(self.source.name).name)
        if named:
            yield Field(named[0], self._first().slice(0, 0), "file name")

    def _head(self) -> Iterator[Block]:
        """The blocks of the title: the first heading and what stands before the next one."""
        seen = 0
        for block in self.blocks:
            seen += block.kind == "heading"
            if seen > 1 or (block.kind in ("item", "cell") and seen):
                return
            if block.passage.role != "furniture" and len(block.passage) < 300 and not block.passage.text.endswith("."):
                yield block

    def _first(self) -> Passage:
        return self.blocks[0].passage if self.blocks else _nowhere(self.outline)

    def _structured_data(self) -> None:
        for text, start in self._json_ld():
            try:
                data = json.loads(text)
            except (ValueError, RecursionError):
                continue
            place = _nowhere(self.outline, start)
            given = data.get("@graph", data) if isinstance(data, dict) else data
            for each in given if isinstance(given, list) else [given]:
                if isinstance(each, dict):
                    self._take_json_ld(each, place)

    def _json_ld(self) -> list[tuple[str, int]]:
        return [each for what, each in self.outline.data if what == "json-ld"]

    def _take_json_ld(self, data: dict[str, Any], place: Passage) -> None:
        kinds = data.get("@type")
        if not {"MedicalTrial", "MedicalStudy", "MedicalWebPage"} & set(kinds if isinstance(kinds, list) else [kinds]):
            return
        names = {"status": "status", "phase": "phase", "name": "title", "lastReviewed": "reviewed_on"}
        for key, name in names.items():
            text = data.get(key)
            if isinstance(text, str) and name == "reviewed_on":
                self.dates.setdefault(name, Field(text, place, "json-ld"))
            elif isinstance(text, str) and (read := facts.parsed(name, text.rpartition("/")[2])) is not None:
                self.facts.setdefault(name, Field(read, place, "json-ld"))
        codes = re.findall(ids.FOUND.regex, json.dumps(data.get("code") or data.get("identifier") or ""))
        if codes:
            self.facts.setdefault("trial_id", Field(codes[0], place, "json-ld"))

    def _is_trial(self, found: tuple[Criterion, ...], trial_ids: tuple[Field[str], ...]) -> bool:
        if any(each.how in ("label", "title", "json-ld", "file name") for each in trial_ids):
            return True
        if any(each.kind for each in found):
            return True
        known = {*self.facts, *self.lists, *self.dates} & {
            *("status phase study_type enrollment minimum_age sex sponsor conditions interventions".split()),
            *("start_date completion_date eligibility official_title trial_id".split()),
        }
        return len(known) >= 3

    def _sites(self) -> Iterator[Site]:
        for block in self.blocks:
            if block.passage.field == "locations" and block.kind != "heading" and block.passage.role != "furniture":
                parts = [part.strip() for part in block.passage.decoded.split(",")]
                yield Site(block.passage, city=parts[0], country=parts[-1] if len(parts) > 1 else "")

    def _contacts(self) -> Iterator[Contact]:
        for block in self.blocks:
            text = block.passage.decoded
            if block.passage.field not in ("contacts", "locations", "how_to_join") or block.kind == "heading":
                continue
            email, phone = _EMAIL.search(text), _PHONE.search(text)
            if email or phone:
                yield Contact(block.passage, "", phone[0] if phone else "", email[0] if email else "")
            elif block.passage.field == "contacts" and re.search(r"[A-Z][a-z]+ [A-Z]", text) and block.kind != "caption":
                yield Contact(block.passage, name=text)
        for each in self.lists.get("contacts", ()):
            yield Contact(each.place, name=each.value or "")


def _stands_alone(trial_id: str, text: str) -> bool:
    """Whether an id is an item of a subtitle ("Phase 1 · City Hospital · NCT01234567"), not a word of a sentence."""
    parts = re.split(r"\s*[·|•,;/()\n–—]\s*", text)
    return any(part == trial_id or vocabulary.label_of(part.removesuffix(trial_id)) == "trial_id" for part in parts)


def _script(source: Source, text: str, start: int) -> Passage:
    return Passage("json_ld", text, Origin(source, text, [(0, start, start + len(text))], lambda _: None), "furniture")


def _nowhere(outline: Outline, at: int = 0) -> Passage:
    return Passage("", "", Origin(outline.source, "", [(0, at, at)]), "value")


def _section_names(blocks: tuple[Block, ...]) -> Iterator[str]:
    name, level = "", 0
    for block in blocks:
        if block.kind == "heading":
            own = vocabulary.section_of(block.passage.text)
            is_list = criteria.heading_of(block.passage.text) is not None
            if is_list:
                name, level = "eligibility", min(level, block.level) if name == "eligibility" else block.level
            elif own or block.level <= level or not name:
                name, level = own, block.level
        yield name


def _sections(blocks: list[Block]) -> Iterator[Section]:
    for at, block in enumerate(blocks):
        if block.kind != "heading":
            continue
        under = []
        for below in blocks[at + 1 :]:
            if below.kind == "heading" and below.level <= block.level and not _is_list_heading(below, block):
                break
            if below.kind != "heading":
                under.append(below.passage)
        yield Section(vocabulary.section_of(block.passage.text), block.passage, block.level, tuple(under))


def _is_list_heading(below: Block, block: Block) -> bool:
    return vocabulary.section_of(block.passage.text) == "eligibility" and criteria.heading_of(below.passage.text) is not None


def _ids_in(passage: Passage, how: str) -> Iterator[Field[str]]:
    for hit in passage.find(ids.FOUND):
        place = hit.place().within("trial_id")
        yield Field(place.decoded, place, how)
