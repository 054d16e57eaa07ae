"""Values as pages show them to the registry's own tokens."""

from __future__ import annotations

import datetime

import pytest

from triallint.reading import values


@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("Recruiting", "RECRUITING"),
        ("RECRUITING", "RECRUITING"),
        (" now  recruiting. ", "RECRUITING"),
        ("Active, not recruiting", "ACTIVE_NOT_RECRUITING"),
        ("ACTIVE_NOT_RECRUITING", "ACTIVE_NOT_RECRUITING"),
        ("Not yet recruiting", "NOT_YET_RECRUITING"),
        ("Enrolling by invitation", "ENROLLING_BY_INVITATION"),
        ("Unknown status", "UNKNOWN"),
        ("Completed", "COMPLETED"),
        ("Not recruiting", None),
        ("Recruiting soon", None),
        ("", None),
    ],
)
def test_status(text: str, token: str | None) -> None:
    assert values.status(text) == token


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Phase 1", ("PHASE1",)),
        ("PHASE1", ("PHASE1",)),
        ("Phase II", ("PHASE2",)),
        ("phase iv", ("PHASE4",)),
        ("Phase 1/Phase 2", ("PHASE1", "PHASE2")),
        ("Phase I/II", ("PHASE1", "PHASE2")),
        ("PHASE2, PHASE3", ("PHASE2", "PHASE3")),
        ("Phase 2b", ("PHASE2",)),
        ("Phase 1a/1b", ("PHASE1",)),
        ("Early Phase 1", ("EARLY_PHASE1",)),
        ("EARLY_PHASE1", ("EARLY_PHASE1",)),
        ("Phase 0", ("EARLY_PHASE1",)),
        ("Not Applicable", ("NA",)),
        ("N/A", ("NA",)),
        ("NA", ("NA",)),
        ("Phase 5", ()),
        ("Pilot", ()),
        ("Phase 1.5", ()),
        ("12 weeks", ()),
        ("", ()),
    ],
)
def test_phases(text: str, tokens: tuple[str, ...]) -> None:
    assert values.phases(text) == tokens


@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("All", "ALL"),
        ("ALL", "ALL"),
        ("Both", "ALL"),
        ("Male and Female", "ALL"),
        ("Women and men", "ALL"),
        ("Any gender", "ALL"),
        ("Female", "FEMALE"),
        ("Women only", "FEMALE"),
        ("MALE", "MALE"),
        ("Boys", "MALE"),
        ("Human", None),
        ("", None),
    ],
)
def test_sex(text: str, token: str | None) -> None:
    assert values.sex(text) == token


@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("Interventional (Clinical Trial)", "INTERVENTIONAL"),
        ("observational", "OBSERVATIONAL"),
        ("EXPANDED_ACCESS", "EXPANDED_ACCESS"),
        ("Registry", None),
    ],
)
def test_study_type(text: str, token: str | None) -> None:
    assert values.study_type(text) == token


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("18 (estimated)", 18),
        ("1,200 participants", 1200),
        ("about 12 000", 12000),
        ("0", 0),
        ("1,20", 1),
        ("none", None),
        ("", None),
    ],
)
def test_count(text: str, number: int | None) -> None:
    assert values.count(text) == number


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("18 Years and older", "18 Years", None),
        ("2 Years and up", "2 Years", None),
        ("18 Years to 65 Years", "18 Years", "65 Years"),
        ("18-65", "18 Years", "65 Years"),
        ("18 – 65 years", "18 Years", "65 Years"),
        ("6 Months to 5 Years", "6 Months", "5 Years"),
        ("6 to 12 months", "6 Months", "12 Months"),
        ("up to 17 years", None, "17 Years"),
        ("under 18", None, "18 Years"),
        ("≤ 28 days", None, "28 Days"),
        ("65 years and younger", None, "65 Years"),
        ("at least 2 weeks", "2 Weeks", None),
        ("90 minutes to 1 hour", "90 Minutes", "1 Hours"),
        ("1.5 years", "1.5 Years", None),
        ("Child, Adult", None, None),
        ("65+", "65 Years", None),
        ("18-64 years, 65+ years", "18 Years", None),
        ("65+ years, 18-64 years, 0-17", "0 Years", None),
        ("18–40, 41–64 years", "18 Years", "64 Years"),
        ("≥18 years, <65 years", "18 Years", "65 Years"),
    ],
)
def test_ages(text: str, low: str | None, high: str | None) -> None:
    assert values.ages(text) == (low, high)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2026-05-15", (2026, 5, 15)),
        ("2026-05", (2026, 5, 1)),
        ("2026/5/1", (2026, 5, 1)),
        ("May 15, 2026", (2026, 5, 15)),
        ("Sept. 3rd 2026", (2026, 9, 3)),
        ("15 May 2026", (2026, 5, 15)),
        ("15th of May, 2026", (2026, 5, 15)),
        ("15-May-2026", (2026, 5, 15)),
        ("May 2026", (2026, 5, 1)),
        ("12/31/2026", None),
        ("31/12/2026", (2026, 12, 31)),
        ("31.12.2026", (2026, 12, 31)),
        ("2026", None),
        ("2026-13-01", None),
        ("February 30, 2026", None),
        ("soon", None),
        ("NCT20260515", None),
    ],
)
def test_date(text: str, date: tuple[int, int, int] | None) -> None:
    assert values.date(text) == (datetime.date(*date) if date else None)
