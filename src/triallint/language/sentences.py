"""Where the sentences and words of medical English begin and end.

Spans are half-open code point offsets into the text that was given. The text is one paragraph, list item or heading:
where those begin is known from the markup, not guessed here. Every step takes time in proportion to the text.
"""

import re
from bisect import bisect_left
from functools import cache

STOPS = ".!?…"
OPENERS = "\"'“‘«([{*_¿¡"
CLOSERS = "\"'”’»)]}*_"
BULLETS = frozenset("•◦▪▫●○‣∙·*-–—")
SIGNS = frozenset("≥≤<>±~≈#$€£§αβγδ")  # begin a sentence as a capital does: "≥18 years of age", "β-blockers"
BRACKET_REACH = 400  # a "(" without partner would else reach to the next list label "b)"

CHUNK = r"\S+"
BRACKET = r"[()\[\]]"
LABEL = r"(?:[0-9]{1,3}|[0-9.]+[0-9]|[A-Za-z]|[ivxIVX]{1,6})\\?"  # of a list item; Markdown may escape its full stop
SMALL_LABEL = r"\(?(?:[a-z]|[ivx]{1,4})[.)]"
INITIALS = r"[A-Z](?:\.[A-Z])+"  # "U.S."
DOSING = r"[a-z](?:\.[a-z])+"  # "b.i.d.", "p.o.", "a.m."
LETTERS = r"(?:[^\W_]|[\u0300-\u036f])+"  # with accents that are characters of their own
JOINT = r"(?:['’‐‑-]|(?<=[0-9])[.,](?=[0-9])|(?<=\b[A-Za-z])\.(?=[A-Za-z]\b))"
WORD = f"{LETTERS}(?:{JOINT}{LETTERS})*"


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Abbreviations stand without their last full stop and in the case they are written in: "Ms" is not multiple sclerosis
# ("MS"), "Mr" not magnetic resonance. Those in NEVER_LAST are followed by the rest of their sentence.
NEVER_LAST = _set(
    "e.g eg E.g Eg i.e ie I.e Ie cf Cf viz vs Vs approx Approx esp incl resp ca vit Vit "  # words
    "Dr Drs Mr Mrs Ms Prof St"  # titles
)
# Before a number or a single letter these name a thing ("No. 5", "Fig. B"); else they are words ("Is it safe? No.").
BEFORE_NUMBER = _set(
    "no No nos Nos nr Nr fig Fig figs Figs eq Eq eqs Eqs ref Ref refs Refs p pp vol Vol sec sect Sect ch Ch tab Tab "
    "max Max min Min"
)
# After these, and after initials such as "U.S.", a capital is mostly that of a name in the same sentence.
BEFORE_NAME = _set("al Inc Ltd Co Corp Jr Sr Univ Dept Ph.D Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Gen Lt")
# Words that, with a capital, open a sentence far more often than they stand within one.
BEGINNERS = _set(
    "a after all also although an and any as at because before both but by children do does during each eligible "
    "exclusion for from has have he her his how however i if in inclusion individuals is it its many men most must "
    "no not of on once one or other our participants patients people please she since so some subjects such that the "
    "their then there these they this those to two under until use volunteers we what when where whether which while "
    "who will with women you your"
)
# Words that a letter belongs to: "hepatitis B." ends a sentence, "John B. Smith" does not.
LETTERED = _set(
    "and appendix arm category child-pugh class cohort complement factor figure grade group haemophilia hemophilia "
    "hepatitis immunoglobulin influenza item level or part period phase plan protein regimen schedule section site "
    "stage step strain streptococcus subtype table type visit vitamin"
)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile at first use and keep: the memory of `re` itself is shared with every rule."""
    return re.compile(pattern)


def split(text: str) -> list[tuple[int, int]]:
    """Give the span of each sentence, in order; together they hold every character that is not a space.

    A sentence ends at `.`, `!`, `?` or `…` and the quotes and brackets that close there, before a space and something
    that can begin one: a capital, a digit, a quote, a bullet, a sign such as ≥, a word like "eGFR". It does not end
    after an abbreviation, an initial or the label of a list item, nor within brackets that open in mid-sentence. A
    blank line ends one too, and so does a new line that begins with a bullet.
    """
    chunks = [match.span() for match in _compiled(CHUNK).finditer(text)]
    tokens = [text[start:end] for start, end in chunks]
    brackets = _brackets(text)
    spans: list[tuple[int, int]] = []
    first = 0  # the chunk that the present sentence begins with
    for at, (_, end) in enumerate(chunks):
        begin = chunks[first][0]
        if at + 1 < len(chunks):
            gap = text[end : chunks[at + 1][0]]
            new_line = "\n" in gap and (gap.count("\n") > 1 or tokens[at + 1] in BULLETS)
            if not new_line and (not _ends(tokens, first, at) or _in_brackets(brackets, begin, end)):
                continue
        spans.append((begin, end))
        first = at + 1
    return spans


def words(text: str) -> list[tuple[int, int]]:
    """Give the span of each word as a reader counts them: letters and digits, with what joins them within a word.

    One word: "steroid-resistant", "patient's", "2.5", "1,000", "b.i.d". Two words: "and/or", "2–3", "5 mg".
    """
    return [match.span() for match in _compiled(WORD).finditer(text)]


def _brackets(text: str) -> list[tuple[int, int]]:
    """Give the places of the outermost brackets that have a partner near by, in order."""
    pairs: list[tuple[int, int]] = []
    opened: list[int] = []
    for match in _compiled(BRACKET).finditer(text):
        if match[0] in "([":
            opened.append(match.start())
        elif opened:
            start = opened.pop()
            if match.start() - start <= BRACKET_REACH:
                while pairs and pairs[-1][0] > start:
                    pairs.pop()
                pairs.append((start, match.start()))
    return pairs


def _in_brackets(brackets: list[tuple[int, int]], begin: int, end: int) -> bool:
    """Tell whether brackets that opened after the sentence's beginning are still open at `end`."""
    at = bisect_left(brackets, (end,)) - 1
    return at >= 0 and begin < brackets[at][0] and end <= brackets[at][1]


def _ends(tokens: list[str], first: int, at: int) -> bool:
    """Tell whether the sentence that begins with the token `first` can end with the token `at`."""
    core = tokens[at].rstrip(CLOSERS)
    body = core.rstrip(STOPS)
    stops = core[len(body) :]
    before = tokens[at - 1] if at > first else ""
    if not stops or not _begins(tokens[at + 1]):
        return False
    if "!" in stops or "?" in stops:
        return True
    if len(stops) > 1 or stops == "…" or (not body and before and not before.strip(STOPS)):  # "...", ". . ."
        return _opens(tokens[at + 1])
    body = body.lstrip(OPENERS)
    item = not before or before in BULLETS or before.endswith(";") or (before.endswith(":") and body in "1aAiI")
    if (item or tokens[at][0] in "([") and _compiled(LABEL).fullmatch(body):
        return False
    return _full_stop_ends(before, body, tokens[at + 1], closed=core != tokens[at])


def _full_stop_ends(before: str, body: str, after: str, closed: bool) -> bool:
    """Tell whether a full stop after `body` is more than the end of an abbreviation."""
    initials = _compiled(INITIALS).fullmatch(body) is not None
    dosing = _compiled(DOSING).fullmatch(body) is not None
    if body in NEVER_LAST or (closed and (body == "etc" or body in BEFORE_NAME or initials or dosing)):
        return False
    following = after.strip(OPENERS + CLOSERS + STOPS + ",;:")
    if body in BEFORE_NUMBER:
        return not (following[:1].isdigit() or len(following) == 1)
    if body in BEFORE_NAME or initials:
        return _opens(after)
    if len(body) == 1 and body.isupper():  # an initial, unless a noun stands before it
        noun = before.endswith(",") or before.lstrip(OPENERS).lower() in LETTERED
        return noun or following[:1].isdigit() or _opens(after)
    return not (dosing and following[:1].isdigit())


def _begins(word: str) -> bool:
    """Tell whether a sentence may begin with this word."""
    start = word.lstrip(OPENERS)[:4]
    if word in BULLETS or start[:1] in SIGNS or _compiled(SMALL_LABEL).fullmatch(word):
        return True
    # Letters without case, as in Chinese, may begin a sentence; "eGFR", "mRNA" and "siRNA" may too.
    return start[:1].isalnum() and (not start[0].islower() or start != start.lower())


def _opens(word: str) -> bool:
    """Tell whether this word has a capital because a sentence begins with it."""
    plain = word.strip(OPENERS + CLOSERS + STOPS + ",;:")
    return plain[:1].isupper() and plain.lower() in BEGINNERS
