"""One thing of every kind, in one district and one programme: what the sweep of addresses asks for."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from sanad.casework.assessments.models import Part as Seen
from sanad.casework.assessments.proposals import NewAssessment
from sanad.casework.assessments.services import add_photo, draft_assessment
from sanad.casework.awards.models import LineEnding
from sanad.casework.claims.models import Claim, ClaimFile
from sanad.casework.claims.services import attach_file
from sanad.casework.inquiries.models import Kind
from sanad.casework.inquiries.services import NewFile, ask
from sanad.evidence.keys import seal
from sanad.funds.models import Fund
from sanad.funds.services import name_account, receive_money
from sanad.publication.services import publish
from sanad.record.kinds import Level, Way, Why
from sanad.record.models import Statement
from sanad.record.services.disclosures import disclose
from sanad.record.services.drafts import accept_as_proposed
from sanad.record.services.replies import NewAsking, ask_for_reply
from sanad.record.services.retractions import retract
from sanad.staff.models import Assignment, User
from sanad.staff.roles import Role
from tests.casework.alarms import kept_out, photo, told
from tests.casework.bank_statements import taken_in
from tests.casework.families import AT, maya, omar
from tests.casework.payments_of_claims import proposed, sent, with_accounts
from tests.casework.rounds_of_claims import LATER, RENTING_WITH_A_WRECK, claims, fund_of, issued
from tests.casework.works.sites import certified, halted, ordered
from tests.funds.money import general
from tests.outcomes.promises import linked_to_fund, promised, stated
from tests.record.keeping.pages import by_omar
from tests.web.desk.pages import LIST, WHEN, asked, by_rana, kept, own_account, proposal_of
from tests.witnesses.making import lodged, look_at

PROGRAMME, DISTRICT, OTHER_DISTRICT = "template", "cod-LB32", "cod-LB31"
VISIT = date(2026, 3, 1)
A_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class World:
    """`parts` are what an address may name, by the name of the address and of the part."""

    parts: Mapping[str, Mapping[str, object]]
    of_the_programme: tuple[str, ...]
    """References that nobody sees who works for another programme."""
    of_the_district: tuple[str, ...]
    """References that nobody sees who works in another district."""

    def named(self, address: str) -> Mapping[str, object]:
        return self.parts.get(address, {})


def _role_of(user: User) -> int:
    return Assignment.objects.create(user=user, role=Role.CASEWORKER, since=VISIT).pk


def world() -> World:
    claim, free = claims(RENTING_WITH_A_WRECK, RENTING_WITH_A_WRECK)
    fund = fund_of(400_000)
    works, halt = _works(claim)
    round_ = issued()
    own = {"number": claim.number}
    paid = _payments(fund, claim, free)
    run = str(paid["payment_run"]["reference"])
    house = {"reference": claim.dwelling.building.reference}
    visit, picture = _visit(free)
    kept_out(claim.dwelling.building)
    danger, asked = told(claim.dwelling.building), _question(claim)
    receipt = uuid.uuid4()
    given = {"part": general(fund), "amount": 5, "bank_reference": "BANK-9", "received_on": VISIT}
    receive_money(id=receipt, **given, by=maya(), at=AT)
    shown = _shown_promise()
    told_us = lodged(claim)
    heard, look = {"reference": told_us.reference}, {"pk": look_at(told_us).pk}
    a_round, release = {"reference": round_.reference}, publish(at=LATER, by=maya())
    return World(
        {
            **dict.fromkeys(CLAIM_ADDRESSES, own),
            **{key: {"number": asked} for key in ("inquiry", "inquiry_answer", "inquiry_file")},
            "claim_new": {"key": PROGRAMME},
            "claim_file": {**own, "id": _file(claim)},
            "claim_ending_new": own,
            "claim_ending": {**own, "id": _ending(claim)},
            "assessment_new": own,
            **{key: {"reference": visit} for key in ("assessment", "assessment_change", "assessment_confirm")},
            "assessment_photo": {"reference": visit, "id": picture},
            **dict.fromkeys(HOUSE_ADDRESSES, house),
            "danger": {"reference": danger.reference},
            **{key: {"reference": works} for key in WORKS_ADDRESSES},
            **{key: {"reference": works, "number": 1} for key in ("works_stage", "works_stage_photo")},
            "works_new": {**house, "key": PROGRAMME},
            "works_repair": {**own, "milestone": "half"},
            "works_halt_building": house,
            "works_halt_fund": {"code": fund.code},
            "works_halt_programme": {"key": PROGRAMME},
            **{key: {"reference": halt} for key in ("works_halt", "works_halt_extend", "works_halt_end")},
            "round_new": {"key": PROGRAMME},
            **dict.fromkeys(("round", "round_approve", "round_send_back", "round_issue"), a_round),
            "round_outcome": {**a_round, "outcome": "award"},
            "award": {**a_round, **own},
            **{key: {"code": fund.code} for key in ("fund", "fund_receipt_new")},
            **{key: {"pk": 1} for key in ("mfa_remove_webauthn", "mfa_edit_webauthn")},
            "public_programme": {"key": PROGRAMME},
            "public_promise": {"number": shown},
            "public_release": {"number": release.number},
            "public_file": {"number": release.number, "name": "figures.csv"},
            "fund_receipt": {"code": fund.code, "id": receipt},
            **paid,
            **_record(),
            **_outcomes(fund),
            **dict.fromkeys(WITNESS_ADDRESSES, heard),
            **dict.fromkeys(("witness_look_allow", "witness_who"), look),
            **{key: {"pk": maya().pk} for key in ("staff_member", "staff_grant", "staff_close")},
            "staff_role_end": {"pk": maya().pk, "assignment": _role_of(maya())},
        },
        of_the_programme=(
            asked,
            works,
            claim.number,
            free.number,
            visit,
            round_.reference,
            f"/funds/{fund.code}/",
            run,
        ),
        of_the_district=(
            *(asked, claim.number, free.number, visit, round_.reference, f"/funds/{fund.code}/", run),
            *(claim.dwelling.building.reference, danger.reference, works, halt),
        ),
    )


WITNESS_ADDRESSES = ("witness", "witness_take_up", "witness_take_back", "witness_look")
CLAIM_STEPS = ("claim_complete", "claim_hold", "claim_release", "claim_reopen", "claim_withdraw")
WORKS_ADDRESSES = (
    "works_order",
    "works_approve",
    "works_send_back",
    "works_close",
    "works_account",
    "works_halt_order",
)
CLAIM_ADDRESSES = ("claim", "claim_account", "claim_facts", "claim_file_new", "claim_receipt", *CLAIM_STEPS)
HOUSE_ADDRESSES = ("building", "danger_new", "placard_new", "precaution_new", "precaution_end")


RUN_ADDRESSES = ("payment_run", "payment_run_approve", "payment_run_release", "payment_run_sent", "payment_run_drop")


def _payments(fund: Fund, claim: Claim, free: Claim) -> dict[str, dict[str, object]]:
    """A run that was sent, a statement with a line in suspense, and an account that waits to be confirmed."""
    name_account(fund=fund, holder="Cedar Fund", number="ACC0", bank="", by=omar(), at=AT)
    with_accounts([claim])
    run = sent(fund)
    with TemporaryDirectory() as folder:
        taken = taken_in(fund, Path(folder), (-5_00, "CHARGE", "")).statement
    own, code = {"reference": run.reference}, {"code": fund.code}
    return {
        **dict.fromkeys(RUN_ADDRESSES, own),
        "payment_run_export": {**own, "form": "csv"},
        "payment_run_left_out": {**own, "why": "no_account"},
        **dict.fromkeys(("payment_run_new", "payment_statement_new"), code),
        "payment_account": {"id": proposed(free).pk},
        "payment_statement": {"pk": taken.pk},
        "payment_suspense_line": {"pk": taken.lines.get().pk},
    }


def _record() -> dict[str, dict[str, object]]:
    """A page of the record, one of its statements, and a question that is told in two versions."""
    layer = kept()
    question = asked(layer)
    promise = accept_as_proposed(layer.proposals.get(kind="commitment"), by_rana())
    assert promise is not None
    work, rival = own_account(layer).work, Statement.objects.latest("pk")
    first = {"pk": Statement.objects.filter(content__layer=layer).earliest("pk").pk}
    asking = NewAsking("the council", Way.LETTER, WHEN.date(), WHEN.date() + A_WEEK)
    return {
        "desk_commitment": {"pk": promise.pk},
        "desk_outcome_new": {"pk": promise.pk},
        "desk_page": {"layer": layer.pk},
        "desk_decide": {"pk": proposal_of(layer, LIST).pk},
        "desk_statement": first,
        "desk_statement_edit": first,
        "desk_statement_beside": first,
        "desk_promise_new": first,
        "desk_promise_edit": {"pk": promise.pk},
        "desk_statement_back": first,
        "desk_page_as_it_came": first,
        "desk_work": {"pk": work.pk},
        "desk_account": {"pk": own_account(layer).pk},
        "desk_retraction": {"pk": retract(rival, Why.SOURCE_CORRECTED, "It was corrected.", by_rana()).pk},
        **{key: {"kind": "work", "pk": work.pk} for key in ("desk_retract", "desk_showing", "desk_reply_ask")},
        "desk_show": {"kind": "statement", "pk": rival.pk},
        "desk_seal": {"pk": layer.capture_id},
        "desk_reply": {"pk": ask_for_reply(work, asking, by_rana()).pk},
        "desk_question": {"pk": question.pk},
    }


def _outcomes(fund: Fund) -> dict[str, dict[str, object]]:
    """A commitment that is linked to a fund."""
    commitment = promised(1)
    made = linked_to_fund(commitment, fund)
    own = {"pk": commitment.pk}
    addresses = ("outcome", "outcome_link", "outcome_ask")
    figure = stated(700)
    about_it = linked_to_fund(figure, fund)
    of_it = {"pk": figure.pk}
    return {
        **dict.fromkeys(addresses, own),
        "outcome_unlink": {**own, "made": made.pk},
        **dict.fromkeys(("outcome_sum", "outcome_sum_link"), of_it),
        "outcome_sum_unlink": {**of_it, "made": about_it.pk},
    }


def _shown_promise() -> int:
    """A promise whose words a second person has opened to everybody."""
    promise = promised(2)
    disclose(promise.evidence, Level.PUBLIC, "agreed", by_omar())
    return promise.pk


def _file(claim: Claim) -> uuid.UUID:
    attach_file(claim=claim, id=uuid.uuid4(), file=photo(), name="stairs.jpg", about="damage", at=AT, by=maya())
    return ClaimFile.objects.get(claim=claim).file_id


def _ending(claim: Claim) -> uuid.UUID:
    told = {
        "line": "rent",
        "ends_on": date(2026, 9, 1),
        "why": "family_asked",
        "note": seal(claim.household.key, "x"),
        "proposed_at": AT,
    }
    return LineEnding.objects.create(id=uuid.uuid4(), claim=claim, proposed_by=maya(), **told).pk


def _question(claim: Claim) -> str:
    paper = NewFile(uuid.uuid4(), photo(), "bill.jpg")
    return ask(id=uuid.uuid4(), claim=claim, kind=Kind.QUESTION, words="متى؟", at=LATER, file=paper).number


def _visit(claim: Claim) -> tuple[str, uuid.UUID]:
    new = NewAssessment(claim, VISIT, "destroyed", is_unfit=True, area=104_000, elements=())
    draft = draft_assessment(new=new, at=AT, by=omar())
    add_photo(assessment=draft, id=uuid.uuid4(), file=photo(), name="a.jpg", part=Seen.WALLS, at=AT, by=omar())
    return draft.reference, draft.photos.get().file_id


def _works(claim: Claim) -> tuple[str, str]:
    """Works on the building with a certified stage, and a halt of all works on it."""
    order = ordered(claim.dwelling.building, sums=[100, 100])
    certified(order, 1)
    return order.reference, halted(claim.dwelling.building).reference
