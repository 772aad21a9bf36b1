"""A page that comes in as plain text: pasted, or as a file."""

from dataclasses import dataclass

from sanad.record.importers.plain_text import PageRefused, language_of, text_in
from sanad.record.kinds import Method, Rights, WorkKind
from sanad.record.log import By
from sanad.record.models import TextLayer
from sanad.record.refusals import RecordRefused
from sanad.record.services.captures import LARGEST, NewCapture, NewLayer
from sanad.record.services.pages import NewPage, hold_page

PRODUCER, VERSION = "plain_text", "1"


@dataclass(frozen=True, slots=True)
class PlainPage:
    content: bytes
    method: Method
    kind: WorkKind
    rights: Rights
    url: str = ""


def hold_plain_page(new: PlainPage, by: By) -> tuple[TextLayer, bool]:
    """The page in the language of its text; whether it is new to us.

    Raises RecordRefused: empty, too_large, not_text, not_utf8, is_sealed, layer_is_replaced.
    """
    text = _text(new.content)
    capture = NewCapture(new.content, "text/plain", new.method, by.at, new.url)
    layer = NewLayer(text, PRODUCER, VERSION, language_of(text))
    return hold_page(NewPage(capture, layer, new.kind, new.rights), by)


def _text(content: bytes) -> str:
    if len(content) > LARGEST:
        raise RecordRefused("too_large", bytes=len(content))
    try:
        text = text_in(content)
    except PageRefused as refused:
        raise RecordRefused(refused.code, at=refused.at) from refused
    if not text.strip():
        raise RecordRefused("empty", bytes=len(content))
    return text
