"""Whom a pronoun stands for: who the sentences before it are about, of the same number and sex; else nobody."""

from sanad.record.proposing.english.cast import ANY, FEMALE, MALE, Cast, Somebody, gender_of
from sanad.record.proposing.english.mentions import CLAUSE, OTHER, OWNER, SUBJECT, mentions_of
from sanad.record.proposing.english.phrases import Phrase
from sanad.record.proposing.english.roles import (
    Mentioned,
    apposed,
    carrying,
    is_aged,
    is_beyond,
    is_dateline,
    is_plural,
    is_said_ahead,
    is_thing,
    is_who,
    joined_role,
    surely,
)
from sanad.record.proposing.english.sentences import Sentence
from sanad.record.proposing.english.table import English

Meant = tuple[Somebody | None, float]
"""Who is meant, and how sure that is."""
NOBODY: Meant = (None, 0.5)
OWNING = ("his ", "her ", "their ")
OWN = {"his": MALE, "himself": MALE, "her": FEMALE, "herself": FEMALE}
WANTED = {"he": MALE, "she": FEMALE}
NEAR = 20
"""So many signs at most stand before a pronoun that goes before its name."""
BACK = 7
"""So many sentences back at most."""


class Scene:
    """Who was spoken of, sentence by sentence."""

    def __init__(self, cast: Cast, table: English) -> None:
        self.cast, self.table = cast, table
        self.sentences: list[Mentioned] = []
        self.speaker: Somebody | None = None
        self.begins = False

    def begin_paragraph(self) -> None:
        self.begins = True

    def enter(self, sentence: Sentence) -> None:
        """Names and descriptions of people, in their order."""
        first = sentence.words[0]
        here = Mentioned(first.start, self.begins, first.low in self.table.subordinators)
        self.begins = False
        last: tuple[int, str] | None = None
        for mention in mentions_of(sentence.words, self.table, self.cast.known):
            role = joined_role(sentence, mention, last)
            last = (mention.beside or mention.phrase).last, role
            is_nobody = is_dateline(sentence, mention) or is_said_ahead(sentence, mention)
            who = None if is_nobody else self._somebody(mention.phrase)
            if who is None or (not who.is_sure and is_beyond(sentence, mention, self.table)):
                continue
            here.all.append((mention.phrase.start, role, who))
            if is_thing(sentence, mention):
                self.cast.is_body(who)
            if is_who(sentence, mention):
                self.cast.is_somebody(who)
            if mention.beside:
                self.cast.describe(who, " ".join(word.text for word in mention.beside.words))
                who.gender = who.gender or gender_of(mention.beside, self.table)
                who.is_sure = who.is_sure or who.kind == "person"
        here.about = apposed(sentence, here) or next(
            (who for wanted in (SUBJECT, CLAUSE, OWNER) for _, role, who in here.all if role == wanted), None
        )
        self._know_by_own(sentence, here)
        self.sentences.append(here)

    def _know_by_own(self, sentence: Sentence, here: Mentioned) -> None:
        """`Yaqut Oul stood before his house`: the only one named ahead of `his` is a man."""
        own = next((word for word in sentence.words if word.low in OWN), None)
        about = here.about
        if own is None or about is None or about.kind != "person" or about.gender not in (ANY, OWN[own.low]):
            return
        if {id(who) for place, _, who in here.all if place < own.start} == {id(about)}:
            about.is_sure, about.gender = True, OWN[own.low]

    def leave(self, sentence: Sentence) -> None:
        """A pronoun as the subject carries on who was meant."""
        here = self.sentences[-1]
        first = carrying(sentence)
        if first and not here.is_spoken:
            before = [who for place, role, who in here.all if role == SUBJECT and place < first.start]
            here.about = None if before else here.about
            who, sure = self.stands_for(first.low, first.start) if not before else (before[0], 1.0)
            here.about, here.sure = who or here.about, sure if who else 1.0

    def spoke(self, who: Somebody | None, sure: float = 1.0) -> None:
        self.speaker = who
        if who and self.sentences:
            who.is_sure = True
            here = self.sentences[-1]
            here.about, here.is_spoken, here.sure = who, True, sure

    def about_before(self) -> Somebody | None:
        """Whom the sentence before in the same paragraph is about."""
        if len(self.sentences) < 2 or self.sentences[-1].begins:
            return None
        about = self.sentences[-2].about
        return about if about and about.kind == "person" else None

    def introduced(self) -> Somebody | None:
        """Who is new in the paragraph before, as its subject, where nobody spoke in it."""
        before = self.sentences[:-1]
        first = next((at for at in range(len(before) - 1, -1, -1) if before[at].begins), None)
        if first is None or any(one.is_spoken for one in before[first:]):
            return None
        about = before[first].about
        is_new = about is not None and about.kind == "person" and about.first_at >= before[first].start
        return about if is_new else None

    def told_of(self) -> Somebody | None:
        """Whom the last sentence of the paragraph before is about, where nobody spoke in that paragraph."""
        for one in reversed(self.sentences[:-1]):
            if one.is_spoken:
                return None
            if one.begins:
                about = self.sentences[-2].about
                return about if about is not None and about.kind == "person" else None
        return None

    def at(self, place: int) -> Somebody | None:
        """Who was heard of at this place of the sentence."""
        return (
            next((who for start, _, who in self.sentences[-1].all if start == place), None) if self.sentences else None
        )

    def stands_for(self, pronoun: str, at: int) -> Meant:
        """Who is meant, and how sure that is."""
        if pronoun in ("they", "it"):
            return self._of_number(pronoun, at)
        wanted = WANTED.get(pronoun)
        if wanted is None or not self.sentences:
            return NOBODY
        return self._here(wanted, at) or self._ahead(wanted, at) or self._back(wanted) or self._who_spoke(wanted)

    def _ahead(self, wanted: str, at: int) -> Meant | None:
        """`Although she said it was late, Lotte Brandt went on`: who comes only behind the clause."""
        here = self.sentences[-1]
        if not here.is_fronted or at - here.start > NEAR:
            return None
        subject = next((who for place, role, who in here.all if role == SUBJECT and place > at), None)
        return self._is(subject, wanted, 0.9) if subject and self._fits(subject, wanted) else None

    def _here(self, wanted: str, at: int) -> Meant | None:
        """Before the pronoun in its own sentence: `As Trump arrived, he said`."""
        here = [(role, who) for place, role, who in self.sentences[-1].all if place < at and self._fits(who, wanted)]
        subjects = list({id(who): who for role, who in here if role in (SUBJECT, CLAUSE)}.values())
        if len(subjects) == 1:
            return self._is(subjects[0], wanted, 0.9)
        return NOBODY if len(subjects) > 1 else None

    def _back(self, wanted: str) -> Meant | None:
        """In the sentences before, from the last; the farther, the less sure."""
        paragraphs = int(self.sentences[-1].begins)
        for distance, sentence in enumerate(reversed(self.sentences[-BACK - 1 : -1])):
            found = self._in(sentence, wanted)
            if found:
                return found[0], round(found[1] - 0.02 * distance - 0.02 * max(0, paragraphs - 1), 2)
            paragraphs += sentence.begins
        return None

    def _in(self, sentence: Mentioned, wanted: str) -> Meant | None:
        people = list({id(who): who for _, _, who in sentence.all if self._fits(who, wanted)}.values())
        about = sentence.about
        is_aside = about is not None and not sentence.is_spoken and self._is_aside(about, wanted)
        if about is not None and not is_aside and self._fits(about, wanted):
            rivals = [who for who in people if who is not about and who.gender == wanted]
            if about.kind == "person":
                rivals = [who for who in rivals if who.kind == "person"]
            if not rivals or about.gender == wanted or sentence.is_spoken or self._is_subject(about, sentence):
                sure = 0.97 if sentence.is_spoken or not rivals else self._among(rivals, sentence)
                return self._is(about, wanted, min(sure, surely(about), sentence.sure))
        people = [who for who in people if who.kind == "person"] or people
        sure_ones = [who for who in people if who.gender == wanted] or [who for who in people if who.is_sure]
        if len(sure_ones) == 1:
            return self._is(sure_ones[0], wanted, 0.82)
        if not sure_ones and len(people) == 1 and people[0].kind == "person":
            return self._is(people[0], wanted, 0.74)
        if sure_ones and self.speaker in sure_ones:
            return self.speaker, 0.72
        return NOBODY if len(sure_ones) > 1 else None

    def _is_aside(self, about: Somebody, wanted: str) -> bool:
        """`Their landlord has been kind`, while somebody of the wanted sex goes on speaking."""
        if about.kind != "unnamed" or about.gender != ANY or not about.aliases[0].startswith(OWNING):
            return False
        return self.speaker is not None and self.speaker.kind == "person" and self.speaker.gender == wanted

    def _among(self, rivals: list[Somebody], sentence: Mentioned) -> float:
        """`Moss won the race and Pell saw it`: either may be meant next."""
        is_even = any(self._is_subject(who, sentence) for who in rivals)
        return 0.8 if is_even or not (sentence.about and sentence.about.gender) else 0.88

    def _is_subject(self, who: Somebody, sentence: Mentioned) -> bool:
        return any(one is who and role == SUBJECT for _, role, one in sentence.all)

    def _who_spoke(self, wanted: str) -> Meant:
        return (self.speaker, 0.7) if self.speaker and self._fits(self.speaker, wanted) else NOBODY

    def _is(self, who: Somebody, wanted: str, sure: float) -> Meant:
        known = who.gender == wanted
        who.gender = who.gender or wanted
        return who, sure if known else round(sure - 0.02, 2)

    def _of_number(self, pronoun: str, at: int) -> Meant:
        for distance, sentence in enumerate(reversed(self.sentences[-3:])):
            about = sentence.about if distance else None
            if about and (self._is_many(about) if pronoun == "they" else self._is_thing(about)):
                return about, 0.85
            fits = [
                (role, who)
                for place, role, who in sentence.all
                if place < at and (self._is_many(who) if pronoun == "they" else self._is_thing(who))
            ]
            for wanted in (SUBJECT, CLAUSE, OTHER, OWNER):
                found = next((who for role, who in fits if role == wanted), None)
                if found:
                    return found, 0.8 if wanted == SUBJECT else 0.6
        return NOBODY

    def _somebody(self, phrase: Phrase) -> Somebody | None:
        if phrase.kind == "name":
            is_alone = phrase.first == phrase.last
            if is_alone and not self._is_met(phrase.core[0].low):
                return None
            return self.cast.named(phrase.core, phrase.title, phrase.start)
        about = self._last_person() if is_aged(phrase) else None
        if about is not None:
            return about
        if phrase.kind == "description" and self._speaks(phrase.words[-1].low):
            text = " ".join(word.text for word in phrase.words)
            return self.cast.described(text, gender_of(phrase, self.table), phrase.start)
        return None

    def _last_person(self) -> Somebody | None:
        """Whom the last sentence is about that is about a person."""
        abouts = [one.about for one in reversed(self.sentences[-BACK:]) if one.about and one.about.kind == "person"]
        sure = next((who for who in abouts if who.is_sure), None)
        return sure or next((who for who in abouts if len(who.longest) > 1), None)

    def _speaks(self, low: str) -> bool:
        return low in self.table.people or low in self.table.sayings

    def _is_met(self, low: str) -> bool:
        low = low.removesuffix("’s").removesuffix("'s")
        return low in self.cast.known or low in self.table.male_names or low in self.table.female_names

    def _is_many(self, who: Somebody) -> bool:
        if who.kind == "unnamed":
            return any(is_plural(alias, self.table) for alias in who.aliases)
        return who.kind == "org"

    def _is_thing(self, who: Somebody) -> bool:
        """A body or a document."""
        if who.kind != "unnamed":
            return who.kind == "org"
        return any(alias.split()[-1] in self.table.things for alias in who.aliases)

    def _fits(self, who: Somebody, wanted: str) -> bool:
        if who.kind == "org" or who.gender not in (ANY, wanted) or self._is_many(who) or self._is_thing(who):
            return False
        return self.may_speak(who)

    def may_speak(self, who: Somebody) -> bool:
        """A name, or a description in which a noun of people is."""
        return who.kind != "unnamed" or any(word in self.table.people for word in " ".join(who.aliases).split())
