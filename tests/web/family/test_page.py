"""The family's page says what stands, in every state of a claim and in both languages."""

import re
from dataclasses import replace

import pytest
from django.http import HttpResponse
from hypothesis import given
from hypothesis import strategies as st

from sanad.casework.answers.told import Answer
from sanad.casework.claims.services import renew_receipt
from sanad.web.family import page
from sanad.web.family.shown.turns import turn
from tests.casework.answers.example import QUEUE
from tests.casework.families import maya, received
from tests.casework.payments_of_claims import reserved
from tests.casework.rounds_of_claims import LATER
from tests.health.test_texts import NEVER_SAID
from tests.web.family.answers import STATES
from tests.web.family.families import PAGE, browser, came_in, typed

TAG = re.compile(r"<[^>]+>")
MARKS = re.compile("[\u2066-\u2069\u200e\u200f]")


def plain(answer: HttpResponse) -> str:
    """What stands on a page, without its marks."""
    html = answer.content.decode().partition("<main")[2]
    return re.sub(r"\s+", " ", MARKS.sub("", TAG.sub("", html.replace("&nbsp;", " ")))).replace("&#x27;", "'")


def read(monkeypatch: pytest.MonkeyPatch, answer: Answer, language: str = "en", address: str = PAGE) -> str:
    """The words of the page, as a family reads them."""
    monkeypatch.setattr(page, "current", lambda *_given: answer)
    client = came_in(received(), language)
    return plain(client.get(address))


@pytest.mark.django_db
@pytest.mark.parametrize("address", [PAGE, "/family/claim/print/"])
@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("state", STATES)
def test_every_state_has_its_page_in_the_voice_of_the_house(
    state: str, language: str, address: str, monkeypatch: pytest.MonkeyPatch
):
    words = read(monkeypatch, STATES[state], language, address)

    assert STATES[state].number in words
    assert NEVER_SAID[language].findall(words) == []
    assert not re.search(r"None|\{\w+\}|%\(|\[\]", words)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("state", "sentences"),
    [
        ("whole", ["Still owed to you31,000 USD", "418,500 USD is missing before money reaches your turn"]),
        ("whole", ["If the money that donors have pledged in writing arrives: paid between 15 March and 30 May 2027"]),
        ("whole", ["Works on your building have been halted since 18 June 2026", "Stage 2 is unpaid · 86,400 USD"]),
        ("whole", ["It takes the place of an earlier one", "You can object until 14 December 2026"]),
        ("received", ["It is not decided yet: facts are still open", "No engineer has looked yet"]),
        ("held", ["Your claim waits for somebody", "the land register", "Looked at again on 8 December 2026"]),
        ("withdrawn", ["This claim was withdrawn"]),
        (
            "refused",
            ["No sum was awarded to you", "A lease or a bill in your name changes that", "You can object until"],
        ),
        ("too late to object", ["Objections were open until 14 December 2026"]),
        ("deferred", ["Your claim is not refused. Its decision waits.", "a court settles who owns the home"]),
        ("unpublished", ["nobody has published the sum. We make none up."]),
        ("on its way", ["500 USD is on its way to you", "Did the 500 USD arrive that were sent on 20 November 2026?"]),
        ("returned", ["500 USD came back from the bank on 22 November 2026. The money is still yours."]),
        ("denied", ["You told us that a payment did not arrive"]),
        ("all paid", ["All that was awarded to you has been paid"]),
        ("overpaid", ["120.50 USD more was paid to you than the rules now give"]),
        ("money reaches", ["With the money at hand: paid between 8 December and 17 December 2026"]),
        ("no money at all", ["With the money at hand alone it does not reach you: 3,838,500 USD is missing"]),
        ("no money at all", ["No donor has pledged more in writing"]),
        ("pledges fall short", ["from 15 March 2027 at the earliest. If it comes as short as before, 0.03 USD"]),
        ("nobody knows", ["Nobody can tell a day while this is halted"]),
        ("keep out", ["Keep out of your building.Until 25 November 2026, 11:00 at the latest"]),
        ("unsafe", ["An engineer found your building unsafe. Keep out of it."]),
        ("a late review", ["8 December 2026 · 12 days late"]),
        ("no building facts", ["No danger has been reported", "No works have been ordered"]),
    ],
)
def test_the_page_says_what_stands(state: str, sentences: list[str], monkeypatch: pytest.MonkeyPatch):
    words = read(monkeypatch, STATES[state])

    assert [sentence for sentence in sentences if sentence not in words] == []


@pytest.mark.parametrize(("language", "mark"), [("en", "[source"), ("ar", "[المصدر")])
def test_the_reason_of_a_line_says_how_its_sum_came_about(own_database: str, language: str, mark: str):
    _, (claim,) = reserved(1)
    client = browser(language)
    typed(client, claim.number, renew_receipt(claim=claim, at=LATER, by=maya()).code)

    words = plain(client.get(PAGE))

    at_once, _, below = words.partition({"en": "The rule and its source", "ar": "القاعدة ومصدرها"}[language])
    assert "= 4,200" in at_once
    assert mark not in at_once
    assert mark in below


@given(of=st.integers(1, 9_000), place=st.integers(1, 9_000), reached=st.integers(0, 9_000))
def test_the_drawing_never_goes_beyond_its_whole(of: int, place: int, reached: int):
    queue = replace(QUEUE, of=of, place=min(place, of), reached=min(reached, of))

    drawn = turn(queue)

    assert sum(part.size for part in drawn.parts) <= drawn.whole + of
    assert all(part.size >= 0 for part in drawn.parts)


@pytest.mark.django_db
def test_danger_stands_before_money(monkeypatch: pytest.MonkeyPatch):
    words = read(monkeypatch, STATES["keep out"])

    assert words.index("Keep out of your building") < words.index("Danger was reported") < words.index("Still owed")


@pytest.mark.django_db
def test_a_payment_that_has_not_gone_out_is_no_news(monkeypatch: pytest.MonkeyPatch):
    words = read(monkeypatch, STATES["received"])

    assert "What was paid to you" not in words
    assert "0 USD" not in words


@pytest.mark.django_db
def test_who_was_paid_again_is_not_asked_where_the_money_should_go(monkeypatch: pytest.MonkeyPatch):
    asked, paid_again = (read(monkeypatch, STATES[state]) for state in ("returned", "paid again"))

    assert "Write to us below where it should go" in asked
    assert "Write to us below where it should go" not in paid_again
    assert "Came back from the bank" in paid_again


@pytest.mark.django_db
def test_the_page_to_print_has_no_forms_and_everything_open(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(page, "current", lambda *_given: STATES["whole"])
    html = came_in(received()).get("/family/claim/print/").content.decode()

    main = html.partition("<main")[2].partition("</main")[0]

    assert "<textarea" not in main
    assert re.findall(r"<details(?! open)", main) == []
