"""``TBD``, ``lorem ipsum``, ``undefined``: text that stands for a text."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Hit, Passage, Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="placeholder-text",
    code="STR010",
    what="A placeholder was left where a text or a value should be.",
    why="The reader gets no information, and wonders what else on the page was never finished.",
    do="Put in the text, or leave the field out.",
    pages=Severity.ERROR,
    records=Severity.ERROR,
    english=False,
    citations=(
        Citation("Zarin et al., NEJM 2011;364:852, table 3: meaningless entries as a quality criterion", read="2026-11-23"),
    ),
    measured=(
        Measured("2,919 registry records", rate=0.03, right=1, read=1),
        Measured("1,001 records of sites", rate=0.2, right=2, read=2),
        Measured("2,919 records as pages", rate=0.03, right=1, read=1),
    ),
    examples=(
        Bad("<h1>A study</h1><h2>Eligibility</h2><h3>Exclusion criteria</h3><ul><li>⟦TBD⟧</li></ul>"),
        Bad("<h1>A study</h1><p>⟦Lorem ipsum⟧ dolor sit amet</p><dl><dt>Phase</dt><dd>⟦undefined⟧</dd></dl>"),
        Bad("<h1>A study</h1><p>Sponsor: ⟦undefined⟧<br>Enrollment: ⟦NaN⟧<br>Start: ⟦to be announced⟧</p>"),
        Bad("<h1>A study</h1><p>Dear ⟦{{ name }}⟧, ⟦[insert phone number]⟧ or ⟦[object Object]⟧</p>"),
        Bad('{"protocolSection": {"descriptionModule": {"briefSummary": "⟦TODO⟧"}}}', format="json"),
        Good(
            "<h1>A study</h1><p>The null hypothesis; an undefined dose; xxx; N/A; TBD-123; TODO list; the test is to be done</p>"
        ),
        Good("# A study\n\n{{ page.summary }} {{< map >}}\n", format="md"),
        Good("<h1>A study</h1><h2>Eligibility</h2><ul><li>Genotype: null</li><li>Karyotype: XXX</li></ul><p>Contact: Nan</p>"),
        Good("<h1>A study</h1><dl><dt>Phase</dt><dd>N/A</dd></dl><p>Stage {1, 2}; genotype XXX; HbA1c [inserted later]</p>"),
    ),
)

_WHOLE = Pattern(
    r"(?:tbd|tba|tbc|todo|to be (?:determined|announced)|x{3,}|undefined|null|placeholder|asdf+)(?!\w)",
    ("tbd", "tba", "tbc", "todo", "to be determined", "to be announced", "xxx", "undefined", "null", "placeholder", "asdf"),
)
_NOT_A_NUMBER = Pattern(r"NaN(?!\w)", "nan", case=True)
_PART = Pattern(
    r"lorem ipsum|\{\{[^{}\n]{0,60}\}\}|\[object object\]|\[(?:insert|enter|add)\s[^\[\]\n]{2,60}\]|\bxx/xx/xxxx\b"
    r"|\[(?:tbd|tba|tbc|todo)\]",
    "lorem {{ [object [insert [enter [add xx/xx [tb [todo",
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Words that also have a meaning count only when they are the whole text, or all that stands behind a label."""
    for hit in (*page.find(_WHOLE), *page.find(_NOT_A_NUMBER)):
        if _is_whole(hit) and not _has_meaning(hit):
            yield _finding(hit.place())
    for hit in page.find(_PART):
        # In Markdown a site's generator fills {{ }} in when it builds the page.
        if not (page.format == "markdown" and hit[0].startswith("{{")):
            yield _finding(hit.place())


def _is_whole(hit: Hit) -> bool:
    """Whether nothing else stands there: "TBD", or "Sponsor: TBD" in a line of its own."""
    label = hit.before.rpartition("\n")[2].strip()
    return not hit.after.partition("\n")[0].strip(" .:") and (not label or (label.endswith(":") and len(label) <= 40))


def _has_meaning(hit: Hit) -> bool:
    """A genotype (XXX, null), a plan for data sharing that is not decided yet."""
    labelled = bool(hit.before.strip())
    in_words = hit[0].casefold() in ("null", "undefined") and labelled and hit.passage.field in ("eligibility", "description")
    genotype = hit[0].upper() == "XXX" and (labelled or hit.passage.field in ("conditions", "keywords"))
    return in_words or genotype or hit.passage.field == "ipd_sharing"


def _finding(place: Passage) -> Finding:
    return rule.finding(place, f"{place.decoded[:60]!r} is a placeholder, not a text.")
