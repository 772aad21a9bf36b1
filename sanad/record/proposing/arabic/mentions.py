"""Who is mentioned in a sentence beside its cues, and whether as its subject, as who is asked, or merely so."""

from typing import NamedTuple

from sanad.record.proposing.arabic.phrase import Phrase, Tokens, plain_at
from sanad.record.proposing.arabic.phrases import LONGEST_OFFICE, Phrases
from sanad.record.proposing.arabic.readings import Token, unjoined
from sanad.record.proposing.arabic.speakers import Meant, Speaker, Speakers
from sanad.record.proposing.arabic.table import FEMALE, MALE, Arabic

NEAR_BEGINNING, VERY_NEAR = 6, 3
JOINS = "وفبل"
WE, SHORTEST_VERB = "نا", 5


class Mention(NamedTuple):
    """`end`: the place after it. `subject` is None where it is none; `beside`: who is named otherwise.

    `named`: who has a name here, whether as a subject or beside it.
    """

    end: int
    subject: Meant | None = None
    beside: Speaker | None = None
    named: Meant | None = None


class Mentions:
    """Tells the people of an article to its speakers, so that a verb without a subject finds them."""

    def __init__(self, speakers: Speakers, phrases: Phrases, table: Arabic) -> None:
        self.speakers, self.phrases, self.table = speakers, phrases, table

    def may_be(self, one: Token, at: int) -> bool:
        """Whether to look closer: most words name nobody."""
        return (
            bool(one.read.kind) or one.text[0] in JOINS or (at <= NEAR_BEGINNING and self.speakers.is_known(one.plain))
        )

    def at(self, tokens: Tokens, at: int, *, is_free: bool) -> Mention:
        """`is_free`: the sentence has no subject yet, and could have one here."""
        phrase = self._phrase(tokens, at)
        if phrase is None:
            return Mention(at + 1)
        if phrase.tokens[0] is not tokens[at] and phrase.tokens[0].plain in self.table.reporters:
            return Mention(phrase.end)
        is_asked = self._is_asked(tokens, at)
        is_subject = is_free and self._is_subject(tokens, at, phrase)
        if not (phrase.name or is_subject or is_asked):
            return Mention(phrase.end)
        meant = self.speakers.named_in(phrase, "")
        assert meant.who is not None
        if is_asked:
            self.speakers.asked = meant.who
        if is_subject or is_asked:
            self.speakers.spoke(meant.who)
        else:
            self.speakers.mentioned(meant.who)
        is_beside = phrase.name and not is_subject and not is_asked
        return Mention(
            phrase.end,
            meant if is_subject else None,
            meant.who if is_beside else None,
            meant if phrase.name else None,
        )

    def explained(self, tokens: Tokens, comma: int, *, is_free: bool) -> None:
        """`تعيش أوديت صليبا، وهي ممرّضة`, `تنشر فرحة، زوجته، الثياب`: words that are nothing else are a name."""
        after = tokens[comma + 1].read if comma + 1 < len(tokens) else None
        if after is None or not (after.plain in self.table.explains or after.is_before_name):
            return
        count = 2 if after.plain in self.table.explains else 1
        name = tuple(tokens[max(0, comma - count) : comma])
        if not name or any(_is_ordinary(one) for one in name) or self.speakers.is_known(name[-1].plain):
            return
        gender = after.gender or (FEMALE if after.plain.endswith("ي") else MALE)
        meant = self.speakers.named_in(Phrase(name, (), name, comma, is_sure=False), gender)
        if is_free:
            self.speakers.spoke(meant.who)

    def _phrase(self, tokens: Tokens, at: int) -> Phrase | None:
        plain = unjoined(tokens[at])
        is_joined = plain is not tokens[at]
        is_known = self.speakers.is_known(plain.plain) and (is_joined or at <= NEAR_BEGINNING)
        if not plain.read.kind and not is_known:
            return None
        if is_joined and plain.read.is_doubtful and not is_known:
            return None
        if plain.read.is_doubtful and plain_at(tokens, at - 1) in self.table.prepositions:
            return None
        if is_joined:
            phrase = self.phrases.at([plain, *tokens[at + 1 : at + LONGEST_OFFICE]], 0)
            return phrase._replace(end=phrase.end + at) if phrase and phrase.is_sure else None
        phrase = self.phrases.at(tokens, at)
        is_or = phrase is not None and not phrase.name and plain.plain in self.table.fathers
        return phrase if phrase and phrase.is_sure and not is_or else None

    def _is_subject(self, tokens: Tokens, at: int, phrase: Phrase) -> bool:
        """Near the beginning, or right after the first word of a clause, `، وكان القبطان يصلح شبكته`."""
        if phrase.tokens[0] is not tokens[at] and tokens[at].plain.startswith("ل"):
            return plain_at(tokens, phrase.end) in self.table.opinions
        if plain_at(tokens, at - 1) == "من" and plain_at(tokens, at - 2).lstrip("فو") == "كان":
            return any(one.plain == "الا" for one in tokens[phrase.end :])
        if phrase.tokens[0] is not tokens[at] or plain_at(tokens, at - 1) in self.table.not_before_subject:
            return False
        is_owned = tokens[at].plain.endswith(("ه", "ها")) and tokens[at].read.kind == "title"
        farthest = NEAR_BEGINNING if phrase.name or is_owned else VERY_NEAR
        is_near = plain_at(tokens, at - 1) in self.table.topics or at <= farthest
        return is_near or (not tokens[at - 2].is_word and not tokens[at - 1].plain.startswith("ال"))

    def _is_asked(self, tokens: Tokens, at: int) -> bool:
        """`سألنا موظفة`, `تحدّثنا إلى نجوى`, `سُئل الوزير`."""
        before = plain_at(tokens, at - 2 if plain_at(tokens, at - 1) in self.table.to_whom else at - 1)
        is_ours = before.endswith(WE) and len(before) >= SHORTEST_VERB
        return is_ours or before in self.table.asked or before[1:] in self.table.asked


def _is_ordinary(one: Token) -> bool:
    read = one.read
    return not one.is_word or read.is_stop or bool(read.kind or read.cue) or read.is_manner or read.plain[:2] == "ال"
