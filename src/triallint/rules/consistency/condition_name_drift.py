"""One condition under several names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Confidence, Finding, Severity
from triallint.page import Field, TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="condition-name-drift",
    code="CON010",
    what="The page calls its condition by different names.",
    why="A reader takes them for different diseases, and does not know which of them is meant.",
    do="Use one name and one abbreviation, and explain it once.",
    pages=Severity.WARNING,
    records=None,
    confidence=Confidence.MEDIUM,
    citations=(Citation("editorial judgement"),),
    measured=(Measured("143 saved web pages", rate=0, right=0, read=0),),
    examples=(
        Bad(
            "<h1>A drug for multi-drug resistant nephrotic syndrome</h1><p>NCT01234567</p><p>It is for ⟦multidrug-resistant steroid "
            "resistant nephrotic syndrome⟧.</p><dl><dt>Conditions</dt><dd>Multidrug Resistant Nephrotic Syndrome</dd></dl>"
        ),
        Bad(
            "<h1>⟦Advanced refractory renal cell carcinoma⟧</h1><p>NCT01234567</p>"
            "<dl><dt>Conditions</dt><dd>Advanced Renal Cell Carcinoma</dd></dl>"
        ),
        Good(
            "<h1>Advanced renal-cell carcinoma</h1><p>NCT01234567</p><h2>Inclusion criteria</h2><ul><li>Advanced clear cell renal cell "
            "carcinoma</li></ul><dl><dt>Conditions</dt><dd>Advanced Renal Cell Carcinoma</dd></dl>"
        ),
        Good("<h1>A drug for asthma</h1><p>NCT01234567</p><p>Severe asthma.</p><dl><dt>Conditions</dt><dd>Asthma</dd></dl>"),
    ),
)

_WORD = re.compile(r"[^\W_]+")
_FEWEST = 4  # words of a name: shorter ones are parts of many


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """A name of four words or more that elsewhere in the narrative has one to three words more in its middle."""
    for each in page.lists.get("conditions", ()):
        words = _WORD.findall((each.value or "").lower())
        if len(words) >= _FEWEST:
            yield from _longer(page, each, words)


def _longer(page: TrialPage, condition: Field[str], words: list[str]) -> Iterator[Finding]:
    middle = "".join(rf"(?:[- ]\w+){{0,2}}?[- ]{re.escape(word)}" for word in words[1:-1])
    pattern = Pattern(rf"{re.escape(words[0])}{middle} {re.escape(words[-1])}\b", (words[-1],))
    for hit in page.find(pattern):
        root = hit.passage.root
        found = _WORD.findall(hit[0].lower())
        more = set(found) - set(words)
        if found.count(words[0]) > 1:
            continue
        if root not in ("criteria", "eligibility", "conditions") and more and all(map(_matters, more)):
            message = f"“{hit[0]}” seems to be what the conditions call “{condition.value}”."
            yield rule.finding(hit.place(), message, related=[(condition.place, "the condition")])
            return


def _matters(word: str) -> bool:
    return len(word) > 4 and word not in (
        "patients",
        "segment",
        "reduced",
        "preserved",
        "failure",
        "infection",
        "disease",
        "syndrome",
        "disorder",
    )
