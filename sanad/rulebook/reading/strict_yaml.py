"""YAML read strictly: exact numbers, ISO dates, a line for everything, nothing that can be read in two ways."""

from pathlib import Path

from sanad.rulebook.reading.caps import LARGEST_FILE, capped, decoded, refused
from sanad.rulebook.reading.document import Document
from sanad.rulebook.reading.nodes import Block, Items, Node

__all__ = ["Block", "Items", "Node", "load", "load_items", "read_text"]

LARGEST_BYTES = 4 * LARGEST_FILE


def load(text: str, file: str) -> Block:
    """The mapping that the text holds. Raises ProgrammeRefused with line, reason and what to do."""
    node = _document(text, file)
    if not isinstance(node, Block):
        raise refused(file, 1, "not_a_mapping", "The file must hold `key: value` lines.", "Start it with a key.")
    return node


def load_items(text: str, file: str) -> Items:
    """The list that the text holds."""
    node = _document(text, file)
    if not isinstance(node, Items):
        raise refused(file, 1, "not_a_list", "The file must hold a list.", "Start each item with `- `.")
    return node


def read_text(path: Path, file: str) -> str:
    """The file's text, size and encoding checked."""
    try:
        with path.open("rb") as stream:
            content = stream.read(LARGEST_BYTES + 1)
    except OSError as error:
        raise refused(file, 0, "unreadable", f"The file cannot be read: {error.strerror}.", "Check it.") from error
    if len(content) > LARGEST_BYTES:
        raise refused(file, 1, "too_large", f"The file has more than {LARGEST_BYTES:,} bytes.", "Divide it.")
    return decoded(content, file)


def _document(text: str, file: str) -> Node:
    return Document(capped(text, file), file).read()
