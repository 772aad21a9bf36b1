"""What rooms say to families and officers beside the catalogues of pages keeps the voice of the house as well."""

import re

import pytest

from sanad.casework.assessments.inspecting import SAYINGS as INSPECTIONS
from sanad.casework.assessments.proposals import SAYINGS as ASSESSMENTS
from sanad.casework.claims.numbers import SAYINGS as NUMBERS
from sanad.casework.claims.services.steps import SAYINGS as STEPS
from sanad.casework.claims.wrong import SAYINGS as FACTS
from sanad.casework.notices.words import KINDS
from sanad.casework.safety.models import REASONS
from sanad.casework.safety.refusals import SAYINGS as SAFETY
from sanad.casework.works.reasons import BODIES, ENDINGS, OFFICES, RESTARTS
from sanad.casework.works.reasons import REASONS as HALTS
from sanad.casework.works.refusals import SAYINGS as WORKS
from sanad.evidence.refusals import FILE_SAYINGS
from sanad.registry.texts import SAYINGS as REGISTRY
from tests.health.test_texts import NEVER_SAID

GAP = re.compile(r"\{(\w+)[^}]*\}")
ARABIC = re.compile(r"[\u0621-\u064a]")
ROOMS = {
    "assessments": ASSESSMENTS,
    "numbers": NUMBERS,
    "steps": STEPS,
    "facts": FACTS,
    "notices": KINDS,
    "reasons": {code: words for code, words in REASONS.items() if code},
    "safety": SAFETY,
    "inspections": INSPECTIONS,
    "works": WORKS,
    "halts": HALTS,
    "restarts": RESTARTS,
    "bodies": {code: words for code, words in BODIES.items() if code},
    "endings": ENDINGS,
    "offices": OFFICES,
    "files": FILE_SAYINGS,
    "registry": REGISTRY,
}


@pytest.mark.parametrize("room", ROOMS)
def test_a_saying_stands_in_both_languages_with_the_same_gaps(room: str):
    unlike = [
        code for code, (english, arabic) in ROOMS[room].items() if set(GAP.findall(english)) != set(GAP.findall(arabic))
    ]

    assert ROOMS[room]
    assert unlike == []
    assert all(ARABIC.search(arabic) for _, arabic in ROOMS[room].values())


@pytest.mark.parametrize("room", ROOMS)
def test_no_saying_breaks_the_voice_of_the_house(room: str):
    english = [words for words, _ in ROOMS[room].values() if NEVER_SAID["en"].search(words)]
    arabic = [words for _, words in ROOMS[room].values() if NEVER_SAID["ar"].search(words)]

    assert english + arabic == []
