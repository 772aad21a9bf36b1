"""Keys of one letter are printed on their buttons, and whoever is disturbed by them turns them off."""

import re

import pytest

from sanad.record.kinds import AgentKind
from sanad.record.models import Statement
from sanad.record.services.drafts import accept_as_proposed, accept_with_speaker
from sanad.staff.roles import Role
from tests.web.desk.pages import PROMISE, TOLD, by_rana, keeper, kept, proposal_of
from tests.web.people import member, signed_in

pytestmark = pytest.mark.django_db
COST = "the repairs had cost more than $900"
NUMBERED = re.compile(r'name="who" value="([^"]+)" data-key="Digit(\d)')
BUTTON = re.compile(r'accesskey="(\w)" data-key="Key(\w)"[^>]*>[^<]*<kbd>(\w)</kbd>')


def test_each_act_has_one_key_and_it_is_printed_on_its_button():
    layer = kept()

    page = keeper().get(f"/desk/pages/{layer.pk}/?p={proposal_of(layer, TOLD).pk}").content.decode()

    printed = [(access.upper(), key, shown) for access, key, shown in BUTTON.findall(page)]
    assert printed == [(key, key, key) for key, _, _ in printed]
    assert {key for key, _, _ in printed} >= set("ARSJK")
    assert len({key for key, _, _ in printed}) == len(printed)


def test_somebody_of_the_article_is_set_by_a_number():
    layer, client = kept(), keeper()
    proposal = proposal_of(layer, PROMISE)
    page = client.get(f"/desk/pages/{layer.pk}/?p={proposal.pk}").content.decode()

    second = re.search(r'name="who" value="([^"]+)" data-key="Digit2 Numpad2"', page)
    client.post(f"/desk/proposals/{proposal.pk}/", {"act": "speaker", "kind": "person", "who": second[1]})

    assert f"name:{Statement.objects.get().speaker.label}" == second[1]


def test_nobody_is_the_number_nought():
    layer, client = kept(), keeper()
    proposal = proposal_of(layer, PROMISE)

    client.post(f"/desk/proposals/{proposal.pk}/", {"act": "speaker", "kind": "person", "who": "nobody"})

    assert Statement.objects.get().speaker is None


def test_keys_are_turned_off_and_on_again_for_this_browser():
    layer, client = kept(), keeper()
    page = f"/desk/pages/{layer.pk}/"
    assert "data-keys" in client.get(page).content.decode()

    off = client.post("/desk/keys/", {"keys": "off", "next": page})
    without = client.get(page).content.decode()
    client.post("/desk/keys/", {"keys": "on", "next": page})

    assert off["Location"] == page
    assert "data-keys" not in without
    assert "Alt and Shift" in without
    assert "data-keys" in client.get(page).content.decode()


def test_the_switch_leads_to_no_other_site():
    answer = keeper().post("/desk/keys/", {"keys": "off", "next": "https://example.org/"})

    assert answer["Location"] == "/desk/"


def test_who_only_reads_has_the_keys_of_a_reader():
    auditor = signed_in(member("Lea Khoury", Role.AUDITOR), "en")

    page = auditor.get(f"/desk/pages/{kept().pk}/").content.decode()

    assert 'data-key="KeyJ"' in page
    assert 'data-key="KeyA"' not in page
    assert "accept it as it stands" not in page


def test_a_number_keeps_its_person_whatever_is_decided_meanwhile():
    layer, client = kept(), keeper()
    address = f"/desk/pages/{layer.pk}/?p={proposal_of(layer, TOLD).pk}"
    before = NUMBERED.findall(client.get(address).content.decode())

    accept_as_proposed(proposal_of(layer, COST, "reported"), by_rana())
    accept_with_speaker(proposal_of(layer, PROMISE), "the council", AgentKind.GROUP, by_rana())
    after = NUMBERED.findall(client.get(address).content.decode())

    assert after == [*before[:-1], ("name:the council", str(len(before))), before[-1]]
