"""Bands, what splitting gives, and the sentences and words that make a text hard."""

from triallint.language import reading_grade

LONG = (
    "Given the lack of effective treatments for this condition, which can lead to kidney failure, the study aims to explore a "
    "novel approach using genetically modified cells to eliminate disease-related cells."
)
TEXTS = [
    "This trial investigates the safety and efficacy of CAR-T therapy for patients.",
    LONG,
    "Participants will include children and adults who have not responded to standard treatments.",
]


def test_grade_is_told_as_a_band() -> None:
    grade = reading_grade.of(TEXTS)
    assert grade.told == f"grade {int(grade.value)} to {int(grade.value) + 1}"
    assert reading_grade.told(9.97) == "grade 9 to 10"
    assert reading_grade.told(27.3) == "grade 17 or higher"


def test_splitting_a_long_sentence_eases_the_text() -> None:
    grade = reading_grade.of(TEXTS)
    assert reading_grade.long_sentences(TEXTS, 2) == [31]
    assert grade.after_splits(1) < grade.value
    assert grade.after_splits(0) == round(grade.value)


def test_what_weighs_most() -> None:
    heavy = reading_grade.heaviest_sentences(TEXTS, 3)
    assert heavy[0].index == 1
    assert heavy[0].words == 31
    words = dict(reading_grade.heaviest_words([*TEXTS, "The therapy is Nivolumab."], 8))
    assert words["therapy"] == 2
    assert "nivolumab" not in words


def test_nothing_weighs_in_an_empty_text() -> None:
    assert reading_grade.heaviest_words([], 8) == []
    assert reading_grade.long_sentences([], 2) == []
