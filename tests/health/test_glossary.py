import re

from tests.health.tree import ROOT

GLOSSARY = ROOT / "docs/glossary.md"
ARABIC = re.compile(r"[\u0621-\u064a]")
LATIN = re.compile(r"[A-Za-z]")
OUTCOMES = {"award", "refuse", "defer", "refer", "unpublished", "incomplete", "error"}


def rows() -> list[list[str]]:
    """The cells of every row: word, meaning, Arabic word, Arabic meaning."""
    lines = [line for line in GLOSSARY.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [row for row in cells if row[0] != "word"]


def words() -> list[str]:
    return [row[0].strip("*`") for row in rows()]


def test_every_word_is_explained_in_both_languages():
    incomplete = [row for row in rows() if len(row) != 4 or not all(row)]

    foreign = [row[0] for row in rows() if not (ARABIC.search(row[2]) and ARABIC.search(row[3]))]
    mixed = [row[0] for row in rows() if LATIN.search(row[2])]

    assert len(rows()) > 50
    assert incomplete == []
    assert foreign == []
    assert mixed == []


def test_no_word_is_explained_twice():
    assert sorted(set(words())) == sorted(words())


def test_one_arabic_word_stands_for_one_english_word():
    arabic = [row[2] for row in rows()]

    doubled = {word for word in arabic if arabic.count(word) > 1}

    assert doubled == set()


def test_every_outcome_is_explained():
    assert set(words()) >= OUTCOMES
