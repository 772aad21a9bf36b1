"""Whom a cue means, while a sentence is read from its beginning: its own subject, the sentence's, or the last speaker."""

from dataclasses import replace

from sanad.record.proposing.arabic.phrases import LONGEST_OFFICE, Phrase, Phrases, Tokens
from sanad.record.proposing.arabic.readings import unjoined
from sanad.record.proposing.arabic.sayings import Cue
from sanad.record.proposing.arabic.speakers import NOBODY, Meant, Speaker, Speakers
from sanad.record.proposing.arabic.table import FEMALE, MALE, MANY, Arabic
from sanad.record.proposing.page import Voice

PASSIVE = Meant(None, Voice(None, None, "passive"), 1.0)
LONGEST_HEADING = 40
NEAR_BEGINNING, VERY_NEAR = 6, 3


class Scene:
    """`subject`: of the sentence so far; `speaking`: of its last cue."""

    def __init__(self, speakers: Speakers, phrases: Phrases, table: Arabic) -> None:
        self.speakers, self.phrases, self.table = speakers, phrases, table
        self.subject: Meant | None = None
        self.speaking: Meant | None = None
        self.asked: Speaker | None = None
        self.is_heading = False

    def paragraph(self, tokens: Tokens) -> None:
        """A short line that no point ends is a heading, a byline or a list: who stands in it does not speak."""
        self.asked = None
        count = sum(one.is_word for one in tokens)
        self.is_heading = bool(tokens) and tokens[-1].is_word and count <= LONGEST_HEADING

    def sentence(self, tokens: Tokens) -> None:
        """A sentence that begins with somebody is about them."""
        self.subject = self.speaking = None
        if self.is_heading:
            return
        start = 0
        while start < len(tokens) and (
            tokens[start].plain in self.table.topics
            or tokens[start].read.is_that
            or not (tokens[start].is_word or tokens[start].is_quotation)
        ):
            start += 1
        if start >= len(tokens) or tokens[start].read.cue:
            return
        phrase = self.phrases.at(tokens, start) if tokens[start].is_word else None
        if phrase and phrase.title and not tokens[start].read.kind:
            return
        if phrase and (phrase.is_sure or self._is_explained(tokens, phrase)):
            gender = tokens[phrase.end + 1].read.gender if not phrase.is_sure else ""
            self.subject = self.speakers.named_in(phrase, gender)
            self.speakers.spoke(self.subject.who)

    def _is_explained(self, tokens: Tokens, phrase: Phrase) -> bool:
        """`الحلبي، وهو صاحب مولّد، ...`."""
        at = phrase.end
        return (
            len(phrase.tokens) == 1
            and at + 1 < len(tokens)
            and tokens[at].text == "،"
            and (tokens[at + 1].plain in ("وهو", "وهي", "الذي", "التي") or tokens[at + 1].read.kind == "title")
        )

    def meant(self, tokens: Tokens, cue: Cue, *, is_inner: bool = False) -> Meant:
        """`is_inner`: the cue is part of what somebody else says, and moves nobody to the front."""
        if cue.kind == "passive":
            return PASSIVE
        meant = self._of_phrase(cue) if cue.phrase else self._without(tokens, cue)
        if is_inner:
            return meant
        if cue.verb and cue.verb.is_addressed and cue.base in self.table.asks:
            self._addresses(tokens, cue, meant)
        if cue.base in self.table.asks and cue.phrase:
            self._asks(tokens, cue)
        if cue.kind == "verb":
            self.subject = meant if meant.who else self.subject
        if meant.who:
            self.speaking = meant
            self.speakers.spoke(meant.who)
        return meant

    def _of_phrase(self, cue: Cue) -> Meant:
        assert cue.phrase is not None
        return self.speakers.named_in(cue.phrase, cue.gender if cue.kind == "verb" else "")

    def _without(self, tokens: Tokens, cue: Cue) -> Meant:
        if cue.kind in ("participle", "saying", "according"):
            return _again(self.speaking or self.subject) or self.speakers.last(self._gender_of_saying(tokens, cue))
        if self.asked and self.asked.agrees(cue.gender) and cue.base in ("أجاب", "رد", "قال"):
            who, self.asked = self.asked, None
            return Meant(who, Voice(who.id, None, "pronoun"), 0.95)
        subject = self.subject
        if subject and subject.who and subject.who.agrees(cue.gender):
            return Meant(subject.who, subject.voice, 0.96 * subject.sure)
        joined = tokens[cue.at].read.joined
        before = self.speakers.lately[-1] if self.speakers.lately else None
        if joined.startswith("ف") and cue.base in ("أجاب", "رد"):
            return self.speakers.last(cue.gender, apart_from=before)
        return self.speakers.last(cue.gender)

    def _gender_of_saying(self, tokens: Tokens, cue: Cue) -> str:
        if cue.kind == "participle":
            return cue.gender
        plain = tokens[cue.at].plain
        return FEMALE if plain.endswith("ها") else MANY if plain.endswith("هم") else ""

    def _asks(self, tokens: Tokens, cue: Cue) -> None:
        """`سأل القاضي الشاهدة`."""
        phrase = self.phrases.at(tokens, cue.end) if cue.end < len(tokens) else None
        if phrase and phrase.is_sure:
            self.asked = self.speakers.named_in(phrase, "").who

    def _addresses(self, tokens: Tokens, cue: Cue, meant: Meant) -> None:
        """`سألتها القاضية`: she whom the text had before is asked."""
        plain = tokens[cue.at].plain
        gender = FEMALE if plain.endswith("ها") else MALE if plain.endswith("ه") else ""
        self.asked = self.speakers.last(gender, apart_from=meant.who).who

    def voice_inside(self, cue: Cue) -> Voice:
        """Of a cue that somebody uses who is quoted: only a subject of its own tells who is meant."""
        if cue.kind == "passive":
            return PASSIVE.voice
        return self.speakers.named_in(cue.phrase, cue.gender).voice if cue.phrase else NOBODY.voice

    def of_headline(self, tokens: Tokens) -> Voice | None:
        """Who is all that stands before the colon, but for the paper that is told."""
        start = next((at for at, one in enumerate(tokens) if one.is_word or one.is_quotation), len(tokens))
        phrase = self.phrases.at(tokens, start) if start < len(tokens) else None
        if phrase is None or not phrase.is_sure:
            return None
        rest = tokens[phrase.end :]
        is_all = not rest or rest[0].plain == "ل"
        return self.speakers.named_in(phrase, "").voice if is_all else None

    def mention(self, tokens: Tokens, at: int, *, is_inner: bool) -> int:
        """The place after whoever is mentioned here, or the next one."""
        plain = unjoined(tokens[at])
        is_joined = plain is not tokens[at]
        if plain.read.kind not in ("name", "title", "people", "body") and not (
            is_joined and self.speakers.is_known(plain.plain)
        ):
            return at + 1
        phrase = self.phrases.at(
            [plain, *tokens[at + 1 : at + LONGEST_OFFICE]] if is_joined else tokens, 0 if is_joined else at
        )
        if phrase is None or not phrase.is_sure:
            return at + 1
        if is_joined:
            phrase = replace(phrase, end=phrase.end + at)
        is_inner = is_inner or self.is_heading
        is_near = at <= (NEAR_BEGINNING if phrase.name else VERY_NEAR) or self._follows_first(tokens, at)
        is_near = is_near and self.subject is None
        is_subject = is_near and not is_joined and not is_inner and not self._is_object(tokens, at)
        is_asked = self._is_asked(tokens, at)
        if phrase.name or is_subject or is_asked:
            self._mention(phrase, is_subject=is_subject, is_asked=is_asked)
        return phrase.end

    def _mention(self, phrase: Phrase, *, is_subject: bool, is_asked: bool) -> None:
        meant = self.speakers.named_in(phrase, "")
        assert meant.who is not None
        if is_asked:
            self.asked = meant.who
        if is_subject and self.subject is None:
            self.subject = meant
        if is_subject or is_asked or not (self.speakers.lately or self.is_heading):
            self.speakers.spoke(meant.who)
        else:
            self.speakers.mentioned(meant.who)

    def _is_object(self, tokens: Tokens, at: int) -> bool:
        return at > 0 and tokens[at - 1].plain in (
            "في",
            "من",
            "عن",
            "الي",
            "علي",
            "مع",
            "بين",
            "عند",
            "لدي",
            "بعد",
            "قبل",
            "وهو",
            "وهي",
            "هو",
            "هي",
        )

    def _follows_first(self, tokens: Tokens, at: int) -> bool:
        """Right after the first word of a clause, which is its verb: `، وكان القبطان يصلح شبكته`."""
        return at > 1 and not tokens[at - 2].is_word and not tokens[at - 1].plain.startswith("ال")

    def _is_asked(self, tokens: Tokens, at: int) -> bool:
        """`سألنا موظفة`, `التقينا نجوى`."""
        if at == 0:
            return False
        before = tokens[at - 1].plain
        return (
            before in self.table.asked or before[1:] in self.table.asked or (before.endswith("نا") and len(before) > 4)
        )


def _again(meant: Meant | None) -> Meant | None:
    return Meant(meant.who, meant.voice, 0.98 * meant.sure) if meant and meant.who else None
