"""What an office itself writes: held as a page of one article, whose words are its own and need no reading."""

from dataclasses import dataclass

from django.db import transaction

from sanad.record.kinds import Hop, Method, Rights, SegmentKind, WorkKind
from sanad.record.log import By, writing
from sanad.record.models import Account, Agent, Segment, TextLayer
from sanad.record.services.captures import NewCapture, NewLayer, add_layer, keep_capture
from sanad.record.services.sources import NewHop, NewWork, add_account, add_work
from sanad.record.spans import At

PRODUCER, VERSION = "own words", "1"
WROTE_IT_ITSELF = "the office wrote it down itself"


@dataclass(frozen=True, slots=True)
class OwnWords:
    """`paragraphs` stand below the headline, the first in `language`; `reference` tells two of the same words apart."""

    headline: str
    paragraphs: tuple[str, ...]
    reference: str
    language: str
    author: Agent
    published: str


@dataclass(frozen=True, slots=True)
class Written:
    account: Account
    layer: TextLayer
    paragraphs: tuple[At, ...]


@transaction.atomic
def hold_own_words(new: OwnWords, by: By) -> Written:
    """Raises RecordRefused as keep_capture and add_layer do."""
    text = "\n\n".join((new.headline, *new.paragraphs, new.reference)) + "\n"
    capture, _ = keep_capture(NewCapture(text.encode(), "text/plain", Method.PASTE, by.at), by)
    layer = add_layer(capture, NewLayer(text, PRODUCER, VERSION, new.language), by)
    article, places = _parts(layer, new, by)
    work = add_work(
        NewWork(
            WorkKind.OFFICIAL_DOC,
            new.headline,
            Rights.PUBLIC,
            capture,
            article,
            publisher=new.author,
            published=new.published,
            language=new.language,
        ),
        by,
    )
    hops = [NewHop(Hop.PUBLISHED, agent=new.author, why=WROTE_IT_ITSELF)]
    account = add_account(work, new.author.label, by, hops=hops, narrator=new.author, language=new.language)
    return Written(account, layer, tuple(At(layer, start, end) for start, end in places))


def _parts(layer: TextLayer, new: OwnWords, by: By) -> tuple[Segment, list[tuple[int, int]]]:
    text, places, since = layer.text or "", [], len(new.headline)
    for words in new.paragraphs:
        start = text.index(words, since)
        since = start + len(words)
        places.append((start, since))
    reference = (text.index(new.reference, since), len(text.rstrip()))
    with writing("record.parts", by) as written:
        written.named(layer)
        article = written.put(Segment(layer=layer, kind=SegmentKind.ARTICLE, start=0, end=reference[1], ordinal=1))
        named = [
            (SegmentKind.HEADLINE, [(0, len(new.headline))]),
            (SegmentKind.PARAGRAPH, places),
            (SegmentKind.FURNITURE, [reference]),
        ]
        for kind, stretches in named:
            written.put_all(
                Segment(layer=layer, kind=kind, start=start, end=end, ordinal=at, within=article)
                for at, (start, end) in enumerate(stretches, start=1)
            )
    return article, places
