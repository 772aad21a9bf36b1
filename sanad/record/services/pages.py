"""A page comes in whole: its bytes, its text, its parts, and one work with its own telling for each article."""

from dataclasses import dataclass

from django.db import transaction

from sanad.record.kinds import Hop, Rights, SegmentKind, WorkKind
from sanad.record.log import By
from sanad.record.models import Account, Segment, TextLayer, Work
from sanad.record.services.captures import NewCapture, NewLayer, add_layer, keep_capture
from sanad.record.services.reading import read_layer
from sanad.record.services.sources import NewHop, NewWork, add_account, add_work

OWN_VOICE = "the page itself"
IN_ITS_OWN_VOICE = "it stands on the page in the page's own voice"
LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True)
class NewPage:
    """`published` is EDTF, and empty unless the page says it."""

    capture: NewCapture
    layer: NewLayer
    kind: WorkKind
    rights: Rights
    published: str = ""


@transaction.atomic
def hold_page(new: NewPage, by: By, *, made_from: TextLayer | None = None) -> tuple[TextLayer, bool]:
    """Keep the page and let the rules read it; whether its text is new to us. The same bytes are held once.

    Raises RecordRefused: empty, too_large, not_text.
    """
    capture, _ = keep_capture(new.capture, by)
    layer = add_layer(capture, new.layer, by, made_from=made_from)
    is_new = not layer.segments.exists()
    read_layer(layer, by)
    for article in layer.segments.filter(kind=SegmentKind.ARTICLE, works=None).order_by("start"):
        _hold_article(new, layer, article, by)
    return layer, is_new


def _hold_article(new: NewPage, layer: TextLayer, article: Segment, by: By) -> Work:
    work = add_work(
        NewWork(
            new.kind,
            title_of(layer, article),
            new.rights,
            layer.capture,
            article,
            published=new.published,
            language=layer.language,
        ),
        by,
    )
    hops = [NewHop(Hop.PUBLISHED, why=IN_ITS_OWN_VOICE)]
    add_account(work, OWN_VOICE, by, hops=hops, language=layer.language)
    return work


def title_of(layer: TextLayer, article: Segment) -> str:
    """Its headline, or the beginning of its first line, cut at a word."""
    headline = article.parts.filter(kind=SegmentKind.HEADLINE).order_by("start").first()
    place = headline or article
    lines = (layer.text or "")[place.start : place.end].strip().splitlines()
    words = " ".join(" ".join(lines if headline else lines[:1]).split())
    if len(words) > LONGEST_TITLE:
        words = f"{words[:LONGEST_TITLE].rpartition(' ')[0]} …"
    return words or layer.sha256[:12]


def account_at(layer: TextLayer, start: int, end: int) -> Account | None:
    """The own telling of the article in which the place lies."""
    around = {"start__lte": start, "end__gte": end, "kind": SegmentKind.ARTICLE}
    article = layer.segments.filter(**around).order_by("-start").first()
    return Account.objects.filter(work__segment=article).order_by("pk").first() if article else None
