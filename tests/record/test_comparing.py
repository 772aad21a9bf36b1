"""Whoever measures must be measured: two shapes that differ in one thing differ in one figure."""

import copy

from tests.record.comparing import Figures

PAGE = {
    "entities": [
        {"id": "a", "kind": "person", "name": "Rita Haddad", "aliases": ["Haddad"]},
        {"id": "b", "kind": "person", "name": "Sami Nassar", "aliases": []},
    ],
    "quotations": [
        {"kind": "direct", "span": {"start": 0, "end": 9}, "speaker": "a", "resolution": "name"},
        {"kind": "direct", "span": {"start": 20, "end": 29}, "speaker": "b", "resolution": "pronoun"},
    ],
    "reported": [{"span": {"start": 40, "end": 60}}],
    "dates": [{"span": {"start": 61, "end": 65}}],
    "money": [{"span": {"start": 70, "end": 75}, "amount": 100, "bound": "exact"}],
    "commitments": [{"evidence": {"start": 40, "end": 60}}],
}


def figures(other: dict[str, object]) -> Figures:
    found = Figures()
    found.add(PAGE, other)
    return found


def test_the_same_page_is_wholly_right():
    same = figures(PAGE)

    assert (same.direct.f1, same.both, same.contents.f1, same.dates.f1, same.money.f1) == (1, 1, 1, 1, 1)
    assert (same.speakers.same, same.pronouns.same, same.pronouns.there) == (2, 1, 1)


def test_a_wrong_speaker_is_counted_where_a_pronoun_names_it():
    other = copy.deepcopy(PAGE)
    other["quotations"][1]["speaker"] = "a"

    found = figures(other)

    assert (found.direct.f1, found.speakers.same, found.pronouns.same, found.both) == (1, 1, 0, 0.5)


def test_nobody_is_not_somebody():
    other = copy.deepcopy(PAGE)
    other["quotations"][0]["speaker"] = None

    assert figures(other).speakers.same == 1


def test_a_last_name_is_somebody_until_another_bears_it():
    there, other = copy.deepcopy(PAGE), copy.deepcopy(PAGE)
    there["entities"][0]["aliases"] = []
    other["entities"][0] |= {"name": "Mrs R Haddad", "aliases": []}

    alone = Figures()
    alone.add(there, other)
    there["entities"].append({"id": "c", "kind": "person", "name": "Nadim Haddad", "aliases": []})
    beside = Figures()
    beside.add(there, other)

    assert (alone.speakers.same, beside.speakers.same) == (2, 1)


def test_what_is_one_sign_longer_is_another_quotation():
    other = copy.deepcopy(PAGE)
    other["quotations"][0]["span"]["end"] = 10

    found = figures(other)

    assert (found.direct.same, found.direct.there, found.direct.proposed) == (1, 2, 2)


def test_a_sum_with_another_bound_is_another_sum():
    other = copy.deepcopy(PAGE)
    other["money"][0]["bound"] = "at_most"

    assert figures(other).money.same == 0


def test_confidence_counts_what_is_shown_without_a_second_look():
    other = copy.deepcopy(PAGE)
    other["quotations"][0]["confidence"], other["quotations"][1]["confidence"] = 0.9, 0.5
    other["quotations"][0]["speaker"] = "b"

    found = figures(other)

    assert (found.sure.there, found.sure.proposed, found.sure.same) == (2, 1, 0)
