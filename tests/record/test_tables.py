import pytest
import yaml

from sanad.record.proposing.tables import FOLDER, table_of


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.yaml")))
def test_a_table_says_what_its_file_says(name: str) -> None:
    told = yaml.safe_load((FOLDER / f"{name}.yaml").read_text("utf-8"))

    assert repr(table_of(name)) == repr(told)
