"""Text in angle brackets that a browser takes for a tag."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.language.beside import behind
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="unknown-tag",
    code="ENC009",
    what="The page holds a tag that HTML does not have, mostly text in angle brackets that was not escaped.",
    why="Browsers take it for markup and show nothing of it: a heading, or a limit such as <ULN, is lost.",
    do="Write &lt; for the bracket if it is text; else use an element of HTML.",
    pages=Severity.WARNING,
    records=None,
    english=False,
    citations=(Citation("HTML Living Standard: the elements of HTML", "https://html.spec.whatwg.org/#elements-3", "2026-11-25"),),
    measured=(
        Measured("143 saved web pages", rate=0.7, right=1, read=1),
        Measured("792 rows of the WHO's platform, as pages", rate=0.25, right=2, read=2),
    ),
    examples=(
        Bad('<html lang="en"><h1>NCT01234567</h1><p>Take it daily. ⟦⟧<Precautions on dosage> Edema was seen.</p></html>'),
        Bad('<html lang="en"><h1>NCT01234567</h1><p>Write to us: ⟦⟧<https://www.site.org></p></html>'),
        Bad('<html lang="en"><h1>NCT01234567</h1><p>Bilirubin ⟦⟧<ULN; creatinine > 1.5 mg/dL</p></html>'),
        Good('<html lang="en"><h1>NCT01234567</h1><p>Bilirubin &lt;ULN; age <65 years, n < 5; &lt;Precautions&gt;</p></html>'),
        Good('<html lang="en"><h1>NCT01234567</h1><p><font>A</font> <x-card>b</x-card> <o:p></o:p><center>c</center></p></html>'),
        Good('<html lang="en"><h1>NCT01234567</h1><svg><g><path d=""/><linearGradient/></g></svg><math><mi>x</mi></math></html>'),
        Good('<html lang="en"><h1>NCT01234567</h1><p>A study</p><!-- <Precautions> --><script>"<Precautions>"</script></html>'),
    ),
)

_HTML = frozenset(
    "a abbr address area article aside audio b base bdi bdo blockquote body br button canvas caption cite code col colgroup data "
    "datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header "
    "hgroup hr html i iframe img input ins kbd label legend li link main map mark math menu meta meter nav noscript object ol "
    "optgroup option output p picture pre progress q rp rt ruby s samp script search section select selectedcontent slot small "
    "source span strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track u ul var "
    "video wbr".split()
)
_OBSOLETE = frozenset(
    "acronym applet basefont bgsound big blink center command content dir font frame frameset image isindex keygen layer listing "
    "marquee menuitem multicol nextid nobr noembed noframes param plaintext rb rtc shadow spacer strike tt xmp".split()
)
_DRAWN = frozenset(
    "animate animatemotion animatetransform circle clippath cursor defs desc discard ellipse filter foreignobject g hatch "
    "hatchpath line lineargradient marker mask metadata mpath path pattern polygon polyline radialgradient rect set stop switch "
    "symbol text textpath tref tspan use view glyph hkern vkern "
    "annotation maction malignmark menclose merror mfenced mfrac mglyph mi mlabeledtr mmultiscripts mn mo mover mpadded "
    "mphantom mprescripts mroot mrow ms mspace msqrt mstack mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none "
    "semantics".split()
)  # names of SVG, but for those of its filters, and of MathML


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Names that are in no standard, told once a page; one with a hyphen or a colon is a site's own on purpose."""
    is_drawn = any(tag.name in ("svg", "math") for tag in page.tags)
    unknown = [tag for tag in page.tags if tag.name not in _HTML and tag.name not in _OBSOLETE and _is_name(tag.name)]
    if is_drawn:
        unknown = [tag for tag in unknown if tag.name not in _DRAWN and not tag.name.startswith("fe")]
    if unknown:
        first, names = unknown[0], {tag.name for tag in unknown}
        more = f" (nor are {len(names) - 1} others here)" if len(names) > 1 else ""
        message = f"“<{first.name}” is no tag of HTML{more}: browsers show nothing of it."
        yield rule.finding(first.place(""), message, related=[(behind(page, first), "the text behind it")])


def _is_name(name: str) -> bool:
    """Whether it is meant as a name of HTML, or is an address in brackets."""
    return name.startswith("http") or not any(sign in name for sign in "-:{$%")
