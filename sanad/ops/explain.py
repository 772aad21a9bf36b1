"""`sanad explain`: one claim of a round, in plain words: the answer, the sums, why, what comes next, the sources."""

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any

import duckdb
import typer

from sanad.caseload.rounds import RoundRefused
from sanad.caseload.stored import NoSuchClaim, StoredRound, open_round
from sanad.caseload.stored_funds import brought_by_steps, fund_shares, funds_left
from sanad.engine.rules.deciding import decide_with
from sanad.engine.rules.decisions import Decision
from sanad.engine.rules.interpreter import Interpreter
from sanad.engine.rules.problems import ProgrammeRefused
from sanad.engine.rules.ranking import connected
from sanad.engine.rules.ruleset import RuleSet
from sanad.engine.rules.words.blocks import Paragraph, as_data, as_text
from sanad.engine.rules.words.context import Context, Payment, Queue
from sanad.engine.rules.words.explaining import explain as in_words
from sanad.ops.programme_words import Language
from sanad.ops.spoken import Spoken
from sanad.ops.stopping import FAILED, Hearer

SENTENCES = {
    "damaged": {
        "en": "{round}: the round cannot be read whole. `sanad replay {round}` names what is wrong.",
        "ar": "{round}: لا يمكن قراءة الجولة كاملة. الأمر `sanad replay {round}` يبيّن ما فيها من خلل.",
    },
    "differs": {
        "en": (
            "Take care: {round} holds another result for claim {claim} ({stored}) than its own rules give ({told}). "
            "`sanad replay {round}` names the difference."
        ),
        "ar": (
            "تنبيه: النتيجة المحفوظة في {round} للطلب {claim} ({stored}) غير التي تعطيها قواعد الجولة نفسها ({told}). "
            "الأمر `sanad replay {round}` يبيّن الفرق."
        ),
    },
}


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


def explain(
    round_: Annotated[Path, typer.Argument(metavar="ROUND", help="Folder of the round.")],
    claim: Annotated[str, typer.Argument(help="The claim's number in the round.")],
    lang: Spoken = Language.en,
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON, for programs.")] = False,
) -> None:
    """Say what a claim got in a round and why, line by line, with values, rules and sources."""
    hearer = Hearer(lang, as_json)
    try:
        explanation = explanation_of(open_round(round_), claim, lang)
    except RoundRefused as refused:
        hearer.stop("no_claim" if isinstance(refused, NoSuchClaim) else "no_round", refused.says)
    except (OSError, ValueError, LookupError, TypeError, ProgrammeRefused, duckdb.Error):
        hearer.stop("damaged", {language: text.format(round=round_) for language, text in SENTENCES["damaged"].items()})
    if as_json:
        typer.echo(json.dumps(_data(explanation, lang), ensure_ascii=False, indent=2))
    else:
        typer.echo(as_text(explanation.paragraphs), nl=False)
    if not explanation.agrees:
        stored, told = explanation.stored["outcome"], explanation.decision.outcome
        typer.echo(SENTENCES["differs"][lang].format(round=round_, claim=claim, stored=stored, told=told), err=True)
        raise typer.Exit(FAILED)


def explained(stored: StoredRound, claim: str, language: Language) -> str:
    """The explanation as text. Raises RoundRefused where the round has no such claim."""
    return as_text(explanation_of(stored, claim, language).paragraphs)


def explanation_of(stored: StoredRound, claim_id: str, language: Language) -> Explanation:
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
    paragraphs = in_words(stored.rules, decision, language.value, run=run, context=context)
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


def _data(explanation: Explanation, language: Language) -> dict[str, Any]:
    decision = explanation.decision
    return {
        "claim": decision.claim.id,
        "language": language.value,
        "outcome": decision.outcome,
        "reasons": list(decision.reasons),
        "net": decision.net,
        "due_now": decision.due_now,
        "explanation": as_data(explanation.paragraphs),
    }
