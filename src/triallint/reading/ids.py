"""Registry identifiers: how each registry writes them."""

from __future__ import annotations

import re

from triallint.passage import Pattern

# What a registry's ids look like when well formed. Sources: each registry's own pages; NCT "followed by an 8-digit
# number" (ClinicalTrials.gov data element definitions), ISRCTN eight digits, EU CT number yyyy-nnnnnn-nn-nn.
WELL_FORMED = {
    "NCT": r"NCT[0-9]{8}",
    "ISRCTN": r"ISRCTN[0-9]{8}",
    "EUCT": r"20[0-9]{2}-5[0-9]{5}-[0-9]{2}(?:-[0-9]{2})?",
    "EudraCT": r"(?:19|20)[0-9]{2}-[0-9]{6}-[0-9]{2}",
    "ChiCTR": r"ChiCTR(?:-[A-Z]{2,4}-|-)?[0-9]{8,10}",
    "DRKS": r"DRKS[0-9]{8}",
    "JPRN": r"(?:JPRN-)?(?:UMIN[0-9]{9}|jRCT[s0-9]?[0-9]{9,10}|JapicCTI-?[0-9]{6})",
    "ACTRN": r"ACTRN[0-9]{14}p?",
    "CTRI": r"CTRI/[0-9]{4}/[0-9]{2,3}/[0-9]{6}",
    "IRCT": r"IRCT[0-9]{8,14}N[0-9]{1,3}",
    "KCT": r"KCT[0-9]{7}",
    "TCTR": r"TCTR[0-9]{11}",
    "PACTR": r"PACTR[0-9]{15,16}",
    "NTR": r"N(?:L|TR)-?[0-9]{1,5}",
    "AEARCTR": r"AEARCTR-[0-9]{7}",
}

_FORMS = "|".join(form for name, form in WELL_FORMED.items() if name != "NTR")
FOUND = Pattern(rf"(?<![0-9])(?:{_FORMS})(?![0-9])", case=True)


def registry_of(text: str) -> str:
    """The registry that a well-formed id belongs to, else ""."""
    found = re.sub(r"\s", "", text)
    return next((name for name, form in WELL_FORMED.items() if re.fullmatch(form, found)), "")
