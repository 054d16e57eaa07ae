"""``a water bath of 14°``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="degree-without-scale",
    code="UNI018",
    what="A temperature has the sign for degrees without the letter of its scale.",
    why="38 degrees is fever in one country and frost in another.",
    do="Write °C or °F behind the number.",
    pages=Severity.INFO,
    records=Severity.INFO,
    citations=(
        Citation("The International System of Units (BIPM), 9th edition, table 4: degree Celsius, °C", read="2026-11-25"),
    ),
    measured=(
        Measured("2,919 registry records", rate=0.21, right=6, read=6),
        Measured("17,367 eligibility texts", rate=0.02, right=4, read=4),
        Measured("143 saved web pages", rate=0, right=0, read=0),
        Measured("2,919 records as pages", rate=0.07, right=2, read=2),
        Measured("9,476 older summaries, each set as a section of a page", rate=0.02, right=2, read=2),
        Measured("792 rows of the WHO's platform, as pages", rate=0.13, right=1, read=1),
    ),
    examples=(
        Bad("<h1>A drug</h1><p>NCT01234567</p><p>The hand rests in a ⟦14°⟧ water bath.</p>"),
        Bad("<h1>A drug</h1><p>NCT01234567</p><p>A fever above ⟦38.5°⟧ or a temperature of ⟦37.8°celsius⟧</p>"),
        Good("<h1>A drug</h1><p>NCT01234567</p><p>A temperature of 38 °C, 100.4°F or 4º C; kept at 37° to 38°C</p>"),
        Good("<h1>A drug</h1><p>NCT01234567</p><p>Flexion of 90° in warm water, a corner of 45°, and heat</p>"),
    ),
)

_DEGREES = Pattern(
    r"\d{1,3}(?:[.,]\d)? ?[\u00b0\u00ba](?: ?celsius\b|(?! ?(?:[cfk]\b|fahrenheit))(?! ?(?:to|and|or|-|\u00b1) ?\d)(?![\w\u00b2]))",
    ("\u00b0", "\u00ba"),
    reach=30,
    names=False,
)
_HEAT = re.compile(
    r"temperature|fever|febrile|water bath|(?:cold|warm|hot|ice)[ -]water|room temp|thermo|incubat|stored|freez", re.I
)
_ANGLE = re.compile(r"flex|exten|rotat|abduct|angle|inclin|tilt|elevat|degree of|raise|arc|turn|posit|supin|semi", re.I)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Beside words for heat or cold: most degrees are angles."""
    for hit in page.find(_DEGREES):
        around = f"{hit.before[-60:]} {hit.after[:25]}"
        of_heat = (_HEAT.search(hit.after[:14]) and not _ANGLE.search(hit.before[-25:])) or (
            _HEAT.search(around) and not _ANGLE.search(around)
        )
        if of_heat or hit[0].endswith("s"):
            message = "The sign for the scale is °C." if hit[0].endswith("s") else f"“{hit[0]}” does not say of which scale."
            yield rule.finding(hit.place(), message)
