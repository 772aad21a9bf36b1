import re
import tomllib
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import Field
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from tests.health.tree import ROOT

CONTRACTS = {"house", "engine", "casework", "web", "never", "command_line", "public", "ledger", "record", "witnesses"}


def declared_contracts(pyproject: Path) -> set[str]:
    settings = tomllib.loads(pyproject.read_text(encoding="utf-8"))
    return {contract["id"] for contract in settings["tool"]["importlinter"]["contracts"]}


def test_every_room_imports_only_from_floors_below(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    monkeypatch.chdir(ROOT)

    status = lint_imports(no_cache=True)

    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_no_contract_of_the_house_was_dropped():
    assert declared_contracts(ROOT / "pyproject.toml") >= CONTRACTS


def floors() -> dict[str, int]:
    """Each room of the house with its floor, counted from the top."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    house = next(contract for contract in settings["tool"]["importlinter"]["contracts"] if contract["id"] == "house")
    return {room: floor for floor, layer in enumerate(house["layers"]) for room in re.findall(r"\w+", layer)}


def room_of(module: str) -> str:
    return module.split(".")[1]


def own_keys() -> list[tuple[str, str, str]]:
    """Every key of a table of ours to a table of ours: its name, its room, the room that it leads to."""
    models = [model for model in apps.get_models() if model.__module__.startswith("sanad.")]
    keys = [
        (str(field), room_of(model.__module__), field.related_model.__module__)
        for model in models
        for field in model._meta.get_fields()
        if isinstance(field, Field) and field.is_relation and not field.auto_created and field.related_model
    ]
    return [(name, room, room_of(module)) for name, room, module in keys if module.startswith("sanad.")]


def test_no_key_of_a_table_leads_to_a_floor_above():
    floor = floors()

    upward = [(name, there) for name, here, there in own_keys() if here != there and floor[there] <= floor[here]]

    assert own_keys()
    assert upward == []
