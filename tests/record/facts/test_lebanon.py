"""A real folder of figures: six steps of money, four counts of one war, two accounts of one sum, dated steps."""

import re

import pytest

from sanad.record.importers.facts.folder import ReadFolder
from sanad.record.kinds import Holding
from sanad.record.models import Commitment, Event, Figure, Question, Statement, TextLayer, Version, Work
from sanad.record.models.checks import EDTF
from sanad.record.selectors.chains import chain_of
from sanad.record.selectors.timeline import timeline_of_event
from sanad.record.selectors.versions import sides_of
from sanad.record.selectors.works import told_in
from sanad.record.verification import verify_record
from tests.record.facts.lebanon import folder, in_file, kept, lines_of, read, sources_of, told

pytestmark = pytest.mark.django_db
NOT_VERIFIED = ["contracted", "confirmed-output"]
TABLES_OF_FINANCE = ("funnel", "leapComponents", "adjacentFlows", "procurementPackages")


def faults_by_code(found: ReadFolder) -> dict[str, list[str]]:
    told: dict[str, list[str]] = {}
    for one in found.faults:
        told.setdefault(one.code, []).append(one.row or one.column)
    return told


def test_every_row_of_the_folder_is_kept_refused_by_name_or_left_aside():
    found = read()

    finance, destruction, pay = in_file("finance.json"), in_file("destruction.json"), in_file("compensation.json")
    in_tables = [
        *(one for name in TABLES_OF_FINANCE for one in finance[name]),
        finance["procurementBaselines"],
        *(one for name in ("tracks2024", "zones2026") for one in destruction[name]),
        destruction["presidentialEstimate"],
        *(one for track in ("stateTrack", "parallelTrack") for one in pay[track]["instruments"]),
        *pay["parallelTrack"]["household_accounts_reported"],
        pay["parallelTrack"]["announced_plan"],
        *in_file("district-damage.json")["districts"],
        in_file("district-damage.json")["totals"],
        *(row for name in ("leap-results.tsv", "timeline.tsv", "sources.tsv") for row in lines_of(name)),
    ]
    beside = [fault for fault in (*found.faults, *found.aside) if not fault.row]
    assert found.rows == found.kept + found.refused + len(found.aside) == len(in_tables) + len(beside)
    assert all(fault.file and (fault.row or fault.column) for fault in found.faults)


def test_what_names_no_source_is_refused_and_nothing_else_is():
    assert faults_by_code(read()) == {
        "no_source": ["1 (households)", "2 (households)", "3 (households)", "1 (plan of 2025)"],
        "outside": [
            *("stateTrack.status2024", "stateTrack.status2026", "stateTrack.confirmedPayments"),
            *("parallelTrack.household_accounts_source", "parallelTrack.confirmedPayments"),
        ],
    }


def test_the_money_stands_in_its_six_steps_in_the_order_and_the_words_of_its_source():
    funnel = in_file("finance.json")["funnel"]
    keeping = kept()

    steps = told(keeping, "funnel")

    assert [one["id"] for one in funnel] == list(keeping.tables["funnel"].statements)
    assert [one.content.exact.splitlines()[0] for one in steps] == [one["label"] for one in funnel]
    assert [one.narrative_no for one in steps] == [1, 2, 3, 4, 5, 6]
    assert [row.statement for row in told_in(keeping.tables["funnel"].work)] == steps
    assert [one.when for one in steps] == [one["date"] for one in funnel]
    assert len({one.content_id for one in steps}) == len(steps) == 6


def test_what_is_not_verified_has_words_and_no_sum():
    funnel = {one["id"]: one for one in in_file("finance.json")["funnel"]}
    keeping = kept()
    steps = keeping.tables["funnel"].statements

    sums = {key: [one.amount for one in step.figures.all()] for key, step in steps.items()}

    assert [key for key, amounts in sums.items() if not amounts] == NOT_VERIFIED
    for key, amounts in sums.items():
        assert amounts in ([], [funnel[key]["amountUsd"] * 100])
    shown = told_in(keeping.tables["funnel"].work)
    assert [row.is_verified for row in shown] == [True] * 4 + [False] * 2
    for key in NOT_VERIFIED:
        assert "not_verified" in steps[key].content.exact
        assert funnel[key]["note"] in steps[key].content.exact
        assert "amountUsd" not in steps[key].content.exact


def test_a_sum_that_its_source_gives_as_zero_stays_zero():
    keeping = kept()

    works = keeping.tables["components"].statements["Reconstruction works"]

    assert sorted(works.figures.values_list("amount", flat=True)) == [0, 455_000_000_00]


def test_each_step_leads_to_the_sources_that_its_row_names_and_to_no_other():
    keeping = kept()
    listed = {row["id"]: row for row in lines_of("sources.tsv")}

    for row in in_file("finance.json")["funnel"]:
        cited = sources_of(keeping.tables["funnel"].statements[row["id"]])
        told = {(one.title, one.published, one.url, one.publisher.label) for one in cited}
        wanted = [listed[key] for key in row["sourceIds"]]
        assert told == {(one["title"], one["date"], one["url"], one["organisation"]) for one in wanted}
        assert {one.holding for one in cited} == {Holding.CITED_ONLY}


def test_every_source_of_the_list_is_a_work_that_is_cited_and_not_held():
    keeping = kept()

    for row in lines_of("sources.tsv"):
        work = keeping.sources[row["id"]]
        assert (work.title, work.url, work.published, work.capture) == (row["title"], row["url"], row["date"], None)


def test_four_counts_of_one_war_stand_side_by_side_without_a_rank():
    kept()
    question = Question.objects.get(text__contains="war of 2024")

    sides = sides_of(question)

    words = [side.grounds[0].statement.content.exact for side in sides]
    assert [one.splitlines()[0] for one in words] == [
        row["headline"] for row in in_file("destruction.json")["tracks2024"]
    ]
    assert len({side.version.account_id for side in sides}) == len(sides) == 4
    assert {(side.version.stance, side.version.toward) for side in sides} == {("asserts", None)}
    assert {field.name for field in Version._meta.concrete_fields} == {
        *("id", "question", "account", "summary", "stance", "toward")
    }
    assert not Figure.objects.filter(statement__grounds_of__version__question=question).exists()


def test_what_the_8000_dollars_are_for_is_told_in_two_ways_each_by_its_own_source():
    keeping = kept()
    question = Question.objects.get(text__contains="8,000 dollars")

    sides = sides_of(question)

    detail = in_file("compensation.json")["parallelTrack"]["instruments"][0]["detail"]
    words = [side.grounds[0].statement.content.exact for side in sides]
    assert " ".join(words) == detail
    cited = [sources_of(side.grounds[0].statement) for side in sides]
    assert cited == [{keeping.sources["S9"]}, {keeping.sources["S34"]}]
    assert [side.version.account.narrator.label for side in sides] == ["Reuters", "Associated Press (via Naharnet)"]


def test_every_dated_step_is_an_event_with_its_day_and_its_primary_source():
    keeping = kept()
    rows = lines_of("timeline.tsv")

    steps = told(keeping, "timeline")

    assert [one.event.label for one in steps] == [row["label"] for row in rows]
    assert all(re.match(EDTF, one.event.when) and one.event.when_basis == "stated" for one in steps)
    for row, step in zip(rows, steps, strict=True):
        assert sources_of(step) == {keeping.sources[key] for key in row["sourceIds"].split(",")}
        assert step.event.when == (row["date"][:7] if "dated to month" in row["label"] else row["date"])
    whole = Event.objects.get(kind="timeline")
    in_time = [one.event for one in timeline_of_event(whole) if one.event and one.event != whole]
    assert in_time == [one.event for one in steps]
    assert whole.parts.count() == len(rows) == 26


def test_a_day_of_which_only_the_month_is_meant_is_a_month():
    months = {"2025-05", "2025-07"}

    kept()

    assert set(Event.objects.filter(when__regex=r"^\d{4}-\d{2}$").values_list("when", flat=True)) == months
    assert {one.facts["month"] for one in read().notices if one.code == "only_the_month"} == months


def test_the_announcement_of_5_december_2024_is_a_commitment_with_its_own_source():
    keeping = kept()

    promise = Commitment.objects.get()

    assert (promise.made_by.label, promise.made_when, promise.strength) == ("Hezbollah", "2024-12-05", "announced_plan")
    assert (promise.due_text, promise.due_kind, promise.due) == ("a year's rent", "vague", "")
    assert promise.due_text in promise.evidence.content.exact
    assert (promise.amount, promise.currency, promise.bound) == (8_000_00, "USD", "exact")
    assert sorted(promise.evidence.figures.values_list("amount", flat=True)) == [4_000_00, 6_000_00, 8_000_00]
    assert sources_of(promise.evidence) == {keeping.sources["S9"]}
    assert not promise.outcomes.exists()


def test_every_statement_stands_in_the_text_of_its_file_and_the_chain_has_no_gap():
    kept()

    assert list(verify_record()) == []
    for statement in Statement.objects.select_related("content__layer", "account"):
        span = statement.content
        assert span.layer.text[span.start : span.end] == span.exact
        assert chain_of(statement.account).is_unbroken
    assert TextLayer.objects.count() == 6
    assert Work.objects.filter(holding=Holding.HELD).count() == 14


def test_the_same_folder_twice_adds_nothing_and_says_so():
    first = kept()
    counts = {model: model.objects.count() for model in (Statement, Work, Event, Version, Commitment, TextLayer)}

    again = kept()

    assert again.counts(again.made) == {}
    assert again.counts(again.known) == first.counts(first.made)
    assert {model: model.objects.count() for model in counts} == counts


def test_nothing_of_the_folder_lies_in_the_project():
    """Its sentences are other people's."""
    notes = [row["note"] for row in in_file("finance.json")["funnel"] if "note" in row]
    plan = read_plan_text()

    assert folder().is_dir()
    assert [note for note in notes if note in plan] == []


def read_plan_text() -> str:
    from_package = read().plan
    return from_package.model_dump_json()
