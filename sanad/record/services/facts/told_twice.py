"""What the tables tell in more than one way, and what was promised in them."""

from django.db.models import Q

from sanad.record.importers.facts.places import stretch_of, words_in
from sanad.record.importers.facts.plan import NewCommitment as WantedCommitment
from sanad.record.importers.facts.plan import NewQuestion, Place
from sanad.record.importers.facts.plan import NewVersion as WantedVersion
from sanad.record.importers.facts.rows import sum_in
from sanad.record.importers.facts.told import Stretch
from sanad.record.kinds import Act, Bound, DueKind, Stance, Strength
from sanad.record.models import Commitment, Question, Version
from sanad.record.services.commitments import NewCommitment, confirm_commitment
from sanad.record.services.facts.kept import Keeping, KeptTable, Voices
from sanad.record.services.facts.sources import voices_of
from sanad.record.services.facts.tables import state
from sanad.record.services.questions import NewVersion, add_version, open_question
from sanad.record.statement_wanted import NewFigure


def ask(keeping: Keeping, wanted: NewQuestion) -> Question:
    """One question with all of its versions, none before another."""
    known = Question.objects.filter(text=wanted.text).order_by("pk").first()
    question = keeping.once("questions", known, lambda: open_question(wanted.text, keeping.by))
    for one in wanted.versions:
        _add(keeping, question, one)
    return question


def _add(keeping: Keeping, question: Question, wanted: WantedVersion) -> Version:
    table, voices, place = _found(keeping, wanted)
    statement = state(keeping, table, voices, place)
    new = NewVersion(voices.account, wanted.summary, Stance(wanted.stance), [statement])
    known = (
        Version.objects.filter(question=question)
        .filter(Q(summary=wanted.summary) | Q(account=voices.account))
        .order_by("pk")
        .first()
    )
    return keeping.once("versions", known, lambda: add_version(question, new, keeping.by))


def commit(keeping: Keeping, wanted: WantedCommitment) -> None:
    """It rests on its own place in the table, told by its own source. It is due only as the words say."""
    table, voices, place = _found(keeping, wanted)
    figures = tuple(_figure(table, place, wanted, number) for number in range(len(wanted.sums)))
    statement = state(keeping, table, voices, place, figures=figures)
    first = figures[0] if figures else None
    new = NewCommitment(
        text=wanted.text,
        act=Act(wanted.act),
        strength=Strength(wanted.strength),
        made_by=keeping.organisation(wanted.made_by) if wanted.made_by else None,
        made_when=wanted.made_when,
        due_text=wanted.due_text,
        due_kind=DueKind(wanted.due_kind),
        amount=first.amount if first else None,
        currency=first.currency if first else "",
        bound=first.bound if first else "",
    )
    known = Commitment.objects.filter(text=new.text, made_when=new.made_when).order_by("pk").first()
    keeping.once("commitments", known, lambda: confirm_commitment(new, [statement], keeping.by))


def _found(keeping: Keeping, place: Place) -> tuple[KeptTable, Voices, Stretch]:
    table = keeping.tables[place.table]
    told, stretch = stretch_of(place, table.told)
    return table, voices_of(keeping, table, told, place.sources), stretch


def _figure(table: KeptTable, place: Stretch, wanted: WantedCommitment, number: int) -> NewFigure:
    one = wanted.sums[number]
    sum_ = sum_in(one.amount, one.currency, "sums")
    at = table.at(words_in(one.words, table.told, place, "sums"))
    return NewFigure(at, sum_.minor, sum_.currency, Bound(one.bound), one.purpose)
