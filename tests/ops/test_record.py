"""`sanad record import`, as a person runs it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sanad.ops.cli import application
from tests.ops.conftest import run
from tests.record.making import PAGE, PARAGRAPH, pdf, wacz, warc

HTML = {"Content-Type": "text/html"}
ARCHIVE = warc(
    ("https://news.example/1", PAGE, HTML), ("https://news.example/2", b"icon", {"Content-Type": "image/png"})
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One of each kind, one that is broken, and what is no page."""
    files = {
        "a.txt": PARAGRAPH.encode(),
        "b.html": PAGE,
        "c.warc.gz": ARCHIVE,
        "d.wacz": wacz({"archive/a.warc.gz": ARCHIVE}),
        "e.pdf": pdf([(50, 700, 12, "The stairs are repaired.")]),
        "f.vtt": b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Rita>We will pay.\n",
        "g.yaml": b"source: {title: Minutes}\nquotations:\n  - text: He said no.\n",
        "h.pdf": b"broken",
        "i.json": b'{"settings": 1}',
        "j.png": b"picture",
    }
    for name, raw in files.items():
        (tmp_path / name).write_bytes(raw)
    (tmp_path / "inner").mkdir()
    return tmp_path


def lines(result: Result) -> list[dict]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_folder_gives_one_line_for_each_page(folder: Path):
    told = lines(run("record", "import", folder, "--json"))

    assert [one["page"]["file"] for one in told] == sorted(
        ["a.txt", "b.html", "c.warc.gz", "d.wacz", "e.pdf", "f.vtt", "g.yaml", "h.pdf"]
    )
    assert [one["page"]["file"] for one in told if "error" in one] == ["h.pdf"]
    assert {one["page"]["media_type"] for one in told if "error" not in one} == {
        *("text/plain", "text/html", "application/pdf", "text/vtt", "application/yaml")
    }


def test_the_counts_of_a_folder_add_up(folder: Path):
    result = run("record", "import", folder, "--json")

    assert result.exit_code == 1
    assert result.stderr.strip() == (
        "Files: 10. Pages read: 7. Pages that could not be read: 1. No pages: 2. "
        "Records of archives that are no page: 6. Folders not looked into: 1."
    )


def test_a_page_of_an_archive_tells_where_it_is_from(folder: Path):
    (told,) = lines(run("record", "import", folder / "c.warc.gz", "--json"))

    assert told["page"]["url"] == "https://news.example/1"
    assert told["page"]["capture"]["captured_at"] == "2024-12-05T10:00:00Z"
    assert told["page"]["layer"]["text"].endswith(PARAGRAPH)


def test_an_archive_is_counted(folder: Path):
    result = run("record", "import", folder / "c.warc.gz")

    assert result.exit_code == 0
    assert "pages read: 1. Not read: 0. Records that are no page: 3." in result.stderr


@pytest.mark.parametrize(("lang", "sentence"), [("en", "does not begin as a PDF does"), ("ar", "لا يبدأ كما تبدأ")])
def test_a_page_that_cannot_be_read_says_why(folder: Path, lang: str, sentence: str):
    result = run("record", "import", folder / "h.pdf", "--lang", lang)

    assert result.exit_code == 1
    assert sentence in result.stderr


def test_a_warning_is_told_before_what_the_page_says(folder: Path):
    card = b"<article><a href=/2>Another story of the day</a></article>"
    (folder / "b.html").write_bytes(PAGE.replace(b"</body>", card + b"</body>"))

    assert "Links to other stories left out: 1." in run("record", "import", folder / "b.html").stdout


def test_pasted_text_comes_by_standard_input():
    pasted = "The mayor said, “We will pay.”"

    result = CliRunner().invoke(application("record"), ["record", "import", "-", "--json"], input=pasted)

    (told,) = lines(result)
    assert told["page"]["layer"]["text"] == pasted
    assert [one["inner"]["text"] for one in told["quotations"]] == ["We will pay."]


def test_many_pages_are_read_on_every_core(tmp_path: Path):
    for number in range(60):
        (tmp_path / f"{number:02}.html").write_bytes(PAGE)

    told = lines(run("record", "import", tmp_path, "--json"))

    assert [one["page"]["file"] for one in told] == [f"{number:02}.html" for number in range(60)]
