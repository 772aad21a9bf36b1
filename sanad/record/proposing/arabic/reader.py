"""The quotations of an Arabic article, each with who speaks as far as the text tells."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sanad.record.proposing.arabic.phrases import (
    ArabicCue,
    ArabicPhrase,
    bare,
    cue_of,
    gender_of_phrase,
    phrase_from,
    whole_phrase,
)
from sanad.record.proposing.arabic.table import FEMALE, MALE, MANY, Arabic, fold
from sanad.record.proposing.labels import labelled
from sanad.record.proposing.marks import Pair, pairs_of
from sanad.record.proposing.page import UNKNOWN, Article, Entity, NoSpeech, Quotation, Reported, Span, Voice
from sanad.record.proposing.words import SENTENCE_ENDS, Word, folded, words_of


THAT = frozenset(("ان", "بان", "انه", "انها", "انهم", "بانه", "بانها", "بانهم", "اننا", "انني", "الا", "بالا"))
AND_THAT = frozenset(("وان", "وانه", "وانها", "وانهم", "وبان"))


@dataclass(slots=True)
class Speaker:
    id: str
    kind: str
    names: list[tuple[str, ...]] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    printed: list[str] = field(default_factory=list)
    gender: str = ""


@dataclass(slots=True)
class Told:
    kind: str
    pair: Pair
    who: Speaker | None
    voice: Voice
    cue: Span | None
    rule: str
    confidence: float
    flags: list[str] = field(default_factory=list)


class ArabicReader:
    """Reads an article from its first paragraph to its last."""

    def __init__(self, text: str, article: Article, table: Arabic) -> None:
        self.text, self.article, self.table = text, article, table
        self.speakers: list[Speaker] = []
        self.told: list[Told] = []
        self.no_speech: list[NoSpeech] = []
        self.reported: list[Reported] = []
        self.bases: dict[Span, str] = {}
        self.last: Told | None = None
        self.lately: list[Speaker] = []
        self.open_from: Told | None = None

    def read(self) -> None:
        labels = labelled(self.text, self.article.paragraphs)
        for span in self.article.paragraphs:
            pairs = pairs_of(self.text, span)
            if span in labels:
                self._labelled(pairs, *labels[span])
            else:
                self._paragraph(span, pairs)

    def _labelled(self, pairs: Sequence[Pair], label: Span, said: Span) -> None:
        who = self._described(label.of(self.text), "")
        pair = Pair(said, said, within=[one for one in pairs if said.holds(one.span)])
        self._add(Told("direct", pair, who, Voice(who.id, label, "label"), None, "label", 0.95))

    def _paragraph(self, span: Span, pairs: Sequence[Pair]) -> None:
        words = words_of(folded(self.text, [pair.span for pair in pairs]), span)
        by_start = {pair.span.start: pair for pair in pairs}
        before: Told | None = None
        alone = all(word.is_quotation or not word.is_word for word in words)
        begun = 0
        for at, word in enumerate(words):
            if word.text in SENTENCE_ENDS:
                self._reported(words[begun : at + 1])
                begun = at + 1
                continue
            pair = by_start.get(word.span.start) if word.is_quotation else None
            if pair is None:
                continue
            self._mention(words[begun:at])
            told = self._of_pair(pair, words, begun, at, before, alone=alone)
            if told is None:
                continue
            self._add(told)
            before = told
            if self.text[pair.inner.end - 1 : pair.inner.end] in (".", "؟", "!", "…") or self._next_begins(words, at):
                begun = begun if self._attributed_after(words, at, pair) else at + 1
        self._reported(words[begun:])

    def _next_begins(self, words: Sequence[Word], at: int) -> bool:
        return at + 1 < len(words) and words[at + 1].text in SENTENCE_ENDS

    def _of_pair(
        self, pair: Pair, words: Sequence[Word], begun: int, at: int, before: Told | None, *, alone: bool
    ) -> Told | None:
        left = self._left(words, begun, at)
        inner = pair.inner.of(self.text).strip()
        size = len(inner.split())
        introduced = at > begun and words[at - 1].text == ":"
        glued = pair.span.start > 0 and self.text[pair.span.start - 1].isalpha()
        if glued or self._is_named(words, at) or not inner:
            self.no_speech.append(NoSpeech(pair.span, "name"))
            return None
        after = self._after(words, at, pair)
        found = self._before(left, words, at) if not (after and not introduced) else None
        attributed = found or after
        if pair.is_open:
            attributed = attributed or None
        elif size <= 2 and not introduced and not after and not (found and self._follows_that(words, at)):
            self.no_speech.append(NoSpeech(pair.span, "term"))
            return None
        if attributed:
            phrase, cue, gender, rule, sure = attributed
            who, voice, known = self._voice(phrase, gender)
            mixed = not introduced and rule.startswith("before") and (at == begun or words[at - 1].is_word)
            if rule == "passive":
                who, voice, known = None, Voice(None, None, "passive"), 1.0
                mixed = not introduced
            return Told("mixed" if mixed else "direct", pair, who, voice, cue, rule, sure * known)
        return self._continued(pair, before, words, begun, at, alone=alone)

    def _continued(
        self, pair: Pair, before: Told | None, words: Sequence[Word], begun: int, at: int, *, alone: bool
    ) -> Told | None:
        opens = not any(word.is_word or word.is_quotation for word in words[:at])
        inside = at > begun and words[at - 1].is_word
        if inside:
            if len(pair.inner.of(self.text).split()) <= 4:
                self.no_speech.append(NoSpeech(pair.span, "term"))
                return None
            like = before or self.last
            return self._like(like, pair, "mixed", "inside", 0.5)
        if self.open_from is not None and opens:
            return self._like(self.open_from, pair, "direct", "open marks", 0.95)
        if before is not None:
            return self._like(before, pair, "direct", "same paragraph", 0.9)
        if opens and alone:
            return self._like(self.last, pair, "direct", "paragraph of speech", 0.88)
        return self._like(self.last, pair, "direct", "paragraph begins with speech", 0.55)

    def _like(self, told: Told | None, pair: Pair, kind: str, rule: str, sure: float) -> Told:
        if told is None or told.who is None:
            return Told(kind, pair, None, UNKNOWN, None, "nobody named", 0.4)
        return Told(
            kind,
            pair,
            told.who,
            Voice(told.who.id, None, "continuation"),
            None,
            rule,
            sure * min(1.0, told.confidence + 0.05),
        )

    def _add(self, told: Told) -> None:
        self.told.append(told)
        if told.kind != "nested":
            self.last = told
            self.open_from = told if told.pair.is_open else None
            self._spoke(told.who)
        for pair in told.pair.within:
            inner = pair.inner.of(self.text)
            if len(inner.split()) <= 2 or (pair.span.start and self.text[pair.span.start - 1].isalpha()):
                self.no_speech.append(NoSpeech(pair.span, "term"))
            else:
                self.told.append(Told("nested", pair, None, UNKNOWN, None, "nested", 0.6))

    def _spoke(self, who: Speaker | None) -> None:
        if who:
            self.lately = [one for one in self.lately if one is not who] + [who]

    # Before the quotation.

    def _left(self, words: Sequence[Word], begun: int, at: int) -> Sequence[Word]:
        spoken = {one.pair.span.start for one in self.told}
        start = begun
        for place in range(begun, at):
            if words[place].is_quotation and words[place].span.start in spoken:
                start = place + 1
        return words[start:at]

    def _before(self, left: Sequence[Word], words: Sequence[Word], at: int):
        """Phrase, cue, gender, rule and confidence."""
        colon = bool(left) and left[-1].text == ":"
        cues = [cue for place, word in enumerate(left) if word.is_word and (cue := cue_of(left, place, self.table))]
        cue = self._chosen(cues, left, colon=colon)
        if cue is None:
            return self._according(left) or (self._verbless(left) or self._topical(left) if colon else None)
        span, place = left[cue.at].span, cue.at
        if cue.kind == "passive":
            return None, span, "", "passive", 0.85
        if cue.kind == "saying":
            source = next(
                (spot for spot in range(place - 1, max(-1, place - 8), -1) if fold(left[spot].text) in ("عن", "الي")),
                None,
            )
            phrase = whole_phrase(left, source + 1, self.table) if source is not None else self._verbal(left, place)
            return phrase, span, FEMALE if fold(left[place].text).endswith("ها") else "", "before:saying", 0.85
        if cue.kind == "participle":
            verb = next((one.at for one in reversed(cues) if one.kind == "verb" and one.at < place), None)
            phrase = whole_phrase(left, verb + 1, self.table) if verb is not None else self._topic(left, place)
            return (
                phrase,
                span,
                FEMALE if bare(left[place], self.table).endswith("ة") else "",
                "before:participle",
                0.85,
            )
        if cue.verb and cue.verb.base in ("جاء", "ورد"):
            source = next((spot for spot in range(place + 1, len(left)) if fold(left[spot].text) == "في"), None)
            phrase = whole_phrase(left, source + 1, self.table) if source is not None else None
        else:
            phrase = self._topic(left, place) or self._subject(left, place, cue)
        return (
            phrase,
            span,
            cue.verb.gender if cue.verb else "",
            "before:colon" if colon else "before:inside",
            0.96 if colon else 0.8,
        )

    def _subject(self, words: Sequence[Word], place: int, cue: ArabicCue) -> ArabicPhrase | None:
        """What follows the verb, where it could be somebody: of `قدّر الكلفة` it is what was said, not who."""
        phrase = whole_phrase(words, place + 1, self.table)
        if phrase is None:
            return None
        first = fold(phrase.words[0].text)
        if phrase.name:
            known = (
                first in self.table.names | self.table.titles | self.table.people
                or len(phrase.name) > 1
                or self._is_known(first)
            )
            is_other_sex = cue.verb is not None and cue.verb.gender == MALE and first.endswith("ة")
            return phrase if known or not (is_other_sex or phrase.title) else None
        return phrase if first in self.table.titles | self.table.people or not first.startswith("ال") else None

    def _is_known(self, word: str) -> bool:
        return any(word in name for one in self.speakers for name in one.names)

    def _chosen(self, cues: Sequence[ArabicCue], left: Sequence[Word], *, colon: bool) -> ArabicCue | None:
        """Beside a colon the last verb that means speech before all; else the last one that is near enough."""
        strong = [
            cue for cue in cues if (cue.verb and fold(cue.verb.base) in self.table.strong) or cue.kind == "passive"
        ]
        if colon and strong:
            return strong[-1]
        near = [cue for cue in cues if cue.kind != "participle" or len(left) - cue.at <= 5]
        return near[-1] if near else None

    def _verbal(self, left: Sequence[Word], place: int) -> ArabicPhrase | None:
        verb = next(
            (
                spot
                for spot in range(place - 1, -1, -1)
                if (one := cue_of(left, spot, self.table)) and one.kind == "verb"
            ),
            None,
        )
        return whole_phrase(left, verb + 1, self.table) if verb is not None else None

    def _according(self, left: Sequence[Word]):
        for place, word in enumerate(left):
            if word.is_word and bare(word, self.table) in self.table.according:
                phrase = whole_phrase(left, place + (2 if fold(word.text) == "نقلا" else 1), self.table)
                if phrase:
                    return phrase, word.span, "", "before:according", 0.85
        return None

    def _topical(self, left: Sequence[Word]):
        """`لكنّ أمّ وليد، التي ...، لم تطمئن: «...»`."""
        phrase = self._topic(left, len(left))
        return (phrase, None, "", "before:topic", 0.8) if phrase and phrase.name else None

    def _topic(self, left: Sequence[Word], place: int) -> ArabicPhrase | None:
        """`أمّا أبو طوني، صاحب الفرن، فردّ`, `سليم يقول`: the subject stands before its verb."""
        start = 0
        while start < place and not left[start].is_word:
            start += 1
        if start >= place:
            return None
        if fold(left[start].text) in ("اما", "لكن", "ولكن", "حتي", "وحده", "وحدها"):
            return whole_phrase(left, start + 1, self.table)
        plain = fold(left[start].text)
        if plain in self.table.names or plain in ("ابو", "ام") or (plain in self.table.titles and place - start <= 6):
            return whole_phrase(left, start, self.table)
        return None

    def _begins_as_name(self, left: Sequence[Word], start: int) -> bool:
        plain = fold(left[start].text)
        return (
            plain in self.table.names | self.table.titles | self.table.people
            or plain.startswith("ال")
            or plain in ("ابو", "ام")
        )

    def _verbless(self, left: Sequence[Word]):
        """`مصدر مطّلع في الوزارة لـ«المرسال»: «...»`, `سامر حدّاد: «...»`."""
        words = [word for word in left if word.is_word]
        if not words or len(words) > 10:
            return None
        start = next(at for at, word in enumerate(left) if word.is_word)
        plain = fold(left[start].text)
        phrase = phrase_from(left, start, self.table)
        if phrase is None:
            return None
        if plain in self.table.people | self.table.titles:
            end = next(
                (
                    at
                    for at, word in enumerate(left)
                    if at > start and (fold(word.text) in ("ل", "لـ") or word.text in ":،")
                ),
                len(left),
            )
            taken = tuple(word for word in left[start:end] if word.is_word)
            if not phrase.name:
                phrase = ArabicPhrase(taken, taken, ())
            return phrase, None, "", "before:verbless", 0.85
        if phrase.name and len(words) <= 4:
            return phrase, None, "", "before:verbless", 0.85
        return None

    # After it.

    def _attributed_after(self, words: Sequence[Word], at: int, pair: Pair) -> bool:
        return self._after(words, at, pair) is not None

    def _after(self, words: Sequence[Word], at: int, pair: Pair):
        place = at + 1
        while place < len(words) and words[place].text in "،,—–-":
            place += 1
        if (
            place >= len(words)
            or not words[place].is_word
            or (place == at + 1 and pair.inner.of(self.text).strip()[-1:] == ".")
        ):
            return None
        plain = bare(words[place], self.table)
        if plain == "علي" and place + 2 < len(words) and fold(words[place + 1].text) == "حد":
            phrase = whole_phrase(words, place + 3, self.table)
            return (
                (phrase, Span(words[place].span.start, words[place + 2].span.end), "", "after:according", 0.9)
                if phrase
                else None
            )
        if plain in self.table.according or plain in ("كما",):
            phrase = whole_phrase(words, place + 1 if plain not in ("نقلا",) else place + 2, self.table)
            return (phrase, words[place].span, "", "after:according", 0.85) if phrase else None
        cue = cue_of(words, place, self.table)
        if cue is None or cue.verb is None or fold(words[place].text).startswith("و"):
            return None
        phrase = self._subject(words, place, cue)
        return phrase, words[place].span, cue.verb.gender, "after:verb", 0.95

    # Who it is.

    def _voice(self, phrase: ArabicPhrase | None, gender: str) -> tuple[Speaker | None, Voice, float]:
        if phrase is None:
            who = next((one for one in reversed(self.lately) if not gender or one.gender in ("", gender)), None)
            if who and gender in (MALE, FEMALE):
                who.gender = who.gender or gender
            return who, Voice(who.id if who else None, None, "pronoun" if who else "unknown"), 0.92 if who else 0.5
        sex = gender if gender in (MALE, FEMALE) else gender_of_phrase(phrase, self.table)
        if phrase.name:
            who = self._named(
                phrase, gender_of_phrase(phrase, self.table) or (sex if sex != MALE or not phrase.title else sex)
            )
            return who, Voice(who.id, phrase.name_span, "name"), 1.0
        who = self._described(phrase.span.of(self.text), sex)
        return who, Voice(who.id, phrase.span, "description"), 0.97

    def _named(self, phrase: ArabicPhrase, gender: str) -> Speaker:
        name = tuple(fold(word.text) for word in phrase.name)
        fits = [one for one in self.speakers if any(_fits(name, other) for other in one.names)]
        fits = [one for one in fits if not gender or one.gender in ("", gender)] or [
            one for one in fits if name in one.names
        ]
        if fits:
            who = fits[-1]
        else:
            who = Speaker(f"{self.article.id}.E{len(self.speakers) + 1}", "person")
            self.speakers.append(who)
        if name not in who.names:
            who.names.append(name)
        printed = phrase.name_span.of(self.text)
        if printed not in who.printed:
            who.printed.append(printed)
        who.gender = who.gender or (gender if gender != MANY else "")
        if phrase.title:
            self._entitle(who, [fold(word.text) for word in phrase.title])
        return who

    def _entitle(self, who: Speaker, title: list[str]) -> None:
        first = title[0] if title[0].startswith("ال") else f"ال{title[0]}"
        for alias in (" ".join(title), first):
            if alias not in who.aliases:
                who.aliases.append(alias)

    def _described(self, text: str, gender: str) -> Speaker:
        plain = " ".join(fold(word) for word in text.split())
        known = [one for one in self.speakers if plain in one.aliases and (not gender or one.gender in ("", gender))]
        if not known and plain.startswith("ال") and " " not in plain:
            known = [
                one for one in self.speakers if any(alias.split()[0] in (plain, plain[2:]) for alias in one.aliases)
            ]
        if known:
            return known[-1]
        who = Speaker(
            f"{self.article.id}.E{len(self.speakers) + 1}",
            "unnamed",
            aliases=[plain],
            printed=[text],
            gender=gender if gender != MANY else "",
        )
        self.speakers.append(who)
        return who

    def _reported(self, sentence: Sequence[Word]) -> None:
        """Who speaks in a sentence without marks is who a dropped subject may mean; what is said is its clause."""
        at = 0
        while at < len(sentence):
            cue = cue_of(sentence, at, self.table) if sentence[at].is_word else None
            if cue and cue.kind in ("verb", "passive", "saying", "participle"):
                self._keep_reported(sentence, cue)
            at += 1
        self._mention(sentence)

    def _keep_reported(self, sentence: Sequence[Word], cue: ArabicCue) -> None:
        """From `إنّ`, `أنّ` or `بأنّ` to the end of the sentence, or to the next clause of its kind."""
        that = next(
            (
                place
                for place in range(cue.at + 1, min(len(sentence), cue.at + 14))
                if fold(sentence[place].text) in THAT
            ),
            None,
        )
        if that is None or any(word.text in ":" or word.is_quotation for word in sentence[cue.at : that]):
            return
        if any(
            cue_of(sentence, place, self.table)
            for place in range(cue.at + 1, that)
            if sentence[place].is_word and fold(sentence[place].text) not in self.table.titles | self.table.names
        ):
            return
        end = next(
            (
                place
                for place in range(that + 2, len(sentence))
                if fold(sentence[place].text) in AND_THAT or sentence[place].text == "؛"
            ),
            len(sentence),
        )
        while end > that and (sentence[end - 1].text in SENTENCE_ENDS + "،:؛"):
            end -= 1
        if end - that < 3:
            return
        phrase = (
            None
            if cue.kind == "passive"
            else self._topic(sentence, cue.at) or self._subject(sentence[:that], cue.at, cue)
        )
        if cue.kind == "passive":
            voice, sure = Voice(None, None, "passive"), 1.0
        else:
            _, voice, sure = self._voice(phrase, cue.verb.gender if cue.verb else "")
        span = Span(sentence[that].span.start, sentence[end - 1].span.end)
        self.bases[sentence[cue.at].span] = cue.verb.base if cue.verb else ""
        self.reported.append(
            Reported("", self.article.id, span, voice, sentence[cue.at].span, (), "clause", round(0.8 * sure, 2))
        )

    def _mention(self, sentence: Sequence[Word]) -> None:
        """Names after verbs, and names with titles, in their order."""
        at = 0
        while at < len(sentence):
            word = sentence[at]
            if not word.is_word:
                at += 1
                continue
            plain = fold(word.text)
            cue = cue_of(sentence, at, self.table)
            if cue and cue.kind == "verb" and cue.verb:
                phrase = self._subject(sentence, at, cue)
                if phrase and (phrase.name or fold(phrase.words[0].text) in self.table.titles | self.table.people):
                    who, _, _ = self._voice(phrase, cue.verb.gender if cue.verb.gender != MANY else "")
                    self._spoke(who)
                    at += 1 + len(phrase.words)
                    continue
            elif (
                plain in self.table.titles
                or plain in self.table.names
                or (plain[1:] in self.table.names and plain[:1] in "وفلب")
            ):
                phrase = phrase_from(sentence, at, self.table)
                if phrase and phrase.name and (fold(phrase.name[0].text) in self.table.names):
                    who = self._named(phrase, gender_of_phrase(phrase, self.table))
                    if not self.lately or at <= 3:
                        self._spoke(who)
                    elif who not in self.lately:
                        self.lately.insert(0, who)
                    at += len(phrase.words)
                    continue
            at += 1

    def _follows_that(self, words: Sequence[Word], at: int) -> bool:
        return at > 0 and fold(words[at - 1].text) in (
            "ان",
            "بان",
            "انه",
            "انها",
            "بانه",
            "بانها",
            "قوله",
            "قولها",
            "بالقول",
        )

    def _is_named(self, words: Sequence[Word], at: int) -> bool:
        for place in range(at - 1, max(-1, at - 3), -1):
            word = words[place]
            if not word.is_word:
                return False
            plain = fold(word.text)
            if (
                plain in self.table.naming
                or (plain[:1] in "وفبل" and plain[1:] in self.table.naming)
                or (plain.startswith("ال") and plain[2:] in self.table.naming)
            ):
                return True
            if place == at - 1 and plain in ("ل", "لـ", "ب", "من", "في"):
                return plain in ("ل", "ب")
        return False

    def entities(self) -> list[Entity]:
        return [
            Entity(
                one.id,
                self.article.id,
                one.kind,
                max(one.printed, key=len, default=one.aliases[0] if one.aliases else ""),
                tuple(one.printed + one.aliases),
            )
            for one in self.speakers
        ]

    def quotations(self, first: int) -> Iterator[Quotation]:
        for number, told in enumerate(sorted(self.told, key=lambda one: one.pair.span.start), start=first):
            yield Quotation(
                f"Q{number}",
                self.article.id,
                told.kind,
                told.pair.span,
                told.pair.inner,
                told.voice,
                told.cue,
                (),
                told.rule,
                round(told.confidence, 2),
                tuple(told.flags),
            )


def _fits(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    if words == name:
        return True
    if len(words) == 1:
        return words[0] in (name[-1], name[0])
    if len(name) == 1:
        return name[0] == words[-1]
    return words[0] == name[0] and words[-1] == name[-1] or " ".join(words) == " ".join(name[1:])
