import errno
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from sanad.sheets.problems import SheetRefused, cannot_write
from sanad.sheets.reading import open_sheet
from sanad.sheets.writing import guarded, write_csv, write_parquet, write_xlsx


@pytest.mark.parametrize("cell", ["=1+1", "+cmd", "-x", "@SUM(A1)", "\t=1", "-1-1"])
def test_a_text_that_a_spreadsheet_would_run_is_guarded(cell: str):
    assert guarded(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["-5", "+5.25", "12", "", "a=b", "الحي"])
def test_numbers_and_plain_texts_stay_as_they_are(cell: str):
    assert guarded(cell) == cell


@pytest.fixture
def full_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 100 kB, where this machine lets us make one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = shutil.which("mount")
    if os.geteuid() != 0 or not mount:
        pytest.skip("a small disk can be made by root only")
    command = [mount, "-t", "tmpfs", "-o", "size=100k", "none", str(folder)]
    made = subprocess.run(command, capture_output=True, check=False)
    if made.returncode:
        pytest.skip("this machine makes no small disks")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


ROWS = [(f"{place:x}" * 20, place * 7919 % 10007) for place in range(60_000)]


def write(kind: str, path: Path) -> None:
    if kind == "parquet":
        with duckdb.connect() as connection:
            connection.execute("create table rows as select md5(range::varchar) as text from range(60000)")
            write_parquet(connection, "rows", path, {})
    else:
        {"csv": write_csv, "xlsx": write_xlsx}[kind](path, ["text", "number"], ROWS)


@pytest.mark.parametrize("kind", ["csv", "xlsx", "parquet"])
def test_a_full_disk_leaves_no_half_file(full_disk: Path, kind: str):
    path = full_disk / f"file.{kind}"

    with pytest.raises(SheetRefused) as refusal:
        write(kind, path)

    assert refusal.value.code == "disk_full"
    assert "there is no space left on the disk." in refusal.value.says["en"]
    assert "لم تبقَ مساحة على القرص." in refusal.value.says["ar"]
    assert list(full_disk.iterdir()) == []


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, "No space left on device"),
        duckdb.IOException('IO Error: Could not write file "/x/.a.part": No space left on device\nSQL: copy ...'),
    ],
)
def test_a_full_disk_is_told_in_plain_words(error: OSError | duckdb.IOException):
    refusal = cannot_write(Path("a.csv"), error)

    assert refusal.says["en"].startswith("a.csv: there is no space left on the disk.")
    assert "(" not in refusal.says["en"] + refusal.says["ar"]


def test_another_reason_is_told_without_the_words_of_the_library():
    error = duckdb.IOException('IO Error: Cannot open file "/x/.a.part": Permission denied\nLINE 1: copy ...')

    assert "cannot be written (Permission denied)." in cannot_write(Path("a.csv"), error).says["en"]


@pytest.mark.parametrize("kind", ["csv", "xlsx", "parquet"])
def test_a_folder_that_is_not_there_is_told(tmp_path: Path, kind: str):
    with pytest.raises(SheetRefused) as refusal:
        write(kind, tmp_path / "nowhere" / f"file.{kind}")

    assert refusal.value.code == "cannot_write"
    assert "مساحة" in refusal.value.says["ar"]


def test_an_older_file_stays_until_the_new_one_is_whole(tmp_path: Path):
    path = tmp_path / "file.csv"
    path.write_text("old", encoding="utf-8")

    def broken() -> Iterator[tuple[str]]:
        yield ("new",)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_csv(path, ["a"], broken())

    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("old.xls", b"\xd0\xcf\x11\xe0rest", "unknown_kind"),
        ("words.docx2", b"words", "unknown_kind"),
        ("empty.csv", b"", "empty_file"),
        ("not.parquet", b"words and words", "broken_parquet"),
    ],
)
def test_a_file_of_another_kind_is_refused(tmp_path: Path, name: str, content: bytes, code: str):
    path = tmp_path / name
    path.write_bytes(content)

    with pytest.raises(SheetRefused) as refusal:
        open_sheet(path)

    assert refusal.value.code == code
    assert set(refusal.value.says) == {"en", "ar"}


def test_a_file_that_is_not_there_is_told(tmp_path: Path):
    with pytest.raises(SheetRefused) as refusal:
        open_sheet(tmp_path / "claims.csv")

    assert refusal.value.code == "no_file"
