"""Whom a cue means, while a sentence is read from its beginning: its own subject, the sentence's, or who spoke last."""

from sanad.record.proposing.arabic.cues import Cue
from sanad.record.proposing.arabic.mentions import WE, Mentions
from sanad.record.proposing.arabic.phrase import Phrase, Tokens, plain_at
from sanad.record.proposing.arabic.phrases import Phrases
from sanad.record.proposing.arabic.speakers import NOBODY, Meant, Speaker, Speakers
from sanad.record.proposing.arabic.table import FEMALE, MALE, MANY, Arabic
from sanad.record.proposing.page import Span, Voice

PASSIVE = Meant(None, Voice(None, None, "passive"), 1.0)
LONGEST_HEADING, LONGEST_NAME = 40, 3
US = "ن"


class Scene:
    """`subject`: of the sentence so far; `speaking`: of its last cue; `is_heading`: nobody speaks in the paragraph."""

    def __init__(self, speakers: Speakers, phrases: Phrases, table: Arabic) -> None:
        self.speakers, self.phrases, self.table = speakers, phrases, table
        self.mentions = Mentions(speakers, phrases, table)
        self.subject: Meant | None = None
        self.speaking: Meant | None = None
        self.before_colon: Meant | None = None
        self.is_heading = False
        self._beside: list[Speaker] = []
        self._spoke_last: Speaker | None = None

    def paragraph(self, tokens: Tokens) -> None:
        """A short line that no point ends is a heading, a byline or a list: who stands in it does not speak."""
        self.speakers.asked = None
        count = sum(one.is_word for one in tokens)
        self.is_heading = bool(tokens) and tokens[-1].is_word and count <= LONGEST_HEADING

    def sentence(self, tokens: Tokens) -> None:
        """A sentence that begins with somebody is about them; one that only mentions somebody was about them, too."""
        if self.subject is None and len(self._beside) == 1:
            self.speakers.spoke(self._beside[0])
        self._beside = []
        self.subject = self.speaking = self.before_colon = None
        gender = self.table.pronoun_topics.get(tokens[0].plain) if tokens else None
        if gender and not self.is_heading:
            self.subject = self.speakers.last(gender).less(0.96)
            return
        self._remind(tokens)
        start = self._past_topics(tokens)
        if self.is_heading or start >= len(tokens) or tokens[start].read.cue or not tokens[start].is_word:
            return
        phrase = self.phrases.at(tokens, start)
        if phrase is None or (phrase.title and not tokens[start].read.kind):
            return
        if phrase.is_sure or self._is_explained(tokens, phrase):
            gender = "" if phrase.is_sure else tokens[phrase.end + 1].read.gender
            self.subject = self.speakers.named_in(phrase, gender)
            self.speakers.spoke(self.subject.who)

    def _remind(self, tokens: Tokens) -> None:
        """`وعندما نذكّرها بوعد الوزيرة، تقول`: she who spoke last answers."""
        verb = plain_at(tokens, 1)
        if plain_at(tokens, 0) in self.table.when and verb.startswith(US) and verb.endswith(("ها", "ه")):
            self.speakers.asked = self.speakers.last(FEMALE if verb.endswith("ها") else MALE).who

    def _past_topics(self, tokens: Tokens) -> int:
        """`أمّا`, `غير أنّ`, `وكان`."""
        for at, one in enumerate(tokens):
            is_sign = not (one.is_word or one.is_quotation)
            if not (is_sign or one.plain in self.table.topics or one.read.is_that):
                return at
        return len(tokens)

    def _is_explained(self, tokens: Tokens, phrase: Phrase) -> bool:
        """`الحلبي، وهو صاحب مولّد، ...`."""
        at = phrase.end
        if len(phrase.tokens) > LONGEST_NAME or at + 1 >= len(tokens) or tokens[at].text != "،":
            return False
        return tokens[at + 1].plain in self.table.relative or tokens[at + 1].read.kind == "title"

    def explained(self, tokens: Tokens, at: int, *, is_inner: bool) -> None:
        if tokens[at].text == "،":
            self.mentions.explained(tokens, at, is_free=self.subject is None and not is_inner and not self.is_heading)

    def mention(self, tokens: Tokens, at: int, *, is_inner: bool) -> int:
        """The place after whoever is mentioned here, or the next one."""
        if not self.mentions.may_be(tokens[at], at):
            return at + 1
        is_free = not is_inner and not self.is_heading
        found = self.mentions.at(tokens, at, is_free=is_free and self.subject is None)
        if found.beside and is_free:
            self._beside.append(found.beside)
        if found.subject:
            self.subject = found.subject
        is_last = is_free and found.named is not None and found.end < len(tokens) and tokens[found.end].text == ":"
        self.before_colon = found.named if is_last else None
        return found.end

    def announcing(self) -> Meant | None:
        """Who has the word at the end of a sentence."""
        return self.speaking or self.subject

    def spoke(self, who: Speaker | None) -> None:
        """In marks, by whatever rule."""
        self._spoke_last = who or self._spoke_last
        self.speakers.spoke(who)

    def meant(self, tokens: Tokens, cue: Cue, *, is_inner: bool = False) -> Meant:
        """`is_inner`: the cue is part of what somebody else says, and moves nobody to the front."""
        if cue.kind == "passive":
            return PASSIVE
        if tokens[cue.at].read.stem in self.table.first_person:
            return NOBODY
        if cue.base in self.table.asks and WE in tokens[cue.at].plain:
            return self._we_ask(tokens, cue)
        phrase = None if self._is_object(cue) else cue.phrase
        meant = self._of_phrase(phrase, cue) if phrase else self._without(tokens, cue)
        if is_inner:
            return meant
        if cue.base in self.table.asks:
            self._asks(tokens, cue, meant)
        if cue.kind == "verb" and meant.who:
            self.subject = meant
        if meant.who:
            self.speaking = meant
            self._spoke_last = meant.who
            self.speakers.spoke(meant.who)
        return meant

    def _is_object(self, cue: Cue) -> bool:
        """`النائبة طالبت بالمال وخاطبت هيئة المحكمة`: who speaks was named before."""
        subject = self.subject.who if self.subject else None
        return cue.base in self.table.with_object and subject is not None and subject.agrees(cue.gender)

    def _of_phrase(self, phrase: Phrase, cue: Cue) -> Meant:
        return self.speakers.named_in(phrase, cue.gender if cue.kind == "verb" else "")

    def _without(self, tokens: Tokens, cue: Cue) -> Meant:
        """Of a cue without a subject of its own."""
        answer = self.speakers.answering(_gender_of(tokens, cue)) if cue.kind == "saying" else None
        if answer:
            return answer
        if cue.kind != "verb":
            so_far = self.speaking or self.subject
            return so_far.less(0.98) if so_far and so_far.who else self.speakers.last(_gender_of(tokens, cue))
        if cue.verb and cue.verb.is_addressed and cue.base in self.table.asks:
            return self.speakers.last(cue.gender).less(0.85)
        answering = self.speakers.answering(cue.gender) if cue.base in self.table.answering else None
        if answering:
            return answering
        if self.subject and self.subject.who and self.subject.who.agrees(cue.gender):
            return self.subject.less(0.96)
        if cue.base in self.table.continuing and self._spoke_last and self._spoke_last.agrees(cue.gender):
            return Meant(self._spoke_last, Voice(self._spoke_last.id, None, "pronoun"), 0.95)
        is_asked = any(_bare(one.plain) in self.table.asked for one in tokens[: cue.at])
        is_reply = tokens[cue.at].read.joined.startswith("ف") and cue.base in self.table.replies and not is_asked
        return self.speakers.last(cue.gender, apart_from=self.speakers.latest if is_reply else None)

    def _we_ask(self, tokens: Tokens, cue: Cue) -> Meant:
        """`سألنا رئيس البلدية`, `سألناه`: who writes asks, and is not named."""
        if cue.verb and cue.verb.is_addressed and not tokens[cue.at].plain.endswith(WE):
            self.speakers.asked = self.speakers.last(_gender_of(tokens, cue)).who
        elif cue.phrase:
            self.speakers.asked = self.speakers.named_in(cue.phrase, "").who
            self.speakers.spoke(self.speakers.asked)
        return NOBODY

    def _asks(self, tokens: Tokens, cue: Cue, meant: Meant) -> None:
        """`سأل القاضي الشاهدة`; `سألتها القاضية`: she whom the text had before is asked."""
        if cue.verb and cue.verb.is_addressed:
            self.speakers.asked = self.speakers.last(_gender_of(tokens, cue), apart_from=meant.who).who
        elif cue.end < len(tokens):
            phrase = self.phrases.at(tokens, cue.end)
            self.speakers.asked = self.speakers.named_in(phrase, "").who if phrase and phrase.is_sure else None

    def voice_inside(self, cue: Cue) -> Voice:
        """Of a cue that somebody uses who is quoted: only a subject of its own tells who is meant."""
        if cue.kind == "passive":
            return PASSIVE.voice
        has_subject = cue.phrase is not None and cue.phrase.is_sure
        return self._of_phrase(cue.phrase, cue).voice if cue.phrase and has_subject else NOBODY.voice

    def of_label(self, span: Span) -> Voice:
        """`هيام برّاج: ...`, `“الأشغال”: تعويض المتضرّرين`."""
        return Voice(self.speakers.labelled(span).id, span, "label")

    def of_headline(self, tokens: Tokens) -> Voice | None:
        """Who is all that stands before the colon, but for the paper that is told."""
        start = next((at for at, one in enumerate(tokens) if one.is_word or one.is_quotation), len(tokens))
        phrase = self.phrases.at(tokens, start) if start < len(tokens) else None
        if phrase is None or not phrase.is_sure:
            return None
        rest = tokens[phrase.end :]
        return self.speakers.named_in(phrase, "").voice if not rest or rest[0].plain == "ل" else None


def _bare(plain: str) -> str:
    return plain[1:] if plain[:1] in ("و", "ف") else plain


def _gender_of(tokens: Tokens, cue: Cue) -> str:
    """Of the pronoun that a word bears, `قولها`, `سألته`; of a participle its own."""
    plain = tokens[cue.at].plain
    if cue.kind == "participle":
        return cue.gender
    if plain.endswith("ها"):
        return FEMALE
    if cue.kind == "verb":
        return MALE if plain.endswith("ه") else ""
    return MANY if plain.endswith("هم") else ""
