"""A file as it is held: its bytes, and one text in which each of its tables is an article and a work of its own."""

from collections.abc import Iterator, Mapping, Sequence

from sanad.record.importers.facts.files import RawFile
from sanad.record.importers.facts.rows import ReadTable
from sanad.record.importers.facts.told import PRODUCER, VERSION, Stretch, ToldTable
from sanad.record.kinds import Rights, SegmentKind, WorkKind
from sanad.record.log import Writing, writing
from sanad.record.models import Segment, TextLayer, Work
from sanad.record.services.captures import NewLayer, add_layer
from sanad.record.services.facts.kept import Keeping, KeptTable
from sanad.record.services.sources import NewWork, add_work

BETWEEN = "\n\n\n\n"
"""Three blank lines, as between the stories of a page."""


def hold_tables(keeping: Keeping, file: RawFile) -> Iterator[tuple[ReadTable, KeptTable]]:
    """A table that says the same as before is the one that is held, though another of its file has changed; one that
    changed is another telling beside the earlier one."""
    read = [one for one in keeping.read.tables if one.file.name == file.name and one.rows]
    held = {one.table.name: table for one in read if (table := _held(keeping, one))}
    for table in held.values():
        keeping.count("tables", table.work, is_new=False)
    fresh = [one for one in read if one.table.name not in held]
    if fresh:
        held |= _hold(keeping, file, fresh, read)
    return ((one, held[one.table.name]) for one in read)


def _title(keeping: Keeping, read: ReadTable) -> str:
    return f"{keeping.read.plan.title}: {read.table.title}"


def _held(keeping: Keeping, read: ReadTable) -> KeptTable | None:
    told = keeping.read.told[read.table.name]
    works = Work.objects.filter(title=_title(keeping, read), segment__layer__producer=PRODUCER)
    for work in works.select_related("segment__layer").order_by("pk"):
        segment = work.segment
        if segment and (segment.layer.text or "")[segment.start : segment.end] == told.text:
            return KeptTable(told, segment.layer, segment.start, work)
    return None


def _hold(
    keeping: Keeping, file: RawFile, fresh: Sequence[ReadTable], every: Sequence[ReadTable]
) -> Mapping[str, KeptTable]:
    told = {one.table.name: keeping.read.told[one.table.name] for one in every}
    starts = _starts(told)
    text = BETWEEN.join(one.text for one in told.values()) + "\n"
    params = {"not_verified": [_moved(place, starts[name]) for name, one in told.items() for place in one.not_verified]}
    new = NewLayer(text, PRODUCER, VERSION, keeping.read.plan.language, params)
    layer = add_layer(keeping.files[file.name], new, keeping.by)
    articles = _articles(keeping, layer, told, starts)
    return {one.table.name: _made(keeping, one, layer, articles[one.table.name]) for one in fresh}


def _starts(told: Mapping[str, ToldTable]) -> dict[str, int]:
    found, at = {}, 0
    for name, one in told.items():
        found[name] = at
        at += len(one.text) + len(BETWEEN)
    return found


def _moved(place: Stretch, by: int) -> Stretch:
    return place[0] + by, place[1] + by


def _made(keeping: Keeping, read: ReadTable, layer: TextLayer, article: Segment) -> KeptTable:
    work = add_work(
        NewWork(
            WorkKind.OFFICIAL_DOC,
            _title(keeping, read),
            Rights.QUOTE_ONLY,
            layer.capture,
            article,
            publisher=keeping.organisation(keeping.read.plan.publisher),
            language=layer.language,
        ),
        keeping.by,
    )
    keeping.count("tables", work, is_new=True)
    return KeptTable(keeping.read.told[read.table.name], layer, article.start, work)


def _articles(
    keeping: Keeping, layer: TextLayer, told: Mapping[str, ToldTable], starts: Mapping[str, int]
) -> dict[str, Segment]:
    with writing("record.parts", keeping.by) as written:
        written.named(layer)
        return {
            name: _article(written, layer, one, starts[name], number)
            for number, (name, one) in enumerate(told.items(), start=1)
        }


def _article(written: Writing, layer: TextLayer, told: ToldTable, start: int, number: int) -> Segment:
    whole = (start, start + len(told.text))
    article = written.put(_segment(layer, SegmentKind.ARTICLE, whole, number))
    written.put(_segment(layer, SegmentKind.HEADLINE, _moved(told.headline, start), 1, article))
    written.put_all(
        _segment(layer, SegmentKind.PARAGRAPH, _moved(one.whole, start), one.row.number, article) for one in told.rows
    )
    return article


def _segment(
    layer: TextLayer, kind: SegmentKind, place: Stretch, ordinal: int, within: Segment | None = None
) -> Segment:
    return Segment(layer=layer, kind=kind, start=place[0], end=place[1], ordinal=ordinal, within=within)
