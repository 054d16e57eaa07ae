"""A link whose address cannot be right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

_PAGE = '<html lang="en"><h1>NCT01234567</h1><p>{}</p></html>'

rule = Rule(
    name="link-malformed",
    code="ACC015",
    what="The address of a link is not written as an address.",
    why="The link leads nowhere, or to another page than the one that was meant.",
    do="Correct the address, and follow the link once.",
    pages=Severity.INFO,
    records=None,
    english=False,
    citations=(
        Citation("URL Living Standard: how an address is written", "https://url.spec.whatwg.org/#url-writing", "2026-11-25"),
        Citation("RFC 3986, Uniform Resource Identifier: generic syntax", "https://www.rfc-editor.org/rfc/rfc3986", "2026-11-25"),
    ),
    measured=(Measured("143 saved web pages", rate=1.4, right=2, read=2),),
    examples=(
        Bad(_PAGE.format('<a href="https://help.site.org/list?folder=1?style=classic&amp;page=2">⟦Help⟧</a>')),
        Bad(
            _PAGE.format(
                '<a href="http:/site.org">⟦A⟧</a> <a href="https://https://site.org">⟦B⟧</a> <a href="htpp://site.org">⟦C⟧</a>'
            )
        ),
        Bad(
            _PAGE.format(
                '<a href="www.site.org/trials">⟦Trials⟧</a> <a href="trials@site.org">⟦Mail⟧</a> <a href="mailto:Jo">⟦Jo⟧</a>'
            )
        ),
        Bad(_PAGE.format('<a href="https://www.site. org/trials">⟦Trials⟧</a>')),
        Bad("# NCT01234567\n\nSee [⟦our site⟧](www.site.org).\n", format="md"),
        Good(
            _PAGE.format(
                '<a href="/a?b=c%3Fd=e">A</a> <a href="?q=why?">B</a> <a href="x.html#a?b=c">C</a> <a href="//site.org">D</a>'
            )
        ),
        Good(
            _PAGE.format(
                '<a href="https://web.archive.org/web/2020/https://site.org/?a=1">A</a> <a href="tel:+1 555 010 0000">B</a>'
            )
        ),
        Good(
            _PAGE.format(
                '<a href="https://r.org/?to=https://site.org/?a=1">A</a> <a href="mailto:a@site.org?subject=A trial">B</a>'
            )
        ),
        Good(
            _PAGE.format(
                '<a href="{{ url }}">A</a> <a href="#">B</a> <a href=" https://site.org ">C</a> <a href="httpd.html">D</a>'
            )
        ),
    ),
)

_TWICE = re.compile(r"\?[\w.-]+=[^?#:]*\?[\w.-]+=")
_SCHEME = re.compile(
    r"(?:https?(?::(?!//\w|//\[|//[{<$%])|[;,]?//)|(?:htt?|hhttps?|htp|htpps?|htttps?|htpp|ttps?|httpss):?//)", re.IGNORECASE
)
_TWO = re.compile(r"https?://(?:https?:?//?|www\.https?)", re.IGNORECASE)
_WWW = re.compile(r"www\.[\w-]+\.[\w.-]+(?:[/?#].*)?", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_NO_MAIL = re.compile(r"mailto:(?!$)(?:[^@]*|//.*)", re.IGNORECASE)
_BLANK = re.compile(r"https?://[^/?#\s]*\s", re.IGNORECASE)


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Each address once; what a template has yet to fill in is left alone."""
    told = set()
    for link in page.links:
        target = link.target.strip()
        if not target or target in told or "{" in target or "<" in target:
            continue
        told.add(target)
        if fault := _fault(target):
            shown = target if len(target) <= 80 else f"{target[:79]}\u2026"
            yield rule.finding(link.text, f"The address of this link {fault}: {shown}")


def _fault(target: str) -> str:
    """What is wrong with an address, "" if nothing is."""
    if _TWICE.search(target.partition("#")[0]):
        return "has a second question mark where an “&” belongs"
    if _TWO.match(target):
        return "begins twice"
    if _SCHEME.match(target):
        return "does not begin as https:// does"
    if _WWW.fullmatch(target):
        return "lacks https://, so that it leads to a page of this site"
    if _MAIL.fullmatch(target):
        return "lacks mailto:"
    if _NO_MAIL.fullmatch(target):
        return "gives no mail address"
    return "has a blank in the name of the site" if _BLANK.match(target) else ""
