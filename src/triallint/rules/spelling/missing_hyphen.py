"""``cancer related pain``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="missing-hyphen",
    code="SPL028",
    what="Two words that describe the next one together have no hyphen between them.",
    why="“Cancer related pain” can be read as a cancer that is related to pain.",
    do="Join the two words by a hyphen.",
    pages=Severity.INFO,
    records=Severity.INFO,
    yields_to=("inconsistent-term-form",),
    citations=(Citation("AMA Manual of Style, 11th edition, 7.3.1: temporary compounds", read="2026-11-25"),),
    measured=(
        Measured(
            "2,919 registry records",
            rate=17.99,
            right=146,
            read=150,
            wrong=(
                "weight resistant exercise",
                "disease related ECOG 2",
                "disease limiting life",
            ),
        ),
    ),
    examples=(
        Bad(
            "<h1>A drug</h1><p>NCT01234567</p><p>Has chronic ⟦cancer related⟧ pain; takes ⟦platinum based⟧ chemotherapy.</p>",
            fixed="<h1>A drug</h1><p>NCT01234567</p><p>Has chronic cancer-related pain; takes platinum-based chemotherapy.</p>",
        ),
        Bad(
            "<h1>A drug</h1><p>NCT01234567</p><p>A ⟦drug induced⟧ rash and ⟦insulin dependent⟧ diabetes</p>",
            fixed="<h1>A drug</h1><p>NCT01234567</p><p>A drug-induced rash and insulin-dependent diabetes</p>",
        ),
        Bad("<h1>A drug</h1><p>NCT01234567</p><p>Stem cell ⟦derived-heart⟧ muscle</p>"),
        Good(
            "<h1>A drug</h1><p>NCT01234567</p><p>The rash is drug related and the trial was platinum based. Drug-related rash.</p>"
        ),
        Good(
            "<h1>A drug</h1><p>NCT01234567</p><p>Patients treated; the disease related to age; cells derived from blood; drug derived-from</p>"
        ),
        Good(
            "<h1>A drug</h1><p>NCT01234567</p><p>Whether the dose induced sleep; the virus associated with it; those insulin dependent and old</p>"
        ),
    ),
)

_FIRST = (
    "cancer|tumou?r|drug|treatment|therapy|disease|age|dose|health|immune|alcohol|tobacco|smoking|work|stress|evidence|web|internet|community"
    "|home|school|hospital|population|platinum|taxane|anthracycline|oxaliplatin|cisplatin|insulin|steroid|hormone|estrogen|oestrogen"
    "|transfusion|exercise|opioid|vaccine|radiation|chemotherapy|infusion|injection|device|procedure|catheter|ventilator|stem cell|plant|lipid"
    "|silicone|alcohol|water|oil|protein|cell|antibody|time|weight|protocol|guideline|laboratory|imaging|biomarker|risk|virus|HIV|HBV|HCV"
    "|HPV|EBV|AIDS|COVID-19|COPD|asthma|sepsis|diabetes|obesity|pregnancy|sex|gender|event|symptom|progression|relapse|disease|pain|gluten"
)
_SECOND = "related|based|induced|associated|dependent|resistant|mediated|derived|specific|free|limiting|refractory"
_PAIR = Pattern(
    rf"(?P<pair>(?P<first>{_FIRST}) (?P<second>{_SECOND}))(?= (?P<noun>[a-z]{{3,}}))",
    tuple(f" {each} " for each in _SECOND.split("|")),
    reach=60,
    names=False,
)
_BROKEN = Pattern(
    r" (?P<pair>(?:derived|induced|related|based|associated)-(?!from|by|on|with|to)[a-z]{4,20})(?![\w-])",
    tuple(f" {each}-" for each in "derived induced related based associated".split()),
    reach=40,
    names=False,
)
_NO_NOUN = frozenset(
    "and or to with from by in on at for of as is are was were be been after before during the this that these those which who when if than "
    "but not into through between among within against because due until while where will would should may can could must has have had "
    "only more less also either both either upon under over per via using compared following including such without according".split()
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|being|not|whether|that|which|the|of a|if|when|as|how|what|considered|deemed|become|remains?|only|become"
    r"|directly|closely|possibly|probably|likely|potentially|strongly|definitely|clearly) (?:\w+ )?$",
    re.I,
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Before a noun; behind the verb "to be" the two words stand apart. Each pair is told once."""
    told = set()
    for hit in page.find(_PAIR):
        pair, noun = hit["pair"].lower(), hit["noun"].lower()
        alone = noun in _NO_NOUN or hit.before[-1:].isalnum() or hit.before[-1:] == "-" or _VERB.search(hit.before[-30:])
        if alone or pair in told or (hit["second"].lower() == "limiting" and not noun.startswith("toxic")):
            continue
        told.add(pair)
        repair = fix("Put a hyphen in.", hit.replace(f"{hit['first']}-{hit['second']}", "pair"), safety=Safety.UNSAFE)
        yield rule.finding(hit.place("pair"), f"“{hit['first']}-{hit['second']}” describes “{hit['noun']}”.", fix=repair)
    for hit in page.find(_BROKEN):
        if hit.before[-1:].isalpha():
            yield rule.finding(hit.place("pair"), "The hyphen belongs before this word, not behind it.")
