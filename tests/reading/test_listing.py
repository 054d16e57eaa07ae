"""A page to the model: what makes it a trial, its title, ids, sections, sites, contacts and review."""

from __future__ import annotations

import json

import pytest

from triallint import reading
from triallint.page import TrialPage
from triallint.source import Source

LISTS = "<h3>Inclusion criteria</h3><ul><li>Adults</ul>"


def read(text: str, name: str = "a.html") -> TrialPage | None:
    return next(iter(reading.read(Source(name, text))), None)


def page(text: str, name: str = "a.html") -> TrialPage:
    found = read(text, name)
    assert found is not None
    return found


def raw(found: TrialPage, place: object) -> str:
    span = place.span  # type: ignore[attr-defined]
    return found.source.text[span.start : span.end]


TRIALS = {
    "a labelled id": "<p>NCT ID: NCT01234567",
    "an id in the heading": "<h1>A trial (NCT01234567)</h1>",
    "an id in the title": "<title>A trial | NCT01234567</title><p>text",
    "an id alone in the subtitle": "<h1>A trial</h1><p>Phase 1 · City Hospital · NCT01234567</p><p>text",
    "a labelled id in the subtitle": "<h1>A trial</h1><p>Phase 1, NCT number NCT01234567</p><p>text",
    "another registry's id": "<p>Trial ID: ISRCTN12345678",
    "an eligibility list": f"<h1>A trial</h1>{LISTS}",
    "three fields": "<h1>A trial</h1><p>Phase: 2<p>Status: Recruiting<p>Sponsor: Acme",
    "structured data": '<script type="application/ld+json">{"@type": "MedicalTrial", "identifier": "NCT01234567"}</script><p>x',
}
OTHERS = {
    "a blog": "<h1>Blog</h1><p>We wrote about NCT01234567 last week.</p>",
    "a blog with a link": '<h1>Blog</h1><p>See <a href="https://clinicaltrials.gov/study/NCT01234567">the trial</a>.</p>',
    "a sentence that ends with an id": "<h1>Blog</h1><p>One that we like is NCT01234567",
    "a list of ids": "<h1>Our trials</h1><ul><li>NCT01234567<li>NCT01234568</ul>",
    "two fields": "<h1>A page</h1><p>Status: Recruiting<p>Sponsor: Acme",
    "a menu": "<nav><p>Trial ID: NCT01234567</nav>",
    "nothing": "",
    "other structured data": '<script type="application/ld+json">{"@type": "Article", "identifier": "NCT01234567"}</script><p>x',
    "broken structured data": '<script type="application/ld+json">{"@type": "MedicalTrial"</script><p>x',
}


@pytest.mark.parametrize("text", TRIALS.values(), ids=TRIALS)
def test_what_is_a_trial(text: str) -> None:
    assert page(text).kind == "page"


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_what_is_none(text: str) -> None:
    assert read(text) is None


def test_a_file_named_after_a_trial_is_one() -> None:
    found = page("<p>text", "site/NCT01234567-en.html")
    assert (found.trial_id, [each.how for each in found.trial_ids]) == ("NCT01234567", ["file name"])
    assert page("", "NCT01234567.html").anchor.span.start == 0


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("README.md", "# Project\n\n## Install\n\n    pip install x\n\nStatus: active\n\n## License\n\nMIT\n"),
        ("README.md", "# Trial pages\n\nPages such as `NCT01234567.html` lie here.\n\n- NCT01234567\n"),
        ("notes.txt", "Shopping\n\n* milk\n* bread\n"),
        ("post.md", "---\ntitle: A post\ndate: 2026-01-01\ntags: [a]\n---\n\nAbout NCT01234567 and more.\n"),
    ],
)
def test_what_lies_beside_the_pages_is_no_broken_page(name: str, text: str) -> None:
    assert read(text, name) is None


def test_ids_are_told_with_their_places_and_how_they_were_found() -> None:
    found = page(
        "<title>NCT01234567</title><h1>T NCT01234568</h1><p>NCT ID: NCT01234569"
        '<p>See <a href="https://clinicaltrials.gov/study/NCT01234560">the record</a> of ISRCTN12345678.',
        "NCT01234561.html",
    )
    assert [(each.value, each.how, raw(found, each.place)) for each in found.trial_ids] == [
        ("NCT01234569", "label", "NCT01234569"),
        ("NCT01234567", "title", "NCT01234567"),
        ("NCT01234568", "title", "NCT01234568"),
        ("NCT01234569", "title", "NCT01234569"),
        ("NCT01234560", "link", "the record"),
        ("NCT01234561", "file name", ""),
    ]
    assert found.trial_id == "NCT01234569"


def test_a_link_to_a_reference_is_no_id_of_the_page() -> None:
    text = '<h2>References</h2><p>NCT01234568, <a href="https://clinicaltrials.gov/study/NCT01234568">record</a>'
    assert [each.value for each in page(f"<h1>T NCT01234567</h1>{LISTS}{text}").trial_ids] == ["NCT01234567"]


@pytest.mark.parametrize(
    ("name", "text", "title"),
    [
        ("a.html", f"<title>Site</title><h2>Sub</h2><h1>The trial</h1>{LISTS}", "The trial"),
        ("a.html", f"<title>Site &amp; co</title><h2>Sub</h2>{LISTS}", "Site & co"),
        ("a.html", f"<h2>Sub</h2>{LISTS}", "Sub"),
        ("a.html", f"<h1>The trial</h1><p>Study title: Another{LISTS}", "Another"),
        ("a.txt", "The trial\n\nInclusion Criteria\n\n* Adults\n", "The trial"),
        ("a.md", "---\ntitle: From the front\n---\n# Head\n\n## Inclusion criteria\n\n- Adults\n", "From the front"),
    ],
)
def test_the_title(name: str, text: str, title: str) -> None:
    found = page(text, name)
    assert found.fact("title").value == title
    assert found.fact("title").place.field == "title"
    assert found.anchor.span.start == found.fact("title").place.span.start
    assert found.anchor.text == ""


def test_the_official_title_of_a_text_is_the_long_line_below_the_title() -> None:
    long = "A randomised trial of one treatment against another in adults with asthma"
    assert page(f"Asthma\n\n{long}\n\nInclusion Criteria\n\n* Adults\n", "a.txt").fact("official_title").value == long
    assert page(f"Asthma\n\n{long}.\n\nInclusion Criteria\n\n* Adults\n", "a.txt").fact("official_title").value is None


def test_what_is_absent_stands_at_the_anchor() -> None:
    found = page(f"<h1>T</h1>{LISTS}")
    assert not found.fact("status")
    assert (found.status, found.trial_id) == ("", "")
    assert found.fact("status").place is found.anchor


def test_sections_hold_what_stands_under_their_heading() -> None:
    found = page(
        "<h1>T</h1><p>a<h2>About this trial</h2><p>b<h3>Why it matters</h3><p>c<h2>Eligibility criteria</h2>"
        "<h2>Inclusion criteria</h2><p>d<h2>Where this trial is running</h2><p>e<h2>What else?</h2><p>f"
    )
    shown = [(each.name, each.heading.text, each.level, [block.text for block in each.blocks]) for each in found.sections]
    assert shown == [
        ("", "T", 1, ["a", "b", "c", "d", "e", "f"]),
        ("summary", "About this trial", 2, ["b", "c"]),
        ("why", "Why it matters", 3, ["c"]),
        ("eligibility", "Eligibility criteria", 2, ["d"]),
        ("", "Inclusion criteria", 2, ["d"]),
        ("locations", "Where this trial is running", 2, ["e"]),
        ("", "What else?", 2, ["f"]),
    ]
    section = found.section("locations")
    assert section is not None
    assert section.heading.text == "Where this trial is running"
    assert found.section("results") is None
    assert [each.text for each in found.headings][:2] == ["T", "About this trial"]
    fields = {each.text: each.field for each in found.passages}
    assert (fields["a"], fields["b"], fields["d"], fields["e"], fields["f"]) == (
        "body",
        "summary",
        "eligibility",
        "locations",
        "body",
    )


def test_sites_and_contacts() -> None:
    found = page(
        f"<h1>T</h1>{LISTS}<h2>Locations</h2><ul><li>Springfield, Illinois, United States<li>Utrecht</ul>"
        "<h2>Contact</h2><p>Jane Doe, MD<p>Call +1 (312) 555-7788 or write to j.doe@clinic.example<p>on weekdays 2026-05-15"
    )
    assert [(each.city, each.country, each.place.text) for each in found.sites] == [
        ("Springfield", "United States", "Springfield, Illinois, United States"),
        ("Utrecht", "", "Utrecht"),
    ]
    assert [(each.name, each.phone, each.email) for each in found.contacts] == [
        ("Jane Doe, MD", "", ""),
        ("", "+1 (312) 555-7788", "j.doe@clinic.example"),
    ]


def test_a_labelled_contact_is_one() -> None:
    (contact,) = page(f"<h1>T</h1>{LISTS}<h2>Details</h2><p>Principal investigator: Jane Doe").contacts
    assert contact.name == "Jane Doe"


@pytest.mark.parametrize(
    ("text", "date", "by"),
    [
        ("Last reviewed 2026-05-15 by the Editorial team. Ask.", "2026-05-15", "Editorial team"),
        ("Medically reviewed by Jane Doe, MD on May 15, 2026.", "May 15, 2026", "Jane Doe, MD"),
        ("Reviewed by Dr. Jane Doe, 15 May 2026", "15 May 2026", "Dr. Jane Doe"),
        ("Content last reviewed on: 05/15/2026", "05/15/2026", None),
        ("Last reviewed: 2026-05", "2026-05", None),
        ("Reviewed 2026 by Prof. Dr. Doe", "2026", "Prof. Dr. Doe"),
    ],
)
def test_the_review(text: str, date: str, by: str | None) -> None:
    found = page(f"<h1>T</h1>{LISTS}<h2>More</h2><p>{text}")
    assert found.dates["reviewed_on"].value == date == raw(found, found.dates["reviewed_on"].place)
    assert found.fact("reviewed_by").value == by


@pytest.mark.parametrize(
    "text", ["This review was written in 2026.", "Reviewed by many", "We reviewed 12 studies of 2026 patients."]
)
def test_what_is_no_review(text: str) -> None:
    assert "reviewed_on" not in page(f"<h1>T</h1>{LISTS}<h2>More</h2><p>{text}").dates


TRIAL = {
    "@type": ["MedicalTrial", "Thing"],
    "name": "From the data",
    "status": "https://schema.org/Recruiting",
    "phase": "Phase 2",
    "code": {"@type": "MedicalCode", "codeValue": "NCT01234567"},
    "lastReviewed": "2026-05-15",
}


@pytest.mark.parametrize("data", [TRIAL, [{"@type": "Organization"}, TRIAL], {"@context": "x", "@graph": [1, TRIAL]}])
def test_structured_data_fills_what_the_page_does_not_say(data: object) -> None:
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    found = page(f"{script}<p>text")
    assert (found.trial_id, found.status, found.fact("phase").value) == ("NCT01234567", "RECRUITING", ("PHASE2",))
    assert found.fact("title").value == "From the data"
    assert found.dates["reviewed_on"].value == "2026-05-15"
    assert found.fact("status").place.span.start == found.source.text.index(json.dumps(data)[0])
    shown = page(f"{script}<h1>On the page</h1><p>Status: Completed")
    assert (shown.fact("title").value, shown.status) == ("On the page", "COMPLETED")


def test_front_matter_and_text_are_one_page() -> None:
    text = (
        "---\nnct_id: NCT01234567\nstatus: Recruiting\nconditions: [Asthma, COPD]\nlastReviewed: 2026-05-01\n"
        "inclusion:\n  - Adults\nexclusion: |\n  * Stroke\n  * Cancer\n---\n# Head\n\nStatus: Completed\n"
    )
    found = page(text, "a.md")
    assert (found.trial_id, found.status) == ("NCT01234567", "RECRUITING")
    assert [each.value for each in found.lists["conditions"]] == ["Asthma", "COPD"]
    assert raw(found, found.dates["reviewed_on"].place) == "2026-05-01"
    assert [(each.kind, each.text, raw(found, each.passage)) for each in found.criteria] == [
        ("inclusion", "Adults", "Adults"),
        ("exclusion", "Stroke", "Stroke"),
        ("exclusion", "Cancer", "Cancer"),
    ]
    assert [each.text for each in found.passages][-2:] == ["Head", "Status: Completed"]


def test_lists_on_the_page_come_before_those_of_the_front_matter() -> None:
    text = "---\nnct_id: NCT01234567\ninclusion: [Adults]\n---\n## Inclusion criteria\n\n- Children\n"
    assert [each.text for each in page(text, "a.md").criteria] == ["Children"]


def test_what_is_wrong_with_the_front_matter_is_kept() -> None:
    found = page("---\na: [\n---\n# NCT01234567\n", "a.md")
    assert [message for message, _ in found.faults] == ["The YAML is wrong here: did not find expected node content."]


def test_prose_is_what_is_read_in_the_page_s_language() -> None:
    body = f"<h1>NCT01234567</h1><p>one<p lang=es>dos<nav>menu</nav>{LISTS}"
    assert [each.text for each in page(body).prose] == ["NCT01234567", "one", "Inclusion criteria", "Adults"]
    assert "dos" not in [each.text for each in page(f"<html lang=EN>{body}").prose]
    spanish = page(f"<html lang=es-MX>{body}")
    assert spanish.language == "es-MX"
    assert [each.text for each in spanish.prose] == ["NCT01234567", "one", "dos", "Inclusion criteria", "Adults"]


def test_a_place_is_called_by_its_criterion() -> None:
    found = page(f"<h1>T</h1>{LISTS}")
    (criterion,) = found.criteria
    assert found.field_at(criterion.passage.slice(1, 3).span, "body") == "criteria.inclusion[0]"
    assert found.field_at(found.anchor.span, "title") == "title"
