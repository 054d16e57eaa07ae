"""What counts as the editor's own prose: the opening text and the sections for readers, never what a registry wrote."""

from triallint import reading
from triallint.language import narrative
from triallint.source import Source

TELLS = "This study tests a new plan. It is safe."


def told(text: str, form: str = "html") -> list[tuple[str, list[str]]]:
    (page,) = reading.read(Source(f"NCT01234567.{form}", text))
    return [(part.heading, part.texts) for part in narrative.parts(page)]


def test_opening_text_and_sections() -> None:
    page = (
        f"<h1>A plan</h1><p>NCT01234567</p><p>{TELLS}</p><h2>Why it matters</h2><p>It helps.</p><h3>Risks</h3><p>It may hurt.</p>"
    )
    assert told(page) == [
        ("", ["This study tests a new plan.", "It is safe."]),
        ("Why it matters", ["It helps."]),
        ("Risks", ["It may hurt."]),
    ]


def test_a_heading_that_asks_is_for_readers() -> None:
    assert told(f"<h1>A plan</h1><h2>What will happen?</h2><p>{TELLS}</p>")[0][0] == "What will happen?"
    assert not told(f"<h1>A plan</h1><h2>Glossary</h2><p>{TELLS}</p>")


def test_what_a_registry_wrote_is_left_out() -> None:
    for heading in ("Brief summary", "Detailed description", "Eligibility criteria", "Outcome measures", "Study design"):
        assert not told(f"<h1>A plan</h1><h2>{heading}</h2><p>{TELLS}</p>"), heading
    assert not told(f"<h1>A plan</h1><p>Brief Summary:</p><p>{TELLS}</p>")


def test_facts_menus_and_fragments_are_left_out() -> None:
    facts = "<p>Conditions: asthma, a disease of the lungs. More.</p><p>Last reviewed 2026-10-01 by Jane Doe. Ask us.</p>"
    assert not told(f"<h1>A plan</h1><h2>How to join</h2>{facts}<nav>{TELLS}</nav><p>View the record</p><ul><li>Home</li></ul>")


def test_list_markers_and_labels_are_no_part_of_a_sentence() -> None:
    text = "A plan\n\nHow to participate\n\n1. Call the study team.\n2. Good fit: You are well and can walk\n"
    assert told(text, "txt") == [("How to participate", ["Call the study team.", "You are well and can walk"])]


def test_pooled() -> None:
    (page,) = reading.read(Source("NCT01234567.html", f"<h1>A plan</h1><p>{TELLS}</p><h2>Why it matters</h2><p>It helps.</p>"))
    pool = narrative.pooled(narrative.parts(page))
    assert len(pool.sentences) == 3
    assert pool.words == 11
