"""``sub maximal``, ``data base``."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
from triallint.language.near_misses import is_common
from triallint.page import TrialPage
from triallint.passage import Passage, Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule
from triallint.source import Edit

rule = Rule(
    name="split-word",
    code="SPL025",
    what="A word is written as two.",
    why="A prefix by itself is no word: readers look for its noun, and a search for the whole word does not find it.",
    do="Write it as one word, or with a hyphen.",
    pages=Severity.INFO,
    records=Severity.INFO,
    yields_to=("misspelling", "inconsistent-term-form", "mistranslated-term", "literal-translation"),
    citations=(
        Citation("AMA Manual of Style, 11th edition, 7.3: hyphens and prefixes", read="2026-11-25"),
        Citation("Counts of 45 million words of registry text: see language/near_misses", read="2026-11-25"),
    ),
    measured=(
        Measured(
            "2,919 registry records",
            rate=24.53,
            right=146,
            read=150,
            wrong=(
                "trans fats",
                "finger prick",
                "break through, as a verb",
                "hand held",
            ),
        ),
    ),
    examples=(
        Bad(
            "<h1>A study</h1><p>NCT01234567</p><p>A ⟦sub maximal⟧ test of ⟦cardio respiratory⟧ fitness; ⟦non invasive⟧ pain relief</p>",
            fixed="<h1>A study</h1><p>NCT01234567</p><p>A submaximal test of cardiorespiratory fitness; noninvasive pain relief</p>",
        ),
        Bad(
            "<h1>A study</h1><p>NCT01234567</p><p>Up to ⟦data base⟧ lock, ⟦which ever⟧ is later; ⟦non caseating⟧ lesions</p>",
            fixed="<h1>A study</h1><p>NCT01234567</p><p>Up to database lock, whichever is later; non-caseating lesions</p>",
        ),
        Good(
            "<h1>A study</h1><p>NCT01234567</p><p>Non-invasive, pre- and post-dose, a trans man, sine qua non, over treatment, co and pre</p>"
        ),
        Good(
            "<h1>A study</h1><p>NCT01234567</p><p>Radio waves, radio frequency, an echo exam, extra beats, change in ability, 30 min post infusion</p>"
        ),
    ),
)

_BOUND = "non sub anti pre multi intra hypo hyper cardio immuno micro semi broncho gastro hepato thrombo vaso auto co peri trans bi neo ultra supra contra pseudo myo"
_IF_KNOWN = "chemo electro hemo haemo psycho neuro inter extra photo poly mono pan retro rhino radio osteo echo post"
_PREFIX = Pattern(
    rf"(?<![\w.,/'&@+-])(?P<first>{'|'.join([*_BOUND.split(), *_IF_KNOWN.split()])}) (?P<second>[a-z]{{4,24}})(?![\w@])",
    tuple(f"{each} " for each in (*_BOUND.split(), *_IF_KNOWN.split())),
    case=True,
    reach=40,
    whole=True,
    names=False,
)
_PAIRS = {
    pair: pair.replace(" ", "")
    for pair in (
        "data base,data bases,life style,life styles,pace maker,pace makers,which ever,through out,with out,amino transferase,care giver,care givers,"
        "new born,new borns,out patient,out patients,work load,check point,grape fruit,wheel chair,tea spoon,dip stick,heart burn,"
        "gall stones,gall stone,house hold,them selves,there after,wide spread,life time,web site,web sites,"
        "loco regional,on going,child bearing,cytomegalo virus,hydroxy chloroquine,acetyl salicylic,acetyl cysteine,lymph edema,mouth wash,guide wire,"
        "some what,what ever,when ever,how ever,there fore,more over,further more,never the less,sulfonyl urea,head ache,head aches,"
        "back ground,time line,blood stream,heart beat,by pass,fibro myalgia,finger tip,eye lid,eye lids,tooth brush"
    ).split(",")
}
_SPLIT = Pattern(
    rf"(?<![\w./'&@-])(?P<pair>{'|'.join(sorted(_PAIRS, key=len, reverse=True))})(?![\w@-])",
    tuple(_PAIRS),
    reach=40,
    whole=True,
    names=False,
)
_NO_SECOND = frozenset(
    "alia versus with from that this these those were have which when gender women woman person people male female then than before after "
    "during frequency wave waves caution peak both only fats fatty fat unions".split()
)
_POST = ("ive", "ively", "al", "ally", "ic", "um")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Prefixes that are no words; others where the whole word is common; and pairs of which nearly all make one word."""
    for hit in page.find(_PREFIX):
        first, second, joined = hit["first"], hit["second"], hit["first"] + hit["second"]
        if (
            second in _NO_SECOND
            or (first in _IF_KNOWN.split() and not is_common(joined))
            or (first == "post" and not second.endswith(_POST))
        ):
            continue
        whole = is_common(joined) and hit.after[:1] != "-" and (first[-1] != second[0] or first == "sub")
        right = joined if whole else f"{first}-{second}"
        yield _found(hit.place(), hit.replace(right), right)
    for hit in page.find(_SPLIT):
        right = _PAIRS[hit["pair"].lower()]
        right = right.capitalize() if hit["pair"][0].isupper() else right
        yield _found(hit.place(), hit.replace(right), right)


def _found(place: Passage, edit: Edit | None, right: str) -> Finding:
    repair = fix(f"Write “{right}”.", edit, safety=Safety.UNSAFE)
    return rule.finding(place, f"“{place.text}” is one word: {right}.", fix=repair)
