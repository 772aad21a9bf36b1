"""What is printed: a receipt with its number and code, on two sheets at most."""

import re
from pathlib import Path

import pytest

from sanad.staff.roles import Role
from tests.casework.families import place, programme
from tests.journeys.test_claims import BAABDA, take_in
from tests.journeys.visit import Visit
from tests.web.people import member

pytestmark = pytest.mark.browser


@pytest.mark.look
def test_a_receipt_is_printed_with_its_number_in_order(visit: Visit, tmp_path: Path):
    place()
    programme()
    visit.sign_in(member("Maya Rizk", Role.CASEWORKER, district=BAABDA))
    visit.go("/office/claims/")
    take_in(visit)
    number, code = [visit.page.inner_text(f".paper .sum >> nth={place}") for place in (0, 1)]

    paper = tmp_path / "receipt.pdf"
    paper.write_bytes(visit.page.pdf(format="A4"))

    assert sheets(paper) <= 2
    assert visit.page.evaluate("getComputedStyle(document.querySelector('.paper')).display") == "grid"
    assert re.fullmatch(r"SSP-\d{6}-\d", number)
    assert re.fullmatch(r"[0-9A-Z]{5}-[0-9A-Z]{5}", code)


def sheets(paper: Path) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", paper.read_bytes()))
