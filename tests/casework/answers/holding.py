"""A claim that is held: the plainest act that changes a family's answer."""

from datetime import timedelta

from sanad.casework.claims.models import Claim, Why
from sanad.casework.claims.services import hold_claim
from tests.casework.families import maya
from tests.casework.rounds_of_claims import LATER, ON


def hold(claim: Claim) -> None:
    review = ON + timedelta(days=30)
    hold_claim(claim=claim, why=Why.PAPERS_AWAITED, body="The council", review_on=review, by=maya(), at=LATER)
