"""An answer as it is kept: packed, and without the why, which is kept once for each award."""

import zlib
from dataclasses import replace

from sanad.casework.answers.explained import Told
from sanad.casework.answers.told import Answer, LineTold, from_json, to_json

WHOLE = ""


def kept(answer: Answer) -> bytes:
    lines = tuple(replace(line, why={}) for line in answer.lines)
    award = replace(answer.award, why={}) if answer.award else None
    return zlib.compress(to_json(replace(answer, lines=lines, award=award)).encode(), 1)


def restored(content: bytes | memoryview, words: Told) -> Answer:
    """Exactly the answer that was kept, with its why."""
    answer = from_json(zlib.decompress(content))
    award = answer.award
    if award and WHOLE in words:
        award = replace(award, why=words[WHOLE].why)
    return replace(answer, lines=tuple(_with_why(line, words) for line in answer.lines), award=award)


def _with_why(line: LineTold, words: Told) -> LineTold:
    return replace(line, why=words[line.line].why) if line.line in words else line
