"""What was lodged becomes a statement of a protected witness: under a pseudonym, and closed to the public."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from sanad.audit.services import record
from sanad.evidence.models import Key
from sanad.record.kinds import (
    AgentKind,
    Basis,
    Hop,
    Level,
    Method,
    Naming,
    Rights,
    SegmentKind,
    SpeakerStatus,
    SpeechRole,
    StatementKind,
    Verbatim,
    WorkKind,
)
from sanad.record.log import By, writing
from sanad.record.models import Account, Agent, Segment, Statement, TextLayer
from sanad.record.services.agents import NewAgent, add_agent, script_of
from sanad.record.services.captures import NewCapture, NewLayer, add_layer, keep_capture
from sanad.record.services.disclosures import disclose
from sanad.record.services.sources import NewHop, NewWork, add_account, add_work
from sanad.record.services.statements import confirm_statement
from sanad.record.spans import At
from sanad.record.statement_wanted import NewRole, NewStatement, Voiced
from sanad.staff.scopes import Reach
from sanad.witnesses.capabilities import KEEP, require
from sanad.witnesses.models import Identity, Lodged, TakenUp, Teller, Use
from sanad.witnesses.refusals import TakingRefused
from sanad.witnesses.scanning import Scanner
from sanad.witnesses.selectors import protected_names
from sanad.witnesses.services.reading import words_of

LEFT_OUT = "[…]"
PRODUCER, VERSION = "witnesses", "1"
NOT_PUBLIC = "what a protected witness was told; a second person decides whether it is shown"
KINDS = {Teller.OFFICE: AgentKind.ORG, Teller.ORGANISATION: AgentKind.ORG, Teller.PERSON: AgentKind.PERSON}


@dataclass(frozen=True, slots=True)
class Held:
    """The text as the record holds it, with its article and where each line stands."""

    layer: TextLayer
    article: Segment
    heading: At
    teller: At | None
    words: At


@transaction.atomic
def take_up(*, lodged: Lodged, words: str, reach: Reach, at: datetime) -> TakenUp:
    """Make a statement of it, closed until a second person shows it. `words` are those lodged, or fewer: what could
    give the witness away is left out and marked `[…]`; nothing is added.

    Raises NotAllowed, TakingRefused.
    """
    by = By(require(reach, *KEEP), at)
    # Of a withdrawal and a taking-up at once the later one sees the earlier: both hold the key first.
    Key.objects.select_for_update().get(pk=lodged.identity.key_id)
    identity = Identity.objects.select_related("key").get(pk=lodged.identity_id)
    lodged.identity = identity
    _check(lodged, words.strip())
    statement = _written(lodged, words.strip(), by)
    Identity.objects.filter(pk=identity.pk).update(agent=statement.account.narrator)
    taken = TakenUp.objects.create(lodged=lodged, statement=statement, taken_at=at, taken_by=by.user)
    facts = {"witness": identity.reference, "statement": statement.pk}
    record(act="witness.take_up", on=f"lodged:{lodged.reference}", by=by.user, at=at, facts=facts)
    return taken


def _check(lodged: Lodged, words: str) -> None:
    identity = lodged.identity
    if identity.key.wrapped is None or hasattr(identity, "withdrawal"):
        raise TakingRefused("has_withdrawn")
    if not identity.consents.filter(use=Use.STATEMENT, withdrawn_at=None).exists():
        raise TakingRefused("no_consent")
    if TakenUp.objects.filter(lodged=lodged).exists():
        raise TakingRefused("is_taken_up")
    told = words_of(lodged)
    if not is_left_of(words, told.words):
        raise TakingRefused("words_are_others")
    named = Scanner(protected_names()).names_found("\n".join((told.teller, told.place, words)))
    if named:
        raise TakingRefused("names_a_witness", tuple(named))


def is_left_of(words: str, whole: str) -> bool:
    """Whether these are the whole words with nothing changed but what is marked as left out."""
    pieces = [piece.strip() for piece in words.split(LEFT_OUT)]
    at = 0
    for number, piece in enumerate(pieces):
        at = whole.find(piece, at)
        if at < 0 or (number == 0 and piece and at > 0):
            return False
        at += len(piece)
    return any(pieces) and (not pieces[-1] or at == len(whole))


def _written(lodged: Lodged, words: str, by: By) -> Statement:
    name = f"Witness {lodged.identity.reference}"
    told = words_of(lodged)
    held = _held(name, told.teller, words, by)
    witness = add_agent(NewAgent(AgentKind.PERSON, name, Naming.PSEUDONYM, held.article), by)
    account = _account(name, held, witness, lodged, by)
    statement = confirm_statement(
        NewStatement(
            account=account,
            kind=StatementKind.REPORTED,
            voice=_voice(lodged, told.teller, held, by),
            content=held.words,
            verbatim=Verbatim.PARAPHRASE,
            place=told.place,
            when=lodged.when,
            when_basis=Basis.STATED if lodged.when else "",
            roles=[NewRole(witness, SpeechRole.ADDRESSEE), NewRole(witness, SpeechRole.RELAYER)],
        ),
        by,
    )
    disclose(statement, Level.SEALED, NOT_PUBLIC, by)
    return statement


def _held(name: str, teller: str, words: str, by: By) -> Held:
    """The pseudonym, who told it, and the words: a text of its own, so that no two witnesses share one."""
    lines = [name, *([teller] if teller else []), words]
    text = "\n".join(lines)
    new = NewCapture(text.encode(), "text/plain; charset=utf-8", Method.PASTE, by.at)
    capture, _ = keep_capture(new, by)
    language = "ar" if script_of(words) == "Arab" else "en"
    layer = add_layer(capture, NewLayer(text, PRODUCER, VERSION, language), by)
    with writing("record.parts", by) as written:
        article = written.put(Segment(layer=layer, kind=SegmentKind.ARTICLE, start=0, end=len(text), ordinal=1))
        written.named(layer)
    begins = len(text) - len(words)
    told_by = At(layer, len(name) + 1, begins - 1) if teller else None
    return Held(layer, article, At(layer, 0, len(name)), told_by, At(layer, begins, len(text)))


def _account(name: str, held: Held, witness: Agent, lodged: Lodged, by: By) -> Account:
    work = NewWork(
        WorkKind.INTERVIEW, name, Rights.CLOSED, held.layer.capture, held.article, language=held.layer.language
    )
    hop = NewHop(Hop.WITNESSED, agent=witness, when=lodged.when, evidence=held.heading, is_anonymous=True)
    language = held.layer.language
    return add_account(add_work(work, by), name, by, hops=[hop], narrator=witness, language=language)


def _voice(lodged: Lodged, teller: str, held: Held, by: By) -> Voiced:
    """Who told it, as the family says; known in this text only."""
    if held.teller is None:
        return Voiced(SpeakerStatus.UNKNOWN)
    new = NewAgent(KINDS[Teller(lodged.teller)], teller, Naming.DESCRIBED, held.article, lodged.teller == Teller.PERSON)
    return Voiced(SpeakerStatus.DESCRIBED, add_agent(new, by), held.teller)
