"""Pairs of quotation marks in a paragraph: curly, straight, angular; single ones apart from apostrophes."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, takewhile

from sanad.record.proposing.page import Span

DOUBLES = {"“": "”", "«": "»", "„": "“”", '"': '"', "‟": "”", "”": "”"}
SINGLES = {"‘": "’", "'": "'", "‚": "‘’", "‹": "›"}
OPENS_DOUBLE = re.compile(f"[{''.join(DOUBLES)}]")
MEETS = {sign: f"{sign}{closers}" for sign, closers in DOUBLES.items()} | {"“": '“”"'}
CLOSES_DOUBLE = {sign: re.compile(f"[{signs}]") for sign, signs in MEETS.items()}
OPENS_SINGLE = re.compile(f"[{''.join(SINGLES)}]")
OPENS = re.compile(f"[{''.join(DOUBLES)}{''.join(SINGLES)}]")
CLOSES_SINGLE = {opening: re.compile(f"[{closing}]") for opening, closing in SINGLES.items()}
NEXT_OPENS = re.compile(r'\s*\n\s*"(?=\S)')
NEXT_OPENS_SINGLE = re.compile(r"\s*\n\s*([‘'])(?=[^\W_])")
LONGEST_SINGLE = 2000
"""Signs between single marks; what is further apart are apostrophes."""
BEFORE_OPENING = " \t\n\r(\u00a0\u202f[—–-:،,.;/\u200f\u200e؛؟?!…"
AFTER_CLOSING = ' \t\n\r.,;:!?)]—–-…،؛؟\u00a0\u202f”»"\u200f\u200e'
AND = "و"
"""Joined to what follows it: `و"تقييد الحريات"`."""
SPEECH_ENDS = ".,?!…؟،—"
TWICE = {"''": '"', "‘‘": "“", "’’": "”"}
SECOND = "\ue001"
"""Stands for the second of two single marks that are meant for a double one."""


@dataclass(slots=True)
class Pair:
    """`span` with the marks; `is_open`: the paragraph ends before a closing mark. `within`: pairs inside it."""

    span: Span
    inner: Span
    is_open: bool = False
    within: list["Pair"] = field(default_factory=list)


def pairs_of(text: str, paragraph: Span) -> list[Pair]:
    """The outermost pairs in their order, each with what lies inside."""
    if not OPENS.search(text, paragraph.start, paragraph.end):
        return []
    own = paragraph.of(text)
    if not any(two in own for two in TWICE):
        return _pairs_of(text, paragraph)
    for two, one in TWICE.items():
        own = own.replace(two, one + SECOND)
    return [_placed(pair, own, paragraph.start) for pair in _pairs_of(own, Span(0, len(own)))]


def _placed(pair: Pair, own: str, by: int) -> Pair:
    """Back in the text from which the paragraph was cut, its marks two signs wide where they are."""
    start, end = pair.span.start, pair.span.end
    first = own[start + 1 : start + 2] == SECOND
    last = not pair.is_open and own[end : end + 1] == SECOND
    span, inner = Span(start + by, end + last + by), Span(pair.inner.start + first + by, pair.inner.end + by)
    return Pair(span, inner, pair.is_open, [_placed(one, own, by) for one in pair.within])


def _pairs_of(text: str, paragraph: Span) -> list[Pair]:
    doubles = list(_doubles(text, paragraph))
    for pair in doubles:
        pair.within = _inside(text, pair)
    clear = []
    for single in _singles(text, paragraph):
        near = _near(doubles, single.span)
        if all(single.inner.holds(one.span) for one in near):
            single.within = near
            clear.append(single)
    held = {one.span for single in clear for one in single.within}
    return sorted([*(one for one in doubles if one.span not in held), *clear], key=lambda pair: pair.span.start)


def _inside(text: str, pair: Pair) -> list[Pair]:
    """Single marks, or double ones of another kind, inside a pair."""
    own = text[pair.span.start]
    other = [one for one in _doubles(text, pair.inner) if text[one.span.start] != own and not one.is_open]
    single = [
        one for one in _singles(text, pair.inner) if not any(two.span.holds(one.span) for two in _near(other, one.span))
    ]
    return sorted([*other, *single], key=lambda one: one.span.start)


def _near(pairs: Sequence[Pair], span: Span) -> list[Pair]:
    """Those of some pairs, in their order and apart from each other, that share a sign with the span."""
    first = bisect_right(pairs, span.start, key=lambda one: one.span.end)
    return list(takewhile(lambda one: one.span.start < span.end, islice(pairs, first, None)))


def _doubles(text: str, within: Span) -> Iterator[Pair]:
    ends = within.start
    for opening in OPENS_DOUBLE.finditer(text, within.start, within.end):
        at = opening.start()
        if at < ends or not _may_open(text, at, within):
            continue
        end = _closing(text, at, within)
        if end is None and text[at] == '"' and not _goes_on(text, within):
            end = _closing_curly(text, at, within)
            if end is None:
                continue
        yield _pair(at, end, within)
        ends = (end if end is not None else within.end - 1) + 1


def _closing_curly(text: str, opening: int, within: Span) -> int | None:
    """`"It is late,”` by a hand that mixes its marks."""
    at = text.find("”", opening + 1, within.end)
    return at if at > 0 and text.find("“", opening, at) < 0 else None


def _goes_on(text: str, within: Span) -> bool:
    """Whether the next paragraph opens a straight mark too: then this one was left open for it."""
    return NEXT_OPENS.match(text, within.end) is not None


def _may_open(text: str, at: int, within: Span) -> bool:
    """A straight mark opens before a word and after none, or right behind a colon; `”` where a careless hand set it."""
    sign = text[at]
    if sign not in '"”':
        return True
    before = text[at - 1] if at > within.start else " "
    after = text[at + 1 : at + 3].removeprefix(SECOND)[:1] if at + 1 < within.end else " "
    is_joined = before == AND and (at - 1 == within.start or text[at - 2] in BEFORE_OPENING)
    may_be_wide = before == ":" or (sign == "”" and at == within.start)
    return (before in BEFORE_OPENING or is_joined) and (may_be_wide or not after.isspace())


def _closing(text: str, opening: int, within: Span) -> int | None:
    sign, depth, last = text[opening], 0, None
    closers = DOUBLES[sign]
    for match in CLOSES_DOUBLE[sign].finditer(text, opening + 1, within.end):
        at, here = match.start(), match[0]
        if here == sign and sign not in closers:
            depth += 1
        elif here in closers:
            last = at
            if sign == '"' and not _may_close(text, at, within):
                continue
            if depth == 0:
                return at
            depth -= 1
        elif here == '"' and _may_close(text, at, within) and "”" not in text[at : within.end]:
            return at
    return last if depth else None


def _may_close(text: str, at: int, within: Span) -> bool:
    before = text[at - 1] if at > within.start else " "
    return not before.isspace() or at + 1 >= within.end or text[at + 1].isspace()


def _pair(opening: int, closing: int | None, within: Span) -> Pair:
    if closing is None:
        end = within.end
        return Pair(Span(opening, end), Span(opening + 1, end), is_open=True)
    return Pair(Span(opening, closing + 1), Span(opening + 1, closing))


LETTER = re.compile(r"[^\W\d_]")


def _singles(text: str, within: Span) -> Iterator[Pair]:
    """An opening mark stands after a space; of those that may close it, one that ends a clause goes first."""
    ends = within.start
    for opening in OPENS_SINGLE.finditer(text, within.start, within.end):
        at = opening.start()
        if at < ends or not _opens_single(text, at, within):
            continue
        end = _closing_single(text, at, within)
        if end is not None:
            yield Pair(Span(at, end + 1), Span(at + 1, end))
            ends = end + 1
        elif _is_left_open(text, at, within):
            yield _pair(at, None, within)
            return


def _is_left_open(text: str, at: int, within: Span) -> bool:
    """A mark before a large letter and none behind it, where the next paragraph opens one of its kind too."""
    if not text[at + 1 : at + 2].isupper() or (at > within.start and text[at - 2 : at - 1] not in SPEECH_ENDS + ":"):
        return False
    following = NEXT_OPENS_SINGLE.match(text, within.end)
    return following is not None and following[1] == text[at]


def _opens_single(text: str, at: int, within: Span) -> bool:
    before = text[at - 1] if at > within.start else " "
    after = text[at + 1] if at + 1 < within.end else " "
    if before not in BEFORE_OPENING + '“"«' or after.isspace():
        return False
    return text[at] != "'" or bool(LETTER.match(after) or after in '“"…[¿')


def _closing_single(text: str, opening: int, within: Span) -> int | None:
    """Apostrophes look the same: what stands before a letter is one, and so is the mark of a plural's genitive."""
    closers, doubtful = CLOSES_SINGLE[text[opening]], None
    for closing in closers.finditer(text, opening + 2, min(within.end, opening + LONGEST_SINGLE)):
        at = closing.start()
        after = text[at + 1] if at + 1 < within.end else " "
        if LETTER.match(after) or after.isdigit():
            continue
        if text[at - 1] in SPEECH_ENDS or after in '.,;:!?)”»"':
            return at
        if text[at - 1] != "s" or after not in " \n":
            return at
        doubtful = doubtful if doubtful is not None else at
    return doubtful
