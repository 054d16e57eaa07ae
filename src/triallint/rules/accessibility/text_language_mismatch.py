"""English that is called Chinese."""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="text-language-mismatch",
    code="ACC009",
    what="The language that the page names is not the language of its text.",
    why="A screen reader pronounces the text as if it were that language.",
    do="Name the language of the text in lang.",
    pages=Severity.WARNING,
    records=None,
    english=False,
    citations=(
        Citation(
            "WCAG 2.2, success criterion 3.1.1, language of page", "https://www.w3.org/TR/WCAG22/#language-of-page", "2026-11-23"
        ),
    ),
    measured=(Measured("143 saved web pages", rate=0, right=0, read=0),),
    examples=(
        Bad(
            '<html lang="⟦zh⟧"><h1>NCT01234567</h1><p>This study is for people who have asthma and who are at least 18 years old. It is done at the hospital and it lasts for one year, and the doctor will see you with your family in the clinic.</p></html>'
        ),
        Bad(
            '<html lang="⟦de-DE⟧"><h1>NCT01234567</h1><p>This study is for people who have asthma and who are at least 18 years old. It is done at the hospital and it lasts for one year, and the doctor will see you with your family in the clinic.</p></html>'
        ),
        Good(
            '<html lang="en"><h1>NCT01234567</h1><p>This study is for people who have asthma and who are at least 18 years old. It is done at the hospital and it lasts for one year, and the doctor will see you with your family in the clinic.</p></html>'
        ),
        Good(
            '<html lang="de"><h1>NCT01234567</h1><p>Diese Studie ist für Menschen, die an Asthma leiden und die mindestens 18 Jahre alt sind.</p></html>'
        ),
    ),
)


_ENGLISH = frozenset("the of and to in is for with that are was be at or who this it on by from not have".split())
_SHARE, _FEWEST = 0.2, 30


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Text of which a fifth of all words are the commonest of English, on a page that says it is something else."""
    root = next((tag for tag in page.tags if tag.name == "html" and tag.attributes.get("lang")), None)
    if root is None or root.attributes["lang"][:2].lower() in ("en", "mu", "un", "x-"):
        return
    words = [word for passage in page.passages if passage.role in ("prose", "item") for word in passage.text.lower().split()]
    if len(words) >= _FEWEST and sum(word in _ENGLISH for word in words) > _SHARE * len(words):
        yield rule.finding(root.place("lang"), f"The page says that it is in “{root.attributes['lang']}”, and is in English.")
