"""All tables of a release, in the order in which a reader meets them."""

from collections.abc import Iterator, Mapping, Sequence

from sanad.outcomes.position import NothingSealed, last_position
from sanad.outcomes.told_to_all import told_to_all
from sanad.publication.counting.money import money_of_programme
from sanad.publication.hiding.enough import FEWEST
from sanad.publication.series import Draft
from sanad.publication.tables.commitments import COMMITMENTS, commitment_rows
from sanad.publication.tables.figures import FIGURES, figure_rows
from sanad.publication.tables.funds import FUNDS, fund_rows
from sanad.publication.tables.halts import HALTS, halt_rows
from sanad.publication.tables.programmes import PROGRAMMES, programme_rows
from sanad.publication.tables.rounds import ROUNDS, round_rows
from sanad.publication.tables.schema import Row, Table
from sanad.publication.tables.share_kept import SHARE_KEPT, share_rows
from sanad.publication.tables.waiting import WAITING, waiting_rows
from sanad.publication.tables.waiting_times import WAITING_TIMES, danger_rows, step_rows
from sanad.rulebook.models import Programme

TABLES: tuple[Table, ...] = (
    *(PROGRAMMES, FIGURES, WAITING, WAITING_TIMES, HALTS, ROUNDS, FUNDS),
    *(SHARE_KEPT, COMMITMENTS),
)
Rows = Mapping[str, Sequence[Row]]


def counted_tables(draft: Draft) -> Rows:
    """By the table's name, its rows."""
    programmes = list(Programme.objects.order_by("key"))
    found: dict[str, list[Row]] = {table.name: [] for table in TABLES}
    found[PROGRAMMES.name] += programme_rows(programmes)
    for programme in programmes:
        for table, rows in _of_programme(draft, programme):
            found[table.name] += rows
    found[WAITING_TIMES.name] += danger_rows(draft)
    found[HALTS.name] += halt_rows(draft)
    found[FUNDS.name] += fund_rows(draft)
    for table, rows in _promised(draft):
        found[table.name] += rows
    return found


def _promised(draft: Draft) -> Iterator[tuple[Table, Sequence[Row]]]:
    """As of the position of the release; before anything was sealed nothing was promised."""
    try:
        position = last_position()
    except NothingSealed:
        return
    told = told_to_all(position, FEWEST)
    yield SHARE_KEPT, list(share_rows(draft, [one.one for one in told], position))
    yield COMMITMENTS, list(commitment_rows(told, position))


def _of_programme(draft: Draft, programme: Programme) -> Iterator[tuple[Table, Sequence[Row]]]:
    """What counts more families first, since each is held against those before it."""
    money = money_of_programme(programme, draft.on)
    yield FIGURES, figure_rows(draft, programme, money)
    yield ROUNDS, list(round_rows(draft, programme))
    yield WAITING_TIMES, list(step_rows(draft, programme))
    yield WAITING, waiting_rows(draft, programme, money)
