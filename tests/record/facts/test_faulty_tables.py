"""What is wrong with a table is named by file, row and field, in both languages; all else is kept."""

import json
from functools import partial
from pathlib import Path

import pytest

from sanad.record.importers.facts.faults import PlanRefused
from sanad.record.importers.facts.plan import read_plan
from sanad.record.importers.facts.sentences import FAULTS, NOTICES, fault_in
from sanad.record.kinds import Why
from sanad.record.models import Capture, Event, Figure, Statement, Version, Work
from sanad.record.refusals import RecordRefused
from sanad.record.selectors.works import told_in
from sanad.record.services.facts.keeping import keep_facts
from sanad.record.services.retractions import retract
from tests.at_once import at_once
from tests.record.facts.tables import COSTS, PLAN, SOURCES, STEPS, costs, folder_of, read
from tests.record.keeping.pages import by_maya, by_omar
from tests.record.keeping.refusing import code_of

ROWS = 6
"""Of the whole made-up folder: two sources, two costs, two steps."""


def test_a_sound_folder_is_kept_whole(tmp_path: Path):
    found = read(folder_of(tmp_path))

    assert (found.rows, found.kept, list(found.faults)) == (ROWS, ROWS, [])


FAULTY = [
    ({"costs_json": costs(cost=None)}, ("no_field", "costs.json", "1 (costs)", "cost")),
    ({"costs_json": costs(what=" ")}, ("empty_field", "costs.json", "1 (costs)", "what")),
    ({"costs_json": costs(**{"from": None})}, ("no_source", "costs.json", "1 (costs)", "from")),
    ({"costs_json": costs(**{"from": []})}, ("no_source", "costs.json", "1 (costs)", "from")),
    ({"costs_json": costs(**{"from": ["Z"]})}, ("unknown_source", "costs.json", "1 (costs)", "from")),
    ({"costs_json": costs(cost="about 1,200")}, ("not_a_sum", "costs.json", "1 (costs)", "cost")),
    ({"costs_json": costs(cost=-1)}, ("not_a_sum", "costs.json", "1 (costs)", "cost")),
    ({"costs_json": costs(cost="1e3")}, ("not_a_sum", "costs.json", "1 (costs)", "cost")),
    ({"costs_json": costs(cost="12.345")}, ("not_a_sum", "costs.json", "1 (costs)", "cost")),
    ({"costs_json": costs(cost="٣٠")}, ("not_a_sum", "costs.json", "1 (costs)", "cost")),
    ({"costs_json": costs(cost="9" * 17)}, ("not_a_sum", "costs.json", "1 (costs)", "cost")),
    ({"costs_json": costs(what="s" * 201)}, ("too_long", "costs.json", "1 (costs)", "what")),
    ({"costs_json": json.dumps([COSTS[1], COSTS[1]])}, ("same_key", "costs.json", "2 (costs)", "what")),
    ({"steps_tsv": STEPS.replace("2025-03-01", "2025-02-30")}, ("not_a_day", "steps.tsv", "1 (steps)", "day")),
    ({"steps_tsv": STEPS.replace("2025-03-01", "1 March")}, ("not_a_day", "steps.tsv", "1 (steps)", "day")),
    ({"steps_tsv": STEPS.replace("2025-03-01", "٢٠٢٥-٠٣")}, ("not_a_day", "steps.tsv", "1 (steps)", "day")),
    ({"steps_tsv": STEPS.replace("\tcouncil", "")}, ("wrong_cells", "steps.tsv", "1 (steps)", "")),
    ({"steps_tsv": STEPS.replace("council", "c" * 33)}, ("too_long", "steps.tsv", "1 (steps)", "by")),
    ({"sources_tsv": SOURCES + "A\tx\t2025\ty\tz\n"}, ("same_key", "sources.tsv", "3", "id")),
    ({"sources_tsv": SOURCES + "C\tx\tMay\ty\tz\n"}, ("not_a_day", "sources.tsv", "3", "date")),
    ({"sources_tsv": SOURCES + "C\tx\t2025\t\tz\n"}, ("empty_field", "sources.tsv", "3", "title")),
]


@pytest.mark.parametrize(("files", "fault"), FAULTY, ids=[f"{one[1][0]} {number}" for number, one in enumerate(FAULTY)])
def test_a_row_that_is_wrong_is_refused_by_its_field_and_the_others_stay(
    tmp_path: Path, files: dict[str, str], fault: tuple[str, str, str, str]
):
    found = read(folder_of(tmp_path, **files))

    told = [(one.code, one.file, one.row, one.column) for one in found.faults if one.rows]
    assert told == [fault]
    assert found.rows == found.kept + found.refused
    assert found.refused == 1
    assert found.kept >= ROWS - 1


def test_a_column_that_is_missing_refuses_each_row_of_the_table(tmp_path: Path):
    found = read(folder_of(tmp_path, steps_tsv=STEPS.replace("day\t", "when\t")))

    refused = [(one.code, one.row, one.column) for one in found.faults]
    assert refused == [("no_field", "1 (steps)", "day"), ("no_field", "2 (steps)", "day")]
    assert (found.kept, found.refused) == (ROWS - 2, 2)


FILES = [
    ({"costs_json": "[{"}, "not_json"),
    ({"costs_json": '[{"what": 1, "what": 2}]'}, "not_json"),
    ({"costs_json": '[{"what": "\\ud800"}]'}, "not_json"),
    ({"costs_json": '[{"what": "\\u0000"}]'}, "not_json"),
    ({"costs_json": "[" * 30 + "]" * 30}, "not_json"),
    ({"costs_json": "[" * 100_000}, "not_json"),
    ({"costs_json": "سلم".encode("cp1256")}, "not_utf8"),
    ({"costs_json": b"[\0]"}, "not_text"),
    ({"costs_json": b" " * 5_000_001}, "too_large_table"),
    ({"steps_tsv": STEPS.replace("what", "day")}, "doubled_column"),
]


@pytest.mark.parametrize(("files", "code"), FILES)
def test_a_file_that_cannot_be_read_is_named_and_the_others_are_kept(
    tmp_path: Path, files: dict[str, str | bytes], code: str
):
    found = read(folder_of(tmp_path, **files))

    assert (found.faults[0].code, found.faults[0].file) == (code, next(iter(files)).replace("_", "."))
    assert found.kept == ROWS - 2


def test_a_file_that_the_plan_names_and_the_folder_lacks_is_named(tmp_path: Path):
    folder = folder_of(tmp_path)
    (folder / "costs.json").unlink()

    first = next(iter(read(folder).faults))

    assert (first.code, first.file) == ("no_file", "costs.json")


def test_what_stands_in_no_table_is_refused_by_its_place(tmp_path: Path):
    more = {"costs": COSTS, "note": "read it so", "sum": {"all": 1200}}
    plan = PLAN.replace("file: costs.json,", "file: costs.json, at: costs,")

    found = read(folder_of(tmp_path, costs_json=json.dumps(more), facts_yaml=plan, letter_txt="x"))

    told = [(one.code, one.file, one.column) for one in found.faults]
    assert told == [
        ("outside", "costs.json", "note"),
        ("outside", "costs.json", "sum.all"),
        ("outside", "letter.txt", ""),
    ]
    assert found.rows == ROWS + 3


def test_a_source_that_the_list_lacks_is_told_where_another_is_known(tmp_path: Path):
    found = read(folder_of(tmp_path, costs_json=costs(**{"from": ["A", "Z"]})))

    assert [(one.code, one.row, one.facts["ids"]) for one in found.notices if one.code == "source_not_listed"] == [
        ("source_not_listed", "1 (costs)", "Z")
    ]
    assert found.kept == ROWS


UNDUE = "table: costs, row: x, text: x, act: pay, strength: offer, due_kind: vague"
PLANS = [
    (PLAN.replace("label: what", "lable: what"), "tables.0.lable"),
    (
        PLAN + "commitments:\n  - {table: costs, row: x, text: x, act: pay, strength: offer, due_kind: vague}",
        "commitments.0",
    ),
    (PLAN.replace("name: steps", "name: costs"), "tables"),
    (PLAN.replace("table: costs, row: Stairs of the mill", "table: stairs, row: x"), "table"),
    ("title: [", "facts.yaml"),
    ("a: &a [1]\nb: *a\n", "facts.yaml"),
    ("", ""),
]


@pytest.mark.parametrize(("plan", "where"), PLANS)
def test_a_plan_that_cannot_be_followed_names_its_place(tmp_path: Path, plan: str, where: str):
    folder = folder_of(tmp_path, facts_yaml=plan)

    with pytest.raises(PlanRefused) as refused:
        read_plan(folder / "facts.yaml")
    assert refused.value.where == where


def promise(**changed: str) -> str:
    told = {"due_text": "mill", "words": "1200", "row": "Stairs of the mill", "column": "cost", "amount": "1200"}
    now = {**told, **changed}
    return (
        f"{PLAN}commitments:\n  - {{table: costs, row: {now['row']}, text: Pay, act: pay, strength: promise, "
        f'due_text: "{now["due_text"]}", due_kind: vague, '
        f'sums: [{{words: "{now["words"]}", amount: "{now["amount"]}", currency: USD, purpose: stairs}}]}}\n'
    )


@pytest.mark.parametrize(
    ("plan", "code"),
    [
        (promise(due_text="in a year"), "words_not_there"),
        (promise(words="1300"), "words_not_there"),
        (promise(row="Stairs of the church"), "no_row"),
        (promise(amount="12.345"), "not_a_sum"),
    ],
)
def test_a_commitment_of_the_plan_that_the_table_does_not_bear_out_is_left_out(tmp_path: Path, plan: str, code: str):
    found = read(folder_of(tmp_path, facts_yaml=plan))

    assert [(one.code, one.row) for one in found.faults] == [(code, "commitments 1")]
    assert not found.is_sound("commitments 1")
    assert found.is_sound("questions 1")


def test_every_fault_says_where_it_is_and_what_to_do_in_both_languages(tmp_path: Path):
    found = read(folder_of(tmp_path, costs_json=costs(cost="many"), steps_tsv=STEPS.replace("2025-04", "spring")))

    english, arabic = ([fault_in(one)[language] for one in found.faults] for language in ("en", "ar"))

    assert english[0].startswith("costs.json, row 1 (costs), field cost: “many” is no sum in USD.")
    assert arabic[1].startswith("steps.tsv، السطر 2 (steps)، الحقل day: «spring» ليس يومًا في تقويم.")
    assert not FAULTS.keys() & NOTICES.keys()


@pytest.mark.django_db
def test_what_was_not_refused_is_kept_with_its_sources(tmp_path: Path):
    keeping = keep_facts(read(folder_of(tmp_path, costs_json=costs(cost="many"))), by_maya())

    (row,) = told_in(keeping.tables["costs"].work)
    assert (row.is_verified, row.figures, [one.url for one in row.sources]) == (
        False,
        [],
        ["https://example.org/cost"],
    )
    assert not Figure.objects.exists()
    assert not Version.objects.exists()
    assert Event.objects.count() == 3


@pytest.mark.django_db
def test_a_folder_of_which_nothing_can_be_kept_writes_nothing(tmp_path: Path):
    folder = folder_of(tmp_path, sources_tsv="id\n")

    assert code_of(lambda: keep_facts(read(folder), by_maya())) == "no_facts"
    assert not Capture.objects.exists()


@pytest.mark.django_db
def test_a_table_that_changed_is_told_beside_the_earlier_one_and_the_rest_is_known(tmp_path: Path):
    keep_facts(read(folder_of(tmp_path)), by_maya())
    before = set(Statement.objects.values_list("pk", flat=True))

    again = keep_facts(read(folder_of(tmp_path, costs_json=costs(cost=1300))), by_maya())

    assert again.counts(again.made) == {"accounts": 2, "files": 1, "statements": 2, "tables": 1}
    assert again.counts(again.known)["events"] == 2
    assert before < set(Statement.objects.values_list("pk", flat=True))


@pytest.mark.django_db
def test_what_was_withdrawn_does_not_come_back_with_the_same_folder(tmp_path: Path):
    keeping = keep_facts(read(folder_of(tmp_path)), by_maya())
    first = keeping.tables["costs"].statements["Stairs of the mill"]
    retract(first, Why.WITHDRAWN_BY_US, "a wrong row", by_omar())

    again = keep_facts(read(folder_of(tmp_path)), by_maya())

    assert again.counts(again.made) == {}
    assert [row.statement for row in told_in(keeping.tables["costs"].work)] != [first]


@pytest.mark.django_db
def test_a_source_that_is_taken_back_reaches_the_rows_that_name_it_and_no_others(tmp_path: Path):
    keeping = keep_facts(read(folder_of(tmp_path)), by_maya())

    retraction = retract(keeping.sources["A"], Why.SOURCE_RETRACTED, "it took the report back", by_omar())

    reached = set(retraction.reached.values_list("statement", flat=True))
    of_a = [keeping.tables["costs"].statements["Stairs of the mill"], *keeping.tables["steps"].statements.values()]
    assert reached == {one.pk for one in of_a}
    assert [row.is_retracted for row in told_in(keeping.tables["costs"].work)] == [True, False]


def test_of_two_who_bring_the_same_folder_at_once_one_writes_it(own_database, tmp_path: Path):
    found = read(folder_of(tmp_path))
    by = by_maya()

    both = at_once(partial(keep_facts, found, by), partial(keep_facts, found, by))

    assert sorted(len(one.counts(one.made)) > 0 for one in both) == [False, True]
    assert (Statement.objects.count(), Event.objects.count(), Version.objects.count()) == (4, 3, 2)
    assert Work.objects.count() == 4


@pytest.mark.django_db
def test_nothing_is_written_where_the_record_refuses_a_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(*_given: object) -> None:
        raise RecordRefused("rests_on_nothing")

    monkeypatch.setattr("sanad.record.services.facts.keeping.ask", refuse)

    assert code_of(lambda: keep_facts(read(folder_of(tmp_path)), by_maya())) == "rests_on_nothing"
    assert not Work.objects.exists()
    assert not Capture.objects.exists()
