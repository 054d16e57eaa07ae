"""What pages call their sections and fields."""

from __future__ import annotations

import pytest

from triallint.reading import vocabulary


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("Eligibility criteria", "eligibility"),
        ("ELIGIBILITY CRITERIA:", "eligibility"),
        ("  Who is eligible? ", "eligibility"),
        ("Locations-and-contacts", "locations"),
        ("Why It Matters", "why"),
        ("Something else", ""),
        ("", ""),
        ("eligibility " * 10, ""),
    ],
)
def test_sections(heading: str, section: str) -> None:
    assert vocabulary.section_of(heading) == section


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Phase:", "phase"),
        ("NCT ID", "trial_id"),
        ("nct_id", "trial_id"),
        ("nctId", "trial_id"),
        ("overallStatus", "status"),
        ("Drugs / interventions", "interventions"),
        ("minimum-age", "minimum_age"),
        ("Status of the pond", ""),
        ("", ""),
        ("x" * 70, ""),
    ],
)
def test_labels(label: str, field: str) -> None:
    assert vocabulary.label_of(label) == field


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("PhasePHASE1", ("phase", 5)),
        ("Trial IDNCT01234567", ("trial_id", 8)),
        ("Study typeInterventional", ("study_type", 10)),
        ("Ages18 Years", ("ages", 4)),
        ("Drugs / interventionsrituximab, CAR-T", ("interventions", 21)),
        ("Sponsors are many", None),
        ("Phase 1", None),
        ("phasePHASE1", None),
        ("", None),
    ],
)
def test_labels_glued_to_their_values(text: str, found: tuple[str, int] | None) -> None:
    assert vocabulary.glued_label(text) == found


def test_no_word_names_two_fields_or_two_sections() -> None:
    for part in ("labels", "sections"):
        words = [name for names in vocabulary.profile("generic")[part].values() for name in set(map(vocabulary.plain, names))]
        twice = {word for word in words if words.count(word) > 1}
        assert not twice, part
