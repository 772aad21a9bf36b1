"""A source is named in the reader's language where it has words in it, and as it was published where it has not."""

from pathlib import Path

import pytest

from sanad.engine.rules.words.pen import without_isolates
from sanad.rulebook.reading import canonical, load_canonical, load_programme
from tests.ops.conftest import run
from tests.rulebook.documented import FIRST, RULEBOOK, documented, write_example
from tests.rulebook.folders import change, problems

EXAMPLES = {example.name: example for example in documented(RULEBOOK.read_text(encoding="utf-8"))}
BOTH = "title: {en: A report on the grant, ar: خبر عن المنحة}"


@pytest.fixture
def reported(tmp_path: Path) -> Path:
    path = write_example(tmp_path, EXAMPLES[FIRST], EXAMPLES["readings"])
    note = "  note: {en: Nobody confirmed it., ar: لم يؤكده أحد.}\n"
    change(path, "sources.yaml", BOTH, f"{BOTH}\n{note.rstrip()}")
    return path


def told(*words: object) -> str:
    result = run("programme", *words)
    assert result.exit_code == 0, result.output
    return without_isolates(result.output)


@pytest.mark.parametrize(
    ("lang", "own", "others"),
    [
        ("en", ["A report on the grant", "Nobody confirmed it."], "خبر عن المنحة"),
        ("ar", ["خبر عن المنحة", "لم يؤكده أحد.", "A newspaper"], "A report on the grant"),
    ],
)
@pytest.mark.parametrize("command", [["explain"], ["show"]])
def test_a_source_is_named_in_the_readers_language(
    reported: Path, command: list[str], lang: str, own: list[str], others: str
):
    case = ["as-the-newspaper"] if command == ["explain"] else []

    text = told(*command, reported, *case, "--lang", lang)

    assert [words for words in own if words not in text] == []
    assert others not in text


def test_text_stays_as_it_is(reported: Path):
    in_both = load_programme(reported).hash

    change(reported, "sources.yaml", BOTH, "title: A report on the grant")

    assert load_programme(reported).sources["paper-february"].title == "A report on the grant"
    assert '"title":"A report on the grant"' in canonical(reported)
    assert load_programme(reported).hash != in_both
    assert "A report on the grant" in told("explain", reported, "as-the-newspaper", "--lang", "ar")


def test_a_stored_programme_keeps_both_languages(reported: Path):
    stored = load_canonical(canonical(reported))

    assert stored.sources["paper-february"].title == {"en": "A report on the grant", "ar": "خبر عن المنحة"}


@pytest.mark.parametrize(
    ("title", "says"),
    [
        ("title: {en: A report}", "`title` of `paper-february` has no `ar`."),
        ("title: [A report]", "`title` of `paper-february` is a list."),
    ],
)
def test_a_title_in_one_language_alone_is_plain_text(reported: Path, title: str, says: str):
    line = change(reported, "sources.yaml", BOTH, title)

    found = problems(reported)

    assert [problem.where.line for problem in found] == [line]
    assert says in str(found[0])
