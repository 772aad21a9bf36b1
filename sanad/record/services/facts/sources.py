"""The primary sources as works that are only cited, and each row's telling with the hops from them."""

from collections.abc import Sequence

from sanad.record.importers.facts.sources import Source
from sanad.record.importers.facts.told import ToldRow
from sanad.record.kinds import Holding, Hop, Rights, WorkKind
from sanad.record.models import Account, Work
from sanad.record.services.facts.kept import Keeping, KeptTable, Voices
from sanad.record.services.sources import NewHop, NewWork, add_account, add_work

LONGEST_LABEL = 200


def cite_sources(keeping: Keeping) -> None:
    for one in keeping.read.sources.by_id.values():
        keeping.sources[one.id] = _cite(keeping, one)


def _cite(keeping: Keeping, one: Source) -> Work:
    publisher = keeping.organisation(one.organisation)
    named = Work.objects.filter(title=one.title, publisher=publisher, published=one.date, url=one.url)
    known = named.filter(holding=Holding.CITED_ONLY).order_by("pk").first()
    new = NewWork(
        WorkKind(one.kind), one.title, Rights.QUOTE_ONLY, publisher=publisher, published=one.date, url=one.url
    )
    return keeping.once("works", known, lambda: add_work(new, keeping.by))


def voices_of(keeping: Keeping, table: KeptTable, told: ToldRow, ids: Sequence[str] = ()) -> Voices:
    """The telling of these sources of the row, of all of them where none is named; one for each table."""
    sources = [one for one in told.row.sources if not ids or one.id in ids]
    label = _label(sources)
    narrator = keeping.organisation(sources[0].organisation) if len(sources) == 1 else None
    hops = [_hop(keeping, table, told, one) for one in sources]
    known = Account.objects.filter(work=table.work, label=label).first()
    account = keeping.once(
        "accounts",
        known,
        lambda: add_account(table.work, label, keeping.by, hops=hops, narrator=narrator, language=table.layer.language),
    )
    return Voices(told, account, narrator)


def _hop(keeping: Keeping, table: KeptTable, told: ToldRow, one: Source) -> NewHop:
    """The table states it where it names the source in the row itself."""
    parent, why = keeping.sources[one.id], told.row.why
    evidence = None if why else table.at(told.lines[one.id])
    return NewHop(Hop.SUMMARISED, parent, evidence=evidence, why=why, is_abridged=True)


def _label(sources: Sequence[Source]) -> str:
    ids = " + ".join(one.id for one in sources)
    if len(sources) == 1:
        named = f"{sources[0].organisation}: {sources[0].title}"
    else:
        named = "; ".join(dict.fromkeys(one.organisation for one in sources))
    label = f"{ids} · {named}"
    return label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1]}…"
