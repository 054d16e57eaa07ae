"""A plant in the blood test."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="taxon-in-lab-context",
    code="TRM002",
    what="The Latin name of a plant or an animal stands where a laboratory value is meant.",
    why="A machine took an abbreviation for a plant: nobody can tell which value counts.",
    do="See which value the abbreviation stood for; AST, for example.",
    pages=Severity.ERROR,
    records=Severity.ERROR,
    yields_to=("mistranslated-term", "literal-translation"),
    citations=(
        Citation(
            "NCT06222853 and NCT06842589: Asparagus cochinchinensis for AST",
            "https://clinicaltrials.gov/study/NCT06222853",
            "2026-11-23",
        ),
    ),
    measured=(Measured("2,919 registry records", rate=0, right=0, read=0),),
    examples=(
        Bad("<h1>A drug</h1><p>NCT01234567</p><p>⟦Ginkgo biloba⟧ level ≤ 3 × ULN</p>"),
        Bad("<h1>A drug</h1><p>NCT01234567</p><p>Serum ⟦Panax ginseng⟧ below 40 U/L</p>"),
        Good("<h1>A drug</h1><p>NCT01234567</p><p>Ginkgo biloba is given for 12 weeks. ALT ≤ 3 × ULN</p>"),
        Good("<h1>A drug</h1><p>NCT01234567</p><p>Serum IgE to Artemisia vulgaris, and levels of Staphylococcus aureus</p>"),
    ),
)


_GENERA = (
    "achyranthes aconitum allium aloe angelica artemisia asparagus astragalus atractylodes bupleurum camellia cannabis carthamus cinnamomum "
    "citrus cochinchinensis codonopsis coptis cordyceps corydalis crataegus curcuma cyperus dendrobium dioscorea echinacea ephedra epimedium "
    "eucommia forsythia ganoderma gardenia gastrodia gentiana ginkgo glycyrrhiza hypericum isatis lonicera lycium magnolia mentha morinda "
    "ophiopogon paeonia panax perilla pinellia platycodon polygala polygonatum polygonum poria prunella pueraria rehmannia rheum salvia "
    "saussurea schisandra scutellaria sophora taraxacum trichosanthes tripterygium zingiber ziziphus"
)
_TAXON = Pattern(
    rf"(?P<name>(?:{'|'.join(_GENERA.split())}) (?!(?:and|or|in|is|extract|level|test|for|with|pollen)\b)[a-z]{{4,20}})",
    _GENERA,
    reach=50,
    whole=True,
    names=False,
)
_AS_A_VALUE = Pattern(
    r"^ ?(?:\(\w{2,5}\)|levels?\b|values?\b|trans|[<>\u2264\u2265]|(?:below|above|less than|more than|count|enzyme)\b)"
)
_NAMED = re.compile(r" ?\((?![A-Z]{2,6}\))")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """A genus of medicinal plants with an epithet, where a value stands; a trial of the plant itself is left alone."""
    names = " ".join(str(each.value).lower() for each in page.lists.get("interventions", ()))
    for hit in page.find(_TAXON):
        is_named = _NAMED.match(hit.after)  # in brackets stands what it is called in another language
        measured = (_AS_A_VALUE.re.match(hit.after[:20].lower()) and not is_named) or hit.before.lower().endswith("serum ")
        if measured and not hit.before[-1:].isalnum() and hit["name"].split()[0].lower() not in names:
            yield rule.finding(hit.place("name"), f"“{hit['name']}” is a plant, and stands for a laboratory value.")
