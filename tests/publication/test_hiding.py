"""What is hidden stays hidden: from subtraction, from a second release, from a solver that has them all."""

import os
from collections import defaultdict
from collections.abc import Sequence
from itertools import permutations, product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sanad.publication.hiding.beside import Beside
from sanad.publication.hiding.choosing import shown_of
from sanad.publication.hiding.enough import Measure
from sanad.publication.hiding.trees import Tree
from sanad.publication.hiding.versions import WHOLE, Counted, Version
from tests.publication.attacker import Attacker, small_numbers

EXAMPLES = int(os.environ.get("SANAD_HIDING", "25"))
QUARTERS = Tree({"north": "", "south": "", "pine": "north", "cedar": "north", "olive": "north", "rose": "south"})
FLAT = Tree({"pine": "", "cedar": "", "olive": ""})
COLUMNS = ("days", "months", "years")
Sizes = dict[tuple[str, str], int]


def counted(sizes: dict[str, int], newcomers: int = 0, order: Sequence[int] = range(9)) -> Counted:
    """So many families in each row, numbered in some order of the rows; `newcomers` are of the first row."""
    found = {}
    for row, place in zip(sizes, order, strict=False):
        found[row] = {WHOLE: dict.fromkeys(range(place * 1_000, place * 1_000 + sizes[row]), 1)}
    next(iter(found.values()))[WHOLE].update(dict.fromkeys(range(-newcomers, 0), 1))
    return found


def test_a_small_row_is_hidden_and_another_with_it_so_that_nobody_subtracts():
    few = counted({"pine": 4, "cedar": 20, "olive": 50})

    shown = shown_of(FLAT, few).shown

    assert shown == {"", "olive"}


def test_that_there_is_nobody_may_be_said():
    shown = shown_of(FLAT, counted({"pine": 0, "cedar": 20, "olive": 50})).shown

    assert shown == {"", "pine", "cedar", "olive"}


def test_a_table_of_a_few_families_is_hidden_whole():
    assert shown_of(FLAT, counted({"pine": 4, "cedar": 3, "olive": 2})).shown == set()


def test_rows_of_nine_and_nine_are_not_told_by_their_sum():
    """Whoever guesses that both are small would know them from 18."""
    shown = shown_of(FLAT, counted({"pine": 9, "cedar": 9, "olive": 50})).shown

    assert shown == {""}


def test_a_quarter_is_hidden_in_its_district_and_its_neighbour_with_it():
    sizes = {"pine": 30, "cedar": 8, "olive": 14, "rose": 40}

    shown = shown_of(QUARTERS, counted(sizes)).shown

    assert shown == {"", "north", "south", "pine", "rose"}


def test_a_sum_of_which_one_family_is_most_is_hidden():
    sums = {"pine": {WHOLE: {1: 900} | dict.fromkeys(range(2, 22), 5)}, "cedar": {WHOLE: dict.fromkeys(range(30), 10)}}

    shown = shown_of(Tree({"pine": "", "cedar": ""}), sums).shown

    assert "pine" not in shown


def test_a_row_is_hidden_beside_a_number_elsewhere_that_a_few_families_more_make_up():
    table = counted({"pine": 15, "cedar": 20, "olive": 50})
    claimed = frozenset({*range(15), 500, 501, 502})

    shown = shown_of(FLAT, table, beside=Beside.of([claimed])).shown

    assert "pine" not in shown
    assert len(FLAT.rows - shown) == 2


def test_a_row_of_the_same_families_as_a_number_elsewhere_is_shown():
    shown = shown_of(FLAT, counted({"pine": 15, "cedar": 20, "olive": 50}), beside=Beside.of([frozenset(range(15))]))

    assert "pine" in shown.shown


def test_one_family_more_changes_nothing_that_is_shown_anew():
    before = shown_of(FLAT, counted({"pine": 20, "cedar": 20, "olive": 50}))

    after = shown_of(FLAT, counted({"pine": 20, "cedar": 20, "olive": 50}, newcomers=1), [before])

    assert before.shown == {"", "pine", "cedar", "olive"}
    assert after.shown == set()


def test_one_family_more_beside_many_elsewhere_is_told_with_those_only():
    before = shown_of(FLAT, counted({"pine": 20, "cedar": 20, "olive": 50}))

    after = shown_of(FLAT, counted({"pine": 20, "cedar": 20, "olive": 62}, newcomers=1), [before])

    assert after.shown == {"", "cedar"}


def test_it_is_held_against_every_earlier_version_and_not_the_last_alone():
    first = shown_of(FLAT, counted({"pine": 20, "cedar": 20, "olive": 50}))
    second = shown_of(FLAT, counted({"pine": 20, "cedar": 20, "olive": 62}), [first])

    third = shown_of(FLAT, counted({"pine": 20, "cedar": 20, "olive": 51}), [first, second])

    assert second.shown == {"", "pine", "cedar", "olive"}
    assert third.shown == set()


def test_what_grew_out_of_hiding_is_told_only_when_its_mask_has_changed_too():
    before = shown_of(FLAT, counted({"pine": 4, "cedar": 20, "olive": 50}))

    after = shown_of(FLAT, counted({"pine": 14, "cedar": 20, "olive": 50}), [before])

    assert after.shown == {"", "olive"}


def test_what_shrank_is_not_masked_by_a_row_whose_number_everybody_knows():
    before = shown_of(FLAT, counted({"pine": 15, "cedar": 20, "olive": 50}))

    after = shown_of(FLAT, counted({"pine": 3, "cedar": 20, "olive": 50}), [before])

    assert after.shown == set()


sizes = st.integers(0, 24) | st.sampled_from([0, 1, 9, 10, 11])


@st.composite
def tables(draw: st.DrawFn, columns: tuple[str, ...], releases: int = 1) -> list[Counted]:
    """Families in the cells of QUARTERS; from release to release some come, some go and some move."""
    leaves = sorted(QUARTERS.leaves(""))
    homes = [cell for cell in product(leaves, columns) for _ in range(draw(sizes))]
    dice, found = Random(draw(st.integers(0, 2**32))), []
    for _ in range(releases):
        found.append(placed(dict(enumerate(homes))))
        for number in dice.sample(range(len(homes)), min(len(homes), draw(sizes))):
            homes[number] = draw(st.sampled_from([("", ""), *product(leaves, columns)]))
        homes += [dice.choice(list(product(leaves, columns))) for _ in range(draw(sizes))]
    return found


def placed(homes: dict[int, tuple[str, str]]) -> Counted:
    cells: dict[str, dict[str, dict[int, int]]] = defaultdict(lambda: defaultdict(dict))
    for family, (leaf, column) in homes.items():
        if leaf:
            cells[leaf][column][family] = 1
    return cells


def released(tables: list[Counted]) -> list[Version]:
    versions: list[Version] = []
    for table in tables:
        versions.append(shown_of(QUARTERS, table, versions))
    return versions


@settings(max_examples=EXAMPLES, deadline=None)
@given(tables=tables(COLUMNS))
def test_a_solver_recovers_nothing_from_one_release_of_rows_columns_and_totals(tables: list[Counted]):
    attacker = Attacker(QUARTERS, released(tables), COLUMNS)

    rooms = {name: attacker.room(about) for name, about in small_numbers(attacker, 10)}

    assert {name: room for name, room in rooms.items() if room < 10} == {}


@settings(max_examples=EXAMPLES, deadline=None)
@given(tables=tables((WHOLE,), releases=3))
def test_a_solver_recovers_nothing_from_three_releases(tables: list[Counted]):
    attacker = Attacker(QUARTERS, released(tables), (WHOLE,))

    rooms = {name: attacker.room(about) for name, about in small_numbers(attacker, 10)}

    assert {name: room for name, room in rooms.items() if room < 10} == {}


@settings(max_examples=EXAMPLES, deadline=None)
@given(tables=tables(COLUMNS[:2], releases=2))
def test_a_solver_recovers_nothing_from_two_releases_with_columns(tables: list[Counted]):
    attacker = Attacker(QUARTERS, released(tables), COLUMNS[:2])

    rooms = {name: attacker.room(about) for name, about in small_numbers(attacker, 10)}

    assert {name: room for name, room in rooms.items() if room < 10} == {}


@settings(max_examples=EXAMPLES, deadline=None)
@given(tables=tables((WHOLE,), releases=2))
def test_nor_where_a_friend_tells_in_which_quarters_nothing_changed(tables: list[Counted]):
    versions = released(tables)
    attacker = Attacker(QUARTERS, versions, (WHOLE,))
    attacker.suppose_still(leaf for leaf in QUARTERS.leaves("") if not moved(versions, leaf))

    rooms = {name: attacker.room(about) for name, about in small_numbers(attacker, 10)}

    assert {name: room for name, room in rooms.items() if room == 0} == {}


def moved(versions: list[Version], leaf: str) -> bool:
    first, second = (version.counted.get(leaf, {}) for version in versions)
    return first != second


@pytest.mark.parametrize("fewest", [2, 3])
def test_somebody_who_knows_the_method_finds_another_table_behind_everything_hidden(fewest: int):
    """Every table of three rows: each one that shows the same differs in each hidden row from another of them."""
    told: dict[object, list[tuple[int, ...]]] = defaultdict(list)
    rows = sorted(FLAT.leaves(""))
    for sizes, order in product(product(range(2 * fewest + 2), repeat=3), permutations(range(3))):
        of_row = dict(zip(rows, sizes, strict=True))
        shown = shown_of(FLAT, counted(of_row, order=order), measure=Measure(fewest)).shown
        said = {row: of_row.get(row, sum(sizes)) for row in shown}
        told[tuple(sorted(said.items()))].append(sizes)

    found_out = [
        (said, worlds[0])
        for said, worlds in told.items()
        for place, row in enumerate(rows)
        if row not in dict(said) and len({world[place] for world in worlds}) == 1
    ]

    assert len(told) > 10
    assert found_out == []
