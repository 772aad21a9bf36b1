"""The words and signs of the rules, which are data: `tables/*.yaml`, read once."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The same loader in C, where there is one: the first page of a program waits for the tables."""
FOLDER = Path(__file__).parent / "tables"
TEXT, CUT = "tag:yaml.org,2002:str", "!cut"
PLAIN, QUOTED = r"""[^\W\d_][^][{}"',#:]*""", r'"[^"\\,\n]+"'
WORDS = re.compile(rf"(?<=\w: )\[\s*((?:(?:{PLAIN}|{QUOTED}),\s+)*(?:{PLAIN}|{QUOTED}))\s*\]")
"""A list of plain words, of which most of a table is made."""
NO_WORDS = frozenset(
    form for word in ("yes", "no", "on", "off", "true", "false", "null") for form in (word, word.title(), word.upper())
)
"""Without marks these mean something else."""


@cache
def table_of(name: str) -> dict[str, Any]:
    """Its lists of words are cut out before the loader sees it: they are nine tenths of what it would have to read."""
    lists: list[list[str]] = []

    def cut(told: re.Match[str]) -> str:
        words = " ".join(told[1].split()).split(", ")
        if not NO_WORDS.isdisjoint(words):
            return told[0]
        lists.append([word.strip('"') for word in words])
        return f"{CUT} {len(lists) - 1}"

    loader = LOADER(WORDS.sub(cut, (FOLDER / f"{name}.yaml").read_text("utf-8")))
    return _plain(loader.get_single_node(), loader, lists)  # type: ignore[no-any-return]


def _plain(node: Any, loader: Any, lists: list[list[str]]) -> Any:
    """What a node holds. Most are words, for which the loader would look up how each is made."""
    if isinstance(node, yaml.ScalarNode):
        if node.tag == TEXT:
            return node.value
        return lists[int(node.value)] if node.tag == CUT else loader.construct_object(node)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(one, loader, lists) for one in node.value]
    return {_plain(key, loader, lists): _plain(one, loader, lists) for key, one in node.value}
