"""Questions and commitments that leave with their statements, and whole texts."""

from collections.abc import Iterable, Iterator

from django.db.models import Prefetch

from sanad.record.exporting.told import Came, Promised, Told
from sanad.record.kinds import TAKEN_OFF, Rights
from sanad.record.models import (
    Commitment,
    Outcome,
    Question,
    Retraction,
    TextLayer,
    Version,
    VersionStatement,
    Work,
)
from sanad.record.selectors.leaving.statements import Statements

AT_ONCE = 500


class Beside:
    """What was held back is counted."""

    def __init__(self, statements: Statements) -> None:
        self._statements = statements
        self.texts_held_back = self.questions_held_back = self.commitments_held_back = 0

    def questions(self) -> Iterator[Told]:
        """A question leaves with all of its versions or not at all: none may stand alone."""
        grounds = Prefetch("grounds", queryset=VersionStatement.objects.order_by("pk"))
        versions = Version.objects.select_related("account__work", "toward__account").prefetch_related(grounds)
        asked = Question.objects.prefetch_related(Prefetch("versions", queryset=versions.order_by("pk"))).order_by("pk")
        for question in asked.iterator(chunk_size=AT_ONCE):
            told = list(question.versions.all())
            if told and question.about_id not in self._statements.protected.hidden and all(map(self._leaves, told)):
                self._statements.wants("record_question", question.pk)
                yield from (self._version(question, version) for version in told)
            else:
                self.questions_held_back += 1

    def _leaves(self, version: Version) -> bool:
        return bool(self._grounds(version))

    def _grounds(self, version: Version) -> list[VersionStatement]:
        return [one for one in version.grounds.all() if one.statement_id in self._statements.leaving]

    def _version(self, question: Question, version: Version) -> Told:
        grounds = self._grounds(version)
        self._statements.wants("record_version", version.pk)
        self._statements.wants("record_versionstatement", *(one.pk for one in grounds))
        told = [one.statement_id for one in grounds]
        self._look(f"question {question.pk}", told, question.text, version.summary)
        return Told(
            question.pk,
            question.text,
            version.account.label,
            version.account.work.title,
            version.summary,
            version.stance,
            version.toward.account.label if version.toward else "",
            tuple(told),
        )

    def promised(self) -> Iterator[Promised]:
        """Commitments that rest on a statement that leaves, with what is said to have come of them."""
        outcomes = Prefetch("outcomes", queryset=Outcome.objects.select_related("document").order_by("pk"))
        found = Commitment.objects.filter(revised_by=None).select_related("made_by", "made_to")
        taken_off = Retraction.objects.filter(kind__in=TAKEN_OFF, commitment__isnull=False)
        closed = frozenset(taken_off.values_list("commitment_id", flat=True))
        for one in found.prefetch_related(outcomes, "more_evidence").order_by("pk").iterator(chunk_size=AT_ONCE):
            is_hidden = one.pk in closed or {one.made_by_id, one.made_to_id} & self._statements.protected.hidden
            if one.evidence_id in self._statements.leaving and not is_hidden:
                yield self._commitment(one)
            else:
                self.commitments_held_back += 1

    def _commitment(self, one: Commitment) -> Promised:
        leaving, who = self._statements.leaving, self._statements.protected.who
        came = [out for out in one.outcomes.all() if self._may_leave(out)]
        more = [evidence.statement_id for evidence in one.more_evidence.all() if evidence.statement_id in leaving]
        self._statements.wants("record_commitment", one.pk)
        self._statements.wants("record_outcome", *(out.pk for out in came))
        notes = [out.note for out in came]
        self._look(f"commitment {one.pk}", [one.evidence_id], one.text, one.due_text, one.condition, *notes)
        return Promised(
            key=one.pk,
            text=one.text,
            act=one.act,
            strength=one.strength,
            made_by=who(one.made_by),
            made_to=who(one.made_to),
            made_when=one.made_when,
            due=one.due,
            due_text=one.due_text,
            due_kind=one.due_kind,
            due_basis=one.due_basis,
            condition=one.condition,
            amount=one.amount,
            currency=one.currency,
            bound=one.bound,
            statements=(one.evidence_id, *more),
            outcomes=tuple(
                Came(out.value, out.as_of, out.statement_id, out.document.title if out.document else "", out.note)
                for out in came
            ),
        )

    def _may_leave(self, outcome: Outcome) -> bool:
        document = outcome.document
        return outcome.statement_id in self._statements.leaving or bool(document and document.rights != Rights.CLOSED)

    def _look(self, place: str, statements: Iterable[int], *texts: str) -> None:
        """For names that mean somebody only in the articles of these statements."""
        near = [self._statements.near[key] for key in statements if key in self._statements.near]
        if any(True for finder in near for text in texts for _ in finder(text)):
            self._statements.guard.remember(place)

    def texts(self) -> Iterator[tuple[str, str]]:
        """Of works that may be shown; none of a leaked one, none with words that may not leave, none with a name."""
        given: set[str] = set()
        for key in sorted(self._statements.layers):
            layer = TextLayer.objects.get(pk=key)
            if layer.sha256 in given:
                continue
            if layer.text is not None and self._is_open(layer, layer.text):
                given.add(layer.sha256)
                yield layer.sha256, layer.text
            else:
                self.texts_held_back += 1

    def _is_open(self, layer: TextLayer, text: str) -> bool:
        told = self._statements
        works = Work.objects.filter(capture=layer.capture_id)
        if layer.capture_id in told.leaked or works.exclude(rights=Rights.PUBLIC).exists():
            return False
        near = [names for *_, names in told.protected.near.get(layer.capture_id, ())]
        is_named = told.guard.has_a_name(text) or any(True for names in near for _ in names.found_in(text))
        texts = TextLayer.objects.filter(capture=layer.capture_id).values_list("pk", flat=True)
        return not is_named and not any(told.parted.closed.get(one) for one in texts)
