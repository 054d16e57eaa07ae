"""``eg.``, ``i.e``, ``et. al``."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="latin-abbreviation-form",
    code="SPL021",
    what="A Latin abbreviation has its full stops in the wrong places.",
    why="A stray full stop looks like the end of a sentence, to readers and to programs.",
    do="Write “e.g.” and “i.e.” with two full stops or “eg” and “ie” with none, and “et al.” with one.",
    pages=Severity.INFO,
    records=Severity.INFO,
    citations=(Citation("AMA Manual of Style, 11th edition, 13.0: abbreviations", read="2026-11-25"),),
    measured=(Measured("2,919 registry records", rate=4.11, right=55, read=55),),
    examples=(
        Bad(
            "<h1>A study</h1><p>NCT01234567</p><p>Lung disease (⟦eg.,⟧ asthma) or shock (⟦i.e⟧ sepsis)</p>",
            fixed="<h1>A study</h1><p>NCT01234567</p><p>Lung disease (e.g., asthma) or shock (i.e. sepsis)</p>",
        ),
        Bad(
            "<h1>A study</h1><p>NCT01234567</p><p>As described by Buis ⟦et. al.⟧ and others</p>",
            fixed="<h1>A study</h1><p>NCT01234567</p><p>As described by Buis et al. and others</p>",
        ),
        Good(
            "<h1>A study</h1><p>NCT01234567</p><p>Asthma, e.g., mild; i.e. not severe; eg, this; ie that; Smith et al. and IE.</p>"
        ),
        Good("<h1>A study</h1><p>NCT01234567</p><p>See www.e.g.org, name@i.e and the LE.G file</p>"),
    ),
)

_WRONG = Pattern(
    r"(?<![\w.@-])(?:(?P<one>eg|ie)\.(?P<mark>[,:]?)(?= )|(?P<two>e\.g|i\.e)(?P<sign>[,:]?)(?= )|(?P<al>et\. al)(?P<stop>\.?)(?!\w))",
    ("eg. ", "ie. ", "eg.,", "ie.,", "eg.:", "ie.:", "e.g ", "i.e ", "e.g,", "i.e,", "e.g:", "i.e:", "et. al"),
    reach=12,
    names=False,
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """One full stop too few or too many; both "e.g." and "eg" are in use."""
    for hit in page.find(_WRONG):
        if hit[0].isupper():
            continue
        if hit["al"]:
            right = "et al."
        else:
            letters = hit["one"] or hit["two"].replace(".", "")
            right = f"{letters[0]}.{letters[1]}.{hit['mark'] or hit['sign']}"
        repair = fix("Correct the full stops.", hit.replace(right), safety=Safety.UNSAFE)
        yield rule.finding(hit.place(), f"“{hit[0]}” is written “{right}”.", fix=repair)
