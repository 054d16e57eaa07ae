"""A heading with nothing under it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import Section, TrialPage
from triallint.passage import Passage, Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="empty-section",
    code="STR003",
    what="A section has a heading and nothing under it.",
    why="The reader looks for what the heading promises, such as whom to call, and finds nothing.",
    do="Fill the section, say that there is nothing to tell, or leave the heading out.",
    pages=Severity.ERROR,
    records=None,
    english=False,
    citations=(Citation("OHRP guidance on clinical trial websites (2005): the basic items of a listing", read="2026-11-23"),),
    measured=(Measured("143 saved web pages", rate=0, right=0, read=0),),
    examples=(
        Bad("<h1>A study</h1><h2>⟦Study contacts⟧</h2><h2>How to participate</h2><p>Ask your doctor.</p>"),
        Bad("A study\n\n⟦Study contacts⟧\n\nHow to participate\n\nAsk your doctor.\n", format="txt"),
        Bad("# A study\n\n## ⟦Locations⟧\n", format="md"),
        Good("<h1>A study</h1><h2>Study contacts</h2><h3>Chicago</h3><p>312-555-7788</p>"),
        Good("<h1>A study</h1><h2>Study contacts</h2><p>None listed.</p>"),
        Good("<h1>A study</h1><h2>Locations</h2><img src='map.png' alt='Map of the sites'>"),
        Good("<h1>A study</h1><h2>Locations</h2><iframe src='https://maps.example.org/'></iframe><h2>Contacts</h2><p>Jane</p>"),
        Good("<h1>A study</h1><h2>Locations</h2><div id='sites'></div><script>show()</script><h2>Contacts</h2><p>Jane</p>"),
        Good("<h1>A study</h1><h2>Contacts and locations</h2><h2>Study contacts</h2><p>312-555-7788</p>"),
        Good("# A study\n\n## Locations\n\n{{< map >}}\n\n![](map.png)\n", format="md"),
        Good("<h1>A study</h1><h2>Who we are</h2><h2>Contacts</h2><p>312-555-7788</p>"),
        Good("<h1>A study</h1><h5><a href='#a'>Summary</a></h5><h5><a href='#b'>Contacts</a></h5><p>312-555-7788</p>"),
        Good("<h1>A study</h1><h2>Contacts</h2><table><tr><td>Jane Doe</td></tr></table>"),
    ),
)


# What a reader sees without text, and what a program puts there: an element that waits for it has a name and nothing in it.
_SHOWN = Pattern(r"(?i)<(?:img|iframe|svg|video|audio|object|embed|canvas|form|input|select|map|math)\b")
_FILLED_LATER = Pattern(r"(?i)<([\w-]+)\b[^<>]*\s(?:id|data-[\w-]+)=[^<>]*>\s*</\1>|\{[{%]")
_COMMON = frozenset("study studies trial trials and the of for this about".split())


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Only headings we know, and none that is itself a link: that is a tab or an entry of a menu."""
    links = {each.text.span for each in page.links}
    for section, following in zip(page.sections, (*page.sections[1:], None), strict=False):
        heading = section.heading
        if not section.name or section.blocks or heading.span in links or _is_parent(section, following):
            continue
        end = following.heading.span.start if following else len(page.source.text)
        if not _is_image(page, heading, end) and not _holds_more_than_text(page, heading.span.end, end):
            yield rule.finding(heading, f"There is nothing under {heading.decoded!r}.")


def _holds_more_than_text(page: TrialPage, start: int, end: int) -> bool:
    between = page.source.text[start:end]
    has_programs = page.format == "markdown" or "<script" in page.source.text
    return bool(_SHOWN.re.search(between) or (has_programs and _FILLED_LATER.re.search(between)))


def _is_parent(section: Section, following: Section | None) -> bool:
    """Whether the heading stands over another one: a deeper one, or one on a part of the same subject."""
    if following is None:
        return False
    words = [set(re.findall(r"\w+", each.heading.text.casefold())) - _COMMON for each in (section, following)]
    return following.level > section.level or bool(words[0] & words[1])


def _is_image(page: TrialPage, heading: Passage, end: int) -> bool:
    return any(heading.span.end <= each.text.span.start < end for each in page.images)
