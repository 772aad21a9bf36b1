"""The published lists of Lebanon's places, where somebody has laid them beside the program."""

from pathlib import Path

from sanad.places.cod import read_cod
from sanad.places.proposals import Proposal
from sanad.places.topology import read_areas
from sanad.places.wof import placed_within, read_wof

DISTRICTS, CADASTRES = "lbn_admbnda_adm2_cdr_20200810.topojson", "lbn_admbnda_adm3_cdr_20200810.json"
POINTS, CODE = "wof_beirut_baabda_points.json", "admin3Pcod"
FILES = (DISTRICTS, CADASTRES, POINTS)


def missing_file(folder: Path) -> str:
    """The first of the published files that is not in the folder; nothing where all are."""
    return next((name for name in FILES if not (folder / name).is_file()), "")


def read_published(folder: Path) -> list[Proposal]:
    """Districts and cadastres, then the points around Beirut, each in the cadastre that holds it; none of them where
    a file is missing.
    """
    if missing_file(folder):
        return []
    districts, cadastres, points = (folder / name for name in FILES)
    return [read_cod(districts, cadastres), placed_within(read_wof(points), read_areas(cadastres, CODE))]
