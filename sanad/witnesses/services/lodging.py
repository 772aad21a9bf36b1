"""A family lodges what it was told, by whom and when, with its name or without."""

import re
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from sanad.audit.services import record
from sanad.casework.claims.models import Claim
from sanad.evidence.keys import new_key
from sanad.evidence.refusals import problem
from sanad.record.models.checks import EDTF
from sanad.registry.numbering import references
from sanad.registry.selectors import Known, known, members_of, speaker_of
from sanad.staff.models import User
from sanad.witnesses.counting import household_digest, words_digest
from sanad.witnesses.models import Consent, How, Identity, Lodged, Teller, Trace, Use
from sanad.witnesses.pseudonyms import new_pseudonym
from sanad.witnesses.refusals import LODGING, LodgingRefused, OtherLodged
from sanad.witnesses.scanning import Protected, Scanner
from sanad.witnesses.sealing import seal, seal_if_told
from sanad.witnesses.verification import digests_of

LONGEST, LONGEST_LINE = 4_000, 200


@dataclass(frozen=True, slots=True)
class Told:
    """What a family was told; `teller_words` names who told it, in the family's words, and `when` is EDTF."""

    words: str
    teller: Teller
    teller_words: str
    how: How
    place: str = ""
    when: str = ""


def lodge(
    *,
    id: uuid.UUID,
    claim: Claim,
    told: Told,
    with_name: bool,
    agrees_to: Iterable[Use],
    at: datetime,
    by: User | None = None,
) -> Lodged:
    """Take it in; sent twice, it is one. `by` is a caseworker who writes it down for the family.

    With the name, who speaks for the household is known to this store, and nowhere else; without it nothing here leads
    to the family but a keyed digest by which equal answers are counted. Raises LodgingRefused, OtherLodged.
    """
    first = _known(id, claim)
    if first:
        return first
    people = [known(person) for person in members_of(claim.household, localdate(at))]
    speaker = speaker_of(claim.household)
    named = known(speaker) if with_name and speaker else None
    _check(told, people, is_named=bool(named and named.name), with_name=with_name)
    try:
        return _taken_in(id, claim, told, named, agrees_to, at, by)
    except IntegrityError:
        first = _known(id, claim)
        if first is None:
            raise
        return first


def _known(id: uuid.UUID, claim: Claim) -> Lodged | None:
    """By the household's digest, since no row here names a claim."""
    found = Lodged.objects.filter(client_id=id).select_related("trace").first()
    if found and (not hasattr(found, "trace") or found.trace.household != household_digest(claim)):
        raise OtherLodged(str(id))
    return found


@transaction.atomic
def _taken_in(
    id: uuid.UUID,
    claim: Claim,
    told: Told,
    named: Known | None,
    agrees_to: Iterable[Use],
    at: datetime,
    by: User | None,
) -> Lodged:
    identity = _identity(claim, named, at, by)
    lodged = Lodged.objects.create(
        reference=references("L", 1)[0],
        client_id=id,
        identity=identity,
        words=seal(identity.key, told.words.strip()),
        teller=told.teller,
        teller_words=None if told.teller == Teller.UNKNOWN else seal(identity.key, told.teller_words.strip()),
        how=told.how,
        place=seal_if_told(identity.key, told.place.strip()),
        when=told.when,
        lodged_at=at,
        lodged_by=by,
    )
    Trace.objects.create(lodged=lodged, words=words_digest(told.words), household=household_digest(claim))
    for use in sorted(set(agrees_to) - (set() if named else {Use.CONTACT})):
        Consent.objects.create(identity=identity, use=use, given_at=at)
    record(act="witness.lodge", on=f"lodged:{lodged.reference}", by=by, at=at, facts=digests_of(identity, lodged))
    return lodged


def _identity(claim: Claim, named: Known | None, at: datetime, by: User | None) -> Identity:
    key = new_key(at)
    identity = Identity(reference=new_pseudonym(), key=key, made_at=at, made_by=by)
    if named:
        identity.name = seal(key, named.name)
        identity.aliases = seal_if_told(key, named.latin_name)
        identity.contact = seal_if_told(key, named.phone)
        identity.case = seal(key, claim.number)
    identity.save(force_insert=True)
    return identity


def _check(told: Told, people: list[Known], *, is_named: bool, with_name: bool) -> None:
    problems = [problem(LODGING, code, where, most=f"{LONGEST:,}") for code, where in _wrong(told)]
    if with_name and not is_named:
        problems.append(problem(LODGING, "no_name", "named"))
    if not with_name and _names_them(told, people):
        problems.append(problem(LODGING, "names_you", "words"))
    if problems:
        raise LodgingRefused(problems)


def _wrong(told: Told) -> Iterable[tuple[str, str]]:
    if not told.words.strip():
        yield "no_words", "words"
    if len(told.words) > LONGEST or max(len(told.teller_words), len(told.place)) > LONGEST_LINE:
        yield "too_long", "words"
    if told.teller != Teller.UNKNOWN and not told.teller_words.strip():
        yield "no_teller", "teller_words"
    if told.when and not re.match(EDTF, told.when):
        yield "not_a_day", "when"


def _names_them(told: Told, people: list[Known]) -> bool:
    """A family that leaves out its name may have written it into the text."""
    own = [Protected(one.reference, (one.name, one.latin_name), (one.phone,)) for one in people]
    text = "\n".join((told.words, told.teller_words, told.place))
    return bool(Scanner(own).names_found(text))
