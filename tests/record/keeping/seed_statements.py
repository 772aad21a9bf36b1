"""What is said on the seed page, confirmed as its gold standard has it."""

from collections.abc import Mapping
from typing import Any

from sanad.record.kinds import Bound, SpeakerStatus, SpeechRole, StatementKind, Verbatim
from sanad.record.models import Agent
from sanad.record.services.statements import confirm_statement
from sanad.record.spans import At
from sanad.record.statement_wanted import NewFigure, NewPart, NewRole, NewStatement, Voiced
from tests.record.keeping.seed_people import Seed, gold, rows

REPORTED = {
    "R7": StatementKind.SPEECH_ACT,
    "R8": StatementKind.JOINT,
    "R9": StatementKind.THOUGHT,
    "R10": StatementKind.AGGREGATE,
}
MANNERS = {"Q13": "whispered in his ear", "Q14": "whispered back"}
FIGURES = {
    "M1": (200_000, Bound.AT_MOST, "shelter allowance of four months from January", "P4M"),
    "M2": (1_000_000, Bound.MORE_THAN, "all costs since the damage, paid by himself", ""),
    "M3": (3_000_000, Bound.AT_LEAST, "to make the home livable, by his own estimate", ""),
}


def add_statements(page: Seed) -> None:
    for one in sorted([*gold()["quotations"], *gold()["reported"]], key=lambda one: (one["article"], _place(one))):
        if one["id"] not in ("Q21", "R19"):
            _confirm(page, one)
    for name in ("R19", "Q21"):
        _confirm(page, rows("reported" if name[0] == "R" else "quotations")[name])


def _place(one: Mapping[str, Any]) -> tuple[int, int]:
    """What holds another comes before it."""
    return one["span"]["start"], -one["span"]["end"]


def _confirm(page: Seed, one: Mapping[str, Any]) -> None:
    name = one["id"]
    chain = one["chain"] if one["chain"] != "CH6" else f"CH6 {one['article']}"
    page.statements[name] = confirm_statement(
        NewStatement(
            account=page.accounts[chain],
            kind=_kind(one),
            voice=_voice(page, one),
            content=page.at(one["span"]),
            verbatim=_verbatim(one),
            cue=page.at(one["cue"]) if one.get("cue") else None,
            manner=MANNERS.get(name, ""),
            parent=page.statements["Q23"] if name == "Q24" else None,
            iterated=name == "Q24",
            event=page.events["meeting2013"] if one["chain"] == "CH1" else None,
            roles=list(_roles(page, one)),
            parts=_parts(page, one),
            figures=[_figure(page, sum_) for sum_ in gold()["money"] if sum_["quote"] == name],
        ),
        page.by,
    )


def _kind(one: Mapping[str, Any]) -> StatementKind:
    if one["id"][0] == "Q":
        return StatementKind(one["kind"])
    return StatementKind.NARRATION if one["id"][0] == "N" else REPORTED.get(one["id"], StatementKind.REPORTED)


def _verbatim(one: Mapping[str, Any]) -> Verbatim:
    if one["id"] == "R9":
        return Verbatim.INNER_STATE
    if one["id"][0] != "Q":
        return Verbatim.PARAPHRASE
    return Verbatim.PRINTED_TRANSLATED if one["chain"] == "CH1" else Verbatim.PRINTED_IN_MARKS


def _voice(page: Seed, one: Mapping[str, Any]) -> Voiced:
    speaker = page.agents.get(one["speaker"] or "")
    if speaker is None:
        passive = one["speaker"] in ("promiser", "informant")
        return Voiced(SpeakerStatus.UNNAMED_PASSIVE if passive else SpeakerStatus.UNKNOWN)
    status = {"full": SpeakerStatus.NAMED, "forename": SpeakerStatus.PSEUDONYMOUS}.get(
        speaker.naming, SpeakerStatus.DESCRIBED
    )
    mention = one.get("speaker_mention")
    evidence = page.at(mention) if mention and "start" in mention else None
    return Voiced(status, speaker, evidence, "" if evidence else "the paragraph goes on without a cue")


def _roles(page: Seed, one: Mapping[str, Any]) -> list[NewRole]:
    agents: list[Agent] = [page.agents[who] for who in one.get("addressee") or [] if who in page.agents]
    told = [NewRole(agent, SpeechRole.ADDRESSEE) for agent in agents]
    if one["id"] == "Q14":
        told.append(NewRole(page.agents["assad"], SpeechRole.KEPT_FROM, page.words("Assad must not know")))
    if one["id"] in ("Q22", "Q24"):
        told.append(NewRole(page.agents["ali"], SpeechRole.RELAYER))
    return told


def _parts(page: Seed, one: Mapping[str, Any]) -> list[NewPart]:
    """One pair of marks, two voices: a person has decided where the second begins."""
    if one["id"] != "Q22":
        return []
    place, turn = one["span"], page.words("All they managed", one["span"]).start
    first, second = At(page.layer, place["start"], turn), At(page.layer, turn, place["end"])
    return [NewPart(first, page.agents["repair_entity"]), NewPart(second, page.agents["ali"])]


def _figure(page: Seed, sum_: Mapping[str, Any]) -> NewFigure:
    amount, bound, purpose, period = FIGURES[sum_["id"]]
    payer, payee = (page.agents["ali"], None) if sum_["id"] == "M2" else (None, page.agents["ali"])
    payee = payee if sum_["id"] == "M1" else None
    return NewFigure(page.at(sum_["span"]), amount, "USD", bound, purpose, payer, payee, period)
