"""All that leaves on a day, put together for the writers."""

from collections.abc import Callable, Mapping
from datetime import date

from sanad.audit.made_up import is_made_up
from sanad.record.exporting.folder import Leaving
from sanad.record.exporting.guard import Guard
from sanad.record.exporting.names import NamesFound, no_names
from sanad.record.exporting.told import Counts, Head
from sanad.record.models import Statement
from sanad.record.selectors.leaving.beside import Beside
from sanad.record.selectors.leaving.names import protected_on
from sanad.record.selectors.leaving.proofs import Proofs
from sanad.record.selectors.leaving.reasons import parted
from sanad.record.selectors.leaving.sources import leaked_captures
from sanad.record.selectors.leaving.statements import Statements

Counted = Callable[[], Counts]


def leaving_on(
    on: date,
    head: Callable[[], Head],
    *,
    names_found: NamesFound = no_names,
    held_back: Mapping[int, str] | None = None,
) -> tuple[Leaving, Guard, Counted]:
    """What leaves, who looks at it, and the counts, which are whole once everything was written.

    `names_found` knows who else is protected; `held_back` are statements that stay inside, with the reason.
    """
    protected = protected_on(on, names_found)
    guard = Guard(protected.everywhere)
    found = parted(on, protected, held_back or {})
    statements = Statements(found, protected, leaked_captures(), guard)
    beside = Beside(statements)
    leaving = Leaving(
        on=on,
        is_made_up=is_made_up(),
        said=statements.said(),
        questions=beside.questions(),
        promised=beside.promised(),
        texts=beside.texts(),
        proofs=Proofs(statements).all(),
        head=head,
    )

    def counted() -> Counts:
        return Counts(
            confirmed=Statement.objects.count(),
            exported=len(found.leaving),
            held_back=found.held_back,
            texts_held_back=beside.texts_held_back,
            questions_held_back=beside.questions_held_back,
            commitments_held_back=beside.commitments_held_back,
        )

    return leaving, guard, counted
