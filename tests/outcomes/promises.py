"""A page on which something is promised, and what it is linked to, for tests of what came of it."""

from datetime import datetime

from sanad.audit.sealing import seal_all
from sanad.funds.models import Fund
from sanad.outcomes.checking import check, standing_links
from sanad.outcomes.kinds import Asked, Share
from sanad.outcomes.linking import About, link
from sanad.outcomes.models import LedgerCheck, Link
from sanad.outcomes.position import Position, last_position
from sanad.record.kinds import Act, Bound, DueKind, Strength
from sanad.record.models import Commitment, Figure
from sanad.record.services.commitments import NewCommitment, confirm_commitment
from sanad.record.statement_wanted import NewFigure
from sanad.rulebook.models import Programme
from tests.casework.families import maya
from tests.casework.rounds_of_claims import LATER
from tests.record.keeping.pages import PAGE, by_maya, held, said

SPENT = "“They told us: ‘There is no money now.’ ”"
WORDS = "“We will pay the families within a few months,”"


def promised(
    amount: int | None = None, *, due: str = "", bound: Bound = Bound.EXACT, currency: str = "USD"
) -> Commitment:
    """Said by an office on a page of its own: a sum in minor units, due on a day or on none."""
    page = held(f"{PAGE}\nIt was said {Commitment.objects.count() + 2} times.\n")
    statement = said(page, WORDS)
    new = NewCommitment(
        text="to pay the families",
        act=Act.PAY,
        strength=Strength.PROMISE,
        amount=amount,
        currency=currency if amount is not None else "",
        bound=bound if amount is not None else "",
        due=due,
        due_basis="stated" if due else "",
        due_text="by then" if due else "",
        due_kind=DueKind.DATED if due else DueKind.NONE,
    )
    return confirm_commitment(new, [statement], by_maya())


def stated(amount: int) -> Figure:
    """A sum in minor units that somebody says was spent."""
    page = held(f"{PAGE}\nIt was said {Commitment.objects.count() + Figure.objects.count() + 90} times.\n")
    said(page, SPENT, figures=[NewFigure(page.at(SPENT), amount, "USD", Bound.EXACT, "the repairs")])
    return Figure.objects.latest("pk")


def linked_to(of: Commitment, programme: Programme, *, share: Share = Share.IN_ALL, line: str = "") -> Link:
    about = About(Asked.PAID_TO_CLAIMS, programme=programme, line=line, share=share)
    return link(of, about, note="the page names the programme", by=maya(), at=LATER)


def linked_to_fund(of: Commitment | Figure, fund: Fund, asks: Asked = Asked.PAID_FROM_FUND) -> Link:
    return link(of, About(asks, fund=fund), note="the page names the fund", by=maya(), at=LATER)


def sealed() -> Position:
    seal_all(at=LATER)
    return last_position()


def checked(at: datetime = LATER) -> list[LedgerCheck]:
    """All links that stand, at what is sealed now."""
    position = sealed()
    check(standing_links(), position, at=at)
    return list(LedgerCheck.objects.filter(position=position.number).order_by("link"))
