"""Many claims of a round told line by line in every language: each decided again once, from the round's own facts."""

from collections.abc import Iterator, Sequence

from sanad.caseload.stored import StoredRound
from sanad.engine.rules.deciding import decide_with
from sanad.engine.rules.interpreter import Interpreter
from sanad.engine.rules.ranking import connected
from sanad.engine.rules.records import Record
from sanad.engine.rules.words.by_line import LineInWords, explain_by_line
from sanad.engine.rules.words.context import Context

ByLine = dict[str, LineInWords]
"""By name of the line."""


def lines_explained(
    stored: StoredRound, claim_ids: Sequence[str], languages: Sequence[str]
) -> Iterator[tuple[str, dict[str, ByLine]]]:
    """Of each of these claims that is in the round, its lines by language."""
    claims = stored.claims(claim_ids)
    groups = stored.rules.claim_groups()
    near = {claim: connected(record, groups) for claim, record in claims.items()}
    payments = stored.payments_of({one.id for around in near.values() for one in around})
    run = Interpreter(stored.rules, stored.on, payments=payments)
    for claim, record in claims.items():
        yield claim, _told(stored, run, record, languages)


def _told(stored: StoredRound, run: Interpreter, claim: Record, languages: Sequence[str]) -> dict[str, ByLine]:
    decision = decide_with(run, claim, run.payments.get(claim.id, {}))
    assumed = frozenset([*stored.meta["assumptions"], *stored.meta["assumed_by_generator"]])
    context = Context(generated=bool(stored.meta["generated"]), assumed=assumed)
    return {
        language: explain_by_line(stored.rules, decision, language, run=run, context=context) for language in languages
    }
