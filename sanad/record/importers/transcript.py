"""A transcript (WebVTT, SRT) becomes text: a line for what each voice said, `Name: words`, with its times beside it."""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sanad.record.importers.language import language_told
from sanad.record.importers.plain_text import text_in
from sanad.record.importers.read import Heard, Notice, PageRefused, Producer, ReadPage, Stated, TextLayer

ENDINGS = (".vtt", ".srt")
TIME = r"(?:(\d{1,4}):)?([0-5]\d):([0-5]\d)[.,](\d{3})"
TIMES = re.compile(rf"[ \t]*{TIME}[ \t]+-->[ \t]+{TIME}(?:[ \t].*)?")
ASIDE = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s|$)")
VOICE = re.compile(r"<v(?:\.[^\s>]{0,100})?[ \t]+([^>]{1,200})>")
TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>|<\d\d:[\d:.]{1,12}>|\{\\[^{}]{1,60}\}")
LANGUAGE = re.compile(r"^Language:[ \t]*(\S+)", re.IGNORECASE | re.MULTILINE)
CAPITALS = re.compile(r"(?:>>+ ?)?([A-Z][A-Z.'’ -]{1,40}[A-Z.]) ?:[ \t]+")
LABEL = r"[A-Z\u0621-\u064a][^\s:،,.؟?!«»“”\"]{0,40}\.?(?: [^\s:.؟?!«»“”\"]{1,40}){0,4} ?:[ \t]+(?=\S)"
OWN_LINE = re.compile(rf"[ \t]*(?:[-–—]|>>|{LABEL})")
NEW_LINE = re.compile(rf"\n(?={OWN_LINE.pattern})")
"""A line of a cue that begins with a dash or a label is of another voice."""
PRODUCER = Producer("cues", "1", {"voices": "as labels", "tags": "removed"})
BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class Cue:
    """What stands between two times, as it is written."""

    from_ms: int
    to_ms: int
    text: str


def transcript(name: str, raw: bytes) -> ReadPage:
    """Raises PageRefused: not_utf8, not_text, no_cues."""
    text = text_in(raw).replace("\r\n", "\n").replace("\r", "\n")
    blocks = re.split(r"\n(?:[ \t]*\n)+", text.strip("\n"))
    is_vtt = text.startswith("WEBVTT")
    cues, unread = _cues(blocks[1:] if is_vtt and "-->" not in blocks[0] else blocks)
    if not cues:
        raise PageRefused("no_cues")
    spoken, tags = _spoken(cues)
    if not spoken:
        raise PageRefused("no_cues")
    told = LANGUAGE.search(blocks[0]) if is_vtt else None
    layer = _layer(spoken, told[1] if told else None)
    media_type = "text/vtt" if is_vtt else "application/x-subrip"
    notices = tuple(_notices(cues, unread, tags))
    return ReadPage(name, media_type, raw, (layer,), Stated(), notices)


def _cues(blocks: Sequence[str]) -> tuple[list[Cue], int]:
    """And how many blocks are neither a cue nor an aside."""
    found, unread = list[Cue](), 0
    for block in blocks:
        lines = block.split("\n")
        at = next((number for number, line in enumerate(lines[:2]) if "-->" in line), None)
        times = TIMES.fullmatch(lines[at]) if at is not None else None
        if times and at is not None:
            parts = [int(part or 0) for part in times.groups()]
            found.append(Cue(_ms(parts[:4]), _ms(parts[4:]), "\n".join(lines[at + 1 :])))
        elif block.strip() and not ASIDE.match(block):
            unread += 1
    return found, unread


def _ms(parts: Sequence[int]) -> int:
    hours, minutes, seconds, thousandths = parts
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words of one voice inside one cue. `who` is its tag, or its label in capitals; empty where there is neither."""

    cue: Cue
    who: str
    words: str
    is_tagged: bool

    def goes_on_from(self, before: "Spoken") -> bool:
        """A tag is of its own cue only; a label is of what follows until the next one."""
        if self.who:
            return self.who == before.who and self.is_tagged
        return not before.is_tagged and not OWN_LINE.match(self.words)


def _spoken(cues: Sequence[Cue]) -> tuple[list[Spoken], int]:
    """And how many tags were taken out."""
    found, tags = list[Spoken](), 0
    for cue in cues:
        for who, words in _voices(cue.text):
            plain, count = TAG.subn("", words)
            tags += count + bool(who)
            name = " ".join(html.unescape(who).split())
            lines = (" ".join(html.unescape(line).split()) for line in NEW_LINE.split(plain))
            found += [_of_one(cue, name, line) for line in lines if line]
    return found, tags


def _voices(text: str) -> Iterator[tuple[str, str]]:
    """`<v Name>` begins a voice, which lasts until the next."""
    before, *rest = VOICE.split(text)
    if before.strip():
        yield "", before
    yield from zip(rest[::2], rest[1::2], strict=True)


def _of_one(cue: Cue, tagged: str, said: str) -> Spoken:
    """`NAME:` is a name that the transcript writes in capitals; as `Name:` the rules know it for one."""
    label = CAPITALS.match(said) if not tagged else None
    if label and said[label.end() :]:
        return Spoken(cue, label[1].strip().title(), said[label.end() :], is_tagged=False)
    return Spoken(cue, tagged, said, is_tagged=bool(tagged))


def _layer(spoken: Sequence[Spoken], told: str | None) -> TextLayer:
    """One paragraph for what one voice says in cue after cue."""
    parts, heard, at = list[str](), list[Heard](), 0
    before: Spoken | None = None
    for one in spoken:
        goes_on = before is not None and one.goes_on_from(before)
        joint = "" if before is None else " " if goes_on else BETWEEN
        line = f"{one.who}: {one.words}" if one.who and not goes_on else one.words
        start = at + len(joint)
        heard.append(Heard(start, start + len(line), one.cue.from_ms, one.cue.to_ms))
        parts += [joint, line]
        at, before = start + len(line), one
    text = "".join(parts)
    return TextLayer(text, PRODUCER, language_told(told, text)[0], heard=tuple(heard))


def _notices(cues: Sequence[Cue], unread: int, tags: int) -> Iterator[Notice]:
    pairs = list(pairwise(cues))
    counts = {
        "unordered_times": sum(after.from_ms < before.from_ms for before, after in pairs),
        "overlapping_times": sum(before.from_ms <= after.from_ms < before.to_ms for before, after in pairs),
        "backward_times": sum(cue.to_ms < cue.from_ms for cue in cues),
        "unread_blocks": unread,
        "tags_removed": tags,
    }
    yield from (Notice(code, {"count": count}) for code, count in counts.items() if count)
