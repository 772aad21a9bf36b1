"""A proposal as the desk shows it, alone and in the list of its page."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from sanad.record.kinds import SPEECH, ProposalState
from sanad.record.models import Proposal
from sanad.web.desk.shown.readings import HOW, Line, confidence, flags_of, kind_of, lines_of
from sanad.web.desk.shown.text import Mark

STATES = {
    ProposalState.OPEN: "due",
    ProposalState.ACCEPTED: "done",
    ProposalState.EDITED: "done",
    ProposalState.REJECTED: "halt",
    ProposalState.OBSOLETE: "unknown",
}
"""Of the look's five."""
DRAWN = {ProposalState.OPEN: "open", ProposalState.ACCEPTED: "ok", ProposalState.EDITED: "ok"}
BECAME = "record:statement/"


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the list. `number` counts in the order of the text."""

    proposal: Proposal
    number: int
    kind: str | Promise
    words: str
    state: str
    state_words: str | Promise
    is_now: bool = False


@dataclass(frozen=True, slots=True)
class Looked:
    """The proposal that is looked at. `before` and `after` are its neighbours in the text."""

    listed: Listed
    is_speech: bool
    speaker: str
    how: str | Promise
    mention: str
    cue: str
    addressees: Sequence[str]
    sure: str
    confidence: str
    flags: Sequence[str | Promise]
    lines: Sequence[Line]
    statement: int | None
    before: Proposal | None
    after: Proposal | None


def listed(proposals: Iterable[Proposal], text: str, now: Proposal | None) -> list[Listed]:
    return [
        Listed(
            proposal,
            number,
            kind_of(proposal),
            text[proposal.start : proposal.end],
            STATES[ProposalState(proposal.state)],
            ProposalState(proposal.state).label,
            proposal == now,
        )
        for number, proposal in enumerate(proposals, start=1)
    ]


def looked_at(every: Sequence[Listed]) -> Looked | None:
    at = next((place for place, one in enumerate(every) if one.is_now), None)
    if at is None:
        return None
    proposal = every[at].proposal
    told = proposal.payload
    return Looked(
        listed=every[at],
        is_speech=proposal.kind in SPEECH,
        speaker=(told.get("speaker_is") or {}).get("name", ""),
        how=HOW.get(told.get("resolution", ""), ""),
        mention=_text(told.get("speaker_mention")),
        cue=_text(told.get("cue")),
        addressees=[one["name"] for one in told.get("addressee_is", ()) if one],
        sure=confidence(proposal.confidence),
        confidence=f"{proposal.confidence:.2f}",
        flags=flags_of(proposal),
        lines=lines_of(proposal),
        statement=_became(proposal),
        before=every[at - 1].proposal if at else None,
        after=every[at + 1].proposal if at + 1 < len(every) else None,
    )


def marks_of(every: Iterable[Listed]) -> Iterator[Mark]:
    """The one that is looked at, with who speaks and the word that says so; the others lightly."""
    for one in every:
        proposal = one.proposal
        if one.is_now:
            yield Mark(proposal.start, proposal.end, "now")
            yield from _named(proposal.payload)
        elif ProposalState(proposal.state) in DRAWN:
            yield Mark(proposal.start, proposal.end, DRAWN[ProposalState(proposal.state)])


def _named(told: Mapping[str, Any]) -> Iterator[Mark]:
    for key, role in (("speaker_mention", "who"), ("cue", "cue")):
        place = told.get(key)
        if place:
            yield Mark(place["start"], place["end"], role)


def _text(place: Mapping[str, Any] | None) -> str:
    return str(place["text"]) if place else ""


def _became(proposal: Proposal) -> int | None:
    number = proposal.became.removeprefix(BECAME)
    return int(number) if proposal.became.startswith(BECAME) and number.isdecimal() else None
