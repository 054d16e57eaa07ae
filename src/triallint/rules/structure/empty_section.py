"""A heading with nothing under it."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Rule

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
    examples=(
        Bad("<h1>A study</h1><h2>⟦Study contacts⟧</h2><h2>How to participate</h2><p>Ask your doctor.</p>"),
        Bad("A study\n\n⟦Study contacts⟧\n\nHow to participate\n\nAsk your doctor.\n", format="txt"),
        Bad("# A study\n\n## ⟦Locations⟧\n", format="md"),
        Good("<h1>A study</h1><h2>Study contacts</h2><h3>Chicago</h3><p>312-555-7788</p>"),
        Good("<h1>A study</h1><h2>Study contacts</h2><p>None listed.</p>"),
        Good("<h1>A study</h1><h2>Locations</h2><img src='map.png' alt='Map of the sites'>"),
        Good("<h1>A study</h1><h2>Who we are</h2><h2>Contacts</h2><p>312-555-7788</p>"),
        Good("<h1>A study</h1><h5><a href='#a'>Summary</a></h5><h5><a href='#b'>Contacts</a></h5><p>312-555-7788</p>"),
        Good("<h1>A study</h1><h2>Contacts</h2><table><tr><td>Jane Doe</td></tr></table>"),
    ),
)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Only headings we know, and none that is itself a link: that is a tab or an entry of a menu."""
    images = [each.text.span.start for each in page.images]
    links = {each.text.span for each in page.links}
    for at, section in enumerate(page.sections):
        following = page.sections[at + 1] if at + 1 < len(page.sections) else None
        span = section.heading.span
        end = following.heading.span.start if following else len(page.source.text)
        holds = section.blocks or any(span.end <= image < end for image in images)
        if section.name and not holds and span not in links and not (following and following.level > section.level):
            yield rule.finding(section.heading, f"There is nothing under {section.heading.decoded!r}.")
