import tomllib
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from tests.health.tree import ROOT

CONTRACTS = {"house", "engine", "never"}


def declared_contracts(pyproject: Path) -> set[str]:
    settings = tomllib.loads(pyproject.read_text(encoding="utf-8"))
    return {contract["id"] for contract in settings["tool"]["importlinter"]["contracts"]}


def test_every_room_imports_only_from_floors_below(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    monkeypatch.chdir(ROOT)

    status = lint_imports(no_cache=True)

    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_no_contract_of_the_house_was_dropped():
    assert declared_contracts(ROOT / "pyproject.toml") >= CONTRACTS
