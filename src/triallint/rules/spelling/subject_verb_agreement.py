"""``guardians agrees``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triallint.finding import Finding, Safety, Severity, fix
from triallint.page import TrialPage
from triallint.passage import Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="subject-verb-agreement",
    code="SPL008",
    what="A plural stands with the singular of a verb: guardians agrees, patients who has.",
    why="A reader cannot tell whether one person is meant or several, and a text with such slips is trusted less.",
    do="Write the plural of the verb, or the singular of the noun if one person is meant.",
    pages=Severity.WARNING,
    records=Severity.WARNING,
    citations=(Citation("editorial judgement"),),
    measured=(
        Measured("2,919 registry records", rate=1.1, right=32, read=32),
        Measured("17,367 eligibility texts", rate=0.42, right=73, read=73),
        Measured("792 rows of the WHO's platform, as pages", rate=1.01, right=8, read=8),
    ),
    examples=(
        Bad(
            "<p>NCT01234567</p><p>Participants or their ⟦guardians agrees⟧ to take part.</p>",
            fixed="<p>NCT01234567</p><p>Participants or their guardians agree to take part.</p>",
        ),
        Bad(
            "<p>NCT01234567</p><ul><li>⟦Patients who has⟧ asthma</li><li>If the ⟦patients does⟧ not agree</li></ul>",
            fixed="<p>NCT01234567</p><ul><li>Patients who have asthma</li><li>If the patients do not agree</li></ul>",
        ),
        Bad("NCT01234567\n\n3. All ⟦subjects was⟧ told.", fixed="NCT01234567\n\n3. All subjects were told.", format="txt"),
        Good("<p>NCT01234567</p><p>A population of patients who has asthma; one of the patients who is older agrees.</p>"),
        Good("<p>NCT01234567</p><p>The number of participants is reached. Enrollment of 50 patients is planned.</p>"),
        Good("<p>NCT01234567</p><p>Treatment in children has changed. Approval for cirrhotic subjects is required.</p>"),
        Good("<p>NCT01234567</p><p>The gap between men and women is wide. Trust of doctors and patients has grown.</p>"),
        Good("<p>NCT01234567</p><p>Each of the guardians agrees. Enrolling patients is hard. The parents' needs.</p>"),
        Good(
            '{"protocolSection": {"descriptionModule": {"briefSummary": "Food allergy in\\n   children is rare."}}}',
            format="json",
        ),
        Good("<p>NCT01234567</p><p>Therapy (AR) patients has changed. Do patients who have asthma agree?</p>"),
    ),
)
_NOUNS = (
    "adults|caregivers|children|donors|females|guardians|individuals|infants|investigators|males|men|parents|participants"
    "|partners|patients|people|persons|physicians|relatives|representatives|researchers|subjects|volunteers|women"
)
_PLURAL = {"has": "have", "is": "are", "was": "were", "does": "do", "undergoes": "undergo"}
_OFTEN_WRONG = frozenset(("has", "is", "was"))
_VERBS = "agrees|understands|meets|consents|refuses|takes|receives|suffers|provides|signs|requires|undergoes|does|has|is|was"
_VERB = Pattern(
    rf"(?:s|men|ren|ple|who) (?P<verb>{_VERBS})\b(?![-'])",
    tuple(f" {verb}" for verb in _VERBS.split("|")),
    reach=25,
    names=False,
)
# The noun as the subject of its clause: at the beginning of a sentence or item, or behind a conjunction.
_SUBJECT = Pattern(
    r"(?i)(?:^|[.;:!?]\s+|\n\s{0,3}\n|(?:^|\s)[*•-]\s+|\d\)|,\s+(?=(?:the|these|those|all)\s)|/"
    r"|\b(?P<link>if|that|when|whether|because|until|unless|where|since|while|after|and|or)\s)"
    r"\s{0,3}(?:(?:the|all|these|those|both|some|such|their|his|her|any|eligible|adult|female|male|healthy|pregnant|elderly|young"
    r"|older|legal|included|enrolled|excluded|study|and/or)\s+){0,3}"
    rf"(?P<noun>(?:{_NOUNS})(?:\s+who)?)\s+$"
)
_PREPOSITION = Pattern(r"(?i)\b(?:of|in|for|with|by|among|between|on|from|to|into|without|against)\b[^.;:!?]*$")
_SINGLE = Pattern(
    r"(?P<noun>(?:a|each|every) (?:participant|patient|subject|person|child|volunteer|woman|man)) "
    r"(?P<verb>have|receive|take|undergo|meet|need|suffer|complete|walk|experience|die|show|report|agree|enter|leave|require)(?= (?:[a-z]+)|[.,;])",
    ("participant ", "patient ", "subject ", "person ", "child ", "volunteer ", "woman ", "man "),
    reach=40,
    names=False,
)
_ASKED = re.compile(
    r"\b(?:does|did|do|will|would|can|could|may|might|must|shall|should|to|of|as|bear|father|lets?|let|make|makes|made|have|has|had|having|help|helps|helped|see"
    r"|watch|require[sd]?|recommend\w*|request\w*|suggest\w*|ensure|before|until|not) (?:\w+ )?$",
    re.I,
)
_ENDED = {"have": "has", "undergo": "undergoes"}
_CLAUSE = 150  # characters before the verb in which its subject is looked for


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """Find the verb; the fix puts it in the number of its subject."""
    for hit in page.find(_VERB):
        start, end = hit.bounds("verb")
        subject = _subject(hit.passage.text, start)
        if subject is not None:
            verb, noun = hit["verb"], hit.passage.text[subject:start].rstrip()
            plural = _PLURAL.get(verb.lower(), verb[:-1])
            yield rule.finding(
                hit.passage.slice(subject, end),
                f"It is '{noun} {plural}', not '{noun} {verb}'.",
                fix=fix(f"Write {plural!r}.", hit.replace(plural, "verb"), safety=Safety.UNSAFE),
                severity=Severity.INFO if verb.lower() in _OFTEN_WRONG else None,
            )
    for hit in page.find(_SINGLE):
        if not hit.before[-1:].isalnum() and not _ASKED.search(hit.before[-24:]):
            verb = hit["verb"]
            single = _ENDED.get(verb.lower(), f"{verb}s")
            repair = fix(f"Write {single!r}.", hit.replace(single, "verb"), safety=Safety.UNSAFE)
            yield rule.finding(hit.place(), f"It is '{hit['noun']} {single}'.", fix=repair)


def _subject(text: str, verb_at: int) -> int | None:
    """Where the plural noun begins that is the verb's subject; None when another word may be it."""
    found = _SUBJECT.re.search(text, max(0, verb_at - _CLAUSE), verb_at)
    if found is None:
        return None
    at = found.start("noun")
    joined = (found["link"] or "").lower() in ("and", "or")
    if joined and _PREPOSITION.re.search(text, max(0, at - 2 * _CLAUSE), at):
        return None
    return at
