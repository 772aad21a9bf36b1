"""The demo's programme with a family whose home is unfit, for tests of the allowance by the month."""

import uuid
from datetime import UTC, date, datetime

from sanad.casework.awards.models import Round
from sanad.casework.claims.models import Claim
from sanad.casework.claims.services import receive_claim
from sanad.casework.rounds.deciding import approve_round, ask_for_round, have_round_issued
from sanad.rulebook.models import RuleSet
from tests.casework.families import maya, new_claim, omar, programme
from tests.casework.rounds_of_claims import work
from tests.health.tree import ROOT

DEMO = ROOT / "programmes/demo-southern-suburbs"
ON = date(2026, 6, 1)
AT = datetime(2026, 6, 1, 9, tzinfo=UTC)
FILED = datetime(2026, 2, 1, 9, tzinfo=UTC)
MONTH = 50_000
"""A month of the allowance for a family of two, in cents."""


def a_family_without_a_home() -> Claim:
    """Their home is destroyed; the allowance counts from 1 February, and five months are due on 1 June."""
    rules_of_the_demo()
    facts = {
        "dwelling": {"damage": "severe", "unfit": True, "area": 70, "walls_quantity": 10},
        "claim": {"main_home": True, "residence_shown": True},
    }
    new = new_claim(facts=facts, identity=uuid.uuid4())
    return receive_claim(programme=programme(DEMO, "SSD"), new=new, at=FILED, by=maya()).claim


def rules_of_the_demo() -> RuleSet:
    return RuleSet.objects.get(programme=programme(DEMO, "SSD"))


def issued_round(on: date = ON, at: datetime = AT) -> Round:
    round_ = ask_for_round(rules=rules_of_the_demo(), on=on, by=maya(), at=at)
    work()
    round_.refresh_from_db()
    approve_round(round_=round_, typed_sum=round_.reserves or 0, by=omar(), at=at)
    have_round_issued(round_=round_, by=omar(), at=at)
    work()
    round_.refresh_from_db()
    return round_
