"""Sanad's order of payment over fifty earmarked funds: a round decided without money, and again with the funds."""

import json
import sys
from itertools import product
from pathlib import Path

from benchmarks.generating import DAMAGE, ZONES
from benchmarks.measuring import Stopwatch
from benchmarks.programmes_here import ALONE, FUND_PER_CLAIM, LINES, ON, rules_of
from sanad.caseload.rounds import ALLOCATIONS, AWARDS, connect
from sanad.caseload.snapshot import write_table
from sanad.engine.batch.deciding import Awards, Facts, decide_round
from sanad.engine.batch.duck import Duck
from sanad.engine.rules.funds import Fund, read_fund
from sanad.engine.rules.ruleset import RuleSet
from sanad.ops.lean import without_pandas

FUNDS = 50
PAIRS = (("coast", "city"), ("hills", "plain"), ("suburb", "border"))


def main(claims: Path, folder: Path) -> None:
    rules = rules_of(ALONE)
    duck = Duck.open(connect())
    duck.connection.read_parquet(str(claims)).create("claims")
    alone, with_funds = Stopwatch(), Stopwatch()
    with alone.running():
        awards = decide_round(duck, rules, ON, Facts({"claim": "claims"}))
        write_table(duck.connection, awards.table, folder / AWARDS)
    placed = duck.connection.table("queue").aggregate("count(*), sum(due_now)").fetchall()[0]
    with with_funds.running():
        awards = decide_round(duck, rules, ON, Facts({"claim": "claims"}), funds_of(rules, placed[0]))
        write_both(duck, awards, folder)
    more = {kind: with_funds.seconds()[kind] - alone.seconds()[kind] for kind in ("wall", "cpu")}
    said = {"decide": with_funds.seconds(), "allocation": more, "awards": placed[0]}
    print(json.dumps(said))  # noqa: T201 -- read by the measurer


def funds_of(rules: RuleSet, awards: int) -> list[Fund]:
    """One for anything, then for zones, for damage in a zone, and for single lines; about a quarter of what is due."""
    zones = [f"zone={zone}" for zone in ZONES]
    narrow = [f"zone={zone}; damage={damage}" for zone, damage in product(ZONES, DAMAGE)]
    lines = [f"zone={one}|{other}; line={line}" for line in LINES for one, other in PAIRS]
    earmarks = ["", *zones, *lines, *narrow][:FUNDS]
    each = FUND_PER_CLAIM * awards // len(earmarks)
    return [read_fund(rules, f"fund {place}", each, earmark) for place, earmark in enumerate(earmarks)]


def write_both(duck: Duck, awards: Awards, folder: Path) -> None:
    write_table(duck.connection, awards.table, folder / AWARDS)
    assert awards.allocations is not None
    write_table(duck.connection, awards.allocations, folder / ALLOCATIONS)


if __name__ == "__main__":
    without_pandas()
    main(Path(sys.argv[1]), Path(sys.argv[2]))
