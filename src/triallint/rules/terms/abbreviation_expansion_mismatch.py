"""``aspartate aminotransferase (ALT)``."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
from triallint.language.abbreviations import contradictions
from triallint.language.wording import cased
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="abbreviation-expansion-mismatch",
    code="TRM003",
    what="A long form and the abbreviation in brackets beside it are two different things.",
    why="Nobody can tell which of the two is meant: the wrong test may be done, or the wrong disease excluded.",
    do="See in the protocol which one is meant, and correct the other.",
    pages=Severity.ERROR,
    records=Severity.ERROR,
    yields_to=("mistranslated-term", "literal-translation", "taxon-in-lab-context"),
    citations=(Citation("editorial judgement"),),
    measured=(
        Measured("2,919 registry records", rate=1.61, right=47, read=47),
        Measured("17,367 eligibility texts", rate=0.36, right=61, read=62),
        Measured("792 rows of the WHO's platform, as pages", rate=0.63, right=5, read=5),
    ),
    examples=(
        Bad("<p>NCT01234567</p><p>⟦Aspartate aminotransferase (ALT)⟧ at most 3 times the upper limit.</p>"),
        Bad(
            "<p>NCT01234567</p><p>Kidney biopsy showed ⟦minimal lesion nephropathy(MCD)⟧.</p>",
            fixed="<p>NCT01234567</p><p>Kidney biopsy showed minimal change disease(MCD).</p>",
        ),
        Bad("<p>NCT01234567</p><p>Infection with ⟦HCV (hepatitis B virus)⟧.</p>"),
        Bad(
            "<p>NCT01234567</p><p>No ⟦severe adverse events (SAEs)⟧.</p>",
            fixed="<p>NCT01234567</p><p>No serious adverse events (SAEs).</p>",
        ),
        Good(
            "<p>NCT01234567</p><p>Alanine and aspartate aminotransferase (ALT, AST), left ventricle ejection fraction (EF).</p>"
        ),
        Good("<p>NCT01234567</p><p>Non small-cell lung carcinoma (NSCLC), transient ischaemic attacks (TIAs), PT (INR).</p>"),
        Good("<p>NCT01234567</p><p>The ejection fraction (MRI) and the glomerular filtration rate (CT) are measured.</p>"),
        Good("<p>NCT01234567</p><p>Lumbar disc herniation (LDH); prothrombin time (INR); hepatitis B (HBsAg).</p>"),
        Good(
            "<p>NCT01234567</p><p>Heart failure with reduced left ventricular ejection fraction (HFrEF); echocardiogram (EF).</p>"
        ),
        Good("<p>NCT01234567</p><p>Anti-HCV (hepatitis C antibody); ALT (alanine transaminase); estimated GFR (eGFR).</p>"),
    ),
)

# Behind a thing that is measured, these tell by what: "ejection fraction (MRI)".
_METHODS = frozenset("MRI CMR CT CCTA PET SPECT MUGA ECG EKG TTE TEE ECHO US EEG EMG".split())


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Compare each long form with its abbreviation; the fix is for long forms that belong to no other abbreviation."""
    for found in contradictions(page):
        if found.abbreviation.name in _METHODS and found.other and found.other not in _METHODS:
            continue
        name, right = found.abbreviation.name, found.abbreviation.accepted[0]
        long, place = found.passage.slice(*found.long), found.passage.slice(*found.whole)
        message = f"{name} stands for “{right}”, not for “{' '.join(long.text.split())}”"
        if found.other:
            yield rule.finding(place, f"{message}, which is {found.other}.")
        else:
            plural = "s" if long.text.endswith(f"{right.split()[-1]}s") else ""
            edit = found.passage.replace(*found.long, cased(long.text, right) + plural)
            yield rule.finding(place, f"{message}.", fix=fix(f"Write “{right}”.", edit, safety=Safety.UNSAFE))
