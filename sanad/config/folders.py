"""Where the package's own files lie."""

from pathlib import Path

PACKAGE = Path(__file__).parents[1]


def locales() -> list[Path]:
    """The folders of translated text: each room keeps its own words."""
    return sorted(path for path in PACKAGE.rglob("locale") if path.is_dir())
