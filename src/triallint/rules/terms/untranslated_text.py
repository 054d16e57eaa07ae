"""A word that was not translated."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="untranslated-text",
    code="TRM009",
    what="Text in another script stands in an English text.",
    why="Most readers cannot read it, and do not learn what it says.",
    do="Translate it, or mark it with its language.",
    pages=Severity.ERROR,
    records=Severity.ERROR,
    citations=(Citation("editorial judgement"),),
    measured=(
        Measured("2,919 registry records", rate=0.07, right=2, read=2),
        Measured("17,367 eligibility texts", rate=0.01, right=1, read=1),
        Measured("2,919 records as pages", rate=0.07, right=2, read=2),
        Measured("143 saved web pages", rate=0, right=0, read=0),
    ),
    examples=(
        Bad("<h1>A drug</h1><p>NCT01234567</p><p>It is for ⟦肾病综合征⟧.</p>"),
        Bad("<h1>A drug</h1><p>NCT01234567</p><p>Write to ⟦Больница⟧ for more.</p>"),
        Good("<h1>A drug</h1><p>NCT01234567</p><p>It is for nephrotic syndrome (肾病综合征).</p>"),
        Good("<h1>A drug</h1><p>NCT01234567</p><p>Doses in µg, α and β; Wang Wei (王伟)</p>"),
        Good('<h1>A drug</h1><p>NCT01234567</p><p><span lang="zh">肾病综合征</span> in Chinese</p>'),
    ),
)


_RUN = re.compile(
    "[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0400-\u04ff\u0620-\u063f\u0641-\u06ff\u0590-\u05ff\u0e00-\u0e7f]"
    "(?:[\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\u0400-\u04ff\u0620-\u063f\u0641-\u06ff\u0590-\u05ff\u0e00-\u0e7f ]{0,200}"
    "[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0400-\u04ff\u0620-\u063f\u0641-\u06ff\u0590-\u05ff\u0e00-\u0e7f])"
)
_NAMED = re.compile(r"\W{0,3}(?:in|is) (?:Chinese|Japanese|Korean|Russian|Arabic|Thai|Hebrew)")
_NAMES = ("locations", "contacts", "sponsor", "collaborators", "reviewed_by", "references")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Two letters and more in a row, but in brackets behind what they mean, and in names of people and places."""
    scripts = [each for each in page.characters if _SCRIPT.match(each)]
    for passage in page.having(scripts) if scripts else ():
        if passage.root in _NAMES:
            continue
        for found in _RUN.finditer(passage.text):
            before = passage.text[: found.start()].rstrip()[-1:]
            if before not in ("(", "\uff08", "[") and not _NAMED.match(passage.text, found.end()):
                yield rule.finding(passage.slice(*found.span()), "This is not in English.")


_SCRIPT = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0400-\u04ff\u0620-\u063f\u0641-\u06ff\u0590-\u05ff\u0e00-\u0e7f]")
