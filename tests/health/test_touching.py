"""What every act means for families' answers is decided: it is quiet, or it acts on a kind of thing that is known."""

import re

from sanad.casework.answers.following.touching import FIELDS, KINDS, QUIET
from tests.health.tree import python_files

RECORDED = re.compile(r'\bact=f?"([\w.]+)[^"]*",\s*on=f"(\w+):')
BOOKED = re.compile(r'\bAct\(\s*f?"([\w.]+)[^"]*",\s*f"(\w+):')


def acts() -> set[tuple[str, str]]:
    texts = [path.read_text("utf-8") for path in python_files("sanad")]
    return {found for text in texts for pattern in (RECORDED, BOOKED) for found in pattern.findall(text)}


def test_every_act_is_quiet_or_acts_on_something_known():
    found = acts()

    unknown = {(act, kind) for act, kind in found if act not in QUIET and kind not in KINDS}

    assert {("claim.move", "claim"), ("fund.confirm", "fund"), ("round.issue", "round")} <= found
    assert unknown == set()


def test_no_act_is_called_quiet_that_there_is_not():
    texts = "\n".join(path.read_text("utf-8") for path in python_files("sanad") if "touching" not in path.name)

    unknown = {act for act in QUIET if f'"{act}"' not in texts and f'f"{act.partition(".")[0]}.' not in texts}

    assert unknown == set()


def test_a_kind_is_known_by_a_field_or_by_more_than_one():
    assert set(FIELDS) <= KINDS
