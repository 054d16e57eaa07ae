"""``has shown success``: says who?"""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.language import claims, hedging
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="unsourced-claim",
    code="ETH009",
    what="Results of research are told, and the sentence has no source.",
    why="A reader cannot see who found it, in whom and how well, and takes a first report for settled knowledge.",
    do="Name the source and link to it, say in how many people it was found, or leave the claim out.",
    pages=Severity.WARNING,
    records=None,
    citations=(
        Citation("HONcode, principles of attribution and justifiability: claims backed by references", read="2026-11-23"),
    ),
    measured=(
        Measured("2,919 records as pages", rate=7.85, right=48, read=49, doubtful=1),
        Measured("9,476 older summaries, each set as a section of a page", rate=1.46, right=38, read=40, doubtful=2),
        Measured("143 saved web pages", rate=0, right=0, read=0),
    ),
    examples=(
        Bad("<h1>A study</h1><h2>Why it matters</h2><p>The therapy ⟦has shown success⟧ in lupus.</p>"),
        Bad(
            "<h1>A study</h1><h2>Why it matters</h2><p>⟦Studies show that⟧ it helps. There is a ⟦lack of effective "
            "treatments⟧.</p>"
        ),
        Bad("# A study\n\n## About this study\n\nThis drug ⟦has been shown to⟧ reduce pain.\n", format="md"),
        Good("<h1>A study</h1><h2>Why it matters</h2><p>It <a href='https://doi.org/10/x'>has shown success</a> in lupus.</p>"),
        Good("<h1>A study</h1><h2>Why it matters</h2><p>Studies show that it helps [3]. Research suggests it (Doe, 2019).</p>"),
        Good("<h1>A study</h1><h2>About this study</h2><p>Histologically proven cancer. If proven safe, it is sold.</p>"),
        Good(
            "<h1>A study</h1><h2>About this study</h2><p>It has not been shown to work. No studies have shown that it helps.</p>"
        ),
        Good("<h1>A study</h1><h2>Detailed description</h2><p>Studies have shown that it works.</p>"),
    ),
)

_SHOWS = (
    r"(?:shown?|showed|demonstrated?|proven?|proved|found|suggest(?:ed|s)?|reported"
    r"|indicated?|shows|demonstrates|indicates|confirm(?:s|ed)?)"
)
_RESULT = (
    r"(?:success|promise|promising|benefits?|efficacy|effectiveness|good|great|excellent|significant|encouraging|positive|favou?rable|"
    r"potential|superior|better|improve\w*|remarkable|dramatic|strong|clear|high|clinical (?:benefit|efficacy|activity)"
    r"|anti\w+|safe\w*)"
)
_CLAIM = Pattern(
    rf"(?:has|have) (?:already |also |recently |consistently |previously )?(?:shown|demonstrated|proven) (?!no )(?:[\w-]+ "
    rf"){{0,2}}?{_RESULT}\b"
    r"|(?:has|have) (?:already |also |recently |consistently |previously )?been (?:clearly |widely |clinically )?(?:shown"
    r"|proven|demonstrated|found|reported) "
    r"(?:to\b|effective|safe|successful)"
    r"|(?:is|are) (?:clinically |scientifically |well )?proven to\b"
    rf"|(?:(?:recent|previous|several|many|some|numerous|earlier|early|other|clinical|large|small|animal|laboratory|scientific|prior|"
    rf"initial|preliminary|these) ){{0,3}}(?:studies|trials|research|evidence|data|experience)(?: also)?(?: have| has)? "
    rf"{_SHOWS} that\b"
    r"|(?:studies|research|evidence) (?:have |has )?(?:show|shows|shown|suggest|suggests|suggested)\b(?! (?:no|that))"
    r"|(?:lack|absence) of (?:any )?(?:effective|available|approved|curative|proven|good|other|satisfactory) (?:[\w-]+ "
    r"){0,2}?(?:treatments?|therap(?:y|ies)|options?|medicines?|drugs?)"
    r"|\bno (?:effective|proven|curative|satisfactory|good) (?:[\w-]+ ){0,1}?(?:treatments?|therap(?:y|ies)|(?:treatment "
    r"|therapeutic )options?|cure)\b",
    "shown demonstrated proven found reported studies trials research evidence data experience lack absence no",
    reach=160,
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """In the sentences of the narrative that assert it and give no source."""
    for _, sentence, hit in claims.said(page, _CLAIM):
        text = sentence.text
        is_word = not text[: hit.start][-1:].isalnum() and text[: hit.start][-1:] != "-"
        governed = hedging.is_asked(text, hit.start) or hedging.is_denied(text, hit.start)
        if is_word and not governed and not claims.is_sourced(page, sentence):
            yield rule.finding(hit.place(), f"“{hit[0]}”: the sentence does not say who found it.")
