from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from triallint.language import fit


def test_the_longest_run_is_found() -> None:
    one, other = (
        "Those requiring long-term systemic treatments may not join",
        "people requiring long term systemic treatment may join",
    )
    found = fit.shared(one, other, 4)
    assert found is not None
    assert one[slice(*found[0])] == "requiring long-term systemic treatments may"
    assert other[slice(*found[1])] == "requiring long term systemic treatment may"


def test_common_words_say_nothing() -> None:
    assert fit.shared("patients aged 18 years or older", "participants who are patients aged 18 years", 4) is None


def test_a_permission_is_one_of_its_own_sentence() -> None:
    text = "Women who are pregnant. Men may be included."
    assert not fit.permits(text, 0, 5)
    assert fit.permits(text, 24, 27)


@given(st.text(alphabet="ab s-.", max_size=60), st.text(alphabet="ab s-.", max_size=60))
def test_what_is_shared_is_in_both(one: str, other: str) -> None:
    found = fit.shared(one, other, 2)
    if found:
        here, there = (
            [word for word, _, _ in fit.words(text[slice(*span)])] for text, span in zip((one, other), found, strict=True)
        )
        assert here == there
