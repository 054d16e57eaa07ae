"""``treponema pallidum``, ``a likert scale``."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="proper-noun-case",
    code="SPL027",
    what="A name begins with a small letter.",
    why="The genus of an organism and the names of people, peoples and days have capitals, by which readers know them for names.",
    do="Write it with a capital.",
    pages=Severity.INFO,
    records=Severity.INFO,
    citations=(
        Citation("AMA Manual of Style, 11th edition, 10.3: proper nouns; 14.14: organisms", read="2026-11-25"),
        Citation("International Code of Nomenclature of Prokaryotes: names of genera", read="2026-11-25"),
    ),
    measured=(
        Measured("2,919 registry records", rate=5.17, right=24, read=24),
        Measured("17,367 eligibility texts", rate=0.63, right=0, read=0),
    ),
    examples=(
        Bad(
            "<h1>A study</h1><p>NCT01234567</p><p>Antibodies to ⟦treponema pallidum⟧ or ⟦helicobacter pylori⟧</p>",
            fixed="<h1>A study</h1><p>NCT01234567</p><p>Antibodies to Treponema pallidum or Helicobacter pylori</p>",
        ),
        Bad(
            "<h1>A study</h1><p>NCT01234567</p><p>On a ⟦likert⟧ scale; ⟦crohn's⟧ disease; on ⟦monday⟧; the ⟦german⟧ language</p>",
            fixed="<h1>A study</h1><p>NCT01234567</p><p>On a Likert scale; Crohn's disease; on Monday; the German language</p>",
        ),
        Good(
            "<h1>A study</h1><p>NCT01234567</p><p>Treponema pallidum, a Likert scale, candida, the parkinsonian gait, 8 french, may and march</p>"
        ),
        Good("<h1>A study</h1><p>NCT01234567</p><p>See www.crohn.org, info@parkinson.net, non-hodgkin and /german/</p>"),
    ),
)

_GENERA = (
    "treponema|pneumocystis|helicobacter|clostridium|clostridioides|staphylococcus|escherichia|mycobacterium|candida|aspergillus|streptococcus"
    "|pseudomonas|toxoplasma|plasmodium|trypanosoma|listeria|borrelia|neisseria|chlamydia|haemophilus|hemophilus|enterococcus|klebsiella"
    "|acinetobacter|salmonella|leishmania|schistosoma|strongyloides|lactobacillus|bifidobacterium|bordetella|legionella|cryptococcus"
    "|histoplasma|coccidioides|ascaris|dermatophagoides|saccharomyces"
)
_SPECIES = (
    "pallidum|jirovecii?|carinii|pylori|difficile|perfringens|aureus|epidermidis|coli|tuberculosis|avium|bovis|leprae|albicans|glabrata"
    "|fumigatus|pneumoniae|pyogenes|aeruginosa|gondii|falciparum|vivax|malariae|cruzi|brucei|monocytogenes|burgdorferi|gonorrhoeae"
    "|meningitidis|trachomatis|influenzae|faecalis|faecium|baumannii|typhi|donovani|mansoni|haematobium|stercoralis|rhamnosus|reuteri"
    "|acidophilus|plantarum|casei|longum|lactis|pertussis|pneumophila|neoformans|capsulatum|immitis|lumbricoides|pteronyssinus|farinae"
    "|cerevisiae|boulardii"
)
_NAMES = (
    "likert hodgkin crohn alzheimer parkinson cushing addison sjogren sj\u00f6gren raynaud marfan fallot wilcoxon bonferroni spearman cockcroft barrett "
    "behcet beh\u00e7et kawasaki huntington paget hashimoto guillain tourette bazett fridericia karnofsky framingham romberg doppler holter foley apgar "
    "english french german spanish italian portuguese dutch danish swedish norwegian japanese chinese korean american european asian african caucasian "
    "hispanic monday tuesday wednesday thursday friday saturday sunday january february april june july october november december"
).split()
_GENUS = Pattern(
    rf"(?<![\w.@/-])(?P<name>{_GENERA}) (?:{_SPECIES})(?![\w@-])",
    tuple(f"{each} " for each in _GENERA.split("|")),
    case=True,
    reach=50,
    whole=True,
    names=False,
)
_NAME = Pattern(
    rf"(?<![\w.@/-])(?P<name>{'|'.join(_NAMES)})(?:'s)?(?![\w@/]|\.\w)",
    tuple(_NAMES),
    case=True,
    reach=30,
    whole=True,
    names=False,
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """A genus with its species, and names that are nothing else; a catheter's french is a unit."""
    for pattern in (_GENUS, _NAME):
        for hit in page.find(pattern):
            name = hit["name"]
            if name == "french" and hit.before[-2:-1].isdigit():
                continue
            repair = fix("Write it with a capital.", hit.replace(name.capitalize(), "name"), safety=Safety.UNSAFE)
            yield rule.finding(hit.place(), f"“{name}” is a name: {name.capitalize()}.", fix=repair)
