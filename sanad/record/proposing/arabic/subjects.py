"""The subject of an Arabic verb: after it, right before it, or whoever wrote what it stands in."""

from sanad.record.proposing.arabic.phrase import Phrase, Tokens, plain_at
from sanad.record.proposing.arabic.phrases import Phrases
from sanad.record.proposing.arabic.readings import unjoined
from sanad.record.proposing.arabic.table import FEMALE, MALE, MANY, Arabic, Verb

OWN = ("ها", "هم", "هن", "ه")
"""Endings of a noun that belongs to somebody who was named before: no name has them."""
ASIDES = "،–—-("
"""What begins an aside about who speaks: `نجم عبّود – طفل`, `سلمى طوق (60 عامًا)`."""
FARTHEST_BEFORE = 6
WHO = ("الذي", "التي")


class Subjects:
    """Tells who could speak from what is said: of `قدّر الكلفة` it is the latter."""

    def __init__(self, phrases: Phrases, table: Arabic) -> None:
        self.phrases, self.table = phrases, table

    def after(self, tokens: Tokens, start: int, verb: Verb) -> Phrase | None:
        start = self._past_short(tokens, start)
        phrase = self.phrases.at(tokens, start) if start < len(tokens) else None
        if phrase is None:
            return None
        if not phrase.is_sure and verb.base not in self.table.takes:
            phrase = _with_title(phrase)
        fits = self._agrees(phrase, verb) if phrase.is_sure else self._may_speak(tokens, phrase, verb)
        return phrase if fits else None

    def before(self, tokens: Tokens, at: int, verb: Verb) -> Phrase | None:
        """`وزارة الداخلية قالت`, where these words begin a clause; `السيد نجا الحسن الذي سأل` anywhere."""
        is_relative = plain_at(tokens, at - 1) in WHO
        is_comma = at > 0 and tokens[at - 1].text == "،" and not tokens[at].read.joined
        if is_comma:
            return self._addressed(tokens, at - 1, verb)
        end = at - 1 if is_relative else at
        if is_relative and end and tokens[end - 1].text == "،":
            end -= 1
        for start in range(max(0, end - FARTHEST_BEFORE), end):
            begins = is_relative or not start or not tokens[start - 1].is_word or self._opens(tokens, start - 1)
            if not begins or not tokens[start].read.kind or tokens[start].read.is_doubtful:
                continue
            phrase = self.phrases.at(tokens, start)
            if phrase and phrase.is_sure and phrase.end == end and self._agrees(phrase, verb):
                return phrase
        return None

    def _addressed(self, tokens: Tokens, comma: int, verb: Verb) -> Phrase | None:
        """`تغريدةً لإحدى متابعاته، قالت فيها`."""
        for start in range(max(0, comma - FARTHEST_BEFORE), comma):
            own = unjoined(tokens[start])
            is_written = plain_at(tokens, start - 1) in self.table.writings
            if own is tokens[start] or own.read.kind not in ("people", "title") or not is_written:
                continue
            phrase = self.phrases.at([own, *tokens[start + 1 :]], 0)
            if phrase and phrase.is_sure and phrase.end + start == comma and self._agrees(phrase, verb):
                return phrase._replace(end=comma)
        return None

    def _opens(self, tokens: Tokens, at: int) -> bool:
        return tokens[at].read.is_that or tokens[at].plain in self.table.topics

    def writer(self, tokens: Tokens, at: int) -> Phrase | None:
        """`كتابًا من أهالي الحيّ، جاء فيه`."""
        for place in range(at - 1, max(0, at - 12), -1):
            if tokens[place].plain == "من" and tokens[place - 1].plain.removesuffix("ا") in self.table.papers:
                return self.phrases.at(tokens, place + 1)
        return None

    def _past_short(self, tokens: Tokens, start: int) -> int:
        """`قال لنا`, `أكّد لـ«الخبر»`, `قال اليوم`."""
        if plain_at(tokens, start) in self.table.short:
            return start + 1
        if start + 1 < len(tokens) and tokens[start].plain == "ل" and tokens[start + 1].is_quotation:
            return start + 2
        return start

    def _agrees(self, phrase: Phrase, verb: Verb) -> bool:
        """A woman needs a verb of women; many, and bodies, take either; an office may be a man's word for a woman."""
        first = phrase.tokens[0].read
        if verb.gender == MANY or phrase.gender not in (MALE, FEMALE) or phrase.gender == verb.gender:
            return True
        if len(phrase.tokens) == 1 and phrase.name and self.phrases.is_known(phrase.name[0].plain):
            return True
        if phrase.name:
            return first.kind == "title" and first.gender == verb.gender
        return phrase.gender == MALE and first.kind in ("people", "body")

    def _may_speak(self, tokens: Tokens, phrase: Phrase, verb: Verb) -> bool:
        """An unknown word is a name only where the saying begins or the sentence ends right after it."""
        first, count = phrase.tokens[0].plain, len(phrase.tokens)
        if unjoined(phrase.tokens[0]).read.kind or _is_with_preposition(first):
            return False
        if first.endswith(OWN) or (verb.gender == MALE and first.endswith("ة")):
            return False
        if count == 1 and first.endswith(("ة", "ا")):
            return False
        if phrase.end >= len(tokens) or tokens[phrase.end].text == ".":
            has_own = verb.base in self.table.strong and verb.base not in self.table.takes
            return has_own and count <= (1 if first.startswith("ال") else 3)
        follows = tokens[phrase.end]
        if follows.read.is_that or follows.is_quotation or follows.text == ":":
            return True
        return self._is_before_aside(phrase, follows.plain, verb, is_comma=follows.text in ASIDES)

    def _is_before_aside(self, phrase: Phrase, follows: str, verb: Verb, *, is_comma: bool) -> bool:
        takes, count = self.table.takes.get(verb.base, frozenset()), len(phrase.tokens)
        is_definite = phrase.tokens[0].plain.startswith("ال")
        has_object = ("" in takes and (count == 1 or is_definite)) or (is_definite and count == 1 and not is_comma)
        is_aside = is_comma or follows in takes or follows in self.table.prepositions or follows == "ل"
        is_strong = verb.base in self.table.strong or (follows in takes and not is_definite)
        return is_aside and is_strong and count <= 2 and not has_object


def _is_with_preposition(plain: str) -> bool:
    """`بلهجة حازمة`, `لوسائل الإعلام`."""
    return plain.startswith("ل") or (plain.startswith("ب") and (plain.endswith("ة") or plain[1:2] not in "ولن"))


def _with_title(phrase: Phrase) -> Phrase:
    """`المغترب روبير تابت`: after a definite word, what is not definite is a name, where the verb has no object."""
    first, *rest = phrase.tokens
    if not first.plain.startswith("ال") or not rest or rest[0].plain.startswith(("ال", "ب", "ل")):
        return phrase
    end = phrase.end - max(0, len(rest) - 2)
    return Phrase((first, *rest[:2]), (first,), tuple(rest[:2]), end)
