"""Arabic of a printed page, read by where its letters stand.

A PDF holds letters in the order in which they were drawn, which no two programs choose alike: from the left, from the
right, word by word. So lines with Arabic are read from right to left by place, numbers and Latin words in them from
left to right.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from sanad.record.importers.letters import Letter, Line

SAME_LINE = 0.4
NEAR = 1.5
LOOKED_BACK = 6
SPACE = 0.17
"""Letter heights."""
OPENING, CLOSING = "«([{“‹", "»)]}”›"
WITHIN_NUMBER = ",.:/"
"""Between two digits. After Arabic letters a hyphen, a percent sign or the sign of a currency is no part of a number:
it stands on its left when it follows it."""
ENDS = ".,:;!?…،؛؟"
LAM = "ل"
GOD = frozenset({"لله", "الله"})
FORWARD = ("L", "EN", "AN")
"""Kinds of signs, as Unicode names them, that stand from left to right: Latin letters and digits."""


def text_of_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines with their text; on a page of Arabic, lines that the library cut to pieces are put together first."""
    is_arabic_page = _is_mostly_arabic([letter for line in lines for letter in line.letters])
    whole = _put_together(lines) if is_arabic_page else list(lines)
    for line in whole:
        has_arabic = any(letter.is_arabic for letter in line.letters)
        is_turned = has_arabic and (is_arabic_page or _is_mostly_arabic(line.letters))
        line.text = _turned(line) if is_turned else "".join(letter.plain for letter in line.letters).strip()
    return [line for line in whole if line.text]


def _is_mostly_arabic(letters: Sequence[Letter]) -> bool:
    return sum(one.is_arabic for one in letters) > sum(one.is_latin for one in letters)


def _put_together(lines: Sequence[Line]) -> list[Line]:
    whole: list[Line] = []
    for line in lines:
        last = range(len(whole) - 1, max(-1, len(whole) - 1 - LOOKED_BACK), -1)
        near = next((at for at in last if _is_same(whole[at], line)), None)
        if near is None:
            whole.append(line)
        else:
            whole[near] = Line([*whole[near].letters, *line.letters])
    return whole


def _is_same(one: Line, other: Line) -> bool:
    size = max(one.size, other.size)
    gap = max(one.left, other.left) - min(one.right, other.right)
    return abs(one.baseline - other.baseline) < SAME_LINE * size and gap < NEAR * size


def _turned(line: Line) -> str:
    signs = _widened(line)
    drawn = [_in_order(list(group)) for _, group in groupby(sorted(signs, key=_place), _place)]
    marks, spaces = _marks_by_base(line, signs), _spaces(line)
    pieces: list[str] = []
    for number, group in enumerate(drawn):
        if number and _is_apart(drawn[number - 1], group, spaces):
            pieces.append(" ")
        pieces += [letter.plain + marks.get(letter.index, "") for letter in group]
    return "".join(_brackets(_runs(pieces))).strip()


def _widened(line: Line) -> list[Letter]:
    """The letters that are read; one that is drawn together with its mark has only a part of the width."""
    found = [letter for letter in line.letters if not letter.is_mark and not letter.sign.isspace()]
    marks = {letter.x: letter for letter in line.letters if letter.is_mark}
    return [_with(letter, marks[letter.x]) if letter.x in marks else letter for letter in found] if marks else found


def _with(letter: Letter, mark: Letter) -> Letter:
    return replace(letter, left=min(letter.left, mark.left), right=max(letter.right, mark.right))


def _place(letter: Letter) -> float:
    return -letter.x


def _in_order(drawn: list[Letter]) -> list[Letter]:
    """Letters that fonts draw as one stand in either order: of two a lam is the first, of more there is one word."""
    if len(drawn) == 1:
        return drawn
    by_index = sorted(drawn, key=lambda one: one.index)
    said = "".join(one.plain for one in by_index)
    is_backward = said[::-1] in GOD if len(said) > 2 else said[1:] == LAM
    return by_index[::-1] if is_backward else by_index


def _marks_by_base(line: Line, signs: Sequence[Letter]) -> dict[int, str]:
    """A mark belongs to the letter over or under whose middle it stands."""
    found: dict[int, str] = {}
    for mark in line.letters:
        if mark.is_mark and signs:
            middle = (mark.left + mark.right) / 2
            base = min(signs, key=lambda one: max(one.left - middle, middle - one.right, 0.0))
            found[base.index] = found.get(base.index, "") + mark.sign
    return found


def _spaces(line: Line) -> set[int]:
    """Those of the library, but for those beside a mark, which it takes for a word of its own."""
    marks = {letter.index for letter in line.letters if letter.is_mark}
    spaces = {letter.index for letter in line.letters if letter.sign.isspace()}
    return {index for index in spaces if not {index - 1, index + 1} & marks}


def _is_apart(right: Sequence[Letter], left: Sequence[Letter], spaces: set[int]) -> bool:
    """By the library's own spaces inside a run, by the gap where two runs meet: there they are on the wrong side."""
    if right[-1].plain.isalnum() and (left[0].plain.isalnum() or left[0].plain in ENDS):
        between = min([_between(one, other) for one in right for other in left], key=len)
        if all(index in spaces for index in between):
            return len(between) > 0
    gap = min(one.left for one in right) - max(one.right for one in left)
    return gap > SPACE * max(right[-1].size, left[0].size)


def _between(one: Letter, other: Letter) -> range:
    low, high = sorted((one.index, other.index))
    return range(low + 1, high)


def _runs(pieces: Sequence[str]) -> Iterator[str]:
    """Numbers and Latin words stand from left to right."""
    at = 0
    while at < len(pieces):
        end = _run_end(pieces, at) if _kind(pieces[at]) in FORWARD else at + 1
        yield from reversed(pieces[at:end])
        at = end


def _kind(piece: str) -> str:
    return unicodedata.bidirectional(piece[0])


def _run_end(pieces: Sequence[str], start: int) -> int:
    """After the last piece of the run: signs between Latin words belong to it, one sign between two digits does."""
    at = last = start
    is_latin = False
    while at < len(pieces):
        kind = _kind(pieces[at])
        if kind in FORWARD:
            is_latin, last = is_latin or kind == "L", at
        elif kind in ("R", "AL") or not (is_latin or _is_within_number(pieces, at)):
            break
        at += 1
    return last + 1


def _is_within_number(pieces: Sequence[str], at: int) -> bool:
    return pieces[at] in WITHIN_NUMBER and at + 1 < len(pieces) and _kind(pieces[at + 1]) in ("EN", "AN")


def _brackets(pieces: Iterator[str]) -> Iterator[str]:
    """Programs disagree which of a pair a mirrored bracket is; its neighbours tell whether it opens or closes."""
    every = [" ", *pieces, " "]
    for before, piece, after in zip(every, every[1:], every[2:], strict=False):
        opens = before == " " or before in OPENING
        closes = not after[0].isalnum()
        yield piece if opens == closes else _of_pair(piece, OPENING if opens else CLOSING)


def _of_pair(piece: str, side: str) -> str:
    at = max(OPENING.find(piece), CLOSING.find(piece))
    return side[at] if at >= 0 else piece
