"""One YAML document, from the events of its parser: no tag, alias or number of the library is ever resolved."""

from collections.abc import Callable, Iterator
from typing import Any

import yaml

from sanad.engine.rules.declared import Where
from sanad.engine.rules.problems import Problem, ProgrammeRefused
from sanad.rulebook.reading.caps import invisible, refused, shown
from sanad.rulebook.reading.nodes import Block, Items, Node
from sanad.rulebook.reading.scalars import Ambiguous, Scalar, read_key, read_plain

DEEPEST = 30
MOST_VALUES = 50_000
MOST_PROBLEMS = 50
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Document:
    """One document being read; problems of single values are collected, those of structure end it."""

    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self.events: Iterator[Any] = iter(yaml.parse(text, Loader=_LOADER))
        self.problems: list[Problem] = []
        self.values = 0

    def read(self) -> Node:
        try:
            node = self._whole()
        except (yaml.YAMLError, UnicodeError) as error:
            raise ProgrammeRefused([*self.problems, self._syntax(error)]) from error
        if self.problems:
            raise ProgrammeRefused(self.problems)
        return node

    def _whole(self) -> Node:
        next(self.events)
        start = next(self.events)
        if isinstance(start, yaml.StreamEndEvent):
            raise refused(self.file, 1, "empty_file", "The file is empty.", "Fill it or delete it.")
        if start.version or start.tags:
            raise self._stop(start, "directive", "Directives (%) are not read here.", "Delete the line.")
        node = self._node(next(self.events), 1)
        next(self.events)
        rest = next(self.events)
        if not isinstance(rest, yaml.StreamEndEvent):
            raise self._stop(rest, "second_document", "A second document begins here.", "Keep one document a file.")
        return node

    def _node(self, event: Any, depth: int) -> Node:
        self._guard(event, depth)
        if isinstance(event, yaml.MappingStartEvent):
            return self._block(event, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._items(event, depth)
        return self._scalar(event, read_plain)

    def _guard(self, event: Any, depth: int) -> None:
        self.values += 1
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise self._stop(event, "alias", "Anchors (&) and aliases (*) are not read here.", "Write it out.")
        if event.tag is not None:
            raise self._stop(event, "tag", f"Tags (`{shown(event.tag)}`) are not read here.", "Delete the tag.")
        if depth > DEEPEST:
            raise self._stop(event, "too_deep", f"More than {DEEPEST} levels lie within one another.", "Flatten it.")
        if self.values > MOST_VALUES:
            raise self._stop(event, "too_many", f"The file holds more than {MOST_VALUES:,} values.", "Divide it.")

    def _block(self, start: Any, depth: int) -> Block:
        block = Block(self.file, _line(start))
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            self._entry(block, event, depth)
        return block

    def _entry(self, block: Block, event: Any, depth: int) -> None:
        self._guard(event, depth)
        if not isinstance(event, yaml.ScalarEvent):
            raise self._stop(event, "bad_key", "A key must be one word, number or date.", "Write `key: value`.")
        key = self._scalar(event, read_key)
        if key in block:
            message = f"The key `{shown(str(key))}` stands twice; the first is in line {block.lines[key]}."
            self._note(event, "doubled_key", message, "Keep one of them.")
        value = self._node(next(self.events), depth + 1)
        block.lines.setdefault(key, _line(event))
        block.setdefault(key, value)

    def _items(self, start: Any, depth: int) -> Items:
        items = Items(self.file, _line(start))
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.lines.append(_line(event))
            items.append(self._node(event, depth + 1))
        return items

    def _scalar(self, event: Any, read: Callable[[str], Scalar]) -> Scalar:
        text = str(event.value)
        if invisible(text):
            self._note(event, "invisible_character", f"The text holds `{invisible(text)}`.", "Delete it.")
        if not event.implicit[0]:
            return text
        try:
            return read(text)
        except Ambiguous as error:
            self._note(event, error.code, error.message, error.todo)
            return text

    def _note(self, event: Any, code: str, message: str, todo: str) -> None:
        self.problems.append(Problem(Where(self.file, _line(event)), code, message, todo))
        if len(self.problems) >= MOST_PROBLEMS:
            raise ProgrammeRefused(self.problems)

    def _stop(self, event: Any, code: str, message: str, todo: str) -> ProgrammeRefused:
        return ProgrammeRefused([*self.problems, Problem(Where(self.file, _line(event)), code, message, todo)])

    def _syntax(self, error: Exception) -> Problem:
        mark = getattr(error, "problem_mark", None)
        reason = getattr(error, "problem", None) or "it cannot be read"
        where = Where(self.file, mark.line + 1 if mark else 0)
        return Problem(where, "yaml_syntax", f"This is not YAML: {reason}.", "Check indents, quotes and brackets.")


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1
