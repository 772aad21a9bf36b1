"""`sanad programme explain`: a worked case in plain words, as a family would be told, with what each rule found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sanad.caseload.cases_one_by_one import OneDay, decide_in_its_series
from sanad.caseload.stored_funds import brought_by_steps, left_for
from sanad.engine.rules.building import build
from sanad.engine.rules.ruleset import RuleSet
from sanad.engine.rules.words.blocks import Paragraph, as_data, as_text
from sanad.engine.rules.words.context import Context, FundShare, Payment, Queue
from sanad.engine.rules.words.explaining import explain as in_words
from sanad.ops.case_names import NotThere, one_case, whole_series
from sanad.ops.programme_words import Language, say
from sanad.rulebook.reading import Case, load_cases, load_programme


@dataclass(frozen=True, slots=True)
class Told:
    """A case, and an explanation of each of its claims that was asked for."""

    case: Case
    claims: Mapping[str, list[Paragraph]]
    language: Language

    def as_words(self) -> str:
        case = self.case
        parts = {"id": case.id, "title": case.title[self.language], "on": case.on, "where": case.where}
        return "\n".join(
            [say(self.language, "case_head", **parts), "", *(as_text(claim) for claim in self.claims.values())]
        )

    def as_object(self) -> dict[str, Any]:
        claims = {claim: as_data(paragraphs) for claim, paragraphs in self.claims.items()}
        return {"case": self.case.id, "on": self.case.on.isoformat(), "language": self.language.value, "claims": claims}


def explain_case(path: Path, case_id: str, claim: str | None, language: Language) -> Told:
    """The case's claims, or the one that is named. Raises ProgrammeRefused, NotThere."""
    default = load_programme(path)
    cases = load_cases(path, default)
    asked = one_case(cases, case_id)
    readings = {case.reading for case in whole_series(cases, [asked.id])}
    rules = {reading: build(load_programme(path, reading or None)) for reading in readings}
    return tell_case(rules, cases, asked, claim, language)


def tell_case(
    rules: Mapping[str, RuleSet], cases: Sequence[Case], asked: Case, claim: str | None, language: Language
) -> Told:
    """`rules` by reading; `cases`: all of the programme, since days follow each other. Raises NotThere."""
    day = decide_in_its_series(rules, cases, asked)
    known = list(day.decided.decisions)
    if claim is not None and claim not in known:
        raise NotThere("unknown_claim", claim, known)
    wanted = known if claim is None else [claim]
    return Told(day.case, {own: _paragraphs(rules[asked.reading], day, own, language) for own in wanted}, language)


def _paragraphs(rules: RuleSet, day: OneDay, claim: str, language: Language) -> list[Paragraph]:
    decision = day.decided.decisions[claim]
    row = day.decided.rows[claim]
    context = Context(
        paid=tuple(Payment(one.line, one.amount, one.date) for one in day.case.paid if one.claim_id == claim),
        queue=_queue(day, claim, row),
        awarded_before=day.before.get(claim) or None,
        places={
            line.name: row[f"{line.name}_place"]
            for line, _ in rules.thing_lines
            if row.get(f"{line.name}_place") is not None
        },
    )
    return in_words(rules, decision, language.value, run=day.decided.run, context=context)


def _queue(day: OneDay, claim: str, row: dict[str, Any]) -> Queue | None:
    if row["queue_place"] is None:
        return None
    place = Queue(row["queue_place"], row["money_ahead"], row["priority"], row.get("allocated"))
    if place.allocated is None:
        return place
    draws = [draw for draw in day.decided.shares.draws if draw.claim == claim]
    uses = {use.fund.name: use for use in day.decided.shares.funds}
    shares = tuple(FundShare(one.line, one.fund, uses[one.fund].fund.earmarks, one.amount) for one in draws)
    left = [replace(use.fund, amount=use.left) for use in uses.values()]
    reserved = {name: use.reserved for name, use in uses.items()}
    run, decision = day.decided.run, day.decided.decisions[claim]
    known = left_for(run, decision, shares, left, reserved)
    return replace(place, shares=shares, left=known, steps=brought_by_steps(run.rules, row))
