"""One building that was propped up at the ground floor, and where the works then stood still for want of money."""

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

from sanad.casework.assessments.inspecting import Seen
from sanad.casework.claims.models import Claim
from sanad.casework.safety.models import Colour, Reason
from sanad.casework.safety.selectors import placard_of
from sanad.casework.safety.services import NewPlacard
from sanad.casework.works.models import Halt, Kind, Order
from sanad.casework.works.proposals import Awaited, NewHalt, NewOrder, NewStage, Of
from sanad.casework.works.reasons import Reason as WhyHalted
from sanad.casework.works.reasons import Restart
from sanad.casework.works.services import (
    add_contractor,
    certify_stage,
    extend_halt,
    halt,
    mark_building,
    order_works,
    prepare_order,
)
from sanad.demo.accounts import open_firm_account
from sanad.demo.papers import WALL, drawn
from sanad.demo.plan import Plan, drawn_id
from sanad.demo.staff import Staff
from sanad.funds.models import Part
from sanad.funds.services import book_loss
from sanad.registry.models import Building
from sanad.rulebook.models import Programme

HOMES = 12
PROPS, COLUMNS = 1_800_000, 8_640_000
"""What the props cost and what the columns cost, in cents; the money of the columns was lost."""


def prop_up(plan: Plan, programme: Programme, claims: Sequence[Claim], part: Part, staff: Staff) -> Building:
    """Found unsafe, and propped up at the ground floor: the engineer certifies the first of two stages."""
    building = _chosen(claims)
    _mark_red(plan, building, staff)
    order = _ordered(plan, programme, building, part, staff)
    open_firm_account(plan, order.contractor.name, staff)
    at = plan.ago(180)
    seen = Seen(
        id=drawn_id(plan.dice("seen")),
        inspected_on=at.date(),
        photo=drawn(WALL, "made-up props at the ground floor: a drawing, no photo"),
        photo_id=drawn_id(plan.dice("photo of the props")),
    )
    certify_stage(stage=order.stages.get(number=1), seen=seen, at=at, by=staff["engineer"])
    return building


def stand_still(plan: Plan, building: Building, part: Part, staff: Staff) -> Halt:
    """The money of the columns was lost. Looked at again twice, and still not there."""
    book_loss(
        id=drawn_id(plan.dice("loss")),
        part=part,
        amount=COLUMNS,
        reference="DEMO-loss",
        reason="A transfer that never arrived (made up)",
        by=staff["finance"],
        at=plan.ago(121),
    )
    new = NewHalt(
        id=drawn_id(plan.dice("halt")),
        of=Of(building=building),
        reason=WhyHalted.NO_MONEY,
        awaited=Awaited(Restart.MONEY, COLUMNS, "USD"),
        review_on=plan.ago(60).date(),
        words="الدعامات في الطابق الأرضي قائمة. الأعمدة تنتظر المال.",
    )
    halted = halt(new=new, at=plan.ago(120), by=staff["engineer"])
    for number, (ago, review) in enumerate(((60, 25), (25, -12)), start=1):
        words = "راجعناه: المال لم يصل بعد." if number == 1 else "راجعناه ثانية: المال لم يصل بعد."
        review_on = plan.ago(review).date()
        extend_halt(
            halt=halted,
            id=drawn_id(plan.dice(f"extension {number}")),
            to_review=review_on,
            words=words,
            at=plan.ago(ago) - timedelta(hours=1),
            by=staff["engineer"],
        )
        halted.refresh_from_db()
    return halted


def _chosen(claims: Sequence[Claim]) -> Building:
    """The building with twelve families, or the nearest to it."""
    counts = Counter(claim.dwelling.building_id for claim in claims)
    nearest = min(counts, key=lambda building: (abs(counts[building] - HOMES), building))
    return Building.objects.select_related("place").get(pk=nearest)


def _mark_red(plan: Plan, building: Building, staff: Staff) -> None:
    photo = drawn(WALL, f"made-up building {building.label}: a drawing, no photo")
    seen, review = placard_of(building), plan.now + timedelta(days=20)
    identity = drawn_id(plan.dice("propped"))
    new = NewPlacard(building, Colour.RED, seen, Reason.CRACKED, review, photo, identity)
    mark_building(new=new, at=plan.ago(199), by=staff["engineer"])


def _ordered(plan: Plan, programme: Programme, building: Building, part: Part, staff: Staff) -> Order:
    firm = add_contractor(code="demo-builder", name="شركة بناء متخيَّلة", at=plan.ago(198), by=staff["engineer"])
    stages = (NewStage("تدعيم الطابق الأرضي", PROPS), NewStage("الأعمدة", COLUMNS))
    identity = drawn_id(plan.dice("order"))
    new = NewOrder(identity, building, programme, firm, part, Kind.STRUCTURAL, PROPS + COLUMNS, stages)
    order = prepare_order(new=new, at=plan.ago(197), by=staff["engineer"])
    return order_works(order=order, at=plan.ago(195), by=staff["lead"])
