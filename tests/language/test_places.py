"""Countries and hospitals by their names."""

from __future__ import annotations

import pytest

from triallint.language.places import names_country, names_facility


@pytest.mark.parametrize("text", ["Chicago, United States", "Seoul, Korea, Republic of", "Abidjan, Côte d'Ivoire", "London (UK)"])
def test_a_country_is_found(text: str) -> None:
    assert names_country(text)


@pytest.mark.parametrize("text", ["Hangzhou, Zhejiang", "Jordanian Street 4", "Indianapolis"])
def test_no_country_is_invented(text: str) -> None:
    assert not names_country(text)


def test_hospitals() -> None:
    assert names_facility("Lakeside Hospital")
    assert not names_facility("Hangzhou, Zhejiang")
