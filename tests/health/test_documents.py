import re
from pathlib import Path

from tests.health.tree import ROOT

DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\]\((?!\w+:)([^)#\s]+)")
MAKE_TARGET = re.compile(r"`make ([a-z-]+)`")


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_every_link_between_documents_leads_somewhere():
    broken = [
        f"{path.name}: {target}"
        for path in DOCUMENTS
        for target in LINK.findall(text_of(path))
        if not (path.parent / target).exists()
    ]

    assert DOCUMENTS
    assert broken == []


def test_every_make_target_named_exists():
    targets = set(re.findall(r"^([a-z-]+):", text_of(ROOT / "Makefile"), re.MULTILINE))

    named = {target for path in DOCUMENTS for target in MAKE_TARGET.findall(text_of(path))}

    assert {"demo", "test"} <= named
    assert named - targets == set()
