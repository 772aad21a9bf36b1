"""The words and signs of the rules, which are data: `tables/*.yaml`, read once."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The same loader in C, where there is one: the first page of a program waits for the tables."""
FOLDER = Path(__file__).parent / "tables"


TEXT = "tag:yaml.org,2002:str"


@cache
def table_of(name: str) -> dict[str, Any]:
    loader = LOADER((FOLDER / f"{name}.yaml").read_text("utf-8"))
    return _plain(loader.get_single_node(), loader)  # type: ignore[no-any-return]


def _plain(node: Any, loader: Any) -> Any:
    """What a node holds. Most are words, for which the loader would look up how each is made."""
    if isinstance(node, yaml.ScalarNode):
        return node.value if node.tag == TEXT else loader.construct_object(node)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(one, loader) for one in node.value]
    return {_plain(key, loader): _plain(one, loader) for key, one in node.value}
