"""A value that begins with its own label."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.language.gathered import gathered
from triallint.page import TrialPage
from triallint.passage import Passage, Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

_RECORD = '{{"protocolSection": {{"outcomesModule": {{"primaryOutcomes": [{{"measure": "{}", "timeFrame": "{}"}}]}}}}}}'
_PAGE = "<h1>NCT01234567</h1>{}"

rule = Rule(
    name="label-repeated",
    code="STR016",
    what="A value begins with the name of its own field.",
    why="Wherever the field is shown its name stands before the value, and the reader meets it twice.",
    do="Take the label out of the value.",
    pages=Severity.INFO,
    records=Severity.INFO,
    citations=(
        Citation(
            "ClinicalTrials.gov: protocol registration data element definitions",
            "https://clinicaltrials.gov/policy/protocol-definitions",
            "2026-11-25",
        ),
        Citation("editorial judgement"),
    ),
    measured=(
        Measured("2,919 registry records", rate=1.82, right=50, read=50),
        Measured("792 rows of the WHO's platform, as pages", rate=158.08, right=50, read=50),
        Measured("143 saved web pages", rate=0, right=0, read=0),
    ),
    examples=(
        Bad(_RECORD.format("⟦Primary outcome:⟧ death", "⟦Time frame:⟧ 12 weeks"), format="json"),
        Bad(
            '{"protocolSection": {"identificationModule": {"briefTitle": "⟦Title:⟧ A study"}, "descriptionModule": '
            '{"briefSummary": "⟦Brief Summary⟧\\n\\nIt tests a drug."}}}',
            format="json",
        ),
        Bad(
            '{"protocolSection": {"armsInterventionsModule": {"interventions": [{"type": "DRUG", "name": "⟦Drug:⟧ aspirin"}]}}}',
            format="json",
        ),
        Bad(_PAGE.format("<p>Weight Time Frame: ⟦Time frame⟧ for the study will be 18 hours</p>")),
        Bad(_PAGE.format("<table><tr><th>Condition</th><td>⟦Condition:⟧ asthma</td></tr></table>")),
        Good(_RECORD.format("Primary outcome of surgery", "Times of framed visits"), format="json"),
        Good(_RECORD.format("Description of symptoms; measure of pain", "12 weeks; time frame: open"), format="json"),
        Good(
            _PAGE.format(
                "<dl><dt>Phase</dt><dd>Phase 2</dd><dt>Drug</dt><dd>Drug A: aspirin</dd></dl><p>Aspirin: aspirin 5 mg</p>"
            )
        ),
        Good(
            _PAGE.format("<p>Time Frame: 18 hours. The time frame: short.</p><h2>Description</h2><p>Description of the study</p>")
        ),
    ),
)

_TYPES = "drug|device|biological|procedure|radiation|behaviou?ral|genetic|dietary supplement|combination product|diagnostic test"
_TITLE = r"(?:(?:brief|official|study|trial|full|short|public|scientific)\s)?title\s*:"
_DESCRIPTION = r"(?:(?:measure|outcome|study|detailed|brief|arm|group|intervention)\s)?description\s*:"
_SUMMARY = r"(?:(?:brief|study|lay|detailed)\s)?(?:summary|description)\s*(?::|\n)|brief summary\b"
_LABELS = {
    "time_frame": Pattern(
        r"time[ -]?frames?(?=\s*(?:is|are|will|for the|for this|of the)\b)|time[ -]?frames?\s*[:=]"
        r"|time ?points?(?: of (?:measurements?|assessments?))?\s*:"
    ),
    "measure": Pattern(
        r"(?:primary|secondary|main|other)\s(?:outcome|end[ -]?point)s?(?:\smeasures?)?(?:\s*[:,]|(?=\s(?:is|are|will)\b))"
        rf"|(?:outcome|measure|outcome measure|end[ -]?point)\s*:|{_TITLE}"
    ),
    "description": Pattern(f"{_DESCRIPTION}|{_SUMMARY}"),
    "summary": Pattern(f"{_DESCRIPTION}|{_SUMMARY}"),
    "title": Pattern(_TITLE),
    "official_title": Pattern(_TITLE),
    "name": Pattern(rf"(?:{_TYPES})\s*:"),
    "label": Pattern(r"(?:arm|group|arm/group)\s(?:label|title|name)\s*:"),
    "conditions": Pattern(r"(?:conditions?|diseases?)\s*:"),
    "keywords": Pattern(r"key ?words?\s*:"),
    "study_population": Pattern(r"(?:study )?population\s*:"),
    "why_stopped": Pattern(r"(?:reason|why)[\w ]{0,30}:"),
}
_TWICE = Pattern(
    r"(?P<label>time frame|(?:brief |detailed |official |public |study )?(?:title|summary|description)|conditions?|keywords?"
    r"|status|sponsor|(?:start|end|completion) date|study type|eligibility|ages?|sex|gender|locations?|contacts?"
    r"|purpose|enrollment):\s"
    r"(?P<again>(?P=label)(?:\s?:|(?<=time frame)(?=\s(?:is|are|will|for|of)\b)))",
    "frame: title: summary: description: condition: conditions: keyword: keywords: status: sponsor: date: type: eligibility: "
    "age: ages: sex: gender: location: locations: contact: contacts: purpose: enrollment:",
    reach=60,
)
_LONG = 80  # characters a label may stand in
_LABEL = 30  # characters of the longest label


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Each value, and the first if there are many."""
    found = list(_in_record(page) if page.kind == "record" else _on_page(page))
    shown, others = gathered(found)
    for place in shown:
        more = f" So do {others} others." if others else ""
        yield rule.finding(place, f"The value begins with its own label, “{place.text.strip()}”.{more}")


def _in_record(page: TrialPage) -> Iterator[Passage]:
    """The labels that values of a record begin with."""
    texts = [(name, page.facts[name].place) for name in _LABELS if name in page.facts]
    texts += [(name, each.place) for name in ("conditions", "keywords") for each in page.lists.get(name, ())]
    texts += [
        (each.field.rpartition(".")[2], each) for part in ("outcomes", "interventions", "arms") for each in page.under(part)
    ]
    for name, passage in texts:
        begin = len(passage.text) - len(passage.text.lstrip(" [(*-"))
        if name in _LABELS and (found := _LABELS[name].re.match(passage.text[begin : begin + _LONG].lower())):
            yield passage.slice(begin, begin + len(found[0].rstrip()))


def _on_page(page: TrialPage) -> Iterator[Passage]:
    """A label that stands twice in a text, or in a cell and at the beginning of the next one."""
    for hit in page.find(_TWICE):
        if not hit.before[-1:].isalnum():
            yield hit.place("again")
    label = ""
    for passage in page.prose:
        if passage.role == "value" and label and passage.text[: len(label) + 1].lower() == f"{label}:":
            yield passage.slice(0, len(label) + 1)
        text = passage.text
        label = text.rstrip(" :").lower() if passage.role in ("label", "value") and len(text) <= _LABEL else ""
