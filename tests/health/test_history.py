"""Every act that touches a claim, its family, its home or its building has words in the claim's history."""

import re

from sanad.web.office.claims.history import TOLD, TOLD_OTHERWISE
from tests.health.tree import python_files

ACT = re.compile(r'record\(\s*act="([\w.]+)",\s*on=f"(claim|household|dwelling|building):')


def test_every_act_on_what_a_claim_is_about_is_told_in_words():
    recorded = {act for path in python_files("sanad") for act, _ in ACT.findall(path.read_text("utf-8"))}

    assert {"claim.move", "danger.report"} <= recorded
    assert recorded - set(TOLD) - set(TOLD_OTHERWISE) == set()
