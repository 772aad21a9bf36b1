"""What stands before and after an Arabic quotation: the verb of saying, its subject, or a source without any verb."""

from collections.abc import Sequence
from dataclasses import dataclass

from sanad.record.proposing.arabic.phrases import ArabicCue, ArabicPhrase, bare, cue_of, phrase_from, whole_phrase
from sanad.record.proposing.arabic.speakers import Speakers
from sanad.record.proposing.arabic.table import FEMALE, MALE, Arabic, fold
from sanad.record.proposing.marks import Pair
from sanad.record.proposing.page import Span
from sanad.record.proposing.words import Word

TOPICS = frozenset(("اما", "لكن", "ولكن", "حتي", "وحده", "وحدها"))
FATHERS = ("ابو", "ام")
OF_WRITINGS = ("جاء", "ورد")


@dataclass(frozen=True, slots=True)
class Found:
    """`phrase` is None where the verb has no subject of its own; `is_passive`: nobody is named who said it."""

    phrase: ArabicPhrase | None
    cue: Span | None
    gender: str
    rule: str
    confidence: float
    is_passive: bool = False


class Beside:
    """Looks beside quotations; whom the article knows already helps to tell a subject from an object."""

    def __init__(self, speakers: Speakers, table: Arabic) -> None:
        self.speakers, self.table = speakers, table

    def before(self, left: Sequence[Word]) -> Found | None:
        """`left`: the words between what was said before and the quotation."""
        has_colon = bool(left) and left[-1].text == ":"
        cues = [cue for at, word in enumerate(left) if word.is_word and (cue := cue_of(left, at, self.table))]
        cue = self._chosen(cues, left, has_colon=has_colon)
        if cue is None:
            return self._according(left) or (self._verbless(left) or self._topical(left) if has_colon else None)
        span = left[cue.at].span
        if cue.kind == "passive":
            return Found(None, span, "", "passive", 0.85, is_passive=True)
        if cue.kind == "saying":
            sex = FEMALE if fold(left[cue.at].text).endswith("ها") else ""
            return Found(self._source(left, cue.at), span, sex, "before:saying", 0.85)
        if cue.kind == "participle":
            sex = FEMALE if bare(left[cue.at], self.table).endswith("ة") else ""
            return Found(self._of_verb_before(left, cue.at), span, sex, "before:participle", 0.85)
        rule, sure = ("before:colon", 0.96) if has_colon else ("before:inside", 0.8)
        return Found(self._of_verb(left, cue), span, cue.verb.gender if cue.verb else "", rule, sure)

    def after(self, words: Sequence[Word], at: int, pair: Pair, text: str) -> Found | None:
        """`«...»، قالت المعلّمة هدى عازار`, `«...»، بحسب رئيس البلدية`."""
        place = at + 1
        while place < len(words) and words[place].text in "،,—–-":
            place += 1
        if place >= len(words) or not words[place].is_word:
            return None
        if place == at + 1 and pair.inner.of(text).strip()[-1:] == ".":
            return None
        return self._after_according(words, place) or self._after_verb(words, place)

    def _after_according(self, words: Sequence[Word], place: int) -> Found | None:
        plain = bare(words[place], self.table)
        if plain == "علي" and place + 2 < len(words) and fold(words[place + 1].text) == "حد":
            phrase, last = whole_phrase(words, place + 3, self.table), place + 2
        elif plain in self.table.according or plain == "كما":
            last = place + (1 if plain == "نقلا" else 0)
            phrase = whole_phrase(words, last + 1, self.table)
        else:
            return None
        cue = Span(words[place].span.start, words[last].span.end)
        return Found(phrase, cue, "", "after:according", 0.87) if phrase else None

    def _after_verb(self, words: Sequence[Word], place: int) -> Found | None:
        cue = cue_of(words, place, self.table)
        if cue is None or cue.verb is None or fold(words[place].text).startswith("و"):
            return None
        return Found(self.subject(words, cue), words[place].span, cue.verb.gender, "after:verb", 0.95)

    def _chosen(self, cues: Sequence[ArabicCue], left: Sequence[Word], *, has_colon: bool) -> ArabicCue | None:
        """Beside a colon the last verb that means speech before all; else the last one that is near enough."""
        strong = [
            cue for cue in cues if cue.kind == "passive" or (cue.verb and fold(cue.verb.base) in self.table.strong)
        ]
        if has_colon and strong:
            return strong[-1]
        near = [cue for cue in cues if cue.kind != "participle" or len(left) - cue.at <= 5]
        return near[-1] if near else None

    def _of_verb(self, left: Sequence[Word], cue: ArabicCue) -> ArabicPhrase | None:
        if cue.verb and cue.verb.base in OF_WRITINGS:
            source = next((at for at in range(cue.at + 1, len(left)) if fold(left[at].text) == "في"), None)
            return whole_phrase(left, source + 1, self.table) if source is not None else None
        return self.topic(left, cue.at) or self.subject(left, cue)

    def _source(self, left: Sequence[Word], at: int) -> ArabicPhrase | None:
        """`نقلت نجوى نجيم عن أمين السرّ قوله`: whoever follows `عن`, else the subject of the verb before."""
        for place in range(at - 1, max(-1, at - 8), -1):
            if fold(left[place].text) in ("عن", "الي"):
                return whole_phrase(left, place + 1, self.table)
        return self._of_verb_before(left, at)

    def _of_verb_before(self, left: Sequence[Word], at: int) -> ArabicPhrase | None:
        for place in range(at - 1, -1, -1):
            cue = cue_of(left, place, self.table) if left[place].is_word else None
            if cue and cue.kind == "verb":
                return whole_phrase(left, place + 1, self.table)
        return self.topic(left, at)

    def _according(self, left: Sequence[Word]) -> Found | None:
        for at, word in enumerate(left):
            if word.is_word and bare(word, self.table) in self.table.according:
                phrase = whole_phrase(left, at + (2 if fold(word.text) == "نقلا" else 1), self.table)
                if phrase:
                    return Found(phrase, word.span, "", "before:according", 0.85)
        return None

    def subject(self, words: Sequence[Word], cue: ArabicCue) -> ArabicPhrase | None:
        """What follows the verb, where it could be somebody: of `قدّر الكلفة` it is what was said, not who."""
        phrase = whole_phrase(words, cue.at + 1, self.table)
        if phrase is None:
            return None
        first = fold(phrase.words[0].text)
        is_somebody = first in self.table.titles or first in self.table.people
        if not phrase.name:
            return phrase if is_somebody or not first.startswith("ال") else None
        if is_somebody or first in self.table.names or len(phrase.name) > 1 or self.speakers.is_known(first):
            return phrase
        is_of_other_sex = cue.verb is not None and cue.verb.gender == MALE and first.endswith("ة")
        return None if is_of_other_sex or phrase.title else phrase

    def topic(self, left: Sequence[Word], end: int) -> ArabicPhrase | None:
        """`أمّا أبو طوني، صاحب الفرن، فردّ`, `سليم يقول`: the subject stands before its verb."""
        start = next((at for at in range(end) if left[at].is_word), None)
        if start is None:
            return None
        plain = fold(left[start].text)
        if plain in TOPICS:
            return whole_phrase(left, start + 1, self.table)
        is_name = plain in self.table.names or plain in FATHERS
        if is_name or (plain in self.table.titles and end - start <= 6):
            return whole_phrase(left, start, self.table)
        return None

    def _topical(self, left: Sequence[Word]) -> Found | None:
        """`لكنّ أمّ وليد، التي ...، لم تطمئن: «...»`."""
        phrase = self.topic(left, len(left))
        return Found(phrase, None, "", "before:topic", 0.8) if phrase and phrase.name else None

    def _verbless(self, left: Sequence[Word]) -> Found | None:
        """`مصدر مطّلع في الوزارة لـ«المرسال»: «...»`, `سامر حدّاد: «...»`."""
        count = sum(word.is_word for word in left)
        if not 0 < count <= 10:
            return None
        start = next(at for at, word in enumerate(left) if word.is_word)
        phrase = phrase_from(left, start, self.table)
        if phrase is None:
            return None
        plain = fold(left[start].text)
        if plain in self.table.people or plain in self.table.titles:
            return Found(phrase if phrase.name else _whole_source(left, start), None, "", "before:verbless", 0.85)
        return Found(phrase, None, "", "before:verbless", 0.85) if phrase.name and count <= 4 else None


def _whole_source(left: Sequence[Word], start: int) -> ArabicPhrase:
    ends = (at for at, word in enumerate(left) if at > start and (fold(word.text) in ("ل", "لـ") or word.text in ":،"))
    taken = tuple(word for word in left[start : next(ends, len(left))] if word.is_word)
    return ArabicPhrase(taken, taken, ())
