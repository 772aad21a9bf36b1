import ast
import re
from pathlib import Path

import pytest

from tests.health.tree import ROOT, parsed, place, python_files

LANGUAGES = {"en", "ar"}
GAP = re.compile(r"{(\w*)[^}]*}")
CATALOGUES = sorted((ROOT / "sanad").rglob("*words*"))

needs_words = pytest.mark.skipif(not CATALOGUES, reason="no room speaks yet")


def entries(node: ast.Dict) -> dict[str, ast.expr]:
    pairs = zip(node.keys, node.values, strict=True)
    return {key.value: value for key, value in pairs if isinstance(key, ast.Constant) and isinstance(key.value, str)}


def bilingual(path: Path) -> list[ast.Dict]:
    """The dictionaries keyed by language: of texts, or of whole catalogues."""
    found = [node for node in ast.walk(parsed(path)) if isinstance(node, ast.Dict)]
    return [node for node in found if LANGUAGES & set(entries(node))]


def says(node: ast.expr) -> object:
    """What must be the same in both languages: the keys of a catalogue, or the gaps of a text."""
    if isinstance(node, ast.Dict):
        return {key: says(value) for key, value in entries(node).items()}
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return set(GAP.findall(node.value))
    return None


@needs_words
def test_every_message_exists_in_both_languages_with_the_same_gaps():
    found = [(path, node) for path in python_files("sanad") for node in bilingual(path)]

    alone = [place(path, node) for path, node in found if not set(entries(node)) >= LANGUAGES]
    unlike = [place(path, node) for path, node in found if differs(node)]

    assert found
    assert alone == []
    assert unlike == []


def differs(node: ast.Dict) -> bool:
    texts = entries(node)
    return set(texts) >= LANGUAGES and says(texts["en"]) != says(texts["ar"])
