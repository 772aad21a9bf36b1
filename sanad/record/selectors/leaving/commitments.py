"""Commitments that everybody may know of on a day, with the line that cites each and what was last said of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet

from sanad.record.exporting.citation import citation
from sanad.record.exporting.guard import Guard, strings_in
from sanad.record.exporting.told import Said
from sanad.record.kinds import TAKEN_OFF, Authenticity, Rights, Why
from sanad.record.models import Commitment, Outcome, Reached, Retraction, Statement
from sanad.record.names_guarded import names_guarded
from sanad.record.selectors.leaving.names import Protected, protected_on
from sanad.record.selectors.leaving.reasons import Parted, parted, with_reasons
from sanad.record.selectors.leaving.sources import leaked_captures
from sanad.record.selectors.leaving.statements import Statements

NO_LONGER = (*TAKEN_OFF, Why.SOURCE_RETRACTED)
"""What was taken back so is no promise any more; a correction by its source leaves it."""
LANGUAGES = ("en", "ar")


@dataclass(frozen=True, slots=True)
class Shown:
    """Its words, and by language the line by which its statement is cited. `made_by` is empty where nobody is named."""

    statement: int
    text: str
    language: str
    made_by: str
    due_text: str
    citations: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class LastSaid:
    """What people last said came of it, and the day of which they said it (EDTF, or empty)."""

    value: str
    as_of: str


@dataclass(frozen=True, slots=True)
class KnownToAll:
    """`shown` by commitment, each with its words. `unopened` rest on words that nothing closes and that no second
    person has opened yet: whether they may be counted is for whoever knows that they were said to everybody.
    """

    commitments: Mapping[int, Commitment]
    shown: Mapping[int, Shown]
    unopened: frozenset[int]
    last_said: Mapping[int, LastSaid]


def commitments_on(day: date) -> KnownToAll:
    """A commitment counts once, in its newest wording, and rests on the newest version of its statement."""
    protected = protected_on(day, names_guarded())
    guard, found = Guard(protected.everywhere), parted(day, protected, {})
    standing = {one.pk: one for one in _standing() if not {one.made_by_id, one.made_to_id} & protected.hidden}
    newest = _newest_versions()
    ground = {pk: newest.get(one.evidence_id, one.evidence_id) for pk, one in standing.items()}
    leaving = frozenset(found.leaving)
    grounds = frozenset(ground.values())
    wanted = Parted(sorted(grounds & leaving), {}, found.closed)
    shown = _Shown(protected, guard, Statements(wanted, protected, leaked_captures(), guard)).of(standing, ground)
    waiting = _waiting(day, protected, grounds)
    return KnownToAll(
        standing,
        shown,
        frozenset(pk for pk, statement in ground.items() if statement in waiting),
        {pk: said for pk, one in standing.items() if (said := _last_said(one, leaving, newest))},
    )


def _standing() -> QuerySet[Commitment]:
    gone = Retraction.objects.filter(kind__in=NO_LONGER, commitment__isnull=False).values("commitment")
    outcomes = Prefetch("outcomes", queryset=Outcome.objects.select_related("document").order_by("-pk"))
    found = Commitment.objects.filter(revised_by=None).exclude(pk__in=gone).select_related("made_by")
    return found.prefetch_related(outcomes).order_by("pk")


def _newest_versions() -> dict[int, int]:
    """By each statement that was corrected, the last that corrects it."""
    corrections = Statement.objects.filter(revises__isnull=False).order_by("-pk").values_list("revises_id", "pk")
    newest: dict[int, int] = {}
    for before, after in corrections:
        if before is not None:
            newest[before] = newest.get(after, after)
    return newest


def _waiting(day: date, protected: Protected, grounds: frozenset[int]) -> frozenset[int]:
    """Statements that a second person has still to open, and that nothing else would keep closed."""
    only = {pk for pk, _, why in with_reasons(day, protected) if why == "not_disclosed" and pk in grounds}
    gone = Reached.objects.filter(statement__in=only, retraction__kind__in=NO_LONGER).values("statement")
    found = Statement.objects.filter(pk__in=only, content__layer__capture__sealed_at=None).exclude(pk__in=gone)
    known = found.exclude(account__work__rights=Rights.CLOSED).exclude(
        account__work__authenticity=Authenticity.DISPUTED
    )
    return frozenset(
        pk
        for pk, speaker in known.values_list("pk", "speaker_id")
        if speaker is None or speaker not in protected.hidden
    )


def _last_said(one: Commitment, leaving: frozenset[int], newest: Mapping[int, int]) -> LastSaid | None:
    """By a statement that may be shown, or by a document whose rights are not closed."""
    for said in one.outcomes.all():
        open_words = said.statement_id is not None and newest.get(said.statement_id, said.statement_id) in leaving
        if open_words or (said.document is not None and said.document.rights != Rights.CLOSED):
            return LastSaid(said.value, said.as_of)
    return None


@dataclass(frozen=True)
class _Shown:
    """Puts the words of commitments together, and leaves out those in which somebody protected is named."""

    protected: Protected
    guard: Guard
    statements: Statements

    def of(self, standing: Mapping[int, Commitment], ground: Mapping[int, int]) -> dict[int, Shown]:
        told = {said.key: said for said in self.statements.said()}
        made = {
            pk: self._made(one, told[ground[pk]])
            for pk, one in standing.items()
            if ground[pk] in told and not {*told[ground[pk]].retracted} & {*NO_LONGER}
        }
        return {pk: one for pk, one in made.items() if not self._names_somebody(one)}

    def _made(self, one: Commitment, said: Said) -> Shown:
        who = self.protected.who(one.made_by)
        return Shown(
            statement=said.key,
            text=one.text,
            language=said.layer.language,
            made_by=who.name if who else "",
            due_text=one.due_text,
            citations={language: citation(said, language) for language in LANGUAGES},
        )

    def _names_somebody(self, one: Shown) -> bool:
        """A protected name in it, or one that means somebody on the page from which it comes."""
        told = list(strings_in((one.text, one.made_by, one.due_text, dict(one.citations))))
        near = self.statements.near.get(one.statement)
        is_met_there = near is not None and any(True for text in told for _ in near(text))
        return is_met_there or any(map(self.guard.has_a_name, told))
