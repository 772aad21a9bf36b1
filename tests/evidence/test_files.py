import io
import struct
import uuid
import zlib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image
from pytest_django import Settings

from sanad.audit.models import Event
from sanad.evidence import storage
from sanad.evidence.content import LARGEST
from sanad.evidence.keys import KeyIsDestroyed, destroy, new_key
from sanad.evidence.models import File
from sanad.evidence.refusals import FILE_SAYINGS, FileRefused
from sanad.evidence.selectors import content_of, name_of
from sanad.evidence.services import FileIsAnothers, keep_file
from sanad.evidence.storage import FileIsDamaged

AT = datetime(2026, 11, 26, 9, tzinfo=UTC)
PDF = b"%PDF-1.4\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: Settings) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def photo(form: str = "JPEG", size: tuple[int, int] = (64, 48), **more: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "olive").save(out, form, **more)
    return out.getvalue()


def photo_with_a_place() -> bytes:
    exif = Image.Exif()
    exif[0x010F] = "Camera of Samira"
    exif.get_ifd(0x8825)[2] = (33.0, 51.0, 0.0)
    return photo(exif=exif)


def kept(content: bytes, name: str = "kitchen.jpg") -> File:
    return keep_file(id=uuid.uuid4(), key=new_key(AT), file=io.BytesIO(content), name=name, at=AT, by=None)


def stored_files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize(("form", "kind"), [("JPEG", "jpeg"), ("PNG", "png"), ("WEBP", "jpeg")])
def test_a_photo_is_kept_and_comes_back(form: str, kind: str):
    file = kept(photo(form))

    with Image.open(io.BytesIO(content_of(file))) as image:
        assert image.size == (64, 48)
    assert file.kind == kind
    assert name_of(file) == "kitchen.jpg"


def test_nothing_that_a_camera_wrote_beside_the_picture_is_kept():
    given = photo_with_a_place()

    content = content_of(kept(given))

    assert b"Camera of Samira" in given
    assert b"Camera of Samira" not in content
    with Image.open(io.BytesIO(content)) as image:
        assert not image.getexif()


def test_a_photo_taken_on_its_side_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6

    content = content_of(kept(photo(exif=exif)))

    with Image.open(io.BytesIO(content)) as image:
        assert image.size == (48, 64)


def test_a_file_whose_name_cannot_be_read_is_kept_all_the_same():
    file = kept(PDF, name="lease\x00\ud800\n" + "ل" * 5_000)

    assert name_of(file) == "lease" + "ل" * 195


def test_what_lies_on_the_disk_shows_nothing(folder: Path):
    kept(PDF, name="عقد إيجار.pdf")

    (path,) = stored_files(folder)

    assert b"%PDF" not in path.read_bytes()
    assert path.suffix == ""


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"MZ\x90\x00 a program called kitchen.jpg", "unknown_kind"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "unknown_kind"),
        (b"GIF89a" + photo(), "unknown_kind"),
        (photo("TIFF"), "unknown_kind"),
        (photo(size=(640, 480))[:-200], "broken"),
        (photo("PNG", size=(640, 480))[:-60], "broken"),
        (b"%PDF-1.4\ncut off in the mid", "broken"),
        (b"\xff\xd8\xff\xe0" + b"\x00" * 400, "unknown_kind"),
        (PDF + b" " * LARGEST, "too_large"),
    ],
)
def test_a_file_that_is_not_what_it_says_is_refused_and_leaves_nothing(content: bytes, code: str, folder: Path):
    with pytest.raises(FileRefused) as refusal:
        kept(content)

    assert refusal.value.code == code
    assert stored_files(folder) == []
    assert not File.objects.exists()


def png_that_claims(width: int, height: int) -> bytes:
    """A few bytes that would unpack to a picture of this size."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 1_000)) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("side", [8_000, 60_000])
def test_a_small_file_that_unpacks_to_a_flood_of_points_is_refused(side: int):
    with pytest.raises(FileRefused) as refusal:
        kept(png_that_claims(side, side))

    assert refusal.value.code == "too_many_points"


class CutOff(io.RawIOBase):
    """An upload whose connection breaks."""

    def read(self, size: int = -1) -> bytes:
        raise ConnectionResetError


def test_an_upload_that_is_cut_off_leaves_nothing(folder: Path):
    with pytest.raises(ConnectionResetError):
        keep_file(id=uuid.uuid4(), key=new_key(AT), file=CutOff(), name="kitchen.jpg", at=AT, by=None)

    assert stored_files(folder) == []
    assert not File.objects.exists()


def test_a_full_disk_leaves_neither_a_half_file_nor_a_row(folder: Path, monkeypatch: pytest.MonkeyPatch):
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(storage.os, "fsync", full)

    with pytest.raises(OSError, match="No space left"):
        kept(PDF)
    assert stored_files(folder) == []
    assert not File.objects.exists()


def test_an_upload_sent_twice_is_kept_once(folder: Path):
    key, identity = new_key(AT), uuid.uuid4()

    first, second = (
        keep_file(id=identity, key=key, file=io.BytesIO(photo()), name="kitchen.jpg", at=AT, by=None) for _ in range(2)
    )

    assert first == second
    assert len(stored_files(folder)) == 1
    assert Event.objects.filter(act="file.keep").count() == 1


def test_an_id_of_another_persons_file_gives_nothing_away():
    identity = uuid.uuid4()
    keep_file(id=identity, key=new_key(AT), file=io.BytesIO(photo()), name="kitchen.jpg", at=AT, by=None)

    with pytest.raises(FileIsAnothers):
        keep_file(id=identity, key=new_key(AT), file=io.BytesIO(photo()), name="kitchen.jpg", at=AT, by=None)


def test_a_file_under_a_destroyed_key_cannot_be_read():
    file = kept(photo())

    destroy(file.key, at=AT, by=None, reason="retention_ended")

    with pytest.raises(KeyIsDestroyed):
        content_of(File.objects.get(pk=file.pk))


def test_a_file_changed_on_the_disk_is_found(folder: Path):
    file = kept(photo())
    (path,) = stored_files(folder)

    path.write_bytes(path.read_bytes()[:-1] + b"x")

    with pytest.raises(FileIsDamaged):
        content_of(file)


def test_every_refusal_is_told_in_both_languages():
    refusals = [FileRefused(code, limit=20) for code in FILE_SAYINGS]

    assert all(refusal.says["en"] and "\u0627" in refusal.says["ar"] for refusal in refusals)
