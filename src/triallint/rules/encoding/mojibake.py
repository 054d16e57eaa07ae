"""``â‰¥ 18``, ``UniversitÃ©``: characters read in the wrong encoding."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
from triallint.language.characters import garbled, suspects
from triallint.page import TrialPage
from triallint.passage import Passage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="mojibake",
    code="ENC003",
    what="Characters were read in the wrong encoding and show as others, or were lost.",
    why="A sign that says at least or at most may have become one nobody can read: the limit itself is lost.",
    do="Put back the character that was meant, from the registry record; then find the step that garbles text.",
    pages=Severity.ERROR,
    records=Severity.ERROR,
    english=False,
    citations=(Citation("editorial judgement"),),
    measured=(
        Measured("2,919 registry records", rate=0.48, right=14, read=14),
        Measured("17,367 eligibility texts", rate=0.75, right=25, read=25),
        Measured("143 saved web pages", rate=37.06, right=25, read=25),
    ),
    examples=(
        Bad("<p>NCT01234567</p><p>Age ⟦â‰¥⟧ 18 years</p>", fixed="<p>NCT01234567</p><p>Age ≥ 18 years</p>"),
        Bad("<p>NCT01234567</p><p>the ⟦patientâ€™s⟧ doctor</p>", fixed="<p>NCT01234567</p><p>the patient’s doctor</p>"),
        Bad("<p>NCT01234567</p><p>⟦Î²-CTx⟧ was used</p>", fixed="<p>NCT01234567</p><p>β-CTx was used</p>"),
        Bad("<p>NCT01234567</p><p>⟦Universit&Atilde;&copy;⟧</p>", fixed="<p>NCT01234567</p><p>Université</p>"),
        Bad("NCT01234567\n\n37 ⟦Â°C⟧; ⟦naÃƒÂ¯ve⟧", fixed="NCT01234567\n\n37 °C; naïve", format="txt"),
        Bad("NCT01234567\n\nage ⟦\uf0b3⟧ 65; ⟦5\x9610⟧ mg", fixed="NCT01234567\n\nage ≥ 65; 5–10 mg", format="txt"),
        Bad("NCT01234567\n\nage ⟦¡Ý18⟧", fixed="NCT01234567\n\nage ≥18", format="txt"),
        Bad("<p>NCT01234567</p><p>⟦SLEDAI≄8⟧; age ⟦³⟧ 55 years; within ⟦£⟧ 28 days; San ⟦Diego\ufffds⟧; BP ⟦¿⟧ 140</p>"),
        Bad("<p>NCT01234567</p><p>⟦immuno¬suppressive⟧; blood pressure ⟦â?¤⟧ 100; Depo-⟦Proveraâ⟧ injection</p>"),
        Bad(
            '{"nct_id": "NCT01234567", "sex": "All", "title": "Age ⟦\\u00e2\\u2030\\u00a5⟧ 18"}',
            fixed='{"nct_id": "NCT01234567", "sex": "All", "title": "Age \\u2265 18"}',
            format="json",
        ),
        Good("<p>NCT01234567</p><p>Âge, SÃO PAULO, Île-de-France, Ångström, Ärzte, Hôpital, Besançon, LÄN [se-14]</p>"),
        Good("<p>NCT01234567</p><p>≥ 18 years; 10³ cells; &lt;100×10³/µL; mm³; £50 compensation; £4.53bn; ±2; ½ tablet</p>"),
        Good("<p>NCT01234567</p><p>Patients “with” asthma – naïve; Sjögren’s; β-CTx; 37 °C; ≠ original; Medicine®; ¿Qué es?</p>"),
    ),
)

_WORD = 24  # letters of a word that is shown
_SYMBOL = {"³": "≥", "£": "≤"}  # the same codes in the Symbol font


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Find characters of another encoding; the fix reads their bytes anew, where that gives a clean result."""
    for passage in page.having(suspects(page.characters)):
        for start, end, meant in garbled(passage.decoded):
            shown = passage.decoded[start:end]
            if meant is None:
                likely = f", mostly {_SYMBOL[shown]!r}" if shown in _SYMBOL else ""
                yield rule.finding(_with_word(passage, start, end), f"{shown!r} stands where another character was lost{likely}.")
                continue
            repair = fix(f"Write {meant!r}.", passage.replace(start, end, meant), safety=Safety.UNSAFE)
            message = f"{shown!r} is {meant!r} in the wrong encoding." if meant else f"{shown!r} is a byte order mark, shown."
            yield rule.finding(_with_word(passage, start, end), message, fix=repair)


def _with_word(passage: Passage, start: int, end: int) -> Passage:
    """The characters with the rest of their word, which tells what they were."""
    text, least, most = passage.text, max(0, start - _WORD), min(len(passage.text), end + _WORD)
    while start > least and text[start - 1].isalnum():
        start -= 1
    while end < most and (text[end].isalnum() or (text[end] == "-" and text[end + 1 : end + 2].isalpha())):
        end += 1
    return passage.slice(start, end)
