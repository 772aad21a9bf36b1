"""Many patterns as one: which are tried at a word, and how much of what was read is remembered."""

import pytest

from sanad.record.proposing.scanning import Opening, Scanner
from sanad.record.proposing.words import LONGEST_KNOWN, MOST_KNOWN, Forms, form_of


@pytest.mark.parametrize(
    ("pattern", "first", "second"),
    [
        ("a[bc]", "a", {"b", "c"}),
        ("ab?c", "a", {"b", "c"}),
        ("a+b", "a", {"a", "b"}),
        ("(?:ab|ad)e", "a", {"b", "d"}),
        ("x?ab", "x", {"a"}),
        ("ab?", "a", None),
        ("a(?=b)", "a", None),
        ("a(?!b)c", "a", {"c"}),
    ],
)
def test_a_pattern_tells_what_can_follow_its_first_word(pattern, first, second):
    opening = Opening(pattern)

    assert first in opening.signs()
    assert opening.seconds(first) == second


def test_the_rule_that_stands_first_goes_first_at_every_word():
    scanner = Scanner([("long", "abc"), ("short", "ab?"), ("other", "bd")])

    found = [(one.name, one.first, one.after) for one in scanner.over("ababcabdb")]

    assert found == [("short", 0, 2), ("long", 2, 5), ("short", 5, 7)]


def test_what_words_are_is_remembered_of_so_many_and_of_no_long_one():
    forms = Forms(form_of)

    for number in range(MOST_KNOWN + 10):
        forms[f"word{number}"]
    forms["w" * (LONGEST_KNOWN + 1)]

    assert len(forms) == 10
