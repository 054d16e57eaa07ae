"""An exclusion criterion that turns an inclusion criterion round."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.language import mirrors
from triallint.page import TrialPage
from triallint.passage import Passage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule


def _lists(inclusion: str, exclusion: str) -> str:
    return f"<h2>Inclusion criteria</h2><ul><li>{inclusion}</li></ul><h2>Exclusion criteria</h2><ul><li>{exclusion}</li></ul>"


rule = Rule(
    name="mirrored-criterion",
    code="DUP005",
    what="An exclusion criterion says once more, turned round, what an inclusion criterion says.",
    why="The list grows without saying more, and the two can come apart.",
    do="Keep the one that is easier to understand.",
    pages=Severity.INFO,
    records=Severity.INFO,
    citations=(Citation("editorial judgement"),),
    measured=(Measured("21,078 records and WHO rows", rate=2.63, right=60, read=60),),
    examples=(
        Bad(_lists("Negative pregnancy test at screening", "Tested ⟦positive in blood pregnancy test⟧ at screening")),
        Bad(_lists("Able to give informed consent", "⟦Unable to give informed consent⟧")),
        Bad(_lists("Women agree to use contraception", "Men, or women ⟦unwilling to use contraception⟧")),
        Bad(
            _lists("LVEF ≥ 50 %, eGFR of at least 30", "An ⟦ejection fraction below 50⟧ %, ⟦eGFR &lt; 30.0⟧ mL/min, BMI &gt; 35")
        ),
        Bad(_lists("Healthy non-smokers", "⟦Current smokers⟧")),
        Bad(_lists("Not pregnant", "⟦Pregnant⟧ or breastfeeding")),
        Good(_lists("Negative pregnancy test", "Positive test for hepatitis B")),
        Good(_lists("Negative pregnancy test", "No negative pregnancy test")),
        Good(_lists("LVEF ≥ 50 %", "LVEF &lt; 40 %")),
        Good(
            _lists(
                "Not pregnant, non-smoker", "Wish to become pregnant; smoking history of 20 pack-years; a false-positive HIV test"
            )
        ),
        Good(_lists("eGFR ≥ 30 and BMI &lt; 30", "eGFR &gt; 90; platelets &lt; 30")),
        Good(_lists("HIV-negative; other criteria of the protocol", "Other criteria of the protocol; HIV vaccine")),
        Good(_lists("Able to give informed consent", "Unable to swallow tablets")),
    ),
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Claims on pregnancy, consent, contraception, smoking, HIV and limits of laboratory values, each told once."""
    inclusion, exclusion = (
        "\n".join(each.text for each in page.all_criteria if each.kind == kind).lower() for kind in ("inclusion", "exclusion")
    )
    words, limits = mirrors.subjects(inclusion, exclusion)
    if not (words or limits):
        return
    asked: dict[tuple[str, str], Passage] = {}
    told: set[str] = set()
    for each in page.all_criteria:
        for about, said, start, end in mirrors.claims(each.text, words, limits) if each.kind else ():
            opposite = asked.get((about, mirrors.OPPOSITE[said]))
            if each.kind == "inclusion":
                asked.setdefault((about, said), each.passage.slice(start, end))
            elif opposite is not None and about not in told:
                told.add(about)
                message = f"This turns an inclusion criterion round: both are about {about}."
                yield rule.finding(each.passage.slice(start, end), message, related=[(opposite, "the inclusion criterion")])
