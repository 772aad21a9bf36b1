import io
import uuid
from datetime import UTC, datetime
from pathlib import Path

from PIL import Image
from pytest_django import Settings

from sanad.audit.models import Event
from sanad.evidence.keys import KeyIsDestroyed, destroy, new_key
from sanad.evidence.models import File, Key
from sanad.evidence.services import keep_file
from tests.at_once import at_once

AT = datetime(2026, 11, 26, 9, tzinfo=UTC)


def photo() -> io.BytesIO:
    out = io.BytesIO()
    Image.new("RGB", (64, 48), "olive").save(out, "JPEG")
    return io.BytesIO(out.getvalue())


def test_of_two_who_destroy_a_key_at_once_one_is_told(own_database: str):
    key = new_key(AT)

    def try_it() -> None:
        destroy(Key.objects.get(pk=key.pk), at=AT, by=None, reason="retention_ended")

    found = at_once(try_it, try_it)

    assert sorted(type(one) for one in found if one) == [KeyIsDestroyed]
    assert Event.objects.filter(act="key.destroy").count() == 1


def test_two_uploads_at_once_with_one_id_keep_one_file(own_database: str, tmp_path: Path, settings: Settings):
    settings.MEDIA_ROOT = tmp_path
    key, identity = new_key(AT), uuid.uuid4()

    def try_it() -> File:
        return keep_file(id=identity, key=key, file=photo(), name="kitchen.jpg", at=AT, by=None)

    first, second = at_once(try_it, try_it)

    assert isinstance(first, File)
    assert isinstance(second, File)
    assert first.stored == second.stored
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1
    assert Event.objects.filter(act="file.keep").count() == 1
