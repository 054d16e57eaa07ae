"""``Earn $2,000!``"""

from __future__ import annotations

from collections.abc import Iterator

from triallint.finding import Finding, Severity
from triallint.page import TrialPage
from triallint.passage import Hit, Pattern
from triallint.rule import Bad, Citation, Context, Good, Measured, Rule

rule = Rule(
    name="payment-emphasis",
    code="ETH006",
    what="A title or heading tells what participants are paid, or a registry record tells it at all.",
    why="Money put first draws people who need it to risks they would not take otherwise; the registry does not permit it.",
    do="Tell of payment once, in plain words, below what the study asks of people; leave it out of a record.",
    pages=Severity.WARNING,
    records=Severity.ERROR,
    review="major",
    citations=(
        Citation("ClinicalTrials.gov PRS, Major Comments: payment information is not permitted in the record", read="2026-11-23"),
        Citation(
            "FDA, Recruiting Study Subjects: payment may be told, but not emphasized by larger or bold type",
            "https://www.fda.gov/regulatory-information/search-fda-guidance-documents/recruiting-study-subjects",
            "2026-11-23",
        ),
    ),
    measured=(
        Measured("2,919 registry records", rate=0.1, right=3, read=3),
        Measured("17,367 eligibility texts", rate=0.02, right=3, read=3),
        Measured("143 saved web pages", rate=0, right=0, read=0),
    ),
    examples=(
        Bad("<h1>⟦Earn $2,000⟧ in a sleep study</h1><h2>Participants ⟦are paid⟧ for their time</h2>"),
        Bad(
            '{"protocolSection": {"descriptionModule": {"briefSummary": "⟦Participants will be compensated⟧ for travel."}}}',
            format="json",
        ),
        Bad(
            '{"protocolSection": {"descriptionModule": {"detailedDescription": "Each will receive ⟦a $50 gift card⟧."}}}',
            format="json",
        ),
        Good("<h1>A sleep study</h1><h2>How to join</h2><p>You are paid $50 a visit for your time and travel.</p>"),
        Good("<h1>Compensated cirrhosis and the cost of care: $50 a day</h1><h2>Paid leave after birth</h2>"),
        Good(
            '{"protocolSection": {"descriptionModule": {"briefSummary": "Decompensated heart failure; attention is paid to '
            'falls; insurers are reimbursed; care costs $50 a day; workers receive paid leave."}}}',
            format="json",
        ),
    ),
)

_WHO = r"(?:subjects?|participants?|volunteers?|patients|you|donors|parents|respondents|caregivers|families|they)"
_PAID = Pattern(
    rf"{_WHO} (?:will |may |can |are |is |were |shall )?(?:also )?(?:be |been )?"
    r"(?:paid(?! (?:attention|leave|work|employ|staff))|compensated(?! (?:heart|cirrhosis|liver|hf|for by|in an allometric))|"
    r"reimbursed|remunerated)\b"
    r"|\bearn (?:up to )?[$€£]\s?\d[\d,.]*|\bget paid\b"
    r"|(?:an? |the )?(?:[$€£]\s?\d[\d,.]*(?: usd)?|\d{1,6}[ -]dollar) (?:(?:amazon|visa|walmart|target|electronic|e-) ?)?"
    r"(?:honorarium )?(?:gift ?cards?|gift certificates?|vouchers?|stipend|honorarium|check|cash|incentive)\b"
    rf"|(?:gift ?cards?|stipend|honorarium|monetary compensation|financial compensation|financial incentive|monetary "
    rf"incentive)s? "
    rf"(?:will be (?:given|provided|offered|paid)|for (?:their|your) (?:time|participation|effort)|of [$€£]\s?\d[\d,.]*)"
    rf"|(?:compensation|payment|remuneration|reimbursement|paid) (?:will be provided |is provided )?for (?:their |your |study )?"
    r"(?:participation|participating|taking part|time and|travel expenses)\b",
    "paid compensat reimburs remunerat earn gift stipend honorarium incentive voucher check cash payment",
    reach=120,
)
_HEADED = Pattern(
    rf"earn (?:up to )?[$€£]\s?\d[\d,.]*|get paid\b|{_WHO} (?:are |will be )?(?P<paid>(?:are |will be )paid)\b"
    r"|[$€£]\s?\d[\d,.]*(?: for (?:your|their) (?:time|participation)| compensation| payment)|(?:paid|compensated) (?:study"
    r"|trial|volunteers?)\b",
    "earn paid $ € £ compensated",
)
_NO = Pattern(r"\b(?:no|not|without|nor)(?: [\w-]+){0,3} $")
_HEADS = ("title", "heading")
_NOT_TOLD = ("references", "ipd_sharing", "locations", "contacts", "outcomes")


def check(page: TrialPage, context: Context) -> Iterator[Finding]:
    """On a page titles and headings only; in a record everything but outcomes, where money may be what is measured."""
    for hit in page.find(_PAID if page.kind == "record" else _HEADED):
        if _stands_apart(hit) and (_is_told(hit) if page.kind == "record" else hit.passage.role in _HEADS):
            place = hit.place("paid") if page.kind == "page" and hit["paid"] else hit.place()
            yield rule.finding(place, f"“{place.text}” tells what participants are paid.")


def _is_told(hit: Hit) -> bool:
    return hit.passage.field.partition(".")[0].partition("[")[0] not in _NOT_TOLD


def _stands_apart(hit: Hit) -> bool:
    """A word of its own, and not denied."""
    return not hit.before[-1:].isalnum() and not _NO.re.search(hit.before[-40:].lower())
