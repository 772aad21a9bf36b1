"""Arabic of a printed page, read by where its letters stand.

A PDF holds letters in the order in which they were drawn, which no two programs choose alike: from the left, from the
right, word by word. So lines with Arabic are read from right to left by place, numbers and Latin words in them from
left to right.
"""

import unicodedata
from collections.abc import Iterator, Sequence

from sanad.record.importers.letters import Letter, Line

SAME_LINE = 0.4
NEAR = 1.5
SPACE = 0.17
"""Letter heights."""
OPENING, CLOSING = "«([{“‹", "»)]}”›"
WITHIN_NUMBER = ",.:/-٫٬"
BESIDE_NUMBER = "$€£%+#°٪"
LAM = "ل"


def text_of_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines with their text; where there is Arabic, lines that the library cut to pieces are put together first."""
    letters = [letter for line in lines for letter in line.letters]
    arabic, latin = (sum(map(is_so, letters)) for is_so in (lambda one: one.is_arabic, lambda one: one.is_latin))
    whole = _put_together(lines) if arabic > latin else list(lines)
    for line in whole:
        is_turned = arabic > latin and any(one.is_arabic for one in line.letters)
        line.text = _turned(line) if is_turned else "".join(one.plain for one in line.letters).strip()
    return [line for line in whole if line.text]


def _put_together(lines: Sequence[Line]) -> list[Line]:
    whole: list[Line] = []
    for line in lines:
        near = next((other for other in reversed(whole[-6:]) if _is_same(other, line)), None)
        if near:
            whole[whole.index(near)] = Line([*near.letters, *line.letters])
        else:
            whole.append(line)
    return whole


def _is_same(one: Line, other: Line) -> bool:
    size = max(one.size, other.size)
    gap = max(one.left, other.left) - min(one.right, other.right)
    return abs(one.baseline - other.baseline) < SAME_LINE * size and gap < NEAR * size


def _turned(line: Line) -> str:
    signs = [letter for letter in line.letters if not letter.is_mark and not letter.sign.isspace()]
    ordered = sorted(signs, key=lambda one: (-round(one.x, 1), not one.plain.startswith(LAM), one.index))
    marks = _marks_by_base(line, ordered)
    spaces = {letter.index for letter in line.letters if letter.sign.isspace()}
    pieces: list[str] = []
    for number, letter in enumerate(ordered):
        if number and _is_apart(ordered[number - 1], letter, spaces):
            pieces.append(" ")
        pieces.append(letter.plain + marks.get(letter.index, ""))
    return "".join(_brackets(_runs(pieces))).strip()


def _marks_by_base(line: Line, ordered: Sequence[Letter]) -> dict[int, str]:
    """A mark belongs to the letter over or under whose middle it stands."""
    found: dict[int, str] = {}
    for mark in line.letters:
        if mark.is_mark and ordered:
            middle = (mark.left + mark.right) / 2
            base = min(ordered, key=lambda one: max(one.left - middle, middle - one.right, 0.0))
            found[base.index] = found.get(base.index, "") + mark.sign
    return found


def _is_apart(right: Letter, left: Letter, spaces: set[int]) -> bool:
    """By the library's own spaces inside a run, by the gap where two runs meet: there they are on the wrong side."""
    if right.plain.isalnum() and left.plain.isalnum():
        low, high = sorted((right.index, left.index))
        between = range(low + 1, high)
        if all(index in spaces for index in between):
            return len(between) > 0
    return right.left - left.right > SPACE * max(right.size, left.size)


def _runs(pieces: Sequence[str]) -> Iterator[str]:
    """Numbers and Latin words stand from left to right."""
    at = 0
    while at < len(pieces):
        end = _run_end(pieces, at) if _is_forward(pieces[at]) or _starts_number(pieces, at) else at + 1
        yield from reversed(pieces[at:end])
        at = end


def _is_forward(piece: str) -> bool:
    return unicodedata.bidirectional(piece[0]) in ("L", "EN", "AN")


def _starts_number(pieces: Sequence[str], at: int) -> bool:
    return piece_at(pieces, at) in BESIDE_NUMBER and piece_at(pieces, at + 1)[:1].isdigit()


def piece_at(pieces: Sequence[str], at: int) -> str:
    return pieces[at] if at < len(pieces) else " "


def _run_end(pieces: Sequence[str], start: int) -> int:
    """After the last piece of the run: signs between Latin words belong to it, one sign between two digits does."""
    at = last = start
    is_latin = False
    while at < len(pieces):
        piece = pieces[at]
        kind = unicodedata.bidirectional(piece[0])
        if kind == "L":
            is_latin, last = True, at
        elif kind in ("EN", "AN"):
            last = at
        elif kind in ("R", "AL") or not _may_stand_between(pieces, at, is_latin=is_latin):
            break
        at += 1
    return last + 1 + (piece_at(pieces, last + 1) in BESIDE_NUMBER and pieces[last][0].isdigit())


def _may_stand_between(pieces: Sequence[str], at: int, *, is_latin: bool) -> bool:
    is_beside = pieces[at] in WITHIN_NUMBER + BESIDE_NUMBER and piece_at(pieces, at + 1)[0].isdigit()
    return is_latin or is_beside


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
