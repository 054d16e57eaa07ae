"""A mark with a word right behind it: a lost space, or something that has none."""

import pytest

from triallint.language import joints

# "¦" stands before the mark.
JOINTS = [
    "considered for inclusion¦.Patients with lupus",
    "to treat HF¦.This trial",
    "* 2¦.Diagnosed with asthma",
    "the scale (EQ)¦.The scale",
    "of 100%¦.The other",
    "for heart¦,kidney disease",
    "HIV¦,HCV",
    "CD3¦,CD4 cells",
    "IL-4¦,IL-13,INF-α",
    "stopped the drug¦;or died",
    "aims: 1¦)Age",
    "(2¦)Age",
    "is available¦.Phase 1b",
    "DNA¦,RNA",
    "drugs (e.g.¦,warfarin)",
    "heart disease)¦.or in the judgment",
    "placebo vs¦.Laparoscopic",
]
OTHERS = [
    "see ClinicalTrials¦.Gov",
    "Jane¦.Doe@uni.edu",
    "a Plan¦.Pdf",
    "p¦.Val600Glu",
    "Jane Doe, MD¦.PhD",
    "12¦.Mar.2020",
    "BA.2¦.Sub",
    "4 mg¦.Kg-1",
    "46¦,XX",
    "47,XXY¦,del(5q)",
    "Cmax¦,ss",
    "Css¦,Avg",
    "¦.Difference in cells",
    "cis¦,trans-isomers",
    "&gt¦;Age",
    "a score (0-15¦)and",
    "poly(3¦)hydroxybutyrate",
]


@pytest.mark.parametrize("marked", JOINTS)
def test_joint(marked: str) -> None:
    assert joints.is_joint(marked.replace("¦", ""), marked.index("¦"))


@pytest.mark.parametrize("marked", OTHERS)
def test_no_joint(marked: str) -> None:
    assert not joints.is_joint(marked.replace("¦", ""), marked.index("¦"))


def test_semicolons_between_the_entries_of_a_value() -> None:
    assert joints.is_joint("Allergy;Food", 7)
    assert not joints.is_joint("Allergy;Food", 7, separators=False)


@pytest.mark.parametrize(
    ("text", "mark", "place"),
    [
        ("for inclusion.Patients who", ".P", "inclusion.Patients"),
        ("1.2.Age", ".A", "1.2.Age"),
        ("or e.g.,warfarin", ",", "e.g.,warfarin"),
        ("a 6-month,12-month b", ",", "6-month,12-month"),
    ],
)
def test_around(text: str, mark: str, place: str) -> None:
    assert text[slice(*joints.around(text, text.index(mark)))] == place
