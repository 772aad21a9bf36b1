"""Guessing short codes is slowed down, whoever guesses, and never shuts a family out of its long code."""

import uuid
from datetime import timedelta
from statistics import median
from time import perf_counter

import pytest
from django.test import override_settings

from sanad.audit.models import Event
from sanad.casework.claims.codes import CODE_SIGNS, in_groups
from sanad.casework.claims.numbers import claim_number
from sanad.web.family.entering import DoesNotFit, receipt_by_code
from sanad.web.family.models import WrongTry
from sanad.web.family.throttle import MOST_OF_A_CLAIM, WITHIN, MustWait, begin_try
from sanad.web.family.watching import ALARMING, forget_tries, watch_codes
from tests.at_once import at_once
from tests.casework.families import AT, received
from tests.web.family.families import DOOR, PAGE, Clock, browser, clock, typed

__all__ = ["clock"]
SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)
NUMBER, WRONG = claim_number("SSP", 4117), "AAAAA-AAAAA"


def tried(number: str = NUMBER, network: str = "203.0.113.7", after: timedelta = timedelta(0)) -> int:
    """Seconds that somebody has to wait who tries now; 0 where the try counts."""
    try:
        begin_try(number=number, network=network, at=AT + after)
    except MustWait as wait:
        return wait.seconds
    return 0


@pytest.mark.django_db
def test_the_pauses_grow_and_after_five_wrong_codes_a_claim_waits_a_quarter_of_an_hour():
    waits = [tried(after=after * SECOND) for after in (0, 1, 2, 6, 7, 26, 27, 86, 87)]

    assert waits == [0, 0, 4, 0, 19, 0, 59, 0, 15 * 60 - 87]


@pytest.mark.django_db
def test_after_a_quarter_of_an_hour_the_claim_may_be_tried_again():
    for after in (0, 1, 6, 26, 86):
        tried(after=after * SECOND)

    assert tried(after=WITHIN - SECOND) == 1
    assert tried(after=WITHIN + 1 * MINUTE) == 0


@pytest.mark.django_db
def test_a_network_tries_thirty_codes_an_hour_whatever_the_claims():
    waits = [tried(claim_number("SSP", serial), after=serial * SECOND) for serial in range(1, 32)]

    assert waits[:30] == [0] * 30
    assert waits[30] == 3600 - 30
    assert tried(claim_number("SSP", 500), network="203.0.113.8") == 0


@pytest.mark.django_db
def test_a_wrong_code_by_the_thousand_tries_five(clock: Clock):
    given = received()
    clock(AT)
    pages = [typed(browser(address=f"198.51.{at // 250}.{at % 250}"), given.claim.number, WRONG) for at in range(1_000)]

    statuses = [page.status_code for page in pages]

    assert statuses.count(200) == 2
    assert statuses.count(429) == 998
    assert WrongTry.objects.filter(of="claim").count() == 2


@pytest.mark.django_db
def test_a_locked_claim_still_opens_by_its_long_code(clock: Clock):
    given = received()
    for at in range(5):
        clock(AT + at * 2 * MINUTE)
        typed(browser(), given.claim.number, WRONG)

    locked = typed(browser(), given.claim.number, given.receipt.code)
    opened = browser().post(DOOR, {"secret": in_groups(given.receipt.secret)})

    assert (locked.status_code, locked["Retry-After"]) == (429, str(7 * 60))
    assert "Try again in 7 minutes, or use the long code" in locked.content.decode()
    assert opened["Location"] == PAGE


@pytest.mark.django_db
def test_a_claim_that_is_not_there_is_locked_like_one_that_is(clock: Clock):
    given = received()
    pages = []
    for number in (given.claim.number, claim_number("SSP", 990_000)):
        for at in range(6):
            clock(AT + at * 2 * MINUTE)
            answer = typed(browser(), number, WRONG)
        pages.append((answer.status_code, answer["Retry-After"], answer["Content-Length"]))

    assert pages[0] == pages[1]
    assert pages[0][0] == 429


@pytest.mark.django_db
def test_the_right_code_takes_its_try_back():
    given = received()

    for _ in range(8):
        typed(browser(), given.claim.number, given.receipt.code)

    assert not WrongTry.objects.exists()


@pytest.mark.django_db
def test_two_addresses_of_one_ipv6_network_are_one_and_a_mapped_one_is_its_ipv4(clock: Clock):
    clock(AT)
    for address in ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "::ffff:203.0.113.7", "203.0.113.7"):
        typed(browser(address=address), NUMBER, WRONG)

    assert WrongTry.objects.filter(of="network").values("digest").distinct().count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(("proxies", "networks"), [(0, 1), (1, 2)])
def test_behind_a_proxy_it_is_the_familys_own_address_that_counts(proxies: int, networks: int, clock: Clock):
    clock(AT)
    with override_settings(PROXIES=proxies):
        for passed in ("198.51.100.1, 203.0.113.50", "198.51.100.1, 203.0.113.60"):
            browser(address="10.0.0.1").post(DOOR, {"number": NUMBER, "code": WRONG}, HTTP_X_FORWARDED_FOR=passed)

    assert WrongTry.objects.filter(of="network").values("digest").distinct().count() == networks


@pytest.mark.django_db
def test_many_wrong_codes_raise_one_alarm_an_hour_which_names_nobody():
    for serial in range(ALARMING):
        begin_try(number=claim_number("SSP", serial), network=f"network {serial}", at=AT)

    raised = [watch_codes(AT + minutes * MINUTE) for minutes in (1, 2, 14)]

    assert raised == [1, 0, 0]
    assert Event.objects.get(act="family.alarm").facts == {"wrong": ALARMING, "minutes": 15}


@pytest.mark.django_db
def test_a_few_slips_raise_no_alarm_and_are_forgotten_the_next_day():
    tried()

    assert watch_codes(AT + MINUTE) == 0
    assert forget_tries(AT + timedelta(hours=23)) == 0
    assert forget_tries(AT + timedelta(hours=25)) == 2


@pytest.mark.django_db
def test_the_database_holds_no_number_and_no_address():
    tried()

    kept = str(list(WrongTry.objects.values()))

    assert "4117" not in kept
    assert "203.0.113" not in kept


def test_of_many_at_once_no_more_than_five_see_room(own_database: str):
    acts = [lambda: begin_try(number=NUMBER, network=uuid.uuid4().hex, at=AT) for _ in range(16)]

    for _ in range(3):
        at_once(*acts)

    assert WrongTry.objects.filter(of="claim").count() <= MOST_OF_A_CLAIM


@pytest.mark.django_db
def test_whether_a_claim_is_there_cannot_be_told_by_the_time():
    given = received()
    numbers = {"there": given.claim.number, "not there": claim_number("SSP", 990_000)}
    spent: dict[str, list[float]] = {kind: [] for kind in numbers}

    for at in range(60):
        for kind, number in numbers.items():
            spent[kind].append(seconds_of(number, after=at * timedelta(hours=1)))

    assert abs(median(spent["there"]) - median(spent["not there"])) < 0.005
    assert median(spent["there"]) > 0.005  # the hash has its real cost


def seconds_of(number: str, after: timedelta) -> float:
    begun = perf_counter()
    with pytest.raises(DoesNotFit):
        receipt_by_code(number=number, code=WRONG, network=uuid.uuid4().hex, at=AT + after)
    return perf_counter() - begun


def test_at_this_pace_a_month_of_guessing_and_a_million_guesses_find_nothing():
    codes = 32**CODE_SIGNS

    in_a_month = MOST_OF_A_CLAIM * (timedelta(days=30) // WITHIN)

    assert in_a_month / codes < 1e-9
    assert 1_000_000 / codes < 1e-9
