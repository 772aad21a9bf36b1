"""Letting the rules read a text: its parts are written down, and what they propose waits for a person."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from django.db import transaction

from sanad.record import proposing
from sanad.record.kinds import DECIDED, ProposalKind, ProposalState, SegmentKind
from sanad.record.log import By, Writing, writing
from sanad.record.models import Proposal, Segment, TextLayer
from sanad.record.proposing import propose
from sanad.record.proposing.page import Article, Page
from sanad.record.proposing.page import Span as Place
from sanad.record.proposing.shape import shape_of
from sanad.record.refusals import RecordRefused

EXTRACTOR = "sanad rules"
KINDS = {
    "quotations": (ProposalKind.QUOTATION, "span"),
    "reported": (ProposalKind.REPORTED, "span"),
    "dates": (ProposalKind.TIME, "span"),
    "money": (ProposalKind.SUM, "span"),
    "commitments": (ProposalKind.COMMITMENT, "evidence"),
}
TWO_VOICES = "two voices: "
PEOPLE = ("speaker", "made_by", "stated_by")


@cache
def extractor_version() -> str:
    """Another one whenever a rule or a table of words is another: what an older one proposed becomes obsolete."""
    digest = hashlib.sha256()
    folder = Path(proposing.__file__).parent
    for file in sorted([*folder.rglob("*.py"), *folder.rglob("*.yaml")]):
        digest.update(file.relative_to(folder).as_posix().encode() + file.read_bytes())
    return digest.hexdigest()[:12]


@transaction.atomic
def read_layer(layer: TextLayer, by: By) -> int:
    """Parts and proposals of the text, once for each version of the rules; how many proposals are new.

    Open proposals of an older version become obsolete; about a place that was decided nobody is asked again.
    Raises RecordRefused: is_sealed, layer_is_replaced.
    """
    if layer.text is None or TextLayer.objects.filter(pk=layer.pk, replaced_by__isnull=False).exists():
        raise RecordRefused("layer_is_replaced" if layer.text else "is_sealed", layer=layer.pk)
    version = extractor_version()
    if layer.proposals.filter(extractor_version=version).exists():
        return 0
    page = propose(layer.text, layer.language)
    with writing("record.read", by, {"version": version}) as written:
        written.named(layer)
        if not layer.segments.exists():
            _put_parts(written, layer, page.articles)
        layer.proposals.filter(state=ProposalState.OPEN).update(state=ProposalState.OBSOLETE)
        standing = layer.proposals.filter(state__in=[*DECIDED], undone_by=None)
        decided = set(standing.values_list("kind", "start", "end"))
        fresh = [one for one in _proposals(layer, page, version) if (one.kind, one.start, one.end) not in decided]
        made = Proposal.objects.bulk_create(fresh, batch_size=1_000, ignore_conflicts=True)
        written.facts["proposals"] = len(made)
    return len(made)


def _put_parts(written: Writing, layer: TextLayer, articles: Iterable[Article]) -> None:
    for number, article in enumerate(articles, start=1):
        if article.range.start >= article.range.end:
            continue
        whole = written.put(_segment(layer, SegmentKind.ARTICLE, article.range, number))
        headline = _put_headline(written, layer, article, whole)
        captions = written.put_all(
            _segment(layer, SegmentKind.CAPTION, place, at, within=whole)
            for at, place in enumerate(article.captions, start=1)
        )
        _put_doubles(written, layer, article, whole, [*headline, *captions])
        written.put_all(
            _segment(layer, SegmentKind.PARAGRAPH, place, at, within=whole)
            for at, place in enumerate(article.paragraphs, start=1)
        )


def _put_headline(written: Writing, layer: TextLayer, article: Article, whole: Segment) -> list[Segment]:
    found = [article.headline] if article.headline else []
    return [written.put(_segment(layer, SegmentKind.HEADLINE, place, 1, within=whole)) for place in found]


def _put_doubles(written: Writing, layer: TextLayer, article: Article, whole: Segment, kept: list[Segment]) -> None:
    """Repeated headlines and captions name what they repeat; everything else beside the text is furniture."""
    text = layer.text or ""
    by_words = {text[one.start : one.end].strip(): one for one in kept}
    beside = [*((place, True) for place in article.doubled), *((place, False) for place in article.furniture)]
    written.put_all(
        _segment(layer, SegmentKind.FURNITURE, place, at, within=whole, double=by_words.get(place.of(text).strip()))
        for at, (place, _) in enumerate(beside, start=1)
    )


def _segment(
    layer: TextLayer,
    kind: SegmentKind,
    place: Place,
    ordinal: int,
    *,
    within: Segment | None = None,
    double: Segment | None = None,
) -> Segment:
    return Segment(
        layer=layer,
        kind=kind,
        start=place.start,
        end=place.end,
        ordinal=ordinal,
        within=within,
        duplicate_of=double,
    )


def _proposals(layer: TextLayer, page: Page, version: str) -> Iterator[Proposal]:
    shape = shape_of(page)
    people = {one["id"]: one for one in shape["entities"]}
    for group, (kind, place) in KINDS.items():
        for item in shape[group]:
            yield Proposal(
                layer=layer,
                kind=kind,
                start=item[place]["start"],
                end=item[place]["end"],
                payload=_told(item, people),
                extractor=EXTRACTOR,
                extractor_version=version,
                rule=item.get("rule") or group,
                confidence=round(Decimal(str(item["confidence"])), 3),
            )


def _told(item: Mapping[str, Any], people: Mapping[str, Any]) -> dict[str, Any]:
    """The proposal with its people by name, so that it is read without the page that it came from."""
    named = {f"{role}_is": people.get(item[role]) for role in PEOPLE if item.get(role)}
    addressed = [people[one] for one in item.get("addressee", ()) if one in people]
    return {**item, **named, "addressee_is": addressed, "voices": _voices(item, people)}


def _voices(item: Mapping[str, Any], people: Mapping[str, Any]) -> list[Any]:
    """Those who may speak in one pair of marks where a rule hears two."""
    found = (str(flag).partition(TWO_VOICES)[2] for flag in item.get("flags", ()) if str(flag).startswith(TWO_VOICES))
    return [people[one] for flag in found for one in flag.split(", ") if one in people]
