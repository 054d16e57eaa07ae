"""Registry ids: what each registry writes, and what only looks like one."""

from __future__ import annotations

import pytest

from triallint.origin import Origin
from triallint.passage import Passage
from triallint.reading import ids
from triallint.source import Source

IDS = {
    "NCT01234567": "NCT",
    "ISRCTN12345678": "ISRCTN",
    "2023-512345-12-00": "EUCT",
    "2023-512345-12": "EUCT",
    "2019-001234-56": "EudraCT",
    "ChiCTR2300012345": "ChiCTR",
    "ChiCTR-TRC-12345678": "ChiCTR",
    "DRKS00012345": "DRKS",
    "UMIN000012345": "JPRN",
    "JPRN-UMIN000012345": "JPRN",
    "jRCT2031200123": "JPRN",
    "jRCTs031200123": "JPRN",
    "JapicCTI-123456": "JPRN",
    "ACTRN12605000123456": "ACTRN",
    "ACTRN12605000123456p": "ACTRN",
    "CTRI/2021/05/012345": "CTRI",
    "IRCT20120215009014N123": "IRCT",
    "KCT0001234": "KCT",
    "TCTR20210101001": "TCTR",
    "PACTR202001234567890": "PACTR",
    "NL1234": "NTR",
    "NTR1234": "NTR",
    "AEARCTR-0001234": "AEARCTR",
}


@pytest.mark.parametrize(("text", "registry"), IDS.items())
def test_every_registry_is_known_by_its_ids(text: str, registry: str) -> None:
    assert ids.registry_of(text) == registry
    assert ids.registry_of(f" {text} ") == registry


@pytest.mark.parametrize(
    "text", ["NCT1234567", "NCT012345678", "nct01234567", "NCTO1234567", "ISRCTN1234567", "12345678", "", "Phase 1"]
)
def test_what_is_no_id(text: str) -> None:
    assert ids.registry_of(text) == ""


@pytest.mark.parametrize("text", [each for each in IDS if IDS[each] != "NTR"])
def test_an_id_is_found_whole_in_a_text(text: str) -> None:
    shown = f"See {text}, or {text}."
    passage = Passage("", shown, Origin(Source("a.txt", shown), shown, [(0, 0, len(shown))]))
    assert [hit[0] for hit in passage.find(ids.FOUND)] == [text, text]


@pytest.mark.parametrize("text", ["NCT012345678", "NCT01234567890", "12023-512345-12-00", "2019-001234-567"])
def test_a_longer_number_is_not_cut_to_an_id(text: str) -> None:
    passage = Passage("", text, Origin(Source("a.txt", text), text, [(0, 0, len(text))]))
    assert not list(passage.find(ids.FOUND))
