"""A web address that is only text."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.language.gathered import gathered
from triallint.page import TrialPage
from triallint.passage import Passage, Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="url-not-linked",
    code="ACC014",
    what="A web address is written out in the text and leads nowhere.",
    why="The reader has to copy or type it, which is hard on a telephone and for those who use a keyboard or their voice.",
    do="Make a link of it whose text tells where it leads.",
    pages=Severity.INFO,
    records=None,
    english=False,
    citations=(
        Citation("HTML Living Standard: the a element", "https://html.spec.whatwg.org/#the-a-element", "2026-11-25"),
        Citation("editorial judgement"),
    ),
    measured=(
        Measured("143 saved web pages", rate=52.45, right=45, read=45),
        Measured("2,919 records as pages", rate=0.82, right=15, read=15),
    ),
    examples=(
        Bad("<h1>NCT01234567</h1><p>See ⟦https://www.site.org/trials⟧. More: (⟦www.drug.com⟧); https://www.site.org/trials.</p>"),
        Bad('<h1>NCT01234567</h1><p><a href="/x">Home</a> <b>⟦http://site.org/a?b=1&amp;c=(2)⟧</b></p>'),
        Good(
            '<h1>NCT01234567</h1><p>See <a href="https://site.org/trials">https://site.org/trials</a>, www, www. and http://</p>'
        ),
        Good('<h1>NCT01234567</h1><p><a href="https://www.site.org/">Our site</a> is at www.site.org, mail a@www.site.org</p>'),
        Good("# NCT01234567\n\nSee https://www.site.org/trials.\n", format="md"),
    ),
)

_ADDRESS = Pattern(r"(?:https?://|www\.)[a-z0-9][a-z0-9-]*\.[^\s<>\"']{2,300}", "http www.")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Each address once, and the first only if there are many; one that a link of the page leads to is within reach."""
    if page.format != "html":
        return  # Markdown makes links of addresses, or not, as the site likes
    found: dict[str, Passage] = {}
    for hit in page.find(_ADDRESS):
        address = _trimmed(hit[0])
        name = _bare(address)
        if name not in found and not hit.before[-1:].isalnum() and hit.before[-1:] not in ("@", ".", "/", "="):
            found[name] = hit.passage.slice(hit.start, hit.start + len(address))
    if found:
        linked = {_bare(link.target) for link in page.links}
        inside = [link.text.span for link in page.links]
        left = [each for name, each in found.items() if name not in linked and not any(s.covers(each.span) for s in inside)]
        shown, others = gathered(left)
        for place in shown:
            more = f" Nor are {others} others." if others else ""
            yield rule.finding(place, f"This address is not a link.{more}")


def _trimmed(address: str) -> str:
    """The address without what ends the sentence around it."""
    address = address.rstrip(".,;:!?*")
    while address.endswith((")", "]")) and address.count("(") + address.count("[") < address.count(")") + address.count("]"):
        address = address[:-1].rstrip(".,;:!?*")
    return address


def _bare(address: str) -> str:
    return address.lower().rpartition("://")[2].removeprefix("www.").rstrip("/")
