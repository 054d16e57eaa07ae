"""``must have have``, ``will be will be``."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
from triallint.page import TrialPage
from triallint.passage import Hit, Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="repeated-word",
    code="SPL002",
    what="A word or phrase stands twice in a row.",
    why="A reader stumbles and wonders what is missing: of two words that look alike, one may have been meant to be another.",
    do="Delete the second word, or write the word that was meant.",
    pages=Severity.WARNING,
    records=Severity.WARNING,
    citations=(Citation("editorial judgement"),),
    measured=(
        Measured("2,919 registry records", rate=7.43, right=217, read=217),
        Measured("17,367 eligibility texts", rate=0.98, right=149, read=149),
        Measured("792 rows of the WHO's platform, as pages", rate=2.27, right=10, read=10),
    ),
    examples=(
        Bad(
            "<p>NCT01234567</p><p>Patients must ⟦have have⟧ asthma.</p>",
            fixed="<p>NCT01234567</p><p>Patients must have asthma.</p>",
        ),
        Bad(
            "<p>NCT01234567</p><p>⟦The the⟧ study tests ⟦HFMD HFMD⟧ vaccines in Acute ⟦Leukemia Leukemia⟧.</p>",
            fixed="<p>NCT01234567</p><p>The study tests HFMD vaccines in Acute Leukemia.</p>",
        ),
        Bad(
            "<p>NCT01234567</p><p>It is given ⟦for the for the⟧ first time and ⟦will be measured will be measured⟧ twice.</p>",
            fixed="<p>NCT01234567</p><p>It is given for the first time and will be measured twice.</p>",
        ),
        Good(
            "<p>NCT01234567</p><p>More and more and more, peanuts and egg and egg products, over and over; X X X X; Walla Walla</p>"
        ),
        Good("<p>NCT01234567</p><p>It is known that that dose is safe in people who had had asthma.</p>"),
        Good(
            "<p>NCT01234567</p><p>Toxicity of grade 3 3 weeks ago, arm A A, 25 mg/day day 1, once a day day 2, vitamin K K.</p>"
        ),
        Good(
            "<p>NCT01234567</p><p>Sir Run Run Shaw Hospital, New York New York, Walla Walla, Dee Dee Wang, Loa loa, kava kava</p>"
        ),
        Good("<p>NCT01234567</p><p>A long-term term, at at-risk sites, very very slight, in in vitro models, CAG CAG CAG.</p>"),
        Good("<p>NCT01234567</p><p>From may May to June, diagnosed as AS, in the OR or at home, men<br>Men and women</p>"),
        Good(
            "<p>NCT01234567</p><p>Drug: Apatinib Apatinib 500 mg; symptoms Symptoms, etc etc, a subject subject to an order.</p>"
        ),
        Good("<p>NCT01234567</p><p><name>Placebo</name> <arm>Placebo</arm></p>"),
    ),
)
_GAPS = (" ", "  ", "\n")
_TWICE = r"(?<![\w/'.@-])(?P<first>[a-z]{2,}+)(?P<gap>\s++)(?P<second>(?P=first))(?![\w/'@-])"
_PHRASE = r"(?<![\w/'.@-])(?P<phrase>[a-z]{1,20} [a-z]{2,20}(?: [a-z]{2,20}){0,2}) (?P=phrase)(?![\w/'@-])"
_LINKS = frozenset("and or then more again over by after less".split())
# Words that may stand twice: grammar, emphasis, plants and parasites.
_MAY = frozenset("that had very so no ha bye etc kava loa ala ad pro rattus bison blah log".split())
_LATIN = frozenset("vitro vivo situ silico utero".split())
_TIMES = frozenset("day days week weeks month months year years hour hours cycle visit phase grade level".split())
_SMALL = frozenset(
    "a after an and are as at be been being by can for from has have if in into is it its may of on or other such than the "
    "their them then there these they this those through to under until was were when where which who will with within "
    "would".split()
)
_NAME = 6  # a capital word below this length that stands twice is mostly a name: Li Li, Run Run, Walla Walla


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Find the repetition; the fix keeps the first of the two."""
    yield from _phrases(page)
    twice = tuple(f"{word}{gap}{word}" for word in page.repeated - _MAY if word.isalpha() for gap in _GAPS)
    for hit in page.find(Pattern(_TWICE, twice, reach=60, names=False)) if twice else ():
        if _is_slip(hit):
            word = hit["first"]
            repair = fix(f"Write {word!r} once.", hit.replace(word), safety=Safety.UNSAFE)
            yield rule.finding(hit.place(), f"{word!r} stands twice in a row.", fix=repair)


def _phrases(page: TrialPage) -> Iterator[Finding]:
    """Two to four words in small letters that follow themselves; the first of all may begin a sentence."""
    phrases = tuple(f"{each} {each}" for each in page.repeated if " " in each)
    for hit in page.find(Pattern(_PHRASE, phrases, reach=200, names=False)) if phrases else ():
        phrase, words = hit["phrase"], hit["phrase"].lower().split()
        again = hit[0][len(phrase) + 1 :]
        if (
            len(set(words)) < 2
            or words[0] in _LINKS
            or words[-1] in _LINKS - {"or"}
            or not again.islower()
            or not phrase[1:].islower()
            or (hit.before[-1:] and hit.before[-1] not in " (\n")
            or words[0] in _TIMES
        ):
            continue
        repair = fix(f"Write {phrase!r} once.", hit.replace(phrase), safety=Safety.UNSAFE)
        yield rule.finding(hit.place(), f"{phrase!r} stands twice in a row.", fix=repair)


def _is_slip(hit: Hit) -> bool:
    first, second = hit["first"], hit["second"]
    word, after = first.lower(), hit.passage.text[hit.end : hit.end + 40].split(maxsplit=1)
    if word in _MAY or (word in _TIMES and after and after[0][0].isdigit()):
        return False
    if word == "in" and after and after[0].strip(".,;)").lower() in _LATIN:
        return False
    if "\n" in hit["gap"]:  # two items, unless the line was broken within a sentence
        return word in _SMALL and first == second == word and hit["gap"].count("\n") == 1 and hit.passage.role == "prose"
    if word in _SMALL:
        return first == second or not (first.isupper() or second.isupper() or second == "May")
    if (second != word and first == word) or hit.replace(first) is None:
        return False  # a word and its like in the next cell or item, seen as one text
    if word == "subject" and after and after[0] == "to":
        return False
    return first == word or second == word or _is_no_name(hit)


def _is_no_name(hit: Hit) -> bool:
    """Whether two capital words are a slip and neither a name nor a label with its value."""
    if hit["first"].isupper():
        return len(hit["first"]) > 2 and not set(hit["first"]) <= set("ACGTUNBD")
    before = hit.passage.text[max(0, hit.start - 5) : hit.start].rstrip()
    return hit["first"] == hit["second"] and len(hit["first"]) >= _NAME and bool(before) and before[-1] not in ":;-*"
