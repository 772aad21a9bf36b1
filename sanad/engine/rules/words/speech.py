"""Names and values of one rule set in one language, by their declared labels."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sanad.engine.rules.declared import Option, Words
from sanad.engine.rules.ruleset import RuleSet
from sanad.engine.rules.tree import DayCall, Fact, Lookup, Node, Ref
from sanad.engine.rules.types import Number, Value
from sanad.engine.rules.words.catalogue.plain import MEMBERS
from sanad.engine.rules.words.pen import Pen


@dataclass(frozen=True, slots=True)
class Speech:
    rules: RuleSet
    pen: Pen

    @classmethod
    def of(cls, rules: RuleSet, language: str) -> "Speech":
        return cls(rules, Pen.of(rules.declared, language))

    def say(self, phrase: str, **gaps: object) -> str:
        return self.pen.say(phrase, **gaps)

    # names

    def field(self, name: str) -> str:
        return self.pen.words(self.rules.fields[name].declared.label)

    def definition(self, name: str) -> Words:
        return self.rules.named(name).label

    def value(self, name: str) -> str:
        return self.pen.quoted(self.rules.values[name].declared.label)

    def calendar(self, name: str) -> str:
        return self.pen.quoted(self.rules.calendars[name].declared.label)

    def line(self, name: str) -> str:
        return self.pen.words(self.rules.line(name).declared.label)

    def level(self, name: str) -> str:
        return self.pen.quoted(next(level.label for level in self.rules.levels.declared if level.name == name))

    def members(self, level: str) -> str:
        """The things of a level, as many: by their own noun where there is one."""
        known = MEMBERS.get(level)
        return known[self.pen.language] if known else self.say("other_members", level=self.level(level))

    def name(self, node: Fact | Ref | Lookup) -> str:
        if isinstance(node, Fact):
            return self.pen.quoted(self.rules.fields[node.name].declared.label)
        return self.pen.quoted(self.definition(node.name)) if isinstance(node, Ref) else self.value(node.value)

    # values

    def shown(self, value: Value, node: Node) -> str:
        """The value of a node: numbers with their unit, codes by their label, days in words."""
        if isinstance(value, bool):
            return self.say("yes" if value else "no")
        if isinstance(node, DayCall) and node.function == "year":
            return self.pen.reference(str(value))
        if isinstance(value, int):
            assert isinstance(node.type, Number)
            return self.pen.quantity(value, node.type)
        return self.pen.day(value) if isinstance(value, date) else self.option(value, node)

    def said(self, value: Value, node: Node) -> str:
        """The value within a sentence: the label of an option stands in quotation marks there."""
        shown = self.shown(value, node)
        return self.say("quoted", text=shown) if isinstance(value, str) else shown

    def options_of(self, node: Node) -> tuple[Option, ...]:
        """The options that a field or a definition declares with their labels."""
        if isinstance(node, Fact):
            return self.rules.fields[node.name].declared.options
        return self.rules.definitions[node.name].options if isinstance(node, Ref) else ()

    def all_options(self) -> Iterator[Option]:
        """Every labelled option of the programme: a code that has one label has it wherever it stands."""
        for value in self.rules.values.values():
            for key in value.declared.keys:
                yield from key.labels
        for field in self.rules.fields.values():
            yield from field.declared.options
        for definition in self.rules.definitions.values():
            yield from definition.options

    def option(self, code: str, node: Node) -> str:
        """The label of a code, as a field that the node reads declares it; else the code itself."""
        for part in self.rules.reads(node):
            for option in self.options_of(part):
                if option.code == code:
                    return self.pen.words(option.label)
        anywhere = [option.label for option in self.all_options() if option.code == code]
        if anywhere and all(label == anywhere[0] for label in anywhere):
            return self.pen.words(anywhere[0])
        return self.pen.reference(code.replace("_", " "))
