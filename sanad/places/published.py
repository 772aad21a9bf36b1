"""The published lists of Lebanon's places, where somebody has laid them beside the program."""

from pathlib import Path

from sanad.places.cod import read_cod
from sanad.places.proposals import Proposal
from sanad.places.topology import read_areas
from sanad.places.wof import placed_within, read_wof

DISTRICTS, CADASTRES = "lbn_admbnda_adm2_cdr_20200810.topojson", "lbn_admbnda_adm3_cdr_20200810.json"
POINTS, CODE = "wof_beirut_baabda_points.json", "admin3Pcod"


def read_published(folder: Path) -> list[Proposal]:
    """Districts and cadastres, then the points around Beirut, each in the cadastre that holds it; none of them where
    a file is missing.
    """
    files = [folder / name for name in (DISTRICTS, CADASTRES, POINTS)]
    if not all(file.is_file() for file in files):
        return []
    districts, cadastres, points = files
    return [read_cod(districts, cadastres), placed_within(read_wof(points), read_areas(cadastres, CODE))]
