"""Tables of facts at the desk: versions side by side, promises, dated steps, and what is not verified in words."""

import json
from pathlib import Path

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from sanad.record.models import Commitment, Event, Question
from sanad.record.services.facts.keeping import keep_facts
from tests.record.facts.lebanon import in_file, kept, lines_of
from tests.record.facts.tables import COSTS, folder_of, read
from tests.record.keeping.pages import by_maya
from tests.web.desk.pages import keeper

pytestmark = pytest.mark.django_db
NOT_VERIFIED = {"en": "<span>not verified</span>", "ar": "<span>لم يُتحقّق منه</span>"}
LANGUAGES = ("en", "ar")


def words(answer: HttpResponse) -> str:
    assert answer.status_code == 200
    return answer.content.decode().replace("<bdi>", "").replace("</bdi>", "")


def cells(page: str) -> list[str]:
    return page.partition("<tbody")[2].split("</tr>")[:-1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_six_steps_of_the_money_stand_in_order_and_two_of_them_are_not_verified(language: str):
    work = kept().tables["funnel"].work

    page = words(keeper(language=language).get(f"/desk/works/{work.pk}/"))

    rows = cells(page)
    assert len(rows) == 6
    for told, row in zip(in_file("finance.json")["funnel"], rows, strict=True):
        assert told["label"] in row
        assert (NOT_VERIFIED[language] in row) == (told["status"] == "not_verified")
    assert [NOT_VERIFIED[language] in row for row in rows] == [False] * 4 + [True] * 2
    assert "https://documents1.worldbank.org" in rows[3]


@pytest.mark.parametrize("language", LANGUAGES)
def test_four_counts_of_the_damage_are_compared_in_equal_form(language: str):
    kept()
    question = Question.objects.get(text__contains="war of 2024")

    page = words(keeper(language=language).get(f"/desk/questions/{question.pk}/"))

    places = [page.index(row["headline"]) for row in in_file("destruction.json")["tracks2024"]]
    assert len(places) == page.count("<article") == 4
    assert places == sorted(places)


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_accounts_of_the_8000_dollars_are_compared_in_equal_form(language: str):
    kept()
    question = Question.objects.get(text__contains="8,000 dollars")

    page = words(keeper(language=language).get(f"/desk/questions/{question.pk}/"))

    assert page.count("<article") == 2
    assert page.index("S9 · Reuters") < page.index("S34 · Associated Press")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_announcement_stands_on_the_board_and_leads_to_its_source(language: str):
    kept()
    client = keeper(language=language)

    board = words(client.get("/desk/commitments/"))
    page = words(client.get(f"/desk/commitments/{Commitment.objects.get().pk}/"))

    assert "Hezbollah" in board
    assert "a year&#x27;s rent" in board
    assert {"en": "nobody said", "ar": "لم يقل أحد"}[language] in board
    assert "https://www.reuters.com/world/middle-east/hezbollah-pay-total-77-million" in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_dated_steps_stand_on_a_timeline_and_what_is_not_verified_says_so(language: str):
    kept()
    whole = Event.objects.get(kind="timeline")
    rows = lines_of("timeline.tsv")

    page = words(keeper(language=language).get(f"/desk/timeline/?event={whole.pk}"))

    drawn, _, table = page.partition("<tbody")
    assert [row["label"] for row in rows if row["label"].replace("'", "&#x27;") not in table] == []
    unverified = sum(row["status"] == "not_verified" for row in rows)
    assert table.count(NOT_VERIFIED[language]) == drawn.count(NOT_VERIFIED[language]) == unverified == 2


def test_a_month_of_the_steps_stays_a_month(tmp_path: Path):
    keep_facts(read(folder_of(tmp_path)), by_maya())
    whole = Event.objects.get(kind="timeline")

    page = words(keeper().get(f"/desk/timeline/?event={whole.pk}"))

    assert "April" in page
    assert "1 April" not in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_statement_that_is_not_verified_says_so_on_its_own_page(tmp_path: Path, language: str):
    stated = keep_facts(read(folder_of(tmp_path)), by_maya()).tables["costs"].statements
    client = keeper(language=language)

    pages = [words(client.get(f"/desk/statements/{stated[row['what']].pk}/")) for row in COSTS]

    assert [NOT_VERIFIED[language] in page for page in pages] == [False, True]


def test_a_held_table_leads_to_its_rows_and_a_cited_work_says_that_nothing_is_accepted_of_it(tmp_path: Path):
    keeping = keep_facts(read(folder_of(tmp_path)), by_maya())
    table, client = keeping.tables["costs"], keeper()

    page = words(client.get(f"/desk/pages/{table.layer.pk}/"))
    cited = words(client.get(f"/desk/works/{keeping.sources['A'].pk}/"))

    assert f"/desk/works/{table.work.pk}/" in page
    assert "https://example.org/stairs" in cited
    assert "Nothing is accepted of it yet" in cited


def test_forty_rows_cost_no_more_queries_than_two(tmp_path: Path):
    rows = json.dumps([{**COSTS[0], "what": f"Stairs of house {number}"} for number in range(40)])
    few = keep_facts(read(folder_of(tmp_path)), by_maya()).tables["costs"].work
    many = keep_facts(read(folder_of(tmp_path, costs_json=rows)), by_maya()).tables["costs"].work
    client = keeper()

    asked = [queries_of(client, f"/desk/works/{work.pk}/") for work in (few, many)]

    assert asked[0] >= asked[1] > 0


def queries_of(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as counted:
        assert client.get(address).status_code == 200
    return len(counted)
