"""`sanad explain`: one claim of a round, in plain words: the answer, the sums, why, what comes next, the sources."""

import json
from pathlib import Path
from typing import Annotated, Any

import duckdb
import typer

from sanad.caseload.explaining import Explanation, explanation_of
from sanad.caseload.rounds import RoundRefused
from sanad.caseload.stored import NoSuchClaim, StoredRound, open_round
from sanad.engine.rules.problems import ProgrammeRefused
from sanad.engine.rules.words.blocks import as_data, as_text
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


def explain(
    round_: Annotated[Path, typer.Argument(metavar="ROUND", help="Folder of the round.")],
    claim: Annotated[str, typer.Argument(help="The claim's number in the round.")],
    lang: Spoken = Language.en,
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON, for programs.")] = False,
) -> None:
    """Say what a claim got in a round and why, line by line, with values, rules and sources."""
    hearer = Hearer(lang, as_json)
    try:
        explanation = explanation_of(open_round(round_), claim, lang.value)
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
    return as_text(explanation_of(stored, claim, language.value).paragraphs)


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
