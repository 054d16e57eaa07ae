"""A treatment that is called by the name of its class."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="intervention-underspecified",
    code="CON012",
    what="A treatment is listed by the name of its class.",
    why="There are many treatments of one class; a reader cannot find out about the one that is given.",
    do="Give the name, or say what it is: anti-CD19 CAR-T cells.",
    pages=Severity.WARNING,
    records=Severity.WARNING,
    english=True,
    review="advisory",
    citations=(
        Citation("ClinicalTrials.gov Protocol Registration Data Element Definitions: Intervention Name", read="2026-11-23"),
    ),
    measured=(
        Measured("2,919 registry records", rate=0.92, right=27, read=27),
        Measured("143 saved web pages", rate=0, right=0, read=0),
        Measured("2,919 records as pages", rate=0.92, right=24, read=24),
    ),
    examples=(
        Bad(
            "<h1>Anti-CD19 CAR-T cells for lupus</h1><p>NCT01234567</p><dl><dt>Drugs</dt><dd>⟦CAR-T⟧, cyclophosphamide</dd></dl>"
        ),
        Bad(
            '{"protocolSection": {"armsInterventionsModule": {"interventions": [{"type": "DRUG", "name": "⟦Study drug⟧"}]}}}',
            format="json",
        ),
        Good(
            "<h1>Anti-CD19 CAR-T cells</h1><p>NCT01234567</p><dl><dt>Drugs</dt><dd>Anti-CD19 CAR-T cells, cyclophosphamide</dd></dl>"
        ),
        Good(
            '{"protocolSection": {"armsInterventionsModule": {"interventions": [{"name": "Chemotherapy"}, {"name": "Placebo"}]}}}',
            format="json",
        ),
        Good("<h1>A study of chemotherapy</h1><p>NCT01234567</p><dl><dt>Treatments</dt><dd>Chemotherapy, Surgery</dd></dl>"),
    ),
)

_NOTHING_SAID = frozenset(
    "drug|drugs|study drug|investigational drug|trial drug|investigational product|treatment|study treatment|intervention|medication"
    "|experimental|experimental drug|experimental treatment|device|study device|biological|therapy|procedure|behavioral|test drug"
    "|test product|active treatment|control|intervention group|control group|experimental group|treatment group|other".split("|")
)
_CLASSES = frozenset(
    "car-t|car t|car-t cells|car t cells|car-t cell|vaccine|antibody|monoclonal antibody|gene therapy|cell therapy|stem cells|inhibitor"
    "|immunotherapy|hormone|steroid|steroids|biologic|antibiotic|antibiotics|peptide|insulin|statin".split("|")
)
_SPECIFIC = re.compile(r"\b(?:anti-\w+|[A-Z]{1,5}-?\d[\w-]*|[a-z]{3,}(?:mab|nib|cept|leucel|gene|tide|limus))\b")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Words that name nothing; and names of classes, where the title is more exact."""
    titles = " ".join(page.facts[name].place.text for name in ("title", "official_title") if name in page.facts)
    exact = _SPECIFIC.search(titles)
    for each in page.lists.get("interventions", ()):
        name = " ".join((each.value or "").casefold().split())
        is_part = page.kind == "page" and (each.value or "")[:1].islower()  # of a name with commas, which a list was split at
        if name in _NOTHING_SAID and not is_part:
            yield rule.finding(each.place, f"“{each.value}” names no treatment.")
        elif name in _CLASSES and exact:
            yield rule.finding(each.place, f"“{each.value}” is a class of treatments; the title says “{exact[0]}”.")
