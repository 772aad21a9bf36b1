"""What a person brings who confirms a statement."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sanad.record.kinds import Basis, Bound, SpeakerStatus, SpeechRole, StatementKind, Verbatim
from sanad.record.models import Account, Agent, Event, Statement, TextLayer
from sanad.record.spans import At


@dataclass(frozen=True, slots=True)
class Voiced:
    """Who speaks. Somebody is named only with the place that shows it, or a note of how it was concluded."""

    status: SpeakerStatus
    agent: Agent | None = None
    evidence: At | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class NewRole:
    agent: Agent
    role: SpeechRole
    at: At | None = None


@dataclass(frozen=True, slots=True)
class NewPart:
    """A stretch in which one voice speaks; None where nobody can tell whose."""

    at: At
    speaker: Agent | None


@dataclass(frozen=True, slots=True)
class NewFigure:
    """`amount` in minor units of the currency."""

    at: At
    amount: int
    currency: str
    bound: Bound
    purpose: str
    payer: Agent | None = None
    payee: Agent | None = None
    period: str = ""


@dataclass(frozen=True, slots=True)
class NewStatement:
    """`content` has its marks where there are any. `narrative_no` is its place in the telling; 0: the next."""

    account: Account
    kind: StatementKind
    voice: Voiced
    content: At
    verbatim: Verbatim
    cue: At | None = None
    manner: str = ""
    place: str = ""
    when: str = ""
    when_basis: Basis | str = ""
    narrative_no: int = 0
    parent: Statement | None = None
    iterated: bool = False
    event: Event | None = None
    is_labelled: bool = False
    recording: TextLayer | None = None
    roles: Sequence[NewRole] = field(default=())
    parts: Sequence[NewPart] = field(default=())
    figures: Sequence[NewFigure] = field(default=())
