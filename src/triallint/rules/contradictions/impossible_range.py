"""65 to 18 years."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="impossible-range",
    code="CTR003",
    what="A range ends below its beginning.",
    why="One of the two numbers is wrong, and nobody fits.",
    do="Correct the numbers.",
    pages=Severity.ERROR,
    records=Severity.ERROR,
    review="major",
    citations=(
        Citation(
            "Zarin et al., NEJM 2011;364:852, table 3: lack of apparent validity, internal inconsistency", read="2026-11-23"
        ),
    ),
    measured=(
        Measured("2,919 registry records", rate=0.03, right=1, read=1),
        Measured("2,919 records as pages", rate=0.07, right=2, read=2),
    ),
    examples=(
        Bad("<h1>NCT01234567</h1><h2>Inclusion criteria</h2><ul><li>Aged ⟦65 to 18 years⟧</li></ul>"),
        Bad("<h1>NCT01234567</h1><h2>Inclusion criteria</h2><ul><li>BMI ⟦between 35 and 18⟧ kg/m²</li></ul>"),
        Bad('{"protocolSection": {"eligibilityModule": {"minimumAge": "65 Years", "maximumAge": "⟦18 Years⟧"}}}', format="json"),
        Good(
            "<h1>NCT01234567</h1><h2>Inclusion criteria</h2><ul><li>Aged 18 to 65 years; 12 to 6 weeks before surgery; days 28 to 1</li></ul>"
        ),
        Good(
            "<h1>NCT01234567</h1><h2>Inclusion criteria</h2><ul><li>BMI between 18 and 35; a drop from 35 to 18 years</li></ul>"
        ),
    ),
)


_RANGE = Pattern(
    r"(?:aged?|ages|age range|age:?) (?:of |from |between )?(?P<age>(?P<a>\d{1,3}) ?(?:years? )?(?:to|and|-) ?(?P<b>\d{1,3}) ?(?:years?|yrs?|months?))"
    r"|(?P<between>between (?P<c>\d{1,4}(?:\.\d+)?) ?(?:%|kg|mg|kg/m\u00b2|years?)? ?and (?P<d>\d{1,4}(?:\.\d+)?(?![\d.]))) ?(?:years|yrs|kg\b|%)(?! (?:month|week|day))",
    "age between",
    reach=80,
    names=False,
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Ages, "between" two numbers, and the record's own limits of age."""
    for hit in page.find(_RANGE):
        low, high, group = (hit["a"], hit["b"], "age") if hit["a"] else (hit["c"], hit["d"], "between")
        if float(low) > float(high) and not hit.before[-1:].isalnum() and hit.before.rstrip()[-4:].lower() != "from":
            yield rule.finding(hit.place(group), f"This range ends at {high}, below its beginning at {low}.")
    least, most = page.fact("minimum_age"), page.fact("maximum_age")
    ages = [_YEARS.re.match(str(each.value or "").lower()) for each in (least, most)]
    if ages[0] and ages[1] and int(ages[0][1]) > int(ages[1][1]):
        message = f"The oldest age, {most.value}, is below the youngest, {least.value}."
        yield rule.finding(most.place, message, related=[(least.place, "the youngest")])


_YEARS = Pattern(r"(\d{1,3}) years?$")
