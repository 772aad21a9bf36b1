"""What somebody undertakes to do for others: promised, agreed, offered, announced, prepared, or theirs to do."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sanad.record.proposing.page import Moment, Promise, Quotation, Reported, Span

ACTS: tuple[tuple[str, str], ...] = (
    (
        "pay",
        r"\bpa(?:y|id|ying|yments?)\b|compensat|reimburs|refund|allowance|instal?ment|grant|tranche|دفع|تدفع|صرف|تعويض|بدل|مساعدة",
    ),
    ("repair", r"repair|rebuil|reconstruct|restor|renovat|mend|fix|bridge|wall|roof|ترميم|إصلاح|إعمار|إعادة بناء|ترمّم"),
    ("house", r"hous(?:e|ing)|shelter|rehous|cabins?|tents?|إيواء|سكن|مسكن|خيم"),
    ("appoint", r"appoint|nominat|hire|تعيين|يعيّن"),
    ("inform", r"inform|tell|publish|report back|telephone|answer|إبلاغ|نشر|إعلام"),
    ("supply", r"suppl(?:y|ies)|deliver|provide|weapons|water|fuel|send|تأمين|توفير|تسليم|تزويد|يؤمّن"),
)
UNDERTAKING = {
    "promise": "promise", "pledge": "promise", "vow": "promise", "undertake": "promise", "guarantee": "promise", "swear": "promise", "assure": "promise", "commit": "promise",
    "agree": "agreement", "resolve": "agreement", "decide": "agreement", "offer": "offer", "volunteer": "offer", "announce": "announced_plan",
}  # fmt: skip
WILL = re.compile(
    r"\b(?:will|would|shall|’ll|'ll|is to|are to)\b(?! (?:not|never|have|need|like|want|be (?:the|a|an|too|very)))(?: \w+ly)? "
    r"(?:be (?:paid|repaired|rebuilt|refunded|reimbursed|compensated|completed|finished|reopened|restored|housed|rehoused|delivered|published|opened|replaced|issued|appointed)"
    r"|pay|repair|rebuild|refund|reimburse|compensate|complete|finish|reopen|restore|house|rehouse|deliver|publish|replace|provide|send|build|issue|appoint|bring|supply|cover|meet)\b",
    re.IGNORECASE,
)  # fmt: skip
PLAN = re.compile(r"\b(?:was|is|were) (?:an?|the) (?:\w+ ){0,3}plan\b", re.IGNORECASE)
RESPONSIBLE = re.compile(
    r"\bthe \w+ (?:responsible|in charge) (?:for|of) (?:the )?(?:repairs?|works?|payments?|reconstruction|restoration)\b",
    re.IGNORECASE,
)
ABLE = re.compile(r"\b(?:I|we) can (?:secure|provide|pay|offer|supply|send|give|arrange|get)\b[^.?!]*", re.IGNORECASE)
PREPARED = re.compile(
    r"\b(?:I|we)(?:’ve|'ve| have) (?:prepared|arranged|set aside|reserved|ordered)\b[^.?!]*", re.IGNORECASE
)
CONDITION = re.compile(
    r"\b(?:if|provided|unless|once|subject to|on condition|in an emergency|in case)\b|إذا|شرط|في حال|متى توفّر",
    re.IGNORECASE,
)
DUE = re.compile(r"\b(?:by|before|within|until|no later than)\b|قبل|خلال|في غضون|بحلول|حتى|في ظرف", re.IGNORECASE)
SOON = re.compile(r"\b(?:urgent|soon|shortly|at once|in due course)\b|قريبًا|فورًا", re.IGNORECASE)
ARABIC_UNDERTAKING = {
    "وعد": "promise",
    "تعهد": "promise",
    "التزم": "promise",
    "عرض": "offer",
    "اعلن": "announced_plan",
    "أعلن": "announced_plan",
    "طمأن": "promise",
}
ARABIC_WILL = re.compile(r"(?<!\w)(?:و|ف)?س[يتن]\w{3,}")


@dataclass(frozen=True, slots=True)
class Saying:
    """A clause of speech, told or quoted, as promises are looked for in it."""

    span: Span
    base: str
    who: str | None
    article: str


def promises_of(
    text: str,
    quotations: Iterable[Quotation],
    reported: Iterable[Reported],
    moments: Iterable[Moment],
    bases: dict[Span, str],
) -> list[Promise]:
    """`bases`: by the span of a cue, the verb in its plain form."""
    when, found = list(moments), list[Promise]()
    for saying in _sayings(quotations, reported, bases):
        for strength, evidence, rule, sure in _undertakings(text, saying):
            if not any(evidence.start < other.evidence.end and other.evidence.start < evidence.end for other in found):
                found.append(_promise(text, saying, strength, evidence, rule, sure, when, len(found) + 1))
    return found


def _sayings(quotations: Iterable[Quotation], reported: Iterable[Reported], bases: dict[Span, str]) -> Iterator[Saying]:
    for told in reported:
        yield Saying(told.span, bases.get(told.cue, "") if told.cue else "", told.voice.who, told.article)
    for said in quotations:
        yield Saying(said.inner, bases.get(said.cue, "") if said.cue else "", said.voice.who, said.article)


def _undertakings(text: str, saying: Saying) -> Iterator[tuple[str, Span, str, float]]:
    clause = saying.span.of(text)
    strength = UNDERTAKING.get(saying.base) or ARABIC_UNDERTAKING.get(saying.base)
    if strength and strength != "announced_plan":
        yield strength, saying.span, f"cue:{saying.base}", 0.9
        return
    if strength and (WILL.search(clause) or ARABIC_WILL.search(clause)):
        yield strength, saying.span, f"cue:{saying.base}", 0.85
        return
    for kind, pattern, sure in (
        ("announced_plan", PLAN, 0.7),
        ("responsibility", RESPONSIBLE, 0.75),
        ("offer", ABLE, 0.75),
        ("stated_preparation", PREPARED, 0.7),
        ("promise", WILL, 0.65),
    ):
        for match in pattern.finditer(clause):
            start, end = (
                (match.start(), match.end())
                if kind in ("responsibility", "offer", "stated_preparation")
                else _sentence(clause, match.start())
            )
            yield kind, Span(saying.span.start + start, saying.span.start + end), f"pattern:{kind}", sure


def _sentence(clause: str, at: int) -> tuple[int, int]:
    start = max((clause.rfind(sign, 0, at) for sign in ".?!"), default=-1) + 1
    while start < at and clause[start].isspace():
        start += 1
    end = min((place for sign in ".?!" if (place := clause.find(sign, at)) >= 0), default=len(clause))
    return start, end


def _promise(
    text: str, saying: Saying, strength: str, evidence: Span, rule: str, sure: float, when: list[Moment], number: int
) -> Promise:
    clause = evidence.of(text)
    act = next((name for name, pattern in ACTS if re.search(pattern, clause, re.IGNORECASE)), "other")
    inside = [
        one
        for one in when
        if evidence.holds(one.span)
        and (
            DUE.search(text[max(evidence.start, one.span.start - 12) : one.span.end])
            or one.kind in ("relative", "absolute")
        )
    ]
    due = inside[0].span.of(text) if inside else (match[0] if (match := SOON.search(clause)) else None)
    if CONDITION.search(clause):
        kind = "conditional"
    elif inside and (inside[0].norm or inside[0].kind in ("duration", "relative")):
        kind = "dated"
    else:
        kind = "vague" if due else "none"
    return Promise(f"K{number}", saying.article, evidence, act, strength, saying.who, due, kind, (), rule, sure)
