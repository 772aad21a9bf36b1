"""The programmes that come with Sanad: inside the package once it is installed, beside it in a checkout."""

import re
import shutil
from importlib.resources import files
from pathlib import Path

from sanad.rulebook.reading.names import CODE

TEMPLATE = "template"


class FolderIsNotEmpty(Exception):
    """A new programme needs a folder of its own."""


def shipped_programmes() -> Path:
    """The folder of shipped programmes."""
    package = Path(str(files("sanad")))
    installed = package / "programmes"
    return installed if installed.is_dir() else package.parent / "programmes"


def copy_template(path: Path) -> None:
    """A new programme at `path`, with the folder's name as its id. Raises FolderIsNotEmpty."""
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise FolderIsNotEmpty(str(path))
    shutil.copytree(shipped_programmes() / TEMPLATE, path, dirs_exist_ok=True)
    name = path.resolve().name
    if CODE.fullmatch(name):
        _rename(path / "programme.yaml", rf"^id: {TEMPLATE}$", f"id: {name}")
        _rename(path / "order.yaml", rf"^id: {TEMPLATE}-", f"id: {name}-")


def _rename(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(old, new, text, count=1, flags=re.MULTILINE), encoding="utf-8")
