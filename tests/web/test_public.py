"""The public page reads releases, is kept by browsers until the next one, and gives no file but those of a release."""

from datetime import date
from pathlib import Path

import pytest
from django.db import transaction
from django.template.loader import render_to_string
from django.test import Client
from django.utils.translation import override
from pytest_django import Settings

from sanad.audit.made_up import mark_as_made_up
from sanad.audit.models import Event
from sanad.casework.works.models import Kind, Order, State
from sanad.record.kinds import Level
from sanad.record.models import Commitment
from sanad.record.services.disclosures import disclose
from sanad.web.public.numbers import Number
from tests.casework.families import AT, omar
from tests.casework.rounds_of_claims import RENTING_WITH_A_WRECK, claims, fund_of
from tests.casework.works.sites import certified, ordered
from tests.outcomes.promises import linked_to_fund, promised
from tests.publication.releases import decided_families, files, own_releases, released
from tests.record.keeping.pages import by_omar

pytestmark = pytest.mark.usefixtures("own_database", "own_releases")
__all__ = ["own_releases"]


def browser(language: str = "en") -> Client:
    return Client(HTTP_HOST="localhost", HTTP_ACCEPT_LANGUAGE=language)


def test_before_the_first_release_it_says_what_will_come():
    answer = browser().get("/")

    assert answer.status_code == 200
    assert "Nothing has been published yet" in answer.content.decode()


def test_it_tells_the_newest_release_and_nothing_that_happened_since():
    decided_families()
    released()
    claims(*[RENTING_WITH_A_WRECK] * 20)

    page = browser().get("/").content.decode()

    assert "<bdi>30</bdi> homes with a claim" in page
    assert "SSP-0" not in page


def test_it_asks_the_database_for_the_release_and_for_no_family(django_assert_max_num_queries):
    decided_families()
    released()

    with django_assert_max_num_queries(6) as asked:
        browser().get("/")

    assert [query["sql"] for query in asked.captured_queries if "claims_claim" in query["sql"]] == []


def test_whoever_has_seen_it_is_told_that_nothing_changed_until_the_next_release():
    decided_families()
    released()
    reader = browser()
    etag = reader.get("/")["ETag"]

    same = reader.get("/", HTTP_IF_NONE_MATCH=etag)
    arabic = browser("ar").get("/", HTTP_IF_NONE_MATCH=etag)
    claims(RENTING_WITH_A_WRECK)
    released(days=1)
    newer = reader.get("/", HTTP_IF_NONE_MATCH=etag)

    assert (same.status_code, arabic.status_code, newer.status_code) == (304, 200, 200)


def test_a_file_is_given_as_it_was_published_and_kept_for_good():
    decided_families()
    release = released()

    answer = browser().get("/releases/1/figures.csv")

    assert b"".join(answer.streaming_content) == files(release)["figures.csv"]
    assert "immutable" in answer["Cache-Control"]


@pytest.mark.parametrize("name", ["nothing.csv", "..", "%2e%2e%2fkeys", "..%2f0001%2ffigures.csv", ".hidden"])
def test_nothing_else_is_given(name: str):
    decided_families()
    released()

    assert browser().get(f"/releases/1/{name}").status_code == 404


def test_an_old_release_stays_as_it_was():
    decided_families()
    first = released()
    before = files(first)
    claims(*[RENTING_WITH_A_WRECK] * 12)
    released(days=1)

    assert files(first) == before
    assert "The first release" in browser().get("/releases/").content.decode()
    assert Event.objects.filter(act="release.publish", by=omar()).count() == 2


def test_of_a_few_families_the_page_says_in_words_that_it_is_hidden():
    decided_families(3)
    released()

    page = browser().get("/").content.decode()

    assert page.count("Hidden: fewer than 10 families") >= 4


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "a newer number, here or beside it, would tell of fewer than 10 families"),
        ("ar", "رقم أحدث، هنا أو إلى جانبه، قد يكشف أقلّ من 10 أسر"),
    ],
)
def test_a_number_held_back_beside_another_is_not_said_to_have_hardly_changed(language: str, words: str):
    with override(language):
        number = Number("unfunded", 1, "USD", "held", date(2026, 6, 1), "awards")
        told = render_to_string("public/held.html", {"number": number})

    assert words in told


def test_homes_in_which_works_are_finished_are_counted_on_a_scale_of_their_own(tmp_path: Path, settings: Settings):
    settings.MEDIA_ROOT = tmp_path / "files"
    house = decided_families(12, money=6_000_000)[0].dwelling.building
    order = ordered(house, Kind.FINISHING, (1_000,))
    certified(order, 1)
    released()

    page = browser().get("/").content.decode()

    assert Order.objects.get().state == State.FINISHED
    assert "<bdi>12</bdi> homes" in page
    assert "the full width is <bdi>12</bdi> homes" in page


def opened_promise(due: str = "2026-01") -> Commitment:
    one = promised(5_00, due=due)
    disclose(one.evidence, Level.PUBLIC, "agreed", by_omar())
    return one


def test_before_promises_were_counted_the_page_says_what_will_come():
    assert "No release tells of promises yet" in browser().get("/promises/").content.decode()


def test_the_share_kept_stands_in_two_columns_with_its_position():
    linked_to_fund(opened_promise(), fund_of(1_000))
    opened_promise("2031-01")
    release = released()

    page = browser().get("/promises/").content.decode()

    assert "What came of the <bdi>1</bdi> promise that is due" in page
    assert page.index("What people say") < page.index("What the ledger shows")
    assert f"ledger position <bdi>{release.position:,}</bdi>" in page
    assert "withheld" not in page.lower()
    assert browser("ar").get("/promises/").content.decode().count("ما يُظهره الدفتر") >= 1


def test_a_promise_leads_to_the_line_that_cites_it():
    one = opened_promise()
    released()

    page = browser().get(f"/promises/{one.pk}/").content.decode()

    assert "Unknown speaker" in page
    assert "Statement" in page
    assert "Capture sha256" in page
    assert browser().get(f"/promises/{one.pk + 1}/").status_code == 404


def test_a_promise_that_nobody_opened_shows_none_of_its_words():
    promised(5_00)
    released()

    page = browser().get("/promises/").content.decode()

    assert "to pay the families" not in page
    assert "No promise may be told of by itself." in page


def test_on_a_demo_the_ledger_is_marked_and_in_no_count():
    with transaction.atomic():
        mark_as_made_up(at=AT)
    one = opened_promise()
    linked_to_fund(one, fund_of(1_000))
    released()

    page, single = (browser().get(path).content.decode() for path in ("/promises/", f"/promises/{one.pk}/"))

    assert "Withheld: <bdi>1</bdi>, since the ledger is made up" in page
    assert "The ledger shows something else" in single
    assert "made-up ledger" in page
    assert "made-up ledger" in single
