"""One claim of a round told in words: decided again from the round's own facts and rules."""

from dataclasses import dataclass, replace
from typing import Any

from sanad.caseload.stored import StoredRound
from sanad.caseload.stored_funds import brought_by_steps, fund_shares, funds_left
from sanad.engine.rules.deciding import decide_with
from sanad.engine.rules.decisions import Decision
from sanad.engine.rules.interpreter import Interpreter
from sanad.engine.rules.ranking import connected
from sanad.engine.rules.ruleset import RuleSet
from sanad.engine.rules.words.blocks import Paragraph
from sanad.engine.rules.words.context import Context, Payment, Queue
from sanad.engine.rules.words.explaining import explain as in_words


@dataclass(frozen=True, slots=True)
class Explanation:
    """`stored` is the claim's row of awards, which the decision told here must agree with."""

    decision: Decision
    stored: dict[str, Any]
    paragraphs: list[Paragraph]

    @property
    def agrees(self) -> bool:
        told = (self.decision.outcome, self.decision.net, self.decision.due_now)
        return told == (self.stored["outcome"], self.stored["net"], self.stored["due_now"])


def explanation_of(stored: StoredRound, claim_id: str, language: str) -> Explanation:
    """The claim decided again by the round's own rules and facts, and told."""
    claim, row = stored.claim(claim_id)
    payments = tuple(Payment(*payment) for payment in stored.paid_of(claim_id))
    near = connected(claim, stored.rules.claim_groups())
    run = Interpreter(stored.rules, stored.on, payments=stored.payments_of(one.id for one in near))
    decision = decide_with(run, claim, run.payments.get(claim_id, {}))
    context = Context(
        generated=bool(stored.meta["generated"]),
        assumed=frozenset([*stored.meta["assumptions"], *stored.meta["assumed_by_generator"]]),
        paid=payments,
        queue=_queue(stored, run, decision, row),
        places=_places(stored.rules, row),
    )
    paragraphs = in_words(stored.rules, decision, language, run=run, context=context)
    return Explanation(decision, row, paragraphs)


def _queue(stored: StoredRound, run: Interpreter, decision: Decision, row: dict[str, Any]) -> Queue | None:
    if row["queue_place"] is None:
        return None
    place = Queue(row["queue_place"], row["money_ahead"], row["priority"], row.get("allocated"))
    if place.allocated is None:
        return place
    shares, left = fund_shares(stored, decision.claim.id), funds_left(stored, run, decision)
    return replace(place, shares=shares, left=left, steps=brought_by_steps(stored.rules, row))


def _places(rules: RuleSet, row: dict[str, Any]) -> dict[str, int]:
    """By line that gives a thing, the place among those awarded the same kind."""
    found = {line.name: row.get(f"{line.name}_place") for line, _ in rules.thing_lines}
    return {name: place for name, place in found.items() if place is not None}
