"""Cues of one sentence, each with who says it and the place from which on it is said."""

from collections.abc import Sequence
from dataclasses import dataclass

from sanad.record.proposing.arabic.phrases import Phrase, Phrases, Tokens
from sanad.record.proposing.arabic.readings import Token
from sanad.record.proposing.arabic.table import Arabic, Verb

FARTHEST = 34
PREPOSITIONS = ("عن", "الي", "علي", "من")


@dataclass(frozen=True, slots=True)
class Cue:
    """`kind`: verb, passive, participle, saying or according. `phrase` is None where it has no subject of its own."""

    at: int
    end: int
    kind: str
    verb: Verb | None
    phrase: Phrase | None

    @property
    def base(self) -> str:
        return self.verb.base if self.verb else ""

    @property
    def gender(self) -> str:
        return self.verb.gender if self.verb else ""


class Sayings:
    """Finds cues, their subjects and their contents."""

    def __init__(self, phrases: Phrases, table: Arabic) -> None:
        self.phrases, self.table = phrases, table

    def cue(self, tokens: Tokens, at: int) -> Cue | None:
        """The cue at a place. `end`: the first place after it and its subject."""
        read = tokens[at].read
        if read.cue == "verb" and not self._is_noun(tokens, at):
            return self._of_verb(tokens, at)
        if read.cue == "verb" and read.stem in self.table.saying_nouns:
            return self._of_noun(tokens, at)
        if read.cue == "passive":
            return Cue(at, at + 1, "passive", None, None)
        if read.cue == "participle":
            return Cue(at, at + 1, "participle", read.verb, None)
        if read.cue == "saying":
            return self._of_saying(tokens, at)
        if read.cue == "according" or (read.plain == "علي" and _plain(tokens, at + 1) == "حد"):
            return self._according(tokens, at)
        return None

    def _is_noun(self, tokens: Tokens, at: int) -> bool:
        """`عن نقل السوق`, `في ردّ`: after a preposition it is no verb; nor is `الردّ`."""
        verb, before = tokens[at].read.verb, _plain(tokens, at - 1) if at else ""
        if verb and verb.base == "جاء" and _plain(tokens, at + 1) not in ("في", "فيه", "فيها", "علي"):
            return True
        if before in self.table.unsaid and tokens[at - 1].is_word:
            return True
        return (
            before in (*PREPOSITIONS, "في", "بعد", "قبل", "خلال", "دون", "عدم", "بدون", "كل", "اي")
            and tokens[at].read.joined == ""
        )

    def _of_verb(self, tokens: Tokens, at: int) -> Cue:
        verb = tokens[at].read.verb
        assert verb is not None
        if verb.base == "ورد" and _plain(tokens, at + 1) not in ("في", "فيه", "فيها", "علي"):
            verb = Verb("رد", verb.gender, verb.form)
        if verb.base in ("جاء", "ورد") and _plain(tokens, at + 1) in ("فيه", "فيها"):
            return Cue(at, at + 2, "verb", Verb(verb.base, "", verb.form), self._writer(tokens, at))
        if verb.base in ("جاء", "ورد"):
            source = self.phrases.at(tokens, at + 2) if _plain(tokens, at + 1) == "في" else None
            return Cue(at, source.end if source else at + 1, "verb", verb, source)
        phrase = self.subject(tokens, at + 1, verb)
        return Cue(at, phrase.end if phrase else at + 1, "verb", verb, phrase)

    def _writer(self, tokens: Tokens, at: int) -> Phrase | None:
        """`كتابًا من أهالي الحيّ، جاء فيه`."""
        for place in range(at - 1, 0, -1):
            if tokens[place].plain == "من" and tokens[place - 1].plain.removesuffix("ا") in self.table.papers:
                return self.phrases.at(tokens, place + 1)
        return None

    def subject(self, tokens: Tokens, start: int, verb: Verb) -> Phrase | None:
        """What follows the verb, where it could be somebody: of `قدّر الكلفة` it is what was said, not who."""
        start = self._past_short(tokens, start)
        phrase = self.phrases.at(tokens, start) if start < len(tokens) else None
        if phrase is None:
            return None
        if phrase.is_sure:
            return phrase if self._agrees(phrase, verb) else None
        return phrase if self._may_speak(tokens, phrase, verb) else None

    def _past_short(self, tokens: Tokens, start: int) -> int:
        """`قال لنا`, `أشار إلى ذلك`; a day between verb and subject."""
        if start < len(tokens) and tokens[start].plain in (
            "لنا",
            "لي",
            "له",
            "لها",
            "لهم",
            "عليه",
            "عليها",
            "اليوم",
            "امس",
            "ايضا",
            "بدوره",
            "بدورها",
            "عنه",
        ):
            return start + 1
        if start + 1 < len(tokens) and tokens[start].plain == "ل" and tokens[start + 1].is_quotation:
            return start + 2
        return start

    def _of_noun(self, tokens: Tokens, at: int) -> Cue | None:
        """`جاء ردّ الشركة سريعًا: «...»`."""
        phrase = self.phrases.at(tokens, at + 1) if at + 1 < len(tokens) else None
        is_told = at > 0 and tokens[at - 1].plain.lstrip("وف") in ("جاء", "كان", "اتي")
        return Cue(at, phrase.end, "saying", None, phrase) if phrase and is_told else None

    def _agrees(self, phrase: Phrase, verb: Verb) -> bool:
        """A woman needs a verb of women; plurals and groups take either."""
        gender = phrase.gender
        if gender == "male" and verb.gender == "female" and not phrase.name:
            return phrase.tokens[0].read.kind in ("people", "body")
        return (
            gender not in ("male", "female")
            or verb.gender == "many"
            or verb.gender == gender
            or not phrase.tokens[0].read.kind
        )

    def _may_speak(self, tokens: Tokens, phrase: Phrase, verb: Verb) -> bool:
        """An unknown word is a name only where the saying begins right after it."""
        at, first = phrase.end, phrase.tokens[0].plain
        is_one = len(phrase.tokens) == 1
        if (
            (verb.gender == "male" and first.endswith("ة"))
            or first.endswith(("ها", "هم", "هن", "ه"))
            or (is_one and first.endswith(("ة", "ا")))
        ):
            return False
        if at >= len(tokens) or tokens[at].text == ".":
            return verb.base in self.table.strong and len(phrase.tokens) <= (1 if first.startswith("ال") else 3)
        follows = tokens[at]
        if follows.read.is_that or follows.is_quotation or follows.text == ":":
            return True
        takes = self.takes(verb.base)
        if "" in takes and first.startswith("ال"):
            return False
        is_preposition = (
            follows.plain in takes or follows.text == "،" or follows.plain in ("في", "خلال", "عبر", "لـ", "ل")
        )
        return (
            is_preposition
            and verb.base in self.table.strong
            and (len(phrase.tokens) <= 2 and not (len(phrase.tokens) == 1 and "" in takes))
        )

    def takes(self, base: str) -> list[str]:
        return [self._folded(preposition) for preposition, verbs in self.table.takes.items() if base_of(base) in verbs]

    def _folded(self, preposition: str) -> str:
        return {"إلى": "الي", "على": "علي"}.get(preposition, preposition)

    def _of_saying(self, tokens: Tokens, at: int) -> Cue:
        """`نقلت نجوى نجيم عن أمين السرّ قوله`: whoever follows `عن`."""
        for place in range(at - 1, max(-1, at - 12), -1):
            if tokens[place].plain in ("عن", "الي"):
                phrase = self.phrases.at(tokens, place + 1)
                if phrase and phrase.is_sure and phrase.end <= at:
                    return Cue(at, at + 1, "saying", None, phrase)
            if tokens[place].is_quotation or tokens[place].text == ":":
                break
        return Cue(at, at + 1, "saying", None, None)

    def _according(self, tokens: Tokens, at: int) -> Cue | None:
        """`بحسب ما أفاد به رئيس البلدية`, `على حدّ قول الحارس`, `نقلًا عن`."""
        start, gender = at + 1, ""
        if tokens[at].plain.endswith(("ه", "ها", "هم")):
            return Cue(at, at + 1, "according", None, None)
        while start < len(tokens) and tokens[start].plain in (
            "حد",
            "قول",
            "تعبير",
            "ما",
            "عن",
            "ل",
            "قوله",
            "وصف",
            "به",
            "بها",
        ):
            if tokens[start].plain == "قوله":
                return Cue(at, start + 1, "according", None, None)
            start += 1
        verb = tokens[start].read.verb if start < len(tokens) and tokens[start].read.cue == "verb" else None
        if verb:
            gender, start = verb.gender, start + 1
            while start < len(tokens) and tokens[start].plain in ("به", "بها", "لنا", "عنه", "اليه", "في"):
                start += 1
        phrase = self.phrases.at(tokens, start) if start < len(tokens) else None
        if phrase is None and start < len(tokens) and tokens[start].plain[:1] == "ل":
            phrase = self._after_joined(tokens, start)
        if phrase is None and verb is None:
            return None
        return Cue(at, phrase.end if phrase else start, "according", Verb("", gender, "") if verb else None, phrase)

    def _after_joined(self, tokens: Tokens, start: int) -> Phrase | None:
        """`وفقًا لمصدر أمني`, `للتقرير`: the phrase without the letter that joins its first word."""
        end = start + 1
        while end < len(tokens) and end - start < 4 and not self.phrases.stops(tokens, end, is_first=False):
            end += 1
        words: Sequence[Token] = tuple(tokens[start:end])
        return Phrase(tuple(words), tuple(words), (), end)

    def content(self, tokens: Tokens, cue: Cue) -> int | None:
        """Where that begins which is said: at `أنّ`, after the preposition of the verb, or at its object."""
        if cue.kind in ("passive", "saying") or not cue.base:
            return self._that(tokens, cue, len(tokens)) or self._promised(tokens, cue)
        if cue.base == "سأل" and tokens[cue.at].plain.endswith("نا"):
            return None
        at, takes = cue.end, self.takes(cue.base)
        is_beside = True
        while at < min(len(tokens), cue.end + FARTHEST):
            one = tokens[at]
            if one.read.is_that:
                return at
            if (
                one.text == ":"
                or one.is_quotation
                or (self._is_cue(tokens, at) and not (at == cue.end and cue.phrase and not cue.phrase.name))
            ):
                return None
            if one.is_word and (one.plain in takes or (one.plain == "عما" and "عن" in takes)):
                if cue.base in self.table.asks:
                    return at
                return at + 1 if at + 1 < len(tokens) and tokens[at + 1].text not in "،." else None
            if "ب" in takes and _begins_with_by(one) and (is_beside or cue.base not in ("رد", "أجاب")):
                return at
            if one.text == "،":
                at, is_beside = self._past_aside(tokens, at), True
                continue
            if "" in takes and is_beside and one.is_word and not self._is_aside(one):
                return at
            is_beside = (
                is_beside
                and one.plain not in self.table.prepositions
                and (one.read.is_stop or one.read.is_time or one.read.is_manner)
            )
            at += 1
        return None

    def _is_cue(self, tokens: Tokens, at: int) -> bool:
        read = tokens[at].read
        return read.cue in ("passive", "saying") or (read.cue == "verb" and not self._is_noun(tokens, at))

    def _is_aside(self, one: Token) -> bool:
        is_object = one.plain in ("وجود", "ضروره", "ضرورة", "اهمية", "ما", "من", "عدم", "كل", "جميع")
        is_joined = one.plain.startswith(("لل", "بال")) or one.plain == "ل"
        return (one.read.is_stop and not is_object) or one.read.is_time or one.read.is_manner or is_joined

    def _past_aside(self, tokens: Tokens, comma: int) -> int:
        """What stands between two commas beside the verb."""
        for at in range(comma + 1, len(tokens)):
            if tokens[at].text == "،":
                return at + 1
            if self._is_cue(tokens, at) and _plain(tokens, at - 1) not in ("الذي", "التي", "وهو", "وهي", "ما", "كما"):
                return len(tokens)
            if tokens[at].read.is_that or tokens[at].text == ":" or tokens[at].is_quotation:
                return at
        return len(tokens)

    def _that(self, tokens: Tokens, cue: Cue, limit: int) -> int | None:
        for at in range(cue.end, min(limit, cue.end + 16)):
            one = tokens[at]
            if one.read.is_that:
                return at
            if one.text == ":" or one.is_quotation or one.read.cue in ("verb", "passive"):
                return None
        return None

    def _promised(self, tokens: Tokens, cue: Cue) -> int | None:
        """`وُعدنا بنسخة من اللائحة`."""
        if cue.kind != "passive" or tokens[cue.at].plain.lstrip("وف")[:3] not in ("عد", "عدن", "عدو", "عدت", "ابل"):
            return None
        for at in range(cue.end, min(len(tokens), cue.end + 6)):
            if _begins_with_by(tokens[at]):
                return at
            if tokens[at].read.is_that or not (tokens[at].is_word or tokens[at].text == "،"):
                return None
        return None


def base_of(base: str) -> str:
    return base.translate(BASES)


BASES = str.maketrans("أإآٱىؤئ", "ااااييي")


def _plain(tokens: Tokens, at: int) -> str:
    return tokens[at].plain if 0 <= at < len(tokens) else ""


def _begins_with_by(one: Token) -> bool:
    plain = one.plain
    return (
        one.is_word
        and plain[:1] == "ب"
        and len(plain) > 3
        and not one.read.is_stop
        and plain not in ("بحسب", "بعض", "بيان", "بلدية", "بعد", "بين", "برنامج", "بدوره", "بشان", "بحضور")
    )


def _opens_aside(tokens: Tokens, comma: int) -> bool:
    return comma + 1 < len(tokens) and tokens[comma + 1].plain in ("في", "خلال", "عبر")
