import re
from pathlib import Path

from tests.health.tree import ROOT

READ = re.compile(
    r'\b(?:text|is_on|words|secret|number|weekdays)\("([A-Z_]+)"|\bos\.environ(?:\.get)?[\[(]"SANAD_([A-Z_]+)"'
)


def variables(path: Path) -> set[str]:
    return {first or second for first, second in READ.findall(path.read_text(encoding="utf-8"))}


def test_every_setting_is_documented():
    documented = set(re.findall(r"`SANAD_([A-Z_]+)`", (ROOT / "docs/settings.md").read_text(encoding="utf-8")))
    read = {variable for path in (ROOT / "sanad/config").rglob("*.py") for variable in variables(path)}

    assert read
    assert read == documented
