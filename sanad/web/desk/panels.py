"""The forms beside a proposal: another speaker, other words, a second voice; each begins with what the rule read."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from sanad.record.kinds import SPEECH, AgentKind, ProposalKind, StatementKind
from sanad.record.models import Proposal
from sanad.record.selectors.finding import article_around, turns_in
from sanad.record.selectors.heard import heard_in
from sanad.web.desk.edit_forms import BETWEEN, EditForm, SplitForm
from sanad.web.desk.forms import NOBODY, SOMEBODY, SpeakerForm

SPEAKER, EDIT, SPLIT = "speaker", "edit", "split"


def panels_of(proposal: Proposal, beside: Sequence[Proposal]) -> dict[str, forms.Form]:
    """Those of a proposal that is somebody's words; another kind has none."""
    if proposal.kind not in SPEECH:
        return {}
    heard = heard_in(proposal, beside)
    return {act: _panel(act, proposal, heard, None) for act in (SPEAKER, EDIT, SPLIT)}


def panel_sent(act: str, proposal: Proposal, beside: Sequence[Proposal], data: Any) -> forms.Form | None:
    return _panel(act, proposal, heard_in(proposal, beside), data) if act in (SPEAKER, EDIT, SPLIT) else None


def _panel(act: str, proposal: Proposal, heard: Mapping[str, AgentKind], data: Any) -> forms.Form:
    if act == SPEAKER:
        return SpeakerForm(heard, data)
    article = article_around(proposal.layer, proposal.start, proposal.end)
    if act == EDIT:
        return EditForm(heard, article, _as_read(proposal), data)
    return SplitForm(heard, article, _turns(proposal), _voices(proposal), data)


def _as_read(proposal: Proposal) -> dict[str, str]:
    told = proposal.payload
    is_quoted = proposal.kind == ProposalKind.QUOTATION
    return {
        "words": (proposal.layer.text or "")[proposal.start : proposal.end],
        "sort": str(told.get("kind")) if is_quoted else StatementKind.REPORTED,
        "who": _value(told.get("speaker_is")),
        "to": f"{BETWEEN} ".join(one["name"] for one in told.get("addressee_is", ()) if one),
        "cue": str(told["cue"]["text"]) if told.get("cue") else "",
    }


def _voices(proposal: Proposal) -> dict[str, str]:
    told = proposal.payload
    heard = [_value(one) for one in told.get("voices") or ()] or [_value(told.get("speaker_is"))]
    return {"first": heard[0], "second": heard[1] if len(heard) > 1 else NOBODY}


def _value(somebody: Mapping[str, Any] | None) -> str:
    return f"{SOMEBODY}{somebody['name'][:200]}" if somebody else NOBODY


def _turns(proposal: Proposal) -> dict[int, str]:
    text = proposal.layer.text or ""
    return {at: " ".join(text[at : proposal.end].split()) for at in turns_in(text, proposal.start, proposal.end)}
